import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type WritableVerb, writeVerbs } from '../../src/actions/writes/index.ts';
import { submitWrite, type WriteRequest } from '../../src/actions/writes/submit-write.ts';
import { undo } from '../../src/actions/writes/undo.ts';
import { dayAt } from '../../src/domain/calendar-day.ts';
import type { PersonId } from '../../src/domain/person.ts';
import { isJson, type Json, jsonList } from '../../src/sandbox/slack/json.ts';
import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import type { ViewRecord } from '../../src/sandbox/slack/state/views.ts';
import { modalOf } from '../../src/slack/modals/index.ts';
import { shippedWords } from '../../src/start/search.ts';
import { ENGLISH, type Running, run } from '../support/running.ts';
import type { OpenedStore } from '../support/stores.ts';
import { type FormCase, formCases, given, type Wanting } from './form-cases.ts';
import { fieldsIn, formOf, newestFor, optionOf, saidIn } from './forms.ts';
import { wordsOf } from './read-message.ts';
import { ADMINISTRATOR, type Filled, fillIn, openDemoStore } from './roles-and-people.ts';
import { ask, press } from './talk.ts';

const as = ADMINISTRATOR;
/** Administers, too, and is faster. */
const other = ENGLISH as PersonId;
const cases = Object.entries(formCases) as [WritableVerb, FormCase][];

test('every form has its case', () => {
  const forms = Object.keys(writeVerbs).filter((verb) => modalOf(verb as WritableVerb) !== null);
  expect(cases.map(([verb]) => verb).toSorted()).toEqual(forms.toSorted());
});

/** One bot for all: each test leaves the store as it found it. */
describe('every form', () => {
  let opened: OpenedStore;
  let running: Running;
  let projects: readonly string[];
  let before: unknown;
  beforeAll(async () => {
    opened = await openDemoStore();
    const { store } = opened;
    await store.search.loadSearchWords(shippedWords);
    const found = await Promise.all([8, 9].map((number) => store.findProject(number)));
    projects = found.flatMap((project) => project?.id ?? []);
    running = await run({
      intake: 'http',
      reader: store,
      changes: store,
      words: store,
      administrators: [as, other],
    });
    await elsewhere({ verb: 'plan-event', fields: given.event, projectNumber: 8 });
    await elsewhere({ verb: 'add-strand', fields: { name: given.strand }, projectNumber: 8 });
    await elsewhere({ verb: 'add-working-group', fields: { name: given.group }, projectNumber: 8 });
    await elsewhere({ verb: 'add-programme', fields: { name: given.programme }, projectNumber: 8 });
    await elsewhere({ verb: 'add-word', fields: { word: given.word } });
    await elsewhere({ verb: 'add-synonym', fields: given.synonym });
    // The first search takes everything in: a confirmation that searches is to come in time.
    await ask(running, '検索 岸壁', { as });
    before = await everything();
  }, 120_000);
  afterEach(async () => {
    while (running.slack.modals(as).length > 0) await running.slack.closeView({ as });
  });
  afterAll(async () => {
    expect(await everything()).toEqual(before);
    const complaints = await running.stop();
    await opened.cleanUp();
    expect(complaints).toEqual([]);
  });

  const request = (): Pick<WriteRequest, 'person' | 'requestKey' | 'origin' | 'now'> => ({
    person: { id: other, standing: 'member', language: 'en' },
    requestKey: randomUUID(),
    origin: { via: 'button', channelId: null, permalink: null },
    now: running.clock.now(),
  });
  const ports = () => ({ store: opened.store, reader: opened.store, administrators: [other] });

  /** Somebody else writes it; gives the way to take it back. */
  const elsewhere = async (
    written: Pick<WriteRequest, 'verb' | 'fields'> & Partial<Pick<WriteRequest, 'row' | 'projectNumber'>>,
  ) => {
    const today = dayAt(running.clock.now(), 'Asia/Tokyo');
    const done = await submitWrite(ports(), {
      row: null,
      projectNumber: null,
      confirmed: null,
      today,
      ...request(),
      ...written,
    });
    if (!done.ok || done.value.kind !== 'written') throw new Error(JSON.stringify(done));
    const { setId } = done.value;
    return async () => {
      const undone = await undo(ports(), { setId, ...request() });
      if (!undone.ok) throw new Error(JSON.stringify(undone));
    };
  };

  /** All that a form could change, without the versions that every change counts up. */
  const everything = async (): Promise<unknown> => {
    const { store } = opened;
    const all = await Promise.all([
      store.listProjectRows(),
      ...projects.map((id) => store.rowsOf(id as never)),
      store.listPosts(),
      store.listSearchWords(),
    ]);
    return JSON.parse(JSON.stringify(all, (key, value) => (key === 'version' ? undefined : value)));
  };

  const open = async (verb: WritableVerb, { on, row, through }: FormCase): Promise<ViewRecord> => {
    let page = await ask(running, on, { as });
    let button = buttonOn(page, through ?? verb, row);
    while (button === null) {
      page = await press(running, page, /^次の/, { as });
      button = buttonOn(page, through ?? verb, row);
    }
    const { conversation, ts } = page;
    await running.slack.press({ as, ...button, from: { kind: 'message', conversation, ts } });
    const form = await formOf(running, as);
    if (through === undefined) return form;
    await running.slack.press({ as, actionId: `open:${verb}`, from: { kind: 'view', viewId: form.id } });
    return running.slack.until(() => {
      const top = running.slack.modals(as).at(-1);
      return top?.view.callback_id === `form:${verb}` ? top : null;
    });
  };

  const top = (): ViewRecord => {
    const view = running.slack.modals(as).at(-1);
    if (view === undefined) throw new Error('no form is open');
    return view;
  };
  const fill = (wanting: Wanting) => fillIn(running, filledFor(top(), wanting), as);
  const problems = (error: Readonly<Record<string, RegExp>> = {}) => ({
    kind: 'errors',
    errors: Object.fromEntries(
      Object.entries(error).map(([field, words]) => [field, expect.stringMatching(words)]),
    ),
  });

  test.each(cases)('%s: opened, corrected, overtaken, written, taken back', async (verb, form) => {
    const opening = await open(verb, form);
    if (form.wrong !== null) {
      expect(await fill(form.wrong)).toEqual(problems(form.error));
      expect(fieldsIn(top())).toMatchObject(typedIn(form.wrong));
    }

    const { meanwhile } = form;
    const mine = { ...form.wrong, ...form.right };
    const takeBack = await elsewhere({
      verb: meanwhile.verb ?? verb,
      fields: meanwhile.fields ?? fieldsFor(top(), mine),
      ...aim(opening, fieldsFor(top(), mine)),
    });
    const withTheirs = await everything();
    const answer = await fill(form.right);
    if (meanwhile.answer === 'problem') {
      expect(answer).toEqual(problems(meanwhile.error));
      if (meanwhile.instead === null) await takeBack();
    } else {
      expect(answer).toEqual({ kind: 'taken' });
      expect(saidIn(top())).toMatch(meanwhile.says);
      expect(saidIn(top())).toContain(meanwhile.answer === 'warning' ? 'もう一度' : 'ほかの方が変更しました');
      expect(saidIn(top())).toContain(meanwhile.answer === 'warning' ? '' : `<@${other}>`);
    }
    expect(fieldsIn(top())).toMatchObject(typedIn(mine));

    const instead = meanwhile.answer === 'problem' ? meanwhile.instead : {};
    expect(await fill(instead ?? {})).toEqual({ kind: 'taken' });
    expect(running.slack.modals(as)).toEqual([]);
    const told = newestFor(running, as);
    if (told === undefined) throw new Error('there is no confirmation');
    for (const words of form.told) expect(wordsOf(told)).toMatch(words);

    expect(wordsOf(await press(running, told, '取り消す', { as }))).toContain('取り消しました');
    expect(await everything()).toEqual(instead === null ? before : withTheirs);
    if (instead !== null) await takeBack();
  });
});

