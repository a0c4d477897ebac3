import { enAnswers } from './en-answers.ts';
import { enChart } from './en-chart.ts';
import { enDigest } from './en-digest.ts';
import { enHelp } from './en-help.ts';
import { enHome } from './en-home.ts';
import { enImport } from './en-import.ts';
import { enPeople } from './en-people.ts';
import { enReports } from './en-reports.ts';
import { enSearch } from './en-search.ts';
import { enSearchWords } from './en-search-words.ts';
import { enWriting } from './en-writing.ts';
import type { WordTable } from './index.ts';

/** What the bot says in English. Project data stays as written. */
export const en: WordTable = {
  'list.title': 'Industrial strategy projects',
  'list.sentence': 'Industrial strategy projects: {count}.',
  'list.indicators': 'Indicators: {count} (reached: {reached})',
  'list.noIndicators': 'No indicators',
  'list.next': 'Next: {when} {what}',
  'list.noNext': 'Nothing with a date is planned',
  'list.overdue': 'Date passed, no report: {count}',
  'list.open': 'Open {number}',

  'card.sentence': 'Progress of project {number}, {name}.',
  'card.edition': 'Data of the {edition} edition · as seen on {today}',
  'card.editionNone': 'As seen on {today}',
  'card.initiatives': 'Initiatives',
  'card.indicators': 'Indicators',
  'card.milestones': 'Latest milestones',
  'card.upcoming': 'Coming up',
  'card.programmes': 'Programmes',
  'card.noIndicators': 'No indicators yet.',
  'card.noMilestones': 'No milestones recorded yet.',
  'card.noUpcoming': 'No events planned yet.',
  'card.more': '{count} more with the buttons below.',
  'card.shortened': 'Long lines are shortened here; the buttons below show them in full.',
  'card.moreShared': '{count} more.',
  'card.shortenedShared': 'Long lines are shortened here.',
  'card.new': 'new',
  'card.national': 'national',

  'button.indicators': 'All indicators ({count})',
  'button.milestones': 'All milestones ({count})',
  'button.upcoming': 'All upcoming ({count})',
  'button.share': 'Share to channel',
  'button.card': 'Card of project {number}',
  'button.list': 'All projects',
  'button.previous': 'Previous {count}',
  'button.next': 'Next {count}',
  'button.help': 'Help',

  'indicators.title': 'Indicators of project {number}',
  'indicators.sentence': 'Indicators of project {number}, {name}: {count}.',
  'indicator.rate': '{rate}% of target',
  'indicator.reached': 'target reached',
  'indicator.notReached': 'not reached yet',
  'indicator.asOf': 'as of {asOf}',
  'indicator.asOfUnknown': 'no date given',
  'indicator.unobserved': 'nothing reported yet',

  'past.monthEnd': 'the end of {month}',
  'past.aside': ' (as of {when})',
  'past.state': 'As of {when}',
  'past.stateOf': 'As of {when} · from the data of the {edition} edition',
  'past.card': 'Card of today',
  'past.cardThen': 'Card of project {number} then',
  'past.indicators': 'Indicators of today',
  'past.milestones': 'Milestones of today',
  'past.upcoming': 'Upcoming events of today',
  'past.undated':
    'Events that have not taken place and those called off stand as they are recorded today: no date tells when that was decided.',
  'past.card.sentence': 'Project {number}, {name}, as of {when}.',
  'past.indicators.sentence': 'Indicators of project {number}, {name}, as of {when}: {count}.',
  'past.endless': 'Please name a time that has an end.',
  'past.notOver': 'That is {when}, which has not come yet.',
  'milestones.title': 'Milestones of project {number}',
  'milestones.sentence': 'Milestones of project {number}, {name}: {count}.',
  'upcoming.title': 'Upcoming in project {number}',
  'upcoming.sentence': 'Upcoming in project {number}, {name}: {count}.',
  'mark.and': ' · ',
  'mark.comma': ', ',
  'mark.aside': '{name} ({aside})',
  'mark.behind': ' ({aside})',
  'mark.strand': '[{strand}]',
  'mark.brackets': '({what})',
  'page.count': '{from}–{to} of {total}',
  'page.countOne': '{from} of {total}',
  'page.only': '1 of 1',
  'page.of': ' (page {number} of {of})',

  'status.achieved': 'Done',
  'status.cancelled': 'Cancelled',
  'status.undated': 'No date given',
  'status.upcoming': 'Coming up',
  'status.due': 'Due now',
  'status.ongoing': 'Ongoing',
  'status.overdue': 'Date passed, no report yet',
  'when.today': 'today',
  'when.tomorrow': 'tomorrow',
  'when.inDays': 'in {count} days',

  'agenda.title': 'Upcoming in all projects',
  'agenda.sentence': 'Upcoming, {span}: {count}.',
  'agenda.span': '{first} to {last}',
  'agenda.none': 'No event is planned in this period.',
  'agenda.project': 'Project {number} {name}',
  'agenda.thisMonth': 'This month',
  'agenda.nextMonth': 'Next month',
  'agenda.fourWeeks': 'The next 4 weeks',
  'agenda.fiscalYear': 'This fiscal year',

  'share.previewTitle': 'Before you share',
  'share.preview': 'This will be posted where everybody in this channel can see it.',
  'share.confirm': 'Post it',
  'share.cancel': 'Cancel',
  'share.by': 'Shared by',
  'share.done': 'Shared the card of project {number} to the channel.',
  'share.hint': 'Type /project {number} for more.',

  'refusal.mayNotRead':
    'In this workspace, guests and people of other organisations cannot read projects. Please ask the section in charge or an administrator.',
  'refusal.botMayNotRead': 'This account cannot read projects.',
  'refusal.noSuchNumber': 'There is no project {typed}. Please use a number from {first} to {last}.',
  'refusal.badNumber':
    '“{typed}” is not the number of a project. Please use a number from {first} to {last}, such as 8 or #8.',
  'refusal.unknown': 'No project or word matches “{typed}”.',
  'refusal.unknownRest': '“{typed}” is not a word that works with project {number}.',
  'refusal.tooLong': 'That is too long ({count} characters). Please use at most 200.',
  'refusal.several': '{count} projects match “{typed}”. Which one?',
  'refusal.needsProject': 'Please give a project with “{typed}”, for example /project 8 {typed}.',
  'refusal.empty':
    'There are no projects yet. An administrator can load the edition of August 2020 with npm run seed.',
  'refusal.didYouMean': 'Did you mean',
  'refusal.tryThese': 'You can type',
  'refusal.span': '“{typed}” is not a period. {reason}',
  'refusal.spanAccepted': 'Try this month, next month, 2w, 2020-11, R2.11 or this fiscal year.',

  'refusal.noPast':
    'A past time (@{typed}) works for the card, the indicators, the milestones and what is upcoming of one project.',
  'refusal.notPast': '“@{typed}” cannot be shown. {reason}',
  'refusal.pastAccepted': 'Try a past time such as @2020-03, @2020-03-31 or @R2.3.',

  'period.empty': 'No period was given.',
  'period.notAPeriod': 'It does not look like a date or a period.',
  'period.noSuchDay': 'Month {month} has {last} days.',
  'period.noSuchMonth': 'Months go from 1 to 12.',
  'period.noSuchEraYear': 'That era is read up to its year {lastYear}.',
  'period.yearNeeded': 'Please add the year (for example {example}).',
  'period.endsBeforeItStarts': 'It ends before it starts.',
  'period.outOfRange': 'Please use dates from 1868 to 2199.',
  'period.wrongWeekday': 'The day of the week is wrong.',
  'period.tooLong': 'Please give a period of at most {most} years.',
  'period.unbounded': 'Please give a period with a beginning and an end.',

  'failure.title': 'No answer this time',
  'failure.sentence':
    'A temporary problem kept us from answering. No data was changed. Reference: {reference}',
  'failure.whatToDo':
    'Please wait a minute and try again. If it happens again, give the reference to an administrator.',
  'waiting.sentence': 'Working on it. Please wait here.',
  ...enWriting,
  ...enImport,
  ...enPeople,
  ...enDigest,
  ...enReports,
  ...enSearch,
  ...enAnswers,
  ...enChart,
  ...enHelp,
  ...enHome,
  ...enSearchWords,
};
