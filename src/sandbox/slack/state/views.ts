import type { Json } from '../json.ts';
import { jsonList, textOf } from '../json.ts';
import type { Changes } from './changes.ts';
import { newId } from './ids.ts';

/** Modals that may lie on each other, from https://docs.slack.dev/surfaces/modals */
export const STACK_LIMIT = 3;

export type Values = Readonly<Record<string, Readonly<Record<string, Json>>>>;

export interface ViewRecord {
  readonly id: string;
  /** Changes with every update: an update that names an older one is a conflict. */
  readonly hash: string;
  readonly person: string;
  /** As the bot sent it, with block ids filled in. */
  readonly view: Json;
  /** What was typed or chosen so far; fields not here hold their initial values. */
  readonly values: Values;
  readonly rootId: string;
  readonly previousId: string | null;
}

export interface Views {
  /** A person's open modals, the top one last. */
  modals(person: string): readonly ViewRecord[];
  home(person: string): ViewRecord | null;
  find(id: string): ViewRecord | null;
  findExternal(externalId: string): ViewRecord | null;
  /** Puts a modal on the person's stack, or begins a new stack. */
  open(placed: { readonly person: string; readonly view: Json; readonly onTop: boolean }): ViewRecord;
  /** Changes the content of a view; what was typed in fields that stay is kept. */
  replace(record: ViewRecord, view: Json): ViewRecord;
  keepValues(record: ViewRecord, values: Values): ViewRecord;
  close(record: ViewRecord): void;
  clear(person: string): void;
  publish(person: string, view: Json): ViewRecord;
}

/** The names of the fields of a view: block id and action id, which is what Slack keeps typed values by. */
function fieldNames(view: Json): Set<string> {
  const names = jsonList(view.blocks).flatMap((block) =>
    [block.element, block.accessory, ...jsonList(block.elements)].flatMap((element) =>
      jsonList([element]).map(({ action_id }) => `${textOf(block.block_id)}\n${textOf(action_id)}`),
    ),
  );
  return new Set(names);
}

function valuesThatStay(values: Values, view: Json): Values {
  const names = fieldNames(view);
  const blocks = Object.entries(values).map(([block, fields]) => {
    const kept = Object.entries(fields).filter(([action]) => names.has(`${block}\n${action}`));
    return [block, Object.fromEntries(kept)] as const;
  });
  return Object.fromEntries(blocks.filter(([, fields]) => Object.keys(fields).length > 0));
}

interface Shelf {
  readonly stack: (person: string) => readonly ViewRecord[];
  readonly setStack: (person: string, stack: readonly ViewRecord[]) => void;
  readonly home: (person: string) => ViewRecord | null;
  readonly all: () => readonly ViewRecord[];
  /** Puts a view in the place of its older self; a Home even where there was none. */
  readonly put: (record: ViewRecord) => ViewRecord;
}

/** Where views lie: a stack of modals and one Home for each person. */
function createShelf(changes: Changes): Shelf {
  const stacks = new Map<string, readonly ViewRecord[]>();
  const homes = new Map<string, ViewRecord>();
  const stack = (person: string) => stacks.get(person) ?? [];
  const setStack = (person: string, next: readonly ViewRecord[]): void => {
    stacks.set(person, next);
    changes.happened();
  };
  return {
    stack,
    setStack,
    home: (person) => homes.get(person) ?? null,
    all: () => [...[...stacks.values()].flat(), ...homes.values()],
    put: (record) => {
      const { person, id, view } = record;
      if (view.type === 'home') homes.set(person, record);
      else
        setStack(
          person,
          stack(person).map((each) => (each.id === id ? record : each)),
        );
      changes.happened();
      return record;
    },
  };
}

function makeView(parts: Pick<ViewRecord, 'person' | 'view' | 'hash'>, under?: ViewRecord): ViewRecord {
  const id = newId('V');
  return { id, ...parts, values: {}, rootId: under?.rootId ?? id, previousId: under?.id ?? null };
}

function mergeValues(before: Values, after: Values): Values {
  const blocks = Object.entries(after).map(([id, fields]) => [id, { ...before[id], ...fields }]);
  return { ...before, ...Object.fromEntries(blocks) };
}

/** The views of all people: modals in stacks of three, and one Home each. */
export function createViews(parts: { readonly stamp: () => string; readonly changes: Changes }): Views {
  const { stack, setStack, home, all, put } = createShelf(parts.changes);
  const newHash = () => `${parts.stamp().split('.')[0]}.${newId('')}`;
  const replace = (record: ViewRecord, view: Json): ViewRecord =>
    put({ ...record, view, hash: newHash(), values: valuesThatStay(record.values, view) });
  return {
    modals: stack,
    home,
    find: (id) => all().find((record) => record.id === id) ?? null,
    findExternal: (externalId) => all().find(({ view }) => view.external_id === externalId) ?? null,
    open: ({ person, view, onTop }) => {
      const under = onTop ? stack(person) : [];
      const made = makeView({ person, view, hash: newHash() }, under.at(-1));
      setStack(person, [...under, made]);
      return made;
    },
    replace,
    keepValues: (record, values) => put({ ...record, values: mergeValues(record.values, values) }),
    close: ({ person, id }) =>
      setStack(
        person,
        stack(person).filter((each) => each.id !== id),
      ),
    clear: (person) => setStack(person, []),
    publish: (person, view) => {
      const before = home(person);
      return before === null ? put(makeView({ person, view, hash: newHash() })) : replace(before, view);
    },
  };
}
