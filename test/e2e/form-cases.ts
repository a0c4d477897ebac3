import type { WritableVerb } from '../../src/actions/writes/index.ts';
import { ENGLISH, LEAD, STAFF } from '../support/running.ts';
import type { Filled } from './roles-and-people.ts';

/** What is put into a field; a choice by its label. */
export type Wanted = Filled | { readonly label: string | RegExp };

export type Wanting = Readonly<Record<string, Wanted>>;

type Problems = Readonly<Record<string, RegExp>>;

/** What somebody else does while the form is open. */
interface Overtaking {
  /** The verb of the form, unless another one. */
  readonly verb?: WritableVerb;
  /** What is filled in, where it is something else than what the form is going to say. */
  readonly fields?: Readonly<Record<string, string>>;
}

/**
 * What the form then says. conflict: both versions, in theirs `says`; mine is written when it is sent once more.
 * warning: `says`, and the same. problem: at fields; `instead` is filled in, or null: theirs is taken back first.
 */
type Answer =
  | { readonly answer: 'conflict' | 'warning'; readonly says: RegExp }
  | { readonly answer: 'problem'; readonly error: Problems; readonly instead: Wanting | null };

/** One form: how it opens, what is wrong first and then right, what is told, and what if somebody else is faster. */
export interface FormCase {
  /** What is typed to get the page with its button. */
  readonly on: string;
  /** In which row of the page. */
  readonly row?: string;
  /** The form on which it lies. */
  readonly through?: WritableVerb;
  /** Null: nothing that Slack lets through can be wrong in it. */
  readonly wrong: Wanting | null;
  readonly error?: Problems;
  readonly right: Wanting;
  readonly told: readonly RegExp[];
  readonly meanwhile: Overtaking & Answer;
}

/** What stands in the store besides the edition and the roles of the demonstration. */
export const given = {
  event: { text: '産業DXセミナー', when: 'R2.8下旬' },
  strand: '実証フィールド',
  group: '5G活用WG',
  programme: '未来技術推進事業',
  word: '実証試験',
  synonym: { word: '税関', means: '港湾' },
} as const;

const event = { on: '8 予定', row: given.event.text } as const;
const noted = {
  verb: 'edit-milestone',
  fields: { ...given.event, note: '山口市内で実施' },
  answer: 'conflict',
  says: /備考: 山口市内で実施/,
} as const;
const renamed = {
  verb: 'edit-project',
  fields: { number: '9', name: '別のプロジェクト' },
  answer: 'conflict',
  says: /名前: 別のプロジェクト/,
} as const;
const post = { label: '産業政策課 未来技術班長' };
const taken = /すでに「.*」で使われています/;
const unchanged = /いまの内容と同じです/;
const missing = /入力してください/;

