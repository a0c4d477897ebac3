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

/** The views of all people: modals in stacks of three, and one Home each. */
export function createViews(parts: { readonly stamp: () => string; readonly changes: Changes }): Views {
  const stacks = new Map<string, readonly ViewRecord[]>();
  const homes = new Map<string, ViewRecord>();
  const newHash = () => `${parts.stamp().split('.')[0]}.${newId('')}`;
  const all = () => [...[...stacks.values()].flat(), ...homes.values()];
  const stackOf = (person: string) => stacks.get(person) ?? [];
  const setStack = (person: string, stack: readonly ViewRecord[]): void => {
    stacks.set(person, stack);
    parts.changes.happened();
  };
  const setHome = (record: ViewRecord): void => {
    homes.set(record.person, record);
    parts.changes.happened();
  };
  const put = (record: ViewRecord): ViewRecord => {
    if (record.view.type === 'home') setHome(record);
    else
      setStack(
        record.person,
        stackOf(record.person).map((each) => (each.id === record.id ? record : each)),
      );
    return record;
  };
  const make = (person: string, view: Json, under: ViewRecord | undefined): ViewRecord => {
    const id = newId('V');
    return {
      id,
      hash: newHash(),
      person,
      view,
      values: {},
      rootId: under?.rootId ?? id,
      previousId: under?.id ?? null,
    };
  };
  const replace = (record: ViewRecord, view: Json): ViewRecord =>
    put({ ...record, view, hash: newHash(), values: valuesThatStay(record.values, view) });
  return {
    modals: stackOf,
    home: (person) => homes.get(person) ?? null,
    find: (id) => all().find((record) => record.id === id) ?? null,
    findExternal: (externalId) => all().find(({ view }) => view.external_id === externalId) ?? null,
    open: ({ person, view, onTop }) => {
      const under = onTop ? stackOf(person) : [];
      const made = make(person, view, under.at(-1));
      setStack(person, [...under, made]);
      return made;
    },
    replace,
    keepValues: (record, values) => {
      const blocks = Object.entries(values).map(([id, fields]) => [id, { ...record.values[id], ...fields }]);
      return put({ ...record, values: { ...record.values, ...Object.fromEntries(blocks) } });
    },
    close: (record) =>
      setStack(
        record.person,
        stackOf(record.person).filter(({ id }) => id !== record.id),
      ),
    clear: (person) => setStack(person, []),
    publish: (person, view) => {
      const before = homes.get(person);
      const record = before === undefined ? make(person, view, undefined) : replace(before, view);
      setHome(record);
      return record;
    },
  };
}
