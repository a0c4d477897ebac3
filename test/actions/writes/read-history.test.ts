import { describe, expect, test } from '@jest/globals';
import { readHistory, readPeopleHistory } from '../../../src/actions/writes/read-history.ts';
import { undo, undoDays } from '../../../src/actions/writes/undo.ts';
import { idOf, now, origin, personOf, world, written } from './world.ts';

const policy = { guestsMayRead: false };
const asked = { person: personOf('member'), number: 8, page: 1, now };

async function twelveChanges() {
  const { ports } = world();
  for (let at = 1; at <= 12; at += 1) await written(ports, { fields: { text: `第${at}`, when: 'R2.8' } });
  await written(ports, { projectNumber: 9, person: personOf('leadOfAnother') });
  return { ...ports, policy };
}

async function page(number: number) {
  const read = await readHistory(await twelveChanges(), { ...asked, page: number });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const { entries, ...rest } = read.value;
  const texts = entries.map(({ change: { after } }) => (after?.kind === 'milestone' ? after.text : ''));
  return { ...rest, project: rest.project.number, first: texts[0], count: texts.length };
}

describe('pages of ten, the newest first', () => {
  test.each([
    [1, { page: 1, first: '第12', count: 10 }],
    [2, { page: 2, first: '第2', count: 2 }],
    [3, { page: 2, first: '第2', count: 2 }],
    [0, { page: 1, first: '第12', count: 10 }],
    [Number.NaN, { page: 1, first: '第12', count: 10 }],
  ])('page %p', async (number, expected) =>
    expect(await page(number)).toEqual({ project: 8, pages: 2, total: 12, ...expected }),
  );

  test('a project without changes has one empty page', async () => {
    const read = await readHistory({ ...world().ports, policy }, asked);
    expect(read).toMatchObject({ value: { entries: [], page: 1, pages: 1, total: 0 } });
  });
});

test('a submission is one entry, however many rows it changed', async () => {
  const { ports } = world();
  const fields = { person: idOf('leadOfAnother'), into: idOf('member') };
  await written(ports, { verb: 'hand-over', fields, projectNumber: null, person: personOf('administrator') });
  const read = await readPeopleHistory(ports, { person: personOf('administrator'), page: 1, now });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  const { entries, total } = read.value;
  const told = entries.map(({ changes }) => changes.map(({ after }) => (after === null ? 'left' : 'came')));
  expect([total, told]).toEqual([1, [['left', 'came']]]);
});

test('what is young enough can be undone', async () => {
  const ports = await twelveChanges();
  const later = new Date(now.getTime() + (undoDays + 1) * 86_400_000);
  const undoable = async (at: Date) => {
    const read = await readHistory(ports, { ...asked, now: at });
    return read.ok && read.value.entries.every((entry) => entry.undoable);
  };
  expect([await undoable(now), await undoable(later)]).toEqual([true, false]);
});

test('a guest reads none, and an unknown number has none', async () => {
  const ports = { ...world().ports, policy };
  expect(await readHistory(ports, { ...asked, person: personOf('member', 'guest') })).toMatchObject({
    refusal: { kind: 'may-not-read' },
  });
  expect(await readHistory(ports, { ...asked, number: 99 })).toMatchObject({
    refusal: { kind: 'no-such-number', range: { first: 8, last: 9 } },
  });
});

describe('what was changed of posts, people and roles', () => {
  const changed = async () => {
    const { ports } = world();
    const by = { person: personOf('administrator') };
    await written(ports);
    await written(ports, { verb: 'grant-role', fields: { post: 'other', role: 'deputy' }, ...by });
    const given = {
      verb: 'add-post',
      fields: { section: '港湾課', name: '係長' },
      projectNumber: null,
    } as const;
    const { setId } = await written(ports, { ...given, ...by });
    return { ports, setId };
  };

  test('is read by administrators, the newest first, and says what was taken back since', async () => {
    const { ports, setId } = await changed();
    const person = personOf('administratorByPost');
    await undo(ports, { setId, person, requestKey: 'undo', origin, now });
    const read = await readPeopleHistory(ports, { person, page: 1, now });
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    expect(read.value).toMatchObject({ page: 1, pages: 1, total: 3 });
    expect(
      read.value.entries.map(({ change: { verb }, undone, undoable }) => [verb, undone, undoable]),
    ).toEqual([
      ['undo', false, true],
      ['add-post', true, false],
      ['grant-role', false, true],
    ]);
  });

  test.each(['lead', 'member'] as const)('not by a %s, who learns whom to ask', async (kind) => {
    const { ports } = await changed();
    expect(await readPeopleHistory(ports, { person: personOf(kind), page: 1, now })).toEqual({
      ok: false,
      refusal: {
        kind: 'may-not-write',
        why: 'administrators',
        ask: [idOf('administrator'), idOf('administratorByPost')],
      },
    });
  });

  test('of roles stands in the history of their project as well', async () => {
    const { ports } = await changed();
    const read = await readHistory({ ...ports, policy }, asked);
    expect(read.ok && read.value.entries.map(({ change: { verb } }) => verb)).toEqual([
      'grant-role',
      'record-milestone',
    ]);
  });
});
