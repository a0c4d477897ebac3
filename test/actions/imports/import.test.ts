import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AcceptRequest, acceptImport } from '../../../src/actions/imports/accept-import.ts';
import { type ImportFile, reviewImport } from '../../../src/actions/imports/review-import.ts';
import { contentOfFrozen } from '../../../src/actions/reports/editions.ts';
import { submitWrite } from '../../../src/actions/writes/submit-write.ts';
import { undo } from '../../../src/actions/writes/undo.ts';
import { knownAliases } from '../../../src/reports/known-aliases.ts';
import { readTableFile } from '../../../src/reports/read/read-table-file.ts';
import { isOpen, type ReviewRow } from '../../../src/reports/review/review.ts';
import { augustEdition } from '../../reports/edition-2020-08.ts';
import { augustText } from '../../reports/read/table-files.ts';
import { editionProjectOf } from '../../support/edition-of.ts';
import { openEmptyStore } from '../../support/fresh-stores.ts';
import type { OpenedStore } from '../../support/stores.ts';
import { idOf, origin, personOf } from '../writes/world.ts';

/** In the order of a year of the bot: the tests build on one another. */

let opened: OpenedStore;
beforeAll(async () => {
  opened = await openEmptyStore();
});
afterAll(() => opened.cleanUp());

const administrators = [idOf('administrator')];
const now = new Date('2020-08-24T00:00:00Z');
const later = new Date('2021-03-20T00:00:00Z');
const ports = () => ({
  store: opened.store,
  editions: opened.store.editions,
  aliases: knownAliases,
  timeZone: 'Asia/Tokyo',
});

async function fileOf(change: (text: string) => string = (text) => text): Promise<ImportFile> {
  const bytes = Buffer.from(change((await augustText()).toString('utf8')));
  const read = await readTableFile({ name: 'report.txt', bytes });
  if (!read.ok) throw new Error(read.refusal.kind);
  return read.value;
}

let sent = 0;
function importing(file: ImportFile, given: Partial<AcceptRequest> = {}) {
  sent += 1;
  const by = { kind: 'person', person: personOf('administrator'), administrators } as const;
  const acceptance = { kind: 'likely' } as const;
  return acceptImport(ports(), {
    file,
    acceptance,
    by,
    requestKey: `import ${sent}`,
    origin,
    now: later,
    ...given,
  });
}

