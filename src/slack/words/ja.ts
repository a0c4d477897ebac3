import { jaAnswers } from './ja-answers.ts';
import { jaChart } from './ja-chart.ts';
import { jaDigest } from './ja-digest.ts';
import { jaHelp } from './ja-help.ts';
import { jaHome } from './ja-home.ts';
import { jaImport } from './ja-import.ts';
import { jaPeople } from './ja-people.ts';
import { jaReports } from './ja-reports.ts';
import { jaSearch } from './ja-search.ts';
import { jaSearchWords } from './ja-search-words.ts';
import { jaWriting } from './ja-writing.ts';

/** What the bot says in Japanese. です・ます; short sentences; see docs/voice.md. */
export const ja = {
  'list.title': '産業戦略プロジェクト',
  'list.sentence': '産業戦略プロジェクトは{count}件です。',
  'list.indicators': '指標 {count}件（うち達成 {reached}件）',
  'list.noIndicators': '指標なし',
  'list.next': '次: {when} {what}',
  'list.noNext': '日付の決まった予定はありません',
  'list.overdue': '期日経過・報告待ち {count}件',
  'list.open': '{number}番を開く',

  'card.sentence': '{number}番 {name}の進捗です。',
  'card.edition': '{edition}版のデータ・{today}現在',
  'card.editionNone': '{today}現在',
  'card.initiatives': '主な取組',
  'card.indicators': '指標',
  'card.milestones': '最近の進捗',
  'card.upcoming': '今後の予定',
  'card.programmes': '関連事業',
  'card.noIndicators': '指標はまだありません。',
  'card.noMilestones': '進捗はまだ記録されていません。',
  'card.noUpcoming': '予定はまだ登録されていません。',
  'card.more': 'ほか{count}件は下のボタンで表示します。',
  'card.shortened': '長い文は途中まで表示しています。全文は下のボタンで表示します。',
  'card.moreShared': 'ほか{count}件',
  'card.shortenedShared': '長い文は途中まで表示しています。',
  'card.new': '新規',
  'card.national': '国事業',

  'button.indicators': '指標をすべて（{count}）',
  'button.milestones': '進捗をすべて（{count}）',
  'button.upcoming': '予定をすべて（{count}）',
  'button.share': 'チャンネルに共有',
  'button.card': '{number}番のカードへ',
  'button.list': '一覧へ',
  'button.previous': '前の{count}件',
  'button.next': '次の{count}件',
  'button.help': '使い方',

  'indicators.title': '{number}番の指標',
  'indicators.sentence': '{number}番 {name}の指標は{count}件です。',
  'indicator.rate': '達成率 {rate}%',
  'indicator.reached': '目標達成',
  'indicator.notReached': '目標未達成',
  'indicator.asOf': '{asOf}現在',
  'indicator.asOfUnknown': '時点の記載なし',
  'indicator.unobserved': 'まだ報告がありません',

  'past.monthEnd': '{month}末',
  'past.aside': '（{when}時点）',
  'past.state': '{when}時点',
  'past.stateOf': '{when}時点（{edition}版のデータより）',
  'past.card': 'いまのカードへ',
  'past.cardThen': '{number}番のこの時点のカードへ',
  'past.indicators': 'いまの指標へ',
  'past.milestones': 'いまの進捗へ',
  'past.upcoming': 'いまの予定へ',
  'past.undated':
    'まだ実施されていない予定と中止の予定は、いまの記録のとおりに表示しています（いつそう決まったかは、日付の記録がありません）。',
  'past.card.sentence': '{number}番 {name}の{when}時点の進捗です。',
  'past.indicators.sentence': '{number}番 {name}の{when}時点の指標です（{count}件）。',
  'past.endless': '終わりの決まった時期を入力してください。',
  'past.notOver': '{when}はまだ来ていません。',
  'milestones.title': '{number}番の進捗',
  'milestones.sentence': '{number}番 {name}の進捗は{count}件です。',
  'upcoming.title': '{number}番の予定',
  'upcoming.sentence': '{number}番 {name}の予定は{count}件です。',
  'mark.and': '・',
  'mark.comma': '、',
  'mark.aside': '{name}（{aside}）',
  'mark.behind': '（{aside}）',
  'mark.strand': '【{strand}】',
  'mark.brackets': '（{what}）',
  'page.count': '{from}–{to} / {total}件',
  'page.countOne': '{from} / {total}件',
  'page.only': '1件',
  'page.of': '（{number}/{of}ページ）',

  'status.achieved': '実施済み',
  'status.cancelled': '中止',
  'status.undated': '時期の記載なし',
  'status.upcoming': 'これから',
  'status.due': '実施時期に入っています',
  'status.ongoing': '継続中',
  'status.overdue': '期日経過・報告待ち',
  'when.today': '本日',
  'when.tomorrow': '明日',
  'when.inDays': 'あと{count}日',

  'agenda.title': '全プロジェクトの予定',
  'agenda.sentence': '{span}の予定は{count}件です。',
  'agenda.span': '{first}から{last}まで',
  'agenda.none': 'この期間に予定はありません。',
  'agenda.project': '{number}番 {name}',
  'agenda.thisMonth': '今月',
  'agenda.nextMonth': '来月',
  'agenda.fourWeeks': '4週間',
  'agenda.fiscalYear': '年度内',

  'share.previewTitle': '共有の確認',
  'share.preview': '下の内容を、このチャンネルの全員に見える形で投稿します。',
  'share.confirm': '投稿する',
  'share.cancel': 'やめる',
  'share.by': '共有した人:',
  'share.done': '{number}番のカードをチャンネルに共有しました。',
  'share.hint': '詳しくは /project {number} と入力してください。',

  'refusal.mayNotRead':
    'ゲストや外部組織の方は、このワークスペースの設定では閲覧できません。必要な場合は、プロジェクトの担当課または管理者にご相談ください。',
  'refusal.botMayNotRead': 'このアカウントからは閲覧できません。',
  'refusal.noSuchNumber':
    '{typed}番のプロジェクトはありません。{first}番から{last}番までの番号で入力してください。',
  'refusal.badNumber':
    '「{typed}」はプロジェクトの番号として読めません。{first}番から{last}番までの番号を、8 や 第8 のように入力してください。',
  'refusal.unknown': '「{typed}」に当てはまるプロジェクトや言葉が見つかりませんでした。',
  'refusal.unknownRest': '「{typed}」は{number}番のプロジェクトで使える言葉ではありません。',
  'refusal.tooLong': '入力が長すぎます（{count}文字）。200文字までで入力してください。',
  'refusal.several': '「{typed}」に当てはまるプロジェクトが{count}件あります。どれを開きますか。',
  'refusal.needsProject':
    '「{typed}」はプロジェクトの番号と一緒に入力してください（例: /project 8 {typed}）。',
  'refusal.empty':
    'まだプロジェクトが登録されていません。管理者が npm run seed を実行すると、令和2年8月版が読み込まれます。',
  'refusal.didYouMean': 'もしかして',
  'refusal.tryThese': '次のように入力できます',
  'refusal.typeThese': '次のように入力できます',
  'refusal.span': '「{typed}」は期間として認識できません。{reason}',
  'refusal.spanAccepted': '今月、来月、2週間、R2.11、9月、年度内 のように入力してください。',

  'refusal.noPast':
    '時点（@{typed}）を付けて表示できるのは、プロジェクトを1つ指定したカード・指標・進捗・予定・グラフ・答弁資料です。',
  'refusal.notPast': '「@{typed}」の時点は表示できません。{reason}',
  'refusal.notPastReport': '「{typed}」の時点は表示できません。{reason}',
  'refusal.pastAccepted': '@R2.3、@令和2年3月、@2020-03-31、@昨年度 のように、過去の時点を入力してください。',
  'refusal.pastAcceptedReport':
    'R2.3、令和2年3月、2020-03-31、昨年度 のように、過去の時点を入力してください。',

  'period.empty': '期間が入力されていません。',
  'period.notAPeriod': '日付や期間の書き方ではないようです。',
  'period.noSuchDay': '{month}月は{last}日までです。',
  'period.noSuchMonth': '月は1から12までです。',
  'period.noSuchEraYear': 'その元号は{lastYear}年まで入力できます。',
  'period.yearNeeded': '何年かを付けてください（例: {example}）。',
  'period.endsBeforeItStarts': '終わりが始まりより前になっています。',
  'period.outOfRange': '1868年から2199年までの日付を入力してください。',
  'period.wrongWeekday': '曜日が違います。',
  'period.tooLong': '{most}年以内の期間を入力してください。',
  'period.unbounded': '始まりと終わりが決まる期間を入力してください。',

  'failure.title': 'お答えできませんでした',
  'failure.sentence':
    '一時的な問題でお答えできませんでした。データは変更されていません。受付番号 {reference}',
  'failure.whatToDo':
    '1分ほど待って、もう一度入力してください。続くときは、管理者に受付番号をお知らせください。',
  'waiting.sentence': '確認しています。このままお待ちください。 / Working on it. Please wait here.',
  ...jaWriting,
  ...jaImport,
  ...jaPeople,
  ...jaDigest,
  ...jaReports,
  ...jaSearch,
  ...jaAnswers,
  ...jaChart,
  ...jaHelp,
  ...jaHome,
  ...jaSearchWords,
} as const;
