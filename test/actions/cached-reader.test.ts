import { describe, expect, test } from '@jest/globals';
import { cachedReader } from '../../src/actions/cached-reader.ts';
import type { ProjectReader } from '../../src/actions/ports.ts';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import type { Project } from '../../src/domain/project.ts';

/** A reader of projects 1 to 99, whose names tell the revision at which they were read, and that counts. */
function countingReader() {
  const state = { revision: 1, fails: false, calls: [] as string[] };
  const answer = async <Value>(call: string, value: Value): Promise<Value> => {
    state.calls.push(call);
    if (state.fails) throw new Error('the store is down');
    return value;
  };
  const projectOf = (number: number) => ({ number, name: `${number} at ${state.revision}` }) as Project;
  const reader: ProjectReader = {
    revision: async () => String(state.revision),
    listProjects: () => answer('list', [projectOf(1)]),
    findProject: (number) => answer(`project ${number}`, number > 99 ? null : projectOf(number)),
    findScheduled: ({ first }) => answer(`scheduled ${first}`, []),
  };
  return { reader, state };
}

const spanFrom = (first: string) => ({ first: calendarDay(first), last: calendarDay('2020-12-31') });

function setUp({ maxProjects = 10 } = {}) {
  const { reader, state } = countingReader();
  return { state, cached: cachedReader(reader, { maxProjects }) };
}

describe('a cached reader', () => {
  test('reads each thing once while the revision stays', async () => {
    const { cached, state } = setUp();
    for (let round = 0; round < 3; round += 1) {
      await cached.listProjects();
      await cached.findProject(8);
      await cached.findScheduled(spanFrom('2020-08-24'));
    }
    expect(state.calls).toEqual(['list', 'project 8', 'scheduled 2020-08-24']);
  });

  test('gives nothing of an earlier revision', async () => {
    const { cached, state } = setUp();
    await cached.findProject(8);
    await cached.listProjects();
    state.revision = 2;
    expect((await cached.findProject(8))?.name).toBe('8 at 2');
    expect((await cached.listProjects())[0]?.name).toBe('1 at 2');
  });

  test('keeps what is read while the revision changes for the earlier one only', async () => {
    const { cached, state } = setUp();
    const early = cached.findProject(8);
    state.revision = 2;
    await early;
    expect((await cached.findProject(8))?.name).toBe('8 at 2');
  });

  test('shares one reading among those who ask at once', async () => {
    const { cached, state } = setUp();
    const answers = await Promise.all(Array.from({ length: 50 }, () => cached.findProject(8)));
    expect(state.calls).toEqual(['project 8']);
    expect(new Set(answers).size).toBe(1);
  });

  test('forgets the project that was used longest ago', async () => {
    const { cached, state } = setUp({ maxProjects: 2 });
    for (const number of [1, 2, 1, 3]) await cached.findProject(number);
    state.calls.length = 0;
    for (const number of [1, 3, 2]) await cached.findProject(number);
    expect(state.calls).toEqual(['project 2']);
  });

  test('keeps a bounded number of spans', async () => {
    const { cached, state } = setUp();
    const days = Array.from({ length: 28 }, (_, index) => String(index + 1).padStart(2, '0'));
    const spans = ['2020-01', '2020-03'].flatMap((month) => days.map((day) => spanFrom(`${month}-${day}`)));
    for (const span of spans) await cached.findScheduled(span);
    state.calls.length = 0;
    for (const span of [...spans].reverse()) await cached.findScheduled(span);
    expect(state.calls).toHaveLength(spans.length - 32);
  });

  test('asks again for a project that was not there', async () => {
    const { cached, state } = setUp();
    expect(await cached.findProject(100)).toBeNull();
    expect(await cached.findProject(100)).toBeNull();
    expect(state.calls).toHaveLength(2);
  });

  test('does not keep a failure', async () => {
    const { cached, state } = setUp();
    state.fails = true;
    await expect(cached.findProject(8)).rejects.toThrow('down');
    state.fails = false;
    expect((await cached.findProject(8))?.number).toBe(8);
  });
});
