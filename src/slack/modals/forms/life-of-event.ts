import type { Fields } from '../../../actions/writes/write-verb.ts';
import { printPeriod } from '../../../domain/period/print-period.ts';
import type { Facts, Modal } from '../modal.ts';
import { aboutMilestone, figuresField, milestoneOf, noteField, reasonField } from './milestone-fields.ts';

/** 実施済み: a planned event has taken place. */
export const completeEvent: Modal = {
  verb: 'complete-event',
  title: 'modal.complete-event',
  submit: 'modal.completeIt',
  changes: 'milestone',
  about: aboutMilestone,
  fields: () => [
    { kind: 'period', name: 'when', label: 'field.actualWhen', hint: 'hint.when' },
    figuresField,
    noteField,
  ],
  initial: (facts) => passedDate(facts),
};

/** What was planned and has passed most probably took place then: two clicks are enough. A vague time is asked for. */
function passedDate(facts: Facts): Fields {
  const passed = milestoneOf(facts).dates.filter(
    ({ period: { last } }) => last !== null && last <= facts.today,
  );
  const period = passed.at(-1)?.period;
  return period === undefined ? {} : { when: printPeriod(period, { language: 'ja', style: 'short' }) };
}

/** 延期: a planned event moves, and why. */
export const postponeEvent: Modal = {
  verb: 'postpone-event',
  title: 'modal.postpone-event',
  submit: 'modal.postponeIt',
  changes: 'milestone',
  about: aboutMilestone,
  fields: () => [
    { kind: 'period', name: 'when', label: 'field.newWhen', hint: 'hint.plannedWhen' },
    reasonField,
  ],
};

/** 中止: a planned event will not take place, and why. */
export const cancelEvent: Modal = {
  verb: 'cancel-event',
  title: 'modal.cancel-event',
  submit: 'modal.cancelIt',
  // In English two buttons would say Cancel.
  close: 'modal.keepEvent',
  changes: 'milestone',
  about: aboutMilestone,
  fields: () => [reasonField],
};

/** 時期を絞る: a vague date becomes a finer one within it. */
export const sharpenEvent: Modal = {
  verb: 'sharpen-event',
  title: 'modal.sharpen-event',
  submit: 'modal.sharpenIt',
  changes: 'milestone',
  about: aboutMilestone,
  fields: () => [{ kind: 'period', name: 'when', label: 'field.finerWhen', hint: 'hint.finerWhen' }],
};
