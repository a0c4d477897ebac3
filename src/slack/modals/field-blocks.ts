import type { InputBlock, KnownBlock, Option, PlainTextElement } from '@slack/types';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { printPeriod } from '../../domain/period/print-period.ts';
import { readPeriod } from '../../domain/period/read-period.ts';
import { cleanLine } from '../../text/clean.ts';
import { context } from '../blocks/build.ts';
import { limits } from '../blocks/limits.ts';
import { shorten } from '../blocks/shorten.ts';
import type { Words } from '../words/index.ts';
import type { Choice, ChoiceField, Field, FlagField, TextField } from './field.ts';

/** What stands in a form besides its fields. */
export interface Filled {
  readonly words: Words;
  readonly today: CalendarDay;
  /** What the field holds; '' for nothing. */
  readonly value: string;
}

/** Ids of the elements: the same over every update, so that what was typed stays. */
const elementIds = { typed: 'typed', chosen: 'chosen', sought: 'sought' } as const;

/** The blocks of a field: its input, and below a time what was understood. */
export function fieldBlocks(field: Field, filled: Filled): KnownBlock[] {
  switch (field.kind) {
    case 'text':
      return [input(field, textInput(field, filled), filled)];
    case 'period':
      return [
        input(field, textInput({ most: limits.periodText }, filled, true), filled, true),
        ...understood(field.name, filled),
      ];
    case 'choice':
      return [input(field, select(field, filled), filled, field.reacts)];
    case 'person':
      return [input(field, personSelect(filled), filled)];
    case 'flag':
      return [input({ ...field, optional: true }, checkbox(field, filled), filled)];
  }
}

function input(
  { name, label, hint, optional }: Field,
  element: InputBlock['element'],
  { words }: Filled,
  dispatches = false,
): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plain(words(label)),
    element,
    optional: optional ?? false,
    dispatch_action: dispatches,
    ...(hint ? { hint: plain(words(hint)) } : {}),
  };
}

function textInput(
  { most, multiline = false }: Pick<TextField, 'most' | 'multiline'>,
  { value }: Filled,
  reads = false,
): InputBlock['element'] {
  return {
    type: 'plain_text_input',
    action_id: elementIds.typed,
    multiline,
    max_length: most,
    ...(value ? { initial_value: value.slice(0, most) } : {}),
    ...(reads ? { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } } : {}),
  };
}

function select({ options }: ChoiceField, { value, words }: Filled): InputBlock['element'] {
  const chosen = options.find((option) => option.value === value);
  const initial = chosen ? { initial_option: optionOf(chosen) } : {};
  const placeholder = plain(words('modal.choose'));
  return options.length > limits.options
    ? {
        type: 'external_select',
        action_id: elementIds.sought,
        min_query_length: 0,
        placeholder,
        ...initial,
      }
    : {
        type: 'static_select',
        action_id: elementIds.chosen,
        options: options.map(optionOf),
        placeholder,
        ...initial,
      };
}

function personSelect({ value, words }: Filled): InputBlock['element'] {
  return {
    type: 'users_select',
    action_id: elementIds.chosen,
    placeholder: plain(words('modal.choose')),
    ...(value ? { initial_user: value } : {}),
  };
}

function checkbox({ says }: FlagField, { value, words }: Filled): InputBlock['element'] {
  const options = [optionOf({ value: 'true', label: words(says) })];
  return {
    type: 'checkboxes',
    action_id: elementIds.chosen,
    options,
    ...(value === 'true' ? { initial_options: options } : {}),
  };
}

/** A choice as Slack takes it. */
export function optionOf({ value, label }: Choice): Option & { text: PlainTextElement } {
  return { value, text: plain(shorten(cleanLine(label) || value, limits.optionText)) };
}

/** 令和2年11月21日～30日: what stands in the field, as it is read. */
function understood(name: string, { value, today, words }: Filled): KnownBlock[] {
  const read = value.trim() === '' ? null : readPeriod(value, { today });
  if (read === null || !read.ok) return [];
  const printed = printPeriod(read.value, { language: words.language, style: 'long', western: true });
  return [
    {
      ...context(words('modal.understood', { typed: value, period: printed })),
      block_id: `${name}-understood`,
    },
  ];
}

function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
