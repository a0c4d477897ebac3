/** What messages about pictures say in Japanese; what stands in them is in `reports/pictures/words.ts`. */
export const jaChart = {
  'button.chart': 'グラフ',
  'button.answers': '答弁',
  'chart.sent': '「{title}」の画像を、Shinchoku とのメッセージに送りました。',
  'chart.shared': '「{title}」の画像を、このチャンネルに投稿しました。',
  'chart.comment': '{number}番の図です。',
  'chart.commentAll': '全プロジェクトの図です。',
  'chart.next': '次の画像（{page}/{pages}）',
  'chart.bars': '指標のグラフ',
  'chart.timeline': '予定の図',
  'chart.course': '指標の推移',
  'chart.direct': '自分に送る',
  'chart.which': 'どの指標の推移を表示しますか。',
  'chart.unclear':
    '「グラフ {typed}」は認識できませんでした。次のどれかを押すか、「グラフ 推移」のあとに指標の名前を入力してください。',
  'chart.unsent.not-in-channel':
    'このチャンネルに Shinchoku が参加していないため、投稿できませんでした。「/invite @Shinchoku」で招待するか、自分に送ってください。',
  'chart.unsent.unreachable': 'あなたとのメッセージを開けなかったため、画像を送れませんでした。',
  'chart.unsent.too-large':
    '画像が大きすぎて、Slack に受け付けられませんでした。番号を付けて、プロジェクトごとに表示してください。',
  'help.chart': '{number}番の指標を、実績と目標の棒グラフにして送ります',
  'help.chartAll': '全プロジェクトの指標をグラフにして送ります',
  'help.chartCourse': '1つの指標の推移をグラフにして送ります',
  'help.chartTimeline': '{number}番の予定を、時期の幅が分かる図にして送ります',
} as const;
