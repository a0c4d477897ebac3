import type { jaReminders } from './ja-reminders.ts';

/** What the bot says in English of reminders; part of `en-digest.ts`. */
export const enReminders: Readonly<Record<keyof typeof jaReminders, string>> = {
  'remind.title': 'Please have a look',
  'remind.sentence':
    '{count, plural, one {One thing} other {# things}} in your projects {count, plural, one {needs} other {need}} a look. {parts}',
  'remind.about': '{day}　{count, plural, one {one thing} other {# things}}',
  'remind.passed': 'Its date has passed: what became of it?',
  'remind.proposal': 'A proposal waits for you',
  'remind.late': 'An indicator is past its expected update',
  'remind.opened': 'Its time has begun: is the day known by now?',
  'remind.part.passed': 'passed: {count}',
  'remind.part.proposal': 'proposals: {count}',
  'remind.part.late': 'indicators: {count}',
  'remind.part.opened': 'begun: {count}',
  'remind.count': '{count}',
  'remind.left': '{count, plural, one {One more follows} other {# more follow}} on the next business day.',
  'remind.why':
    'Sent to whoever leads the project (deputies where nobody does, administrators where there is neither), from 9:30 on business days, one message a day at most. Nothing is told twice until it changes.',
  'remind.day': 'Again in a day',
  'remind.week': 'Again in a week',
  'remind.pause': 'Pause for a week',
  'remind.off': 'No more of these',
  'remind.on': 'Send me these',
  'remind.settings': 'Settings',
  'remind.rhythm': 'Change how often it is updated',
  'remind.sharpen': 'Set the day',
  'remind.spoken': '{label}: {count, plural, one {the one thing} other {the # things}} of this message',
  'remind.snoozed': 'What is not done by then is told again on {day}.',
  'remind.paused': 'No reminders until {day}. /project digest brings them back at any time.',
  'remind.stopped': 'No more reminders. /project digest brings them back at any time.',
  'remind.started': 'Reminders are back: from 9:30 on business days, one message a day at most.',
  'remind.notYours': 'This message is not addressed to you. Nothing was changed.',
  'remind.mine': 'Reminders to you (direct messages)',
  'remind.isOn': 'on (from 9:30 on business days, one a day at most)',
  'remind.isOff': 'off',
  'remind.isPaused': 'paused until {day}',
};