async function accepted(file: ImportFile, given: Partial<AcceptRequest> = {}) {
  const result = await importing(file, given);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

async function openRowsOf(file: ImportFile): Promise<readonly ReviewRow[]> {
  const read = await reviewImport(ports(), { file, now: later });
  if (!read.ok) throw new Error(read.refusal.kind);
  return read.value.review.rows.filter(isOpen);
}

async function projectsNow() {
  const listed = await opened.store.listProjects();
  const whole = await Promise.all(listed.map(({ number }) => opened.store.findProject(number)));
  return whole.flatMap((project) => project ?? []);
}

const short = ({ difference, kind, projectNumber, source, before }: ReviewRow) => {
  const text = source?.text ?? JSON.stringify(before?.snapshot);
  return `${difference} ${kind} ${projectNumber} ${text.slice(0, 14)}`;
};

const takeBack = (setId: string | null, requestKey: string, at = later) =>
  undo(
    { store: opened.store, reader: opened.store, administrators },
    { setId: setId ?? '', person: personOf('administrator'), requestKey, origin, now: at },
  );

test('an empty store gets the shipped edition, each row with its trail', async () => {
  const file = await fileOf();
  const { written, open, setId } = await accepted(file, { now });
  expect(open).toEqual([]);
  expect(written.every(({ difference }) => difference === 'new')).toBe(true);
  const shipped = await augustEdition();
  expect((await projectsNow()).map(editionProjectOf)).toEqual(shipped.projects);
  expect((await projectsNow())[0]?.edition).toMatchObject({ key: '2020-08', title: shipped.title });
  const trail = await opened.store.history({ setId: setId ?? '', skip: 0, most: 1_000 });
  expect(trail.total).toBe(written.length);
  expect(new Set(trail.changes.map(({ target }) => target.id))).toEqual(new Set(written.map(({ id }) => id)));
  expect(await opened.store.loadEdition(shipped, now)).toBe('already-loaded');
});

test('every value says in which row of the edition it stands', async () => {
  const [first] = await projectsNow();
  const places = first?.indicators.map(({ observations }) => observations[0]?.source);
  const expected = [1, 2, 3, 4, 5].map((line) => ({ place: { projectNumber: 1, line } }));
  expect(places).toMatchObject(expected);
});

test('the first import is taken back whole, and brought again', async () => {
  const { changes } = await opened.store.history({ skip: 0, most: 1 });
  const back = await takeBack(changes[0]?.setId ?? '', 'back to nothing', now);
  expect(back).toMatchObject({ ok: true });
  expect(await projectsNow()).toEqual([]);
  const again = await takeBack(back.ok ? back.value.setId : null, 'again', now);
  expect(again).toMatchObject({ ok: true });
  const shipped = await augustEdition();
  expect((await projectsNow()).map(editionProjectOf)).toEqual(shipped.projects);
  expect((await projectsNow())[0]?.edition?.key).toBe('2020-08');
});

test('the same edition again changes nothing', async () => {
  const revision = await opened.store.revision();
  const file = await fileOf();
  expect((await openRowsOf(file)).map(short)).toEqual([]);
  expect(await accepted(file)).toMatchObject({ setId: null, written: [], open: [] });
  expect(await opened.store.revision()).toBe(revision);
});

test('a later edition without differences is that of its projects from then on, which the trail tells', async () => {
  const file = await fileOf((text) => text.replace('（2020年）8月', '（2020年）9月'));
  expect(await openRowsOf(file)).toEqual([]);
  const chosen = { kind: 'chosen', keys: new Set<string>() } as const;
  expect(await accepted(file, { acceptance: chosen })).toMatchObject({ setId: null });
  const { setId, written } = await accepted(file, { acceptance: { kind: 'certain' } });
  expect(written).toEqual([]);
  const keys = async () => new Set((await projectsNow()).map(({ edition }) => edition?.key));
  expect(await keys()).toEqual(new Set(['2020-09']));
  const { changes, total } = await opened.store.history({ setId: setId ?? '', skip: 0, most: 100 });
  expect(total).toBe(10);
  expect(changes.map(({ before }) => before)).toEqual(changes.map(({ after }) => after));
  expect(await accepted(file)).toMatchObject({ setId: null });
  expect(await takeBack(setId, 'label back')).toMatchObject({ ok: true });
  expect(await keys()).toEqual(new Set(['2020-08']));
});

/** What the division sends half a year later. */
const february = (text: string) =>
  text
    .replace('令和2年（2020年）8月', '令和3年（2021年）2月')
    // An indicator's new value, a sentence worded anew, a new entry, and one that is gone.
    .replace('22回/30回(R2.3)', '27回/30回(R2.12)')
    .replace('経営者意識啓発セミナーの開催(H30.11)', '経営者の意識啓発セミナーの開催(H30.11)')
    .replace(
      '<p>■企業誘致活動（重点成長',
      '<p>■オンライン商談会の開催（R2.12）[8社]</p> <p>■企業誘致活動（重点成長',
    )
    .replace('<p>■大都市圏に向けた情報発信</p>', '')
    .replace('▼産業人材の確保', '▼産業人材の確保等')
    .replace(
      '\n\n関連事業については',
      '\n<p>11. 半導体人材育成プロジェクト</p> <p>▼人材の育成</p>\t<p>■協議会の設置（R2.12）</p> <p>指標</p> <p>・修了者数：5人/20人(R2.12)</p>\t<p>■講座の開講（R3.4）</p>\n\n関連事業については',
    );

describe('the next edition', () => {
  let setId: string;

  test('the difference is told row by row', async () => {
    const rows = await openRowsOf(await fileOf(february));
    expect(rows.map(short)).toEqual([
      'new observation 1 ・石炭共同輸送の実施回数：2',
      'new milestone 3 ■オンライン商談会の開催（R',
      'gone milestone 3 {"kind":"miles',
      'changed milestone 4 ■経営者の意識啓発セミナーの',
      'changed initiative 6 ▼産業人材の確保等',
      'new project 11 11. 半導体人材育成プロジ',
      'new initiative 11 ▼人材の育成',
      'new indicator 11 ・修了者数：5人/20人(R',
      'new observation 11 ・修了者数：5人/20人(R',
      'new milestone 11 ■協議会の設置（R2.12）',
      'new milestone 11 ■講座の開講（R3.4）',
    ]);
  });

  test('only administrators import; others are told whom to ask', async () => {
    const by = { kind: 'person', person: personOf('member'), administrators } as const;
    expect(await importing(await fileOf(february), { by })).toMatchObject({
      ok: false,
      refusal: { kind: 'may-not-write', why: 'administrators', ask: administrators },
    });
  });

  test('all that is certain and likely is written as one set; what is gone stays', async () => {
    const imported = await accepted(await fileOf(february), { requestKey: 'february' });
    setId = imported.setId ?? '';
    expect(imported.open.map(short)).toEqual(['gone milestone 3 {"kind":"miles']);
    const { changes } = await opened.store.history({ setId, skip: 0, most: 100 });
    expect(changes.length).toBe(imported.written.length);
    expect(new Set(changes.map(({ verb }) => verb))).toEqual(new Set(['import-edition']));
    const [first, , third] = await projectsNow();
    expect(first?.edition).toMatchObject({ key: '2021-02' });
    expect(first?.indicators[0]?.observations.map(({ source }) => source)).toMatchObject([
      { kind: 'edition', editionKey: '2020-08' },
      { kind: 'edition', editionKey: '2021-02' },
    ]);
    expect(third?.milestones.some(({ text }) => text === '大都市圏に向けた情報発信')).toBe(true);
    // What is new stands where the table has it, not at the end.
    const texts = third?.milestones.map(({ text }) => text) ?? [];
    const place = texts.findIndex((text) => text.startsWith('オンライン商談会'));
    expect(texts[place + 1]).toMatch(/^企業誘致活動/u);
    expect((await projectsNow()).map(({ number }) => number)).toContain(11);
  });

  test('the table is kept as it was published', async () => {
    const frozen = await opened.store.editions.listFrozen();
    expect(frozen.map(({ key, print }) => [key, print])).toEqual([
      ['2021-02', 1],
      ['2020-09', 1],
      ['2020-08', 1],
    ]);
  });

  test('its second delivery and a second import write nothing', async () => {
    const revision = await opened.store.revision();
    const again = await accepted(await fileOf(february), { requestKey: 'february' });
    expect(again.written).toEqual([]);
    expect((await openRowsOf(await fileOf(february))).map(({ difference }) => difference)).toEqual(['gone']);
    expect(await opened.store.revision()).toBe(revision);
  });

  test('is taken back as one', async () => {
    expect(await takeBack(setId, 'back')).toMatchObject({ ok: true });
    const shipped = await augustEdition();
    expect((await projectsNow()).map(editionProjectOf)).toEqual(shipped.projects);
    expect((await projectsNow())[0]?.edition?.key).toBe('2020-08');
  });

  test('rows go one by one, with what they need', async () => {
    const file = await fileOf(february);
    const rows = await openRowsOf(file);
    const goal = rows.find(({ source }) => source?.text.startsWith('■講座の開講'));
    const keys = new Set([goal?.key ?? '']);
    const { written } = await accepted(file, { acceptance: { kind: 'chosen', keys } });
    expect(written.map(short)).toEqual([
      'new project 11 11. 半導体人材育成プロジ',
      'new milestone 11 ■講座の開講（R3.4）',
    ]);
  });

  test('what is gone goes if it is chosen', async () => {
    const file = await fileOf(february);
    const gone = (await openRowsOf(file)).filter(({ difference }) => difference === 'gone');
    await accepted(file, { acceptance: { kind: 'chosen', keys: new Set(gone.map(({ key }) => key)) } });
    const third = await opened.store.findProject(3);
    expect(third?.milestones.some(({ text }) => text === '大都市圏に向けた情報発信')).toBe(false);
  });
});

test('what people changed after the month of the edition is not overwritten', async () => {
  const project = await opened.store.findProject(4);
  const row = (await opened.store.rowsOf(project?.id ?? ('' as never))).find(
    ({ snapshot }) => snapshot.kind === 'milestone' && snapshot.text.startsWith('経営者意識'),
  );
  if (row === undefined) throw new Error('no such row');
  const write = await submitWrite(
    { store: opened.store, reader: opened.store, administrators },
    {
      verb: 'edit-milestone',
      person: personOf('administrator'),
      fields: { text: '経営者意識啓発セミナーの開催(H30.11) 2回', when: 'H30.11' },
      projectNumber: null,
      row: { target: row.target, version: row.version },
      requestKey: 'by hand',
      origin,
      confirmed: null,
      now: new Date('2021-03-10T00:00:00Z'),
      today: '2021-03-10' as never,
    },
  );
  expect(write).toMatchObject({ ok: true });
  const file = await fileOf(february);
  const { open } = await accepted(file);
  const protectedRow = open.find(({ newerByHand }) => newerByHand !== null);
  expect(protectedRow).toMatchObject({ difference: 'changed', id: row.target.id });
  const chosen = { kind: 'chosen', keys: new Set([protectedRow?.key ?? '']) } as const;
  const { written } = await accepted(file, { acceptance: chosen });
  expect(written.map(({ id }) => id)).toEqual([row.target.id]);
});

test('two projects of one name: its other names stay with the first, and the edition can be read back', async () => {
  const eighth = await opened.store.findProject(8);
  const file = await fileOf((text) =>
    text
      .replace('（2020年）8月', '（2020年）10月')
      .replace('\n\n関連事業', `\n<p>12. ${eighth?.name}</p>\t<p>■開始</p>\t\n\n関連事業`),
  );
  await accepted(file);
  expect(await opened.store.findProject(12)).toMatchObject({ name: eighth?.name, aliases: [] });
  const frozen = await opened.store.editions.findFrozen('2020-10');
  if (frozen === null) throw new Error('the edition is not kept');
  const { projects } = contentOfFrozen(frozen);
  expect(projects.filter(({ name }) => name === eighth?.name).map(({ aliases }) => aliases)).toEqual([
    eighth?.aliases,
    [],
  ]);
});

test('a row that somebody changes between reading and writing: nothing is written', async () => {
  const file = await fileOf((text) =>
    february(text).replace('2月', '3月').replace('(H30.11)', '(H30.11) 3回'),
  );
  const { store } = opened;
  const before = await projectsNow();
  let revision = '';
  const overtaking = {
    ...store,
    apply: async (set: Parameters<typeof store.apply>[0]) => {
      // Somebody is faster at the last of the rows that are there.
      const last = set.drafts.findLast(({ version }) => version !== null);
      const drafts = last === undefined ? [] : [{ ...last, after: last.before }];
      const { edition: _edition, ...faster } = set;
      await store.apply({ ...faster, requestKey: 'faster', drafts });
      revision = await store.revision();
      return store.apply(set);
    },
  };
  const by = { kind: 'person', person: personOf('administrator'), administrators } as const;
  const request = {
    file,
    acceptance: { kind: 'likely' },
    by,
    requestKey: 'slower',
    origin,
    now: later,
  } as const;
  const result = await acceptImport({ ...ports(), store: overtaking }, request);
  expect(result).toEqual({ ok: false, refusal: { kind: 'overtaken' } });
  expect(await store.revision()).toBe(revision);
  expect((await projectsNow()).map(editionProjectOf)).toEqual(before.map(editionProjectOf));
});

test('a table that contradicts the kind of a value is left for a person', async () => {
  const file = await fileOf((text) => text.replace('実施中/実現 ', '1件/3件 '));
  const rows = await openRowsOf(file);
  expect(rows.filter(({ confidence }) => confidence === 'unsure').map(short)).toEqual([
    'changed indicator 1 ・生産性向上等に資する大規模',
  ]);
});