/** The row or the project that the form is about. */
function aim({ view }: ViewRecord, { project: chosen }: Readonly<Record<string, string>>) {
  const { target, project } = JSON.parse(String(view.private_metadata));
  return target === null
    ? { projectNumber: project ?? (chosen === undefined ? null : Number(chosen)) }
    : { row: { target, version: null } };
}

/** What opens the form of the verb: the first such button from the row on, or the choice of the row in a menu. */
function buttonOn({ blocks }: Message, verb: WritableVerb, row = '') {
  const all = jsonList(blocks);
  const from = all.findIndex((block) => JSON.stringify(block).includes(row));
  if (from === -1) return null;
  for (const block of all.slice(from)) {
    const found = [...jsonList(block.elements), block.accessory]
      .filter(isJson)
      .find(({ action_id }) => action_id === `open:${verb}`);
    if (found === undefined) continue;
    const place = { blockId: String(block.block_id), actionId: `open:${verb}` };
    return found.type === 'button'
      ? place
      : { ...place, chosen: { selected_option: { value: offered(found, row) } } };
  }
  return null;
}

function offered(menu: Json, row: string): string {
  const option = jsonList(menu.options).find(({ text }) => isJson(text) && String(text.text).includes(row));
  if (option === undefined) throw new Error(`the menu offers no ${row}`);
  return String(option.value);
}

function filledFor(form: ViewRecord, wanting: Wanting): Readonly<Record<string, Filled>> {
  return Object.fromEntries(
    Object.entries(wanting).map(([field, wanted]) => [
      field,
      typeof wanted === 'object' && 'label' in wanted
        ? { chosen: optionOf(form, field, wanted.label) }
        : wanted,
    ]),
  );
}

/** The same as the action takes it, with what stands in the form where nothing is wanted. */
function fieldsFor(form: ViewRecord, wanting: Wanting): Readonly<Record<string, string>> {
  const filled = Object.entries(filledFor(form, wanting)).map(([field, value]) => [field, plain(value)]);
  return { ...fieldsIn(form), ...Object.fromEntries(filled) };
}

function plain(filled: Filled): string {
  if (typeof filled === 'string') return filled;
  if ('chosen' in filled) return filled.chosen;
  if ('person' in filled) return filled.person;
  return String(filled.ticked);
}

/** The words that were typed, by field. */
function typedIn(wanting: Wanting): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(wanting).flatMap(([field, wanted]) =>
      typeof wanted === 'string' ? [[field, wanted] as const] : [],
    ),
  );
}
