import type { InputBlock, KnownBlock, ModalView, Option, PlainTextElement } from '@slack/types';
import {
  holidayRules,
  inclusions,
  type Subscription,
  type SubscriptionSettings,
} from '../../digests/subscription.ts';
import { printDay } from '../../domain/period/print-period.ts';
import type { ProjectSummary } from '../../domain/project.ts';
import { cleanLine } from '../../text/clean.ts';
import { actions, context } from '../blocks/build.ts';
import { limits } from '../blocks/limits.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { emptyView } from '../modals/views.ts';
import type { Words } from '../words/index.ts';
import { digestButton } from './buttons.ts';
import { subscriptionStates } from './manage.ts';
import { weekdayName } from './schedule-words.ts';
import { type SettingsState, writeSettingsState } from './settings-state.ts';

/** The callback id of the form. */
export const settingsCallbackId = 'digest:settings';

/** What a person is offered who sets the first one up: Monday 09:00, four weeks, everything. */
export const usualSettings = {
  projects: { kind: 'all' },
  weekdays: [1],
  time: '09:00',
  weeksAhead: 4,
  include: inclusions,
  holidayRule: 'skip',
  localClosingDays: [],
  confirmedShared: false,
} as const satisfies Partial<SubscriptionSettings>;

type Filled = Pick<Subscription, keyof typeof usualSettings | 'language'> & {
  readonly pausedAt: Date | null;
};

export interface SettingsForm {
  readonly state: SettingsState;
  readonly filled: Filled;
  /** Whether another organisation reads the channel. */
  readonly shared: boolean;
  /** All that there are, by number. */
  readonly projects: readonly Pick<ProjectSummary, 'number' | 'name'>[];
  readonly words: Words;
}

const weeksOffered = [1, 2, 3, 4, 6, 8, 12] as const;
const weekdaysOffered = [1, 2, 3, 4, 5, 6, 7] as const;

/** 定期配信の設定. Ids of blocks are names of fields, so that a problem stands at its field. */
export function settingsView(form: SettingsForm): ModalView {
  const { state, words } = form;
  return {
    ...emptyView(words('digests.modal'), words),
    callback_id: settingsCallbackId,
    private_metadata: writeSettingsState(state),
    submit: plain(words('digests.submit')),
    close: plain(words('modal.cancel')),
    blocks: [
      richText([
        paragraph(text(`${words('digests.where')} `), [{ type: 'channel', channel_id: state.channel }]),
      ]),
      context(words('digests.about')),
      ...projectFields(form),
      ...timeFields(form),
      ...contentFields(form),
      ...closingFields(form),
      ...otherFields(form),
      actions('preview', [
        digestButton({ deed: 'preview', label: words('digests.previewDraft'), value: {} }),
      ]),
    ],
  };
}

function projectFields({ filled, projects, words }: SettingsForm): KnownBlock[] {
  const kinds = ['all', 'some', 'mine'] as const;
  const options = kinds.map((kind) => option(kind, words(`digestChoice.${kind}`)));
  return [
    input('projects', words('digestField.projects'), select(options, filled.projects.kind)),
    {
      ...input('numbers', words('digestField.numbers'), projectSelect(projects, filled, words)),
      optional: true,
    },
  ];
}

/** The numbers of projects as choices; Slack lists a hundred, more are looked up as somebody types. */
function projectSelect(
  projects: SettingsForm['projects'],
  { projects: choice }: Filled,
  words: Words,
): InputBlock['element'] {
  const numbers = choice.kind === 'some' ? choice.numbers : [];
  const options = projects.map(projectOption);
  const initial = options.filter(({ value }) => numbers.includes(Number(value)));
  const common = {
    placeholder: plain(words('modal.choose')),
    ...(initial.length > 0 && { initial_options: initial }),
  };
  return options.length > limits.options
    ? { type: 'multi_external_select', action_id: 'sought', min_query_length: 0, ...common }
    : { type: 'multi_static_select', action_id: 'chosen', options, ...common };
}

