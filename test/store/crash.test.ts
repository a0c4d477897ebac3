import { expect, test } from '@jest/globals';
import { type Child, startChild } from '../support/child.ts';
import { copyOfEmptyFolder } from '../support/stores.ts';

const rounds = 1;

/** Lets the child write until it has told of `count` commits, and gives the last one it told of. */
async function afterCommits(child: Child, count: number): Promise<string> {
  let told = '';
  for (let commit = 0; commit < count; commit += 1) told = JSON.parse(await child.nextLine());
  return told;
}

test('what was committed is there after kill -9 in the middle of writing', async () => {
  const dataDir = await copyOfEmptyFolder();
  let lastTold: string | null = null;
  for (let round = 0; round <= rounds; round += 1) {
    const child = startChild('write', dataDir);
    const found: string[] = JSON.parse(await child.nextLine());
    expect(found).toEqual(found.map((_, index) => String(index).padStart(6, '0')));
    if (lastTold !== null) expect(found).toContain(lastTold);
    lastTold = await afterCommits(child, 15 + 7 * round);
    await child.kill();
  }
}, 60_000);
