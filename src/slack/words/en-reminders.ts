import type { jaReminders } from './ja-reminders.ts';

/** What the bot says in English of reminders; part of `en-digest.ts`. */
export const enReminders: Readonly<Record<keyof typeof jaReminders, string>> = {
  'remind.title': 'Please have a look',
  'remind.sentence':
    'In your projects {count, plural, one {# thing needs} other {# things need}} a look. {parts}',
  'remind.about': '{day}　{count, plural, one {# thing} other {# things}}',
  'remind.passed': 'Date passed: what became of it?',
  'remind.proposal': 'Proposals waiting for you',
  'remind.late': 'Indicators past their expected update',
  'remind.opened': 'Its time has begun: is the day known?',
  'remind.part.passed': 'passed: {count}',
  'remind.part.proposal': 'proposals: {count}',
  'remind.part.late': 'indicators: {count}',
  'remind.part.opened': 'begun: {count}',
  'remind.count': '({count})',
  'remind.left': '{count} more on the next business day.',
  'remind.why':
    'Sent to the leads of the project (to the deputies where there is no lead, to administrators where there is neither), from 9:30 on business days, one message a day at most. You are not reminded of the same thing twice until it changes.',
  'remind.day': 'Remind me of these in a day',
  'remind.week': 'Remind me of these in a week',
  'remind.pause': 'No reminders for a week',
  'remind.off': 'Turn reminders off',
  'remind.on': 'Turn reminders on',
  'remind.settings': 'Settings',
  'remind.rhythm': 'Change how often it is updated',
  'remind.sharpen': 'Set the day',
  'remind.spoken': '{label}: the {count} of this message',
  'remind.snoozed': 'You are reminded of what is not done by then on {day}.',
  'remind.paused': 'No reminders before {day}. To have them back sooner, type /project digest.',
  'remind.stopped': 'Reminders are off. To have them back, type /project digest.',
  'remind.started': 'Reminders are back: from 9:30 on business days, one message a day at most.',
  'remind.notYours': 'This message is not addressed to you. Nothing was changed.',
  'remind.mine': 'Reminders to you (direct messages)',
  'remind.isOn': 'on (from 9:30 on business days, one a day at most)',
  'remind.isOff': 'off',
  'remind.isPaused': 'paused, again from {day} on',
};
