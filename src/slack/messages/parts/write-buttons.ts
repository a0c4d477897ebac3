import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { WritableVerb } from '../../../actions/writes/index.ts';
import type { Standing } from '../../../domain/agenda.ts';
import type { Indicator } from '../../../domain/indicator.ts';
import { hasBegun } from '../../../domain/period/compare-periods.ts';
import { printValue } from '../../../domain/print-indicator.ts';
import { actions } from '../../blocks/build.ts';
import { limits } from '../../blocks/limits.ts';
import { shorten } from '../../blocks/shorten.ts';
import { optionOf } from '../../modals/field-blocks.ts';
import { openActionPrefix, openButton } from '../../modals/open-button.ts';
import type { WordKey } from '../../words/index.ts';
import type { View } from './view.ts';
import { withoutItsDate } from './without-leading.ts';

/** What can be recorded of a project, in a row of its own. */
export function recordButtons(number: number, { words }: Pick<View, 'words'>): ActionsBlock {
  const opens = { project: number };
  return actions('record', [
    openButton({ verb: 'record-milestone', label: words('button.record'), opens }),
    openButton({ verb: 'record-observation', label: words('button.recordValue'), opens }),
    openButton({ verb: 'plan-event', label: words('button.plan'), opens }),
  ]);
}

const steps = [
  ['complete-event', 'button.complete'],
  ['postpone-event', 'button.postpone'],
  ['cancel-event', 'button.cancelEvent'],
  ['sharpen-event', 'button.sharpen'],
  ['edit-milestone', 'button.edit'],
] as const;

/** What can become of a planned event; a vague date whose time has come can be made sharper. */
export function eventButtons(
  { milestone, when }: Standing,
  { number, place }: { readonly number: number; readonly place: number },
  { words, today }: View,
): ActionsBlock {
  const { id } = milestone;
  const isVague = when !== null && when.precision !== 'day' && hasBegun(when, today);
  const told = withoutItsDate(milestone, when);
  // Two events of a page may be called the same.
  const what = `${place}. ${told}`;
  return actions(
    `event-${id}`,
    steps
      .filter(([verb]) => verb !== 'sharpen-event' || isVague)
      .map(([verb, key]: readonly [(typeof steps)[number][0], WordKey]) => {
        const label = words(key);
        const spoken = words('button.ofEvent', { label, what });
        return openButton({ verb, label, opens: { project: number, target: id }, spoken });
      }),
  );
}

/** Chooses one of the milestones of a page to be edited; none where there is nothing to choose. */
export function editMenu(standings: readonly Standing[], number: number, { words }: View): KnownBlock[] {
  const options = standings.slice(0, limits.options).map(({ milestone: { id, text } }, index) =>
    optionOf({
      value: JSON.stringify({ project: number, target: id }),
      label: `${index + 1}. ${shorten(text, limits.optionText - 5)}`,
    }),
  );
  return openMenu({ id: 'edit', verb: 'edit-milestone', says: words('button.chooseToEdit') }, options);
}

/** Chooses one of the values of a page to be corrected; none where none was reported. */
export function correctMenu(
  indicators: readonly Indicator[],
  number: number,
  { words }: Pick<View, 'words'>,
): KnownBlock[] {
  const options = indicators.slice(0, limits.options).flatMap(({ name, unit, current }) => {
    if (current === null) return [];
    const value = JSON.stringify({ project: number, target: current.id });
    const told = shorten(printValue(current.value, unit), limits.optionText / 2);
    return [optionOf({ value, label: `${told}　${name}` })];
  });
  return openMenu(
    { id: 'correct', verb: 'correct-observation', says: words('button.chooseToCorrect') },
    options,
  );
}

interface Menu {
  readonly id: string;
  readonly verb: WritableVerb;
  readonly says: string;
}

/** A select that opens the form of what is chosen. */
export function openMenu({ id, verb, says }: Menu, options: ReturnType<typeof optionOf>[]): KnownBlock[] {
  if (options.length === 0) return [];
  const placeholder = { type: 'plain_text' as const, text: says, emoji: false };
  const action_id = `${openActionPrefix}${verb}`;
  return [
    {
      type: 'actions',
      block_id: id,
      elements: [{ type: 'static_select', action_id, placeholder, options }],
    },
  ];
}
