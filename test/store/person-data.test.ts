import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { withStoreClient } from '../../src/store/client.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { erasePerson, readPerson } from '../../src/store/person-data.ts';
import { adding, aSet } from '../support/changes.ts';
import { createDatabase } from '../support/stores.ts';

const person = 'U0LEAVES';
const by = { personId: person as never, posts: ['産業政策課 主任'] };

let place: { readonly kind: 'server'; readonly url: string };
let drop: () => Promise<void>;
let store: Store;
let occupancy: string;
beforeAll(async () => {
  const made = await createDatabase();
  drop = made.drop;
  place = { kind: 'server', url: made.url };
  store = await openStore(place);
  await store.noteWelcome(person as never, new Date(0));
  const post = adding({ kind: 'post', section: '課', name: '係', isAdministrator: false });
  await store.apply(aSet([post], { by, verb: 'add-post' }));
  const held = adding({ kind: 'occupancy', postId: post.target.id as never, personId: person as never });
  occupancy = held.target.id;
  await store.apply(aSet([held], { by, verb: 'assign-person' }));
});
afterAll(async () => {
  await store.close();
  await drop();
});

const countsOf = async (id: string) =>
  Object.fromEntries((await readPerson(place, id)).map(({ table, rows }) => [table, rows.length]));

test('a person is found in every table, and nobody else is', async () => {
  expect(await countsOf(person)).toEqual({ change: 2, occupancy: 1, welcome: 1 });
  expect(await countsOf('U0LEAVE')).toEqual({});
});

test('whoever still has a post is not erased', async () => {
  await expect(erasePerson(place, { id: person, letters: 'ABC234' })).rejects.toThrow(
    /1 posts and 0 digests/,
  );
  expect(await countsOf(person)).toMatchObject({ welcome: 1 });
});

test('whoever has left is erased everywhere but in the trail, and what is remembered of the store is void', async () => {
  await withStoreClient(place, (client) =>
    client.query('UPDATE "occupancy" SET "removed_at" = now() WHERE "id" = $1', [occupancy]),
  );
  const before = await store.revision();
  expect(await erasePerson(place, { id: person, letters: 'ABC234' })).toEqual({
    pseudonym: 'U0ERASEDABC234',
    changed: { occupancy: 1, welcome: 1 },
    kept: { change: 2 },
  });
  expect(await countsOf(person)).toEqual({ change: 2 });
  expect(await countsOf('U0ERASEDABC234')).toEqual({ occupancy: 1, welcome: 1 });
  expect(await store.revision()).not.toBe(before);
});
