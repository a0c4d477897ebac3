/** What answers to questions in ordinary words say in Japanese. */
export const jaSearch = {
  'search.title': '検索結果',
  'search.sentence': '「{typed}」に当てはまるものは{total}件です。',
  'search.answerSentence': '{what}（{number}番 {name}）',
  'search.of': '「{typed}」　{count}',
  'search.others': 'ほかに見つかったもの',
  'search.leftOut': '「{word}」はどこにも見つからないため、ほかの言葉で探しました。',
  'search.none': '「{typed}」は見つかりませんでした。',
  'search.only': '「{words}」だけで探す',
  'search.noneOther': '別の言葉や、短い言葉でも探せます。番号が分かるときは「8」のように入力してください。',
  'search.recordedIn': '出典: {edition}版',
  'search.recordedBy': '記録:',
  'search.empty': '探したい言葉を入力してください（例: /project 検索 港湾）。',
  'help.search':
    '言葉で探します（「次の調整会議はいつ」のような質問や、@Shinchoku への質問にもお答えします）',
} as const;
