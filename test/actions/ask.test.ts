import { describe, expect, test } from '@jest/globals';
import { listProjects, noSuchNumber, showProject } from '../../src/actions/ask.ts';
import { mayRead } from '../../src/actions/may-read.ts';
import { aPerson, aProject } from '../support/factories.ts';
import { brokenReader, memoryReader } from '../support/memory-reader.ts';

const policy = { guestsMayRead: false };
const reader = memoryReader([aProject({ number: 3 }), aProject({ number: 1 }), aProject({ number: 8 })]);
const person = aPerson();

describe('who may read', () => {
  test.each([
    ['member', true, true],
    ['guest', false, true],
    ['outsider', false, true],
    ['bot', false, false],
    ['deactivated', false, false],
  ] as const)('a %s: %s, and where guests may: %s', async (standing, strictly, openly) => {
    const asker = aPerson({ standing });
    expect(mayRead(asker, { guestsMayRead: false })).toBe(strictly);
    expect(mayRead(asker, { guestsMayRead: true })).toBe(openly);
    const refusal = { ok: false, refusal: { kind: 'may-not-read', standing } };
    const listed = await listProjects({ reader, policy }, asker);
    const shown = await showProject({ reader, policy }, { person: asker, number: 8 });
    if (strictly) expect([listed.ok, shown.ok]).toEqual([true, true]);
    else expect([listed, shown]).toEqual([refusal, refusal]);
  });

  test('is decided before the store is asked', async () => {
    const asker = aPerson({ standing: 'guest' });
    const ports = { reader: brokenReader(), policy };
    expect(await listProjects(ports, asker)).toMatchObject({ ok: false });
    expect(await showProject(ports, { person: asker, number: 8 })).toMatchObject({ ok: false });
  });
});

test('the projects come by number', async () => {
  const listed = await listProjects({ reader, policy }, person);
  expect(listed.ok && listed.value.map(({ number }) => number)).toEqual([1, 3, 8]);
});

test('an empty store is told', async () => {
  const ports = { reader: memoryReader([]), policy };
  expect(await listProjects(ports, person)).toEqual({ ok: false, refusal: { kind: 'empty-store' } });
  expect(await showProject(ports, { person, number: 8 })).toEqual({
    ok: false,
    refusal: { kind: 'empty-store' },
  });
});

test('a number that no project has is refused with those that there are', async () => {
  expect(await showProject({ reader, policy }, { person, number: 7 })).toMatchObject({
    refusal: { kind: 'no-such-number', typed: '7', range: { first: 1, last: 8 } },
  });
});

test.each([
  ['11', [8, 9, 10]],
  ['0', [1, 2, 3]],
  ['-1', [1, 2, 3]],
  ['1.5', [1, 2, 3]],
  ['1,234', [1, 2, 3]],
  ['9'.repeat(100), [8, 9, 10]],
])('near to %s are %j', (typed, near) => {
  const projects = Array.from({ length: 10 }, (_, at) => aProject({ number: at + 1 }));
  const refusal = noSuchNumber(typed, projects);
  expect(refusal.kind === 'no-such-number' && refusal.near.map(({ number }) => number)).toEqual(near);
});

test('a store that is down is our failure, not a refusal', async () => {
  await expect(listProjects({ reader: brokenReader(), policy }, person)).rejects.toThrow('the store is down');
});
