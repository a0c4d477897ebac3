import type { Question } from './question.ts';

/** Words that say what kind of answer is wanted rather than what it is about. */
interface IntentWord {
  readonly pattern: RegExp;
  readonly means: Partial<Pick<Question, 'kind' | 'state' | 'wants' | 'order'>>;
}

/**
 * In the order in which they are looked for: what comes first decides over what comes later, and 未達成 before 達成.
 * A word that also stands in names (取組, 目標) counts only where no kanji touches it: 目標値 but not 数値目標設定.
 */
const intentWords: readonly IntentWord[] = [
  {
    pattern: /未達成?|(?:達成|到達)(?:して|でき|出来)(?:い)?ない|届(?:いて)?(?:い)?ない|足りない|unmet/gu,
    means: { state: 'unmet', kind: 'indicators' },
  },
  {
    pattern:
      /期限(?:切れ|が過ぎた|を過ぎた)|遅れて(?:い)?る?|遅れ|遅延(?:中)?|滞って(?:いる)?|止まって(?:いる)?|報告(?:の)?ない|overdue|late(?![a-z])/gu,
    means: { state: 'overdue', kind: 'upcoming' },
  },
  {
    pattern:
      /(?:達成|到達)(?:した|済み?|できた|して(?:い)?る)|達成(?!\p{sc=Han})|achieved|終わった|完了(?:した)?|済んだ/gu,
    means: { state: 'achieved' },
  },
  { pattern: /(?:達成|進捗|執行)率/gu, means: { kind: 'indicators', wants: 'value' } },
  {
    pattern: /指標|kpi|目標値|実績値|現況|数値(?!\p{sc=Han})|(?<!\p{sc=Han})目標(?!\p{sc=Han})|indicators?/gu,
    means: { kind: 'indicators' },
  },
  { pattern: /関連事業|予算事業|関連予算|programmes?|programs?(?![a-z])/gu, means: { kind: 'programmes' } },
  {
    pattern: /次回|次の|つぎの|(?<!\p{sc=Han})次(?=は|に|、|\s|$)|next/gu,
    means: { kind: 'upcoming', order: 'soonest' },
  },
  {
    pattern:
      /今後(?:の(?:取組|動向|取り組み))?(?:・動向)?等?|これから|予定|日程|スケジュール|upcoming|schedule|plans?(?![a-z])/gu,
    means: { kind: 'upcoming' },
  },
  {
    pattern: /最近(?:の)?|直近(?:の)?|最新(?:の)?|latest|recent/gu,
    means: { kind: 'milestones', order: 'newest' },
  },
  {
    pattern:
      /進捗(?:状況)?|進み具合|動き|経過|経緯|(?<!\p{sc=Han})取り?組み?(?!\p{sc=Han})|(?<!\p{sc=Han})実績(?!\p{sc=Han})|milestones?|progress/gu,
    means: { kind: 'milestones' },
  },
  {
    pattern: /(?:いつ|何時|何月|何日)(?=.*(?:た|ました)[?か。\s]*$)/gu,
    means: { wants: 'when', kind: 'milestones' },
  },
  {
    pattern: /いつ(?:ごろ|頃|から|まで)?|何月(?:何日)?|何日|when/gu,
    means: { wants: 'when', kind: 'upcoming' },
  },
  {
    pattern:
      /いくら|いくつ|幾つ|(?:ど|何)の?(?:くらい|ぐらい)|どこまで|何(?:件|社|回|人|名|箇所|か所|割|%|パーセント|km|キロ|億円|円)|how (?:many|much)/gu,
    means: { wants: 'value', kind: 'indicators' },
  },
  { pattern: /一覧|リスト|全部|すべて|全て|list/gu, means: { wants: 'list' } },
  // 事業 stands everywhere; asked for as such it is a programme.
  { pattern: /(?<=の)(?:補助)?事業(?=(?:は|を|って)?[?か。\s]*$)/gu, means: { kind: 'programmes' } },
];

/** Ways of writing one unit. */
const units: readonly (readonly string[])[] = [
  ['社', '企業'],
  ['人', '名'],
  ['件'],
  ['回'],
  ['箇所', 'か所', 'ヵ所', 'カ所'],
  ['km', 'キロ'],
  ['%', 'パーセント', '割'],
  ['億円', '円'],
];

/** 何社, 何名: the ways of writing the unit in which the answer is counted. */
function unitAsked(text: string): readonly string[] | null {
  const asked = /何 ?(\p{sc=Han}+|[^\s\p{sc=Hiragana}]+)/u.exec(text)?.[1] ?? '';
  if (asked === '' && /参加者|人数/u.test(text)) return units[1] ?? null;
  return units.find((ways) => ways.some((way) => asked.startsWith(way))) ?? null;
}

/** What a question is put with. */
const courtesies =
  /(?:を|について|に関して|に関する|のことを?)?(?:教えて|おしえて|知りたい|見せて|みせて|探して|調べて)(?:ください|下さい|ほしい|欲しい)?|お願いします|(?:を)?ください|(?:って|は|が)?(?:どう|どんな(?:状況|感じ)?)(?:なって|なった|なりました|なの|です|だ)?(?:いる|います|る|ます)?(?:の|か|っけ)*|(?:は|が)?どれ(?!\p{sc=Han})|(?:は|が)?何(?:が|か|です|だ)?(?:ある|あります|か)*(?=[?か。\s]|$)|(?:が|は)?(?:あり|ござい)ます(?:か)?|(?:が|は)?ある(?:か|の)?(?=[?か。\s]|$)|でしょうか|ですか|(?<!\p{sc=Han})状況(?!\p{sc=Han})|(?<!\p{sc=Han})(?:今|現在|現状)(?!\p{sc=Han})|について|に関する|(?<![a-z])(?:what|which|is|are|the|of|show|me|tell|about|please|project)(?![a-z])/gu;

/** What the intent words of a folded text mean, and the text without them and without courtesies. */
export function readIntent(text: string): {
  readonly intent: Partial<Question>;
  readonly rest: string;
} {
  const unit = unitAsked(text);
  let intent: Partial<Question> = unit === null ? {} : { unit };
  let rest = text;
  for (const { pattern, means } of intentWords) {
    const without = rest.replace(pattern, ' ');
    if (without === rest) continue;
    rest = without;
    intent = { ...means, ...intent };
  }
  return { intent, rest: rest.replace(courtesies, ' ') };
}
