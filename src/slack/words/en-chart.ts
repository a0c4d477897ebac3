/** What messages about pictures say in English; what stands in them is in `reports/pictures/words.ts`. */
export const enChart = {
  'button.chart': 'Chart',
  'button.answers': 'Answer sheet',
  'chart.sent': 'The picture “{title}” was sent to your messages with Shinchoku.',
  'chart.shared': 'The picture “{title}” was posted to this channel.',
  'chart.comment': 'Chart of project {number}.',
  'chart.commentAll': 'Chart of all projects.',
  'chart.next': 'Next picture ({page}/{pages})',
  'chart.bars': 'Chart of indicators',
  'chart.timeline': 'Timeline',
  'chart.course': 'Course of an indicator',
  'chart.direct': 'Send it to me',
  'chart.which': 'The course of which indicator?',
  'chart.unclear':
    '“chart {typed}” is not understood. Press one of these, or type the name of an indicator after “chart course”.',
  'chart.unsent.not-in-channel':
    'Shinchoku is not in this channel, so nothing was posted. Please invite it with /invite @Shinchoku, or have it sent to you.',
  'chart.unsent.unreachable': 'The conversation with you could not be opened, so the picture was not sent.',
  'chart.unsent.too-large':
    'Slack did not take the picture because it is too large. Please ask for one project at a time.',
  'help.chart': 'sends a chart of the indicators of project {number}, actual against target',
  'help.chartAll': 'sends a chart of the indicators of all projects',
  'help.chartCourse': 'sends a chart of the course of one indicator',
  'help.chartTimeline': 'sends a timeline of what is coming up in project {number}',
} as const;
