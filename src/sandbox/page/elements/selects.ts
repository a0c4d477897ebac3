import { isJson, type Json, numberIn, objectsIn, stringIn, stringsIn, wordsIn } from '../parts/json.ts';
import type { PageState } from '../protocol.ts';
import { askFirst } from './confirm.ts';
import { type Choice, drawPicker } from './picker.ts';
import { beginValue, changeValue, controlAttributes, type Place } from './surface.ts';

/** Field names of each kind of select in the payload: `selected_option`, `selected_users`, … */
const KINDS: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  static: { one: 'option', many: 'options' },
  external: { one: 'option', many: 'options' },
  users: { one: 'user', many: 'users' },
  conversations: { one: 'conversation', many: 'conversations' },
  channels: { one: 'channel', many: 'channels' },
};

/** Any select of Block Kit: static, external, users, conversations or channels; one choice or many. */
export function drawSelect(element: Json, place: Place): HTMLElement {
  const type = stringIn(element, 'type');
  const multi = type.startsWith('multi_');
  const kind = type.replace(/^multi_/, '').replace(/_select$/, '');
  const names = KINDS[kind] ?? { one: 'option', many: 'options' };
  const field = multi ? names.many : names.one;
  const begun = beginValue(place, {
    type,
    [`selected_${field}`]: element[`initial_${field}`] ?? (multi ? [] : null),
  });
  const source = choiceSource(kind, element, place);
  const placeholder = wordsIn(element, 'placeholder') || 'オプションを選択する';
  return drawPicker({
    multi,
    placeholder,
    most: numberIn(element, 'max_selected_items'),
    fewest: kind === 'external' ? (numberIn(element, 'min_query_length') ?? 3) : 0,
    attributes: controlAttributes(place, placeholder),
    chosen: standingChoices(begun[`selected_${field}`], source.named),
    load: source.load,
    onChange: (chosen) => {
      const raw = chosen.map((choice) => choice.raw);
      const value = { type, [`selected_${field}`]: multi ? raw : (raw[0] ?? null) };
      void askFirst(element, place.surface.state).then((agreed) =>
        agreed ? changeValue(place, value) : null,
      );
    },
  });
}

interface ChoiceSource {
  readonly load: (typed: string) => readonly Choice[] | Promise<readonly Choice[] | null>;
  /** The choice of an id that stands in the field. */
  readonly named: (id: string) => Choice;
}

function choiceSource(kind: string, element: Json, place: Place): ChoiceSource {
  const { surface, blockId, actionId } = place;
  if (kind === 'external') {
    const load = async (typed: string) => {
      const found = await surface.suggest({ blockId, actionId, typed });
      return found === null ? null : found.flatMap(optionChoices);
    };
    return { load, named: plainChoice };
  }
  const all =
    kind === 'static'
      ? [...objectsIn(element, 'options'), ...objectsIn(element, 'option_groups')].flatMap(optionChoices)
      : workspaceChoices(kind, surface.state);
  return {
    load: (typed) => all.filter(({ label }) => folded(label).includes(folded(typed))),
    named: (id) => all.find(({ value }) => value === id) ?? plainChoice(id),
  };
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** An option, or the options of a group under its name. */
function optionChoices(option: Json): readonly Choice[] {
  const group = wordsIn(option, 'label');
  if (group !== '')
    return objectsIn(option, 'options')
      .flatMap(optionChoices)
      .map((choice) => ({ ...choice, group }));
  const [value, label, hint] = [
    stringIn(option, 'value'),
    wordsIn(option, 'text'),
    wordsIn(option, 'description'),
  ];
  return [{ value, label, hint, group: null, selected: false, raw: option }];
}

function workspaceChoices(kind: string, state: PageState): readonly Choice[] {
  if (kind === 'users') {
    return state.people.map(({ id, realName, role }) => ({
      ...plainChoice(id),
      label: realName,
      hint: role,
    }));
  }
  const wanted = state.conversations.filter(
    (conversation) => kind !== 'channels' || conversation.kind === 'channel',
  );
  return wanted.map(({ id, name, kind: sort }) => ({
    ...plainChoice(id),
    label: sort === 'channel' ? `#${name}` : name,
  }));
}

function plainChoice(id: string): Choice {
  return { value: id, label: id, hint: '', group: null, selected: false, raw: id };
}

function standingChoices(value: unknown, named: (id: string) => Choice): readonly Choice[] {
  if (typeof value === 'string') return [named(value)];
  if (isJson(value)) return optionChoices(value);
  if (!Array.isArray(value)) return [];
  const wrapped: Json = { value };
  return [...objectsIn(wrapped, 'value').flatMap(optionChoices), ...stringsIn(wrapped, 'value').map(named)];
}
