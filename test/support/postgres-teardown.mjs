// Jest's globalTeardown: stops what postgres-setup.mjs started and removes the run's files.
import { once } from 'node:events';
import { rmSync } from 'node:fs';

export default async function teardown() {
  const keeper = globalThis.postgresKeeper;
  if (keeper && keeper.exitCode === null) {
    keeper.ref();
    const gone = once(keeper, 'exit');
    keeper.stdin.end();
    await gone;
  }
  rmSync(process.env.TEST_RUN_FOLDER, { recursive: true, force: true });
}
