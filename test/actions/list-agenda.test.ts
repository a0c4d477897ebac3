import { describe, expect, test } from '@jest/globals';
import { listAgenda } from '../../src/actions/list-agenda.ts';
import { aMilestone, aPerson, aProject, today } from '../support/factories.ts';
import { memoryReader } from '../support/memory-reader.ts';
import { shippedProjects } from '../support/projects-of.ts';

const ports = { reader: memoryReader(await shippedProjects()), policy: { guestsMayRead: false } };
const person = aPerson();

async function agenda(typed: string): Promise<readonly string[]> {
  const found = await listAgenda(ports, { person, typed, today });
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return found.value.items.map(
    ({ projectNumber, status, when }) => `${projectNumber} ${status} ${when?.text.replaceAll(' ', '')}`,
  );
}

describe('on 24 August 2020, over the shipped edition', () => {
  test('this week', async () => {
    expect(await agenda('今週')).toEqual([
      '7 due R2.8',
      '10 due R2.8下旬',
      '6 due R2年度',
      '7 due R2年度',
      '10 upcoming R2.8.25',
      '6 ongoing R2.8～',
      '2 ongoing R3.2まで',
    ]);
  });

  test('this month also tells what has passed without word, first', async () => {
    expect((await agenda('今月'))[0]).toBe('10 overdue R2.8.4');
  });

  test.each([
    ['R2.11', ['6 upcoming R2.11', '10 upcoming R2.11', '10 upcoming R2.11下旬']],
    ['R3.4', ['10 upcoming R3.4']],
  ])('%s holds what is planned there', async (typed, expected) => {
    expect(await agenda(typed)).toEqual(expect.arrayContaining(expected));
  });

  test('the words and the days of the span are told', async () => {
    const found = await listAgenda(ports, { person, typed: '今月', today });
    expect(found).toMatchObject({
      value: { asked: '今月', span: { first: '2020-08-01', last: '2020-08-31' } },
    });
  });
});

test('a series of meetings is listed by the one in the span, with the name of its project', async () => {
  const meetings = aMilestone('WGの開催').planned('R2.9', 'R2.11');
  const project = aProject({ number: 3, name: '用地', milestones: [meetings] });
  const of = { reader: memoryReader([project]), policy: ports.policy };
  const found = await listAgenda(of, { person, typed: 'R2.11', today });
  expect(found.ok && found.value.items).toMatchObject([
    { projectNumber: 3, projectName: '用地', when: { text: 'R2.11' }, status: 'upcoming' },
  ]);
});

test.each([
  ['', 'empty'],
  ['いつか', 'not-a-period'],
  ['適宜', 'unbounded'],
  ['R2.2.30', 'no-such-day'],
  ['99年', 'too-long'],
])('%j is refused: %s', async (typed, kind) => {
  expect(await listAgenda(ports, { person, typed, today })).toMatchObject({
    refusal: { kind: 'not-a-span', typed, reason: { kind } },
  });
});

test('who may not read is not told either', async () => {
  const guest = aPerson({ standing: 'guest' });
  expect(await listAgenda(ports, { person: guest, typed: '今月', today })).toMatchObject({
    refusal: { kind: 'may-not-read' },
  });
});
