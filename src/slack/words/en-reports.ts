import type { jaReports } from './ja-reports.ts';

/** What files of the table, editions and what changed between them say in English. */
export const enReports: Readonly<Record<keyof typeof jaReports, string>> = {
  'report.docx': 'Word',
  'report.xlsx': 'Excel',
  'report.pdf': 'PDF',
  'report.csv': 'CSV',
  'report.md': 'Markdown',
  'report.json': 'JSON',
  'report.and': ', ',
  'report.choose': 'The table of {month} as a file: choose a format.',
  'report.toMe': 'Send it to me (in your messages with Shinchoku)',
  'report.toChannel': 'Send it to this channel (everybody sees it)',
  'report.diff': 'Changes since the last edition',
  'report.editions': 'Editions',
  'report.making':
    'The table of {month} is being made ({formats}). It will arrive in your messages with Shinchoku.',
  'report.makingForChannel':
    'The table of {month} is being made ({formats}). It will arrive in this channel.',
  'report.running': 'The same file is being made already; please wait for it.',
  'report.comment': 'The table of {month} ({formats}).',
  'report.ofNow': 'Made from the records as they stand.',
  'report.ofThen': 'Made from the records as of {day}.',
  'report.cancelled': ' Cancelled events are not in the table: {count}.',
  'report.by': 'Made by',
  'report.notInChannel':
    'The channel could not take the file, so it comes to you. To send it there, invite Shinchoku first: /invite @Shinchoku.',
  'report.tooLarge': 'The file is too large for this Slack. Please ask an administrator.',
  'report.noEdition':
    'There is no edition of that month or an earlier one to compare with. /project editions lists those there are.',
  'help.report': 'sends the table for publication as Word, Excel, PDF, CSV, Markdown or JSON',
  'help.reportDiff': 'shows what has changed since the last edition, per project',

  'editions.title': 'Editions',
  'editions.sentence': 'Editions kept as they were published: {count}.',
  'editions.name': '{edition}, print {print}',
  'editions.hash': 'SHA-256 {hash}',
  'editions.published': 'Import of the published edition',
  'editions.report': 'Make the table of today',
  'editions.freeze': 'Freeze the table of today',
  'editions.preview':
    'Freeze the table of {month} ({projects, plural, one {# project} other {# projects}}) as an edition?',
  'editions.forGood':
    'What is frozen can neither be changed nor deleted. Freezing the same month again adds another print.',
  'editions.confirm': 'Freeze {month}',
  'editions.frozen': '{name} is frozen.',
  'editions.already': 'The same content is frozen already as {name}. Nothing was changed.',
  'help.editions': 'lists published editions; administrators can freeze the table of today as one',

  'records.comment': 'The records of {period}. CSV and Excel hold the same.',
  'records.fileTitle': 'Records: {count} (seal {seal}…)',
  'records.making':
    'The records of {period} are being packed. They will arrive in your messages with Shinchoku.',
  'records.verify':
    'To check that no row was changed, the operator of the system can run: npm run records:verify -- FILE',
  'records.refused': 'The period could not be read. {reason}',
  'records.accepted': 'For example /project records R2年度 or /project records R2.4.1 R3.3.31',
  'help.records':
    'sends all changes of a period as CSV and Excel files in which tampering shows (administrators)',

  'difference.title': 'Changes since the last edition',
  'difference.sentence':
    'Since {edition}: {changes, plural, one {# change} other {# changes}} in {projects, plural, one {# project} other {# projects}}.',
  'difference.none': 'Nothing has changed since {edition}.',
  'difference.project-new': 'New project',
  'difference.project-gone': 'Project retired',
  'difference.renamed': 'Renamed: {before} → {after}',
  'difference.line-new': 'New ({column}): {text}',
  'difference.line-gone': 'Gone ({column}): {text}',
  'difference.line-changed': 'Changed ({column}): {before} → {after}',
  'difference.came-true': 'Planned, now achieved: {before} → {after}',
  'difference.indicator-new': 'New (indicator): {name} {after}',
  'difference.indicator-gone': 'Gone (indicator): {name} {before}',
  'difference.indicator-changed': 'Changed (indicator): {name} {before} → {after}',
  'difference.initiative': 'initiatives',
  'difference.progress': 'progress',
  'difference.upcoming': 'upcoming',
  'difference.programme': 'programmes',
};
