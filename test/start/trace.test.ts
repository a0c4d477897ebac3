import { expect, test } from '@jest/globals';
import { causeOf } from '../../src/start/trace.ts';
import { storeOver } from '../../src/store/open-store.ts';
import { openServerDatabase } from '../../src/store/server-database.ts';
import { createDatabase } from '../support/stores.ts';

test('a store that does not answer is counted as the cause, by whatever it was asked', async () => {
  const { url, drop } = await createDatabase();
  const database = await openServerDatabase({ url });
  const store = storeOver(database);
  await drop();
  for (const ask of [() => store.revision(), () => store.listProjects()]) {
    const problem = await ask().then(
      () => null,
      (error: unknown) => error,
    );
    expect([problem, causeOf(problem)]).toEqual([expect.any(Error), 'store']);
  }
  await database.close();
});

test('what is thrown anywhere else is not', () => {
  expect(causeOf(new Error('something else'))).toBe('other');
  expect(causeOf(Object.assign(new Error('ratelimited'), { code: 'slack_webapi_rate_limited_error' }))).toBe(
    'slack',
  );
  expect(causeOf('a text')).toBe('other');
});
