import { describe, expect, test } from '@jest/globals';
import { handOverSheet, readRoles } from '../../../src/actions/writes/read-roles.ts';
import { today } from '../../support/factories.ts';
import { idOf, personOf, world } from './world.ts';

const policy = { guestsMayRead: false };

async function orphans({ ports }: ReturnType<typeof world>) {
  const read = await readRoles({ ...ports, policy }, personOf('member'));
  return read.ok ? read.value.orphans.map(({ number }) => number) : read.refusal;
}

describe('what nobody looks after', () => {
  test('nothing while every project has a lead', async () => expect(await orphans(world())).toEqual([]));

  test('a project whose leading post is vacant, though it has a deputy', async () => {
    const place = world();
    place.overtake({ kind: 'occupancy', id: 'o-leading' }, null);
    expect(await orphans(place)).toEqual([8]);
  });

  test('a project without a leading post', async () => {
    const place = world();
    place.overtake({ kind: 'role', id: 'r-other' }, null);
    expect(await orphans(place)).toEqual([9]);
  });
});

test('posts and administrators are listed; a guest sees none', async () => {
  const { ports } = world();
  const read = await readRoles({ ...ports, policy }, personOf('member'));
  expect(read).toMatchObject({ value: { administrators: [idOf('administrator')] } });
  expect(read.ok && read.value.posts).toHaveLength(4);
  expect(await readRoles({ ...ports, policy }, personOf('lead', 'guest'))).toMatchObject({
    refusal: { kind: 'may-not-read' },
  });
});

test('the hand-over sheet holds the projects of the posts, what is overdue and what is open', async () => {
  const { store, reader } = world();
  const posts = await store.listPosts();
  const projects = (await Promise.all([9, 8].map((number) => reader.findProject(number)))).filter(
    (project) => project !== null,
  );
  const sheet = handOverSheet({ personId: idOf('lead'), posts, projects, today });
  expect(sheet.posts.map(({ id }) => id)).toEqual(['leading']);
  expect(sheet.projects).toMatchObject([{ number: 8, role: 'lead' }]);
  const [only] = sheet.projects;
  expect(only?.overdue).toEqual([]);
  expect(only?.open.map(({ milestone }) => milestone.id)).toContain('セミナー');
  expect(only?.indicators.map(({ id }) => id)).toEqual(['indicator', 'operation']);
  expect(handOverSheet({ personId: idOf('member'), posts, projects, today })).toMatchObject({
    posts: [],
    projects: [],
  });
});

test('the dates that have passed without word stand apart', async () => {
  const { store, reader } = world();
  const project = await reader.findProject(8);
  const sheet = handOverSheet({
    personId: idOf('deputy'),
    posts: await store.listPosts(),
    projects: project === null ? [] : [project],
    today: '2020-12-01' as typeof today,
  });
  expect(sheet.projects[0]?.role).toBe('deputy');
  expect(sheet.projects[0]?.overdue.map(({ milestone }) => milestone.id)).toEqual([
    'セミナー',
    '秋の実証',
    '協議会',
  ]);
});