/** 8. 地域産業IoT等導入促進プロジェクト */
export function projectOption({ number, name }: Pick<ProjectSummary, 'number' | 'name'>): Choice {
  return option(String(number), shorten(`${number}. ${cleanLine(name)}`, limits.optionText));
}

function timeFields({ filled, words }: SettingsForm): KnownBlock[] {
  const days = weekdaysOffered.map((day) => option(String(day), weekdayName(day, words)));
  const weeks = [...new Set([...weeksOffered, filled.weeksAhead])].toSorted((a, b) => a - b);
  const options = weeks.map((count) => option(String(count), words('digestChoice.weeks', { count })));
  return [
    input('weekdays', words('digestField.weekdays'), boxes(days, filled.weekdays.map(String))),
    input('time', words('digestField.time'), {
      type: 'timepicker',
      action_id: 'time',
      initial_time: filled.time,
    }),
    input('weeks', words('digestField.weeks'), select(options, String(filled.weeksAhead))),
  ];
}

function contentFields({ filled, words }: SettingsForm): KnownBlock[] {
  const options = inclusions.map((each) => option(each, words(`digest.section.${each}`)));
  return [input('include', words('digestField.include'), boxes(options, filled.include))];
}

function closingFields({ filled, words }: SettingsForm): KnownBlock[] {
  const rules = holidayRules.map((rule) => option(rule, words(`digestChoice.${rule}`)));
  const days = filled.localClosingDays.map((day) => printDay(day, { language: 'ja', style: 'short' }));
  return [
    input('holidays', words('digestField.holidays'), select(rules, filled.holidayRule)),
    {
      ...input('closings', words('digestField.closings'), typed(days.join('、'))),
      optional: true,
      hint: plain(words('digestField.closingsHint')),
    },
  ];
}

function otherFields({ state, filled, shared, words }: SettingsForm): KnownBlock[] {
  const languages = (['ja', 'en'] as const).map((each) => option(each, words(`digestChoice.${each}`)));
  const states = subscriptionStates
    .filter((each) => each !== 'removed' || state.subscription !== null)
    .map((each) => option(each, words(`digestChoice.${each}`)));
  const yes = [option('yes', words('digestField.sharedYes'))];
  const agreed = filled.confirmedShared ? ['yes'] : [];
  return [
    input('language', words('digestField.language'), select(languages, filled.language)),
    // Answered by ourselves, so that the problem says why.
    ...(shared
      ? [{ ...input('shared', words('digestField.shared'), boxes(yes, agreed)), optional: true }]
      : []),
    input(
      'state',
      words('digestField.state'),
      select(states, filled.pausedAt === null ? 'active' : 'paused'),
    ),
  ];
}

function input(id: string, label: string, element: InputBlock['element']): InputBlock {
  return { type: 'input', block_id: id, label: plain(label), element };
}

function typed(value: string): InputBlock['element'] {
  return {
    type: 'plain_text_input',
    action_id: 'typed',
    max_length: limits.periodText * 5,
    ...(value !== '' && { initial_value: value }),
  };
}

function select(options: readonly Choice[], chosen: string): InputBlock['element'] {
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: 'static_select',
    action_id: 'chosen',
    options: [...options],
    ...(initial && { initial_option: initial }),
  };
}

function boxes(options: readonly Choice[], ticked: readonly string[]): InputBlock['element'] {
  const initial = options.filter(({ value }) => ticked.includes(value));
  return {
    type: 'checkboxes',
    action_id: 'chosen',
    options: [...options],
    ...(initial.length > 0 && { initial_options: initial }),
  };
}

type Choice = Option & { readonly text: PlainTextElement; readonly value: string };

function option(value: string, label: string): Choice {
  return { value, text: plain(label) };
}

function plain(content: string): PlainTextElement {
  return { type: 'plain_text', text: content, emoji: false };
}
