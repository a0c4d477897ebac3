import { describe, expect, test } from '@jest/globals';
import { cachedReader } from '../../src/actions/cached-reader.ts';
import type { ProjectFollower, ProjectReader, ScheduledMilestone } from '../../src/actions/ports.ts';
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

  test('pinned, asks for the revision once, and tells of that one what it has read', async () => {
    const { reader, state } = countingReader();
    let asked = 0;
    const counted = {
      ...reader,
      revision: () => {
        asked += 1;
        return reader.revision();
      },
    };
    const cached = cachedReader(counted, { maxProjects: 10 });
    const pinned = (await cached.pinned?.()) ?? cached;
    expect([await pinned.revision(), (await pinned.findProject(8))?.name]).toEqual(['1', '8 at 1']);
    state.revision = 2;
    expect([await pinned.revision(), (await pinned.findProject(8))?.name]).toEqual(['1', '8 at 1']);
    expect(asked).toBe(1);
    expect((await cached.findProject(8))?.name).toBe('8 at 2');
    expect((await (await pinned.pinned?.())?.findProject(8))?.name).toBe('8 at 2');
    // What it reads late is at most newer, and nobody else is given it.
    await pinned.findProject(9);
    state.revision = 3;
    expect((await cached.findProject(9))?.name).toBe('9 at 3');
  });

  test('tells of each revision once that it is there', async () => {
    const { reader, state } = countingReader();
    const told: number[] = [];
    const cached = cachedReader(reader, { maxProjects: 10, onRevision: () => told.push(state.revision) });
    await Promise.all([cached.findProject(8), cached.listProjects()]);
    await cached.findProject(9);
    state.revision = 2;
    await Promise.all([cached.findProject(8), cached.findProject(9)]);
    expect(told).toEqual([1, 2]);
  });

  test('does not keep a failure', async () => {
    const { cached, state } = setUp();
    state.fails = true;
    await expect(cached.findProject(8)).rejects.toThrow('down');
    state.fails = false;
    expect((await cached.findProject(8))?.number).toBe(8);
  });
});

describe('a cached reader that is told which projects have changed', () => {
  const ids = (...numbers: number[]) => new Set(numbers.map((number) => `p${number}`));

  function setUpFollowed() {
    const names = new Map([1, 2, 8].map((number) => [number, `${number} at first`]));
    const state = { revision: 1, calls: [] as string[], changed: 'all' as ReadonlySet<string> | 'all' };
    const projectOf = (number: number) => ({ id: `p${number}`, number, name: names.get(number) }) as Project;
    const scheduledOf = ({ id, number, name }: Project) =>
      ({ projectId: id, projectNumber: number, projectName: name }) as ScheduledMilestone;
    const numbers = (among?: ReadonlySet<string>) =>
      [...names.keys()].filter((number) => among?.has(`p${number}`) ?? true).toSorted((a, b) => a - b);
    const noting = async <Value>(call: string, value: Value) => {
      state.calls.push(call);
      return value;
    };
    const reader: ProjectReader = {
      revision: async () => String(state.revision),
      listProjects: () => noting('list', numbers().map(projectOf)),
      findProject: (number) => noting(`project ${number}`, names.has(number) ? projectOf(number) : null),
      findScheduled: () => noting('scheduled', numbers().map(projectOf).map(scheduledOf)),
    };
    const follower: ProjectFollower = {
      changedSince: async () => ({ mark: String(state.revision), projects: state.changed }),
      listSome: (among) => noting(`list ${[...among].join()}`, numbers(among).map(projectOf)),
      scheduledIn: (among) =>
        noting(`scheduled ${[...among].join()}`, numbers(among).map(projectOf).map(scheduledOf)),
    };
    /** Writes new names, or takes projects away, and counts the revision up. */
    const write = (changes: Readonly<Record<number, string | null>>) => {
      for (const [number, name] of Object.entries(changes)) {
        if (name === null) names.delete(Number(number));
        else names.set(Number(number), name);
      }
      state.revision += 1;
      state.changed = ids(...Object.keys(changes).map(Number));
    };
    return { state, write, cached: cachedReader(reader, { maxProjects: 10, follower }) };
  }

  const span = spanFrom('2020-08-24');

  test('reads those again, and keeps the others', async () => {
    const { cached, state, write } = setUpFollowed();
    await Promise.all([cached.findProject(1), cached.findProject(8)]);
    await Promise.all([cached.listProjects(), cached.findScheduled(span)]);
    state.calls.length = 0;
    write({ 8: '8 later' });
    expect((await cached.findProject(1))?.name).toBe('1 at first');
    expect((await cached.findProject(8))?.name).toBe('8 later');
    const names = (await cached.listProjects()).map(({ name }) => name);
    expect(names).toEqual(['1 at first', '2 at first', '8 later']);
    const scheduled = (await cached.findScheduled(span)).map(({ projectName }) => projectName);
    expect(scheduled).toEqual(names);
    expect(state.calls).toEqual(['project 8', 'list p8', 'scheduled p8']);
  });

  test('takes in a new project at its place, and leaves out one that is gone', async () => {
    const { cached, write } = setUpFollowed();
    await Promise.all([cached.listProjects(), cached.findProject(2)]);
    write({ 2: null, 5: '5 is new' });
    expect((await cached.listProjects()).map(({ number }) => number)).toEqual([1, 5, 8]);
    expect(await cached.findProject(2)).toBeNull();
  });

  test('remembers what changed over several revisions without a question', async () => {
    const { cached, state, write } = setUpFollowed();
    await cached.listProjects();
    write({ 1: '1 later' });
    await cached.findProject(2);
    write({ 8: '8 later' });
    state.calls.length = 0;
    expect((await cached.listProjects()).map(({ name }) => name)).toEqual([
      '1 later',
      '2 at first',
      '8 later',
    ]);
    expect(state.calls).toEqual(['list p1,p8']);
  });

  test('does not lose a reading that is under way when something else changes, nor believe what it says of that', async () => {
    const { cached, state, write } = setUpFollowed();
    const early = Promise.all([cached.listProjects(), cached.findProject(8), cached.findProject(1)]);
    // The shelf is there and the readings have begun.
    await cached.findProject(2);
    write({ 8: '8 later' });
    const late = Promise.all([cached.listProjects(), cached.findProject(8), cached.findProject(1)]);
    await early;
    const [list, eighth, first] = await late;
    expect([list.at(-1)?.name, eighth?.name, first?.name]).toEqual(['8 later', '8 later', '1 at first']);
    expect(state.calls.filter((call) => call === 'list')).toHaveLength(1);
  });

  test('forgets everything where it cannot be told', async () => {
    const { cached, state, write } = setUpFollowed();
    await cached.findProject(1);
    write({ 1: '1 later' });
    state.changed = 'all';
    expect((await cached.findProject(1))?.name).toBe('1 later');
  });
});