/** Every form that the bot has: a form without its line here does not compile. */
export const formCases: Readonly<Record<Exclude<WritableVerb, 'restore-project'>, FormCase>> = {
  'record-milestone': {
    on: '8',
    wrong: { text: '協定を締結', when: 'R2.2.30' },
    error: { when: /2月は29日まで.*例: R2\.8\.25/ },
    right: { when: 'R2.8.20', figures: '12社30名' },
    told: [/8番に進捗を記録しました。[\s\S]*協定を締結/, /時期: R2\.8\.20/, /数字: 12社30名/],
    meanwhile: { answer: 'warning', says: /同じ内容/ },
  },
  'plan-event': {
    on: '8',
    wrong: { text: '説明会', when: 'そのうち' },
    error: { when: /日付や期間の書き方ではない/ },
    right: { when: 'R2.11下旬' },
    told: [/8番に予定を追加しました。[\s\S]*説明会/, /時期: R2\.11下旬/],
    meanwhile: { answer: 'warning', says: /同じ内容/ },
  },
  'record-observation': {
    on: '8',
    wrong: { indicator: { label: /導入率/ }, value: 'N/A', when: 'R2.8' },
    error: { value: /数値として読めません/ },
    right: { value: '１５．２％' },
    told: [/8番の指標の実績値を記録しました。/, /値: 15\.2% → 15\.3%/],
    meanwhile: { answer: 'problem', error: { value: unchanged }, instead: { value: '15.3' } },
  },
  'correct-observation': {
    on: '8 指標',
    row: '13.9%',
    wrong: { value: '13.9%' },
    error: { value: unchanged },
    right: { value: '14.2%', reason: '転記の誤り' },
    told: [/8番の指標の実績値を訂正しました。/, /値: .* → 14\.2%/],
    meanwhile: { fields: { value: '14.9', when: 'R2.3' }, answer: 'conflict', says: /値: 14\.9%/ },
  },
  'complete-event': {
    ...event,
    wrong: { when: 'R3.1' },
    error: { when: /まだ来ていない時期/ },
    right: { when: 'R2.8.20', figures: '30名' },
    told: [
      /実施済みにしました/,
      /状態: 予定 → 実施済み/,
      /時期: R2\.8下旬 → R2\.8\.20/,
      /数字: （なし） → 30名/,
    ],
    meanwhile: noted,
  },
  'postpone-event': {
    ...event,
    wrong: { when: '6/11', reason: '会場の都合' },
    error: { when: /何年かを付けてください/ },
    right: { when: 'R3.2' },
    told: [/延期しました/, /時期: R2\.8下旬 → R3\.2/, /当初の予定: （なし） → R2\.8下旬/],
    meanwhile: noted,
  },
  'cancel-event': {
    ...event,
    wrong: { reason: '　' },
    error: { reason: /入力してください.*例: 会場の都合/ },
    right: { reason: '参加者が集まらないため' },
    told: [/中止にしました/, /状態: 予定 → 中止/],
    meanwhile: noted,
  },
  'sharpen-event': {
    ...event,
    wrong: { when: 'R2.12.5' },
    error: { when: /（R2\.8下旬）の中に入っていません/ },
    right: { when: 'R2.8.27' },
    told: [/時期を絞りました/, /時期: R2\.8下旬 → R2\.8\.27/],
    meanwhile: noted,
  },
  'edit-milestone': {
    ...event,
    wrong: {},
    error: { text: unchanged },
    right: { text: '産業DXセミナー（第1回）' },
    told: [/記録を変更しました/, /内容: 産業DXセミナー → 産業DXセミナー（第1回）/],
    meanwhile: noted,
  },
  'delete-milestone': {
    ...event,
    through: 'edit-milestone',
    wrong: { reason: '　' },
    error: { reason: missing },
    right: { reason: '重複のため' },
    told: [/記録を削除しました/, /産業DXセミナー/, /表から外れました/],
    meanwhile: noted,
  },
  'add-project': {
    on: '管理',
    wrong: { number: '8', name: '水素利活用プロジェクト' },
    error: { number: taken },
    right: { number: '１１', aliases: '水素、H2' },
    told: [/\d+番のプロジェクトを追加しました。\n\d+\. 水素利活用プロジェクト(?![\s\S]*(?:終了|いいえ))/],
    meanwhile: {
      fields: { number: '11', name: '別のプロジェクト' },
      answer: 'problem',
      error: { number: /「別のプロジェクト」/ },
      instead: { number: '12' },
    },
  },
  'edit-project': {
    on: '9 管理',
    wrong: { number: '8' },
    error: { number: taken },
    right: { number: '19', aliases: 'せとうちPJ' },
    told: [/番号: 9 → 19/, /別名: .*せとうちPJ/],
    meanwhile: {
      fields: { number: '９番', name: '別のプロジェクト', aliases: '' },
      answer: 'conflict',
      says: /名前: 別のプロジェクト/,
    },
  },
  'retire-project': {
    on: '9 管理',
    wrong: { reason: '　' },
    error: { reason: missing },
    right: { reason: '目的を達したため' },
    told: [/9番を終了し、一覧から外しました/],
    meanwhile: renamed,
  },
  'merge-projects': {
    on: '9 管理',
    wrong: null,
    right: { into: { label: /^8\. / }, reason: '一つにまとめるため' },
    told: [/9番を8番に統合しました。\n8\. [\s\S]*別名: .*9/],
    meanwhile: renamed,
  },
  'add-indicator': {
    on: '8 管理',
    wrong: { name: '実証件数', target: '5以上', unit: '件', lag: '百年' },
    error: { lag: /月数で入力してください。例: 3/ },
    right: { lag: '3', cumulative: { ticked: true } },
    told: [/実証件数/],
    meanwhile: { answer: 'problem', error: { name: taken }, instead: { name: '実証件数（県内）' } },
  },
  'edit-indicator': {
    on: '8 管理',
    row: '導入率',
    wrong: { target: '実現' },
    error: { target: /数値として読めません/ },
    right: { target: '20' },
    told: [/目標値: .* → 20%/],
    meanwhile: {
      fields: { name: '別の指標', target: '18', unit: '%' },
      answer: 'conflict',
      says: /名前: 別の指標[\s\S]*目標値: 18/,
    },
  },
  'add-strand': {
    on: '8 管理',
    wrong: { name: given.strand },
    error: { name: taken },
    right: { name: '人材育成' },
    told: [/8番: 区分を追加しました。[\s\S]*人材の育成と確保/],
    meanwhile: { answer: 'problem', error: { name: taken }, instead: { name: '人材の育成と確保' } },
  },
  'edit-strand': {
    on: '8 管理',
    row: given.strand,
    wrong: { name: '　' },
    error: { name: missing },
    right: { name: '実証の場' },
    told: [/名前: .* → 実証の場/],
    meanwhile: { fields: { name: '別の区分' }, answer: 'conflict', says: /名前: 別の区分/ },
  },
  'add-working-group': {
    on: '8 管理',
    wrong: { name: given.group },
    error: { name: taken },
    right: { name: '人材WG' },
    told: [/人材育成WG/],
    meanwhile: { answer: 'problem', error: { name: taken }, instead: { name: '人材育成WG' } },
  },
  'edit-working-group': {
    on: '8 管理',
    row: given.group,
    wrong: {},
    error: { name: unchanged },
    right: { name: '5G・IoT活用WG' },
    told: [/名前: .* → 5G・IoT活用WG/],
    meanwhile: { fields: { name: '別のWG' }, answer: 'conflict', says: /名前: 別のWG/ },
  },
  'add-programme': {
    on: '8 管理',
    wrong: { name: given.programme },
    error: { name: taken },
    right: { name: 'デジタル人材事業', isNew: { ticked: true } },
    told: [/デジタル人材育成事業/],
    meanwhile: { answer: 'problem', error: { name: taken }, instead: { name: 'デジタル人材育成事業' } },
  },
  'edit-programme': {
    on: '8 管理',
    row: given.programme,
    wrong: { name: '　' },
    error: { name: missing },
    right: { name: '未来技術活用事業' },
    told: [/名前: .* → 未来技術活用事業/],
    meanwhile: { fields: { name: '別の事業' }, answer: 'conflict', says: /名前: 別の事業/ },
  },
  'add-post': {
    on: '権限',
    wrong: { section: '産業振興課', name: '　' },
    error: { name: missing },
    right: { name: '主任' },
    told: [/記録しました（職を追加）。[\s\S]*産業振興課 主査/],
    meanwhile: { answer: 'problem', error: { name: taken }, instead: { name: '主査' } },
  },
  'edit-post': {
    on: '権限',
    row: post.label,
    wrong: { name: '　' },
    error: { name: missing },
    right: { name: '主幹' },
    told: [/産業政策課 .* → 産業政策課 主幹/],
    meanwhile: {
      fields: { section: '産業政策課', name: '班長' },
      answer: 'conflict',
      says: /職: 産業政策課 班長/,
    },
  },
  'assign-person': {
    on: '権限',
    wrong: { post, person: { person: LEAD } },
    error: { person: unchanged },
    right: { person: { person: STAFF } },
    told: [/産業政策課 未来技術班長: <@U0SMITH>/],
    meanwhile: { answer: 'problem', error: { person: unchanged }, instead: { person: { person: ENGLISH } } },
  },
  'release-person': {
    on: '権限',
    wrong: { post, person: { person: STAFF } },
    error: { person: /いまの表にありません/ },
    right: { person: { person: LEAD } },
    told: [/産業政策課 未来技術班長: <@U0TANAKA>/],
    meanwhile: { answer: 'problem', error: { person: /いまの表にありません/ }, instead: null },
  },
  'grant-role': {
    on: '権限',
    wrong: { project: { label: /^8\. / }, post, role: { chosen: 'lead' } },
    error: { role: unchanged },
    right: { role: { chosen: 'deputy' } },
    told: [/副責任者/],
    meanwhile: {
      answer: 'problem',
      error: { role: unchanged },
      instead: { project: { label: /^9\. / } },
    },
  },
  'revoke-role': {
    on: '権限',
    wrong: { project: { label: /^9\. / }, post },
    error: { post: /いまの表にありません/ },
    right: { project: { label: /^8\. / } },
    told: [/産業政策課 未来技術班長/],
    meanwhile: { answer: 'problem', error: { post: /いまの表にありません/ }, instead: null },
  },
  'hand-over': {
    on: '権限',
    wrong: { person: { person: LEAD }, into: { person: LEAD } },
    error: { into: unchanged },
    right: { into: { person: STAFF }, reason: '異動' },
    told: [/引き継ぎました。[\s\S]*<@U0TANAKA> → <@U0YAMADA>/],
    meanwhile: { answer: 'problem', error: { person: /いまの表にありません/ }, instead: null },
  },
  'add-word': {
    on: '言葉',
    wrong: { word: '水素貯蔵', reading: '水素' },
    error: { reading: /こうわん/ },
    right: { reading: 'すいそちょぞう', parts: '水素、貯蔵' },
    told: [/水素の貯蔵/],
    meanwhile: { answer: 'problem', error: { word: taken }, instead: { word: '水素の貯蔵' } },
  },
  'edit-word': {
    on: `言葉 ${given.word}`,
    row: given.word,
    wrong: { parts: '火星' },
    error: { parts: /火星/ },
    right: { parts: '実証、試験' },
    told: [/部分: （なし） → 実証、試験/],
    meanwhile: {
      fields: { word: given.word, reading: 'じっしょうしけん' },
      answer: 'conflict',
      says: /読み: じっしょうしけん/,
    },
  },
  'remove-word': {
    on: `言葉 ${given.word}`,
    row: given.word,
    through: 'edit-word',
    wrong: null,
    right: { reason: '使わないため' },
    told: [/言葉を外す/],
    meanwhile: {
      verb: 'edit-word',
      fields: { word: given.word, reading: 'じっしょうしけん' },
      answer: 'conflict',
      says: /読み: じっしょうしけん/,
    },
  },
  'add-synonym': {
    on: '言葉',
    wrong: { word: '波止場', means: '波止場' },
    error: { means: /港湾/ },
    right: { means: '港湾' },
    told: [/波止場の近く → 港湾/],
    meanwhile: { answer: 'problem', error: { word: taken }, instead: { word: '波止場の近く' } },
  },
  'edit-synonym': {
    on: `言葉 ${given.synonym.word}`,
    row: given.synonym.word,
    wrong: { means: '　' },
    error: { means: missing },
    right: { means: '港湾、輸出' },
    told: [/港湾、輸出/],
    meanwhile: {
      fields: { word: given.synonym.word, means: '工業用水' },
      answer: 'conflict',
      says: /工業用水/,
    },
  },
  'remove-synonym': {
    on: `言葉 ${given.synonym.word}`,
    row: given.synonym.word,
    through: 'edit-synonym',
    wrong: null,
    right: { reason: '使わないため' },
    told: [/言い換えを外す/],
    meanwhile: {
      verb: 'edit-synonym',
      fields: { word: given.synonym.word, means: '工業用水' },
      answer: 'conflict',
      says: /工業用水/,
    },
  },
};
