import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.ts';
import { seededRandom } from '../soak/random.ts';
import { startScript } from '../support/child.ts';
import { readKept } from './kept.ts';

/** What so many kills have shown. */
export interface Shown {
  readonly accepted: number;
  /** Accepted, and not there afterwards. */
  readonly lost: readonly string[];
  /** There more than once. */
  readonly twice: readonly string[];
  /** There in part; see `readKept`. */
  readonly halves: readonly string[];
  /** There although nobody was told: at most what was under way when the process was killed. */
  readonly untold: number;
  /** From starting a process after a kill until it had the store open, in milliseconds. */
  readonly starts: readonly number[];
}

interface Rounds {
  readonly dataDir: string;
  readonly rounds: number;
  readonly seed: number;
  /** How many writes a process is let do at most before it is killed. */
  readonly mostWrites: number;
  readonly onRound?: (round: number) => void;
}

const writer = new URL('./child-writer.ts', import.meta.url);
const atOnce = 3;

/** Kills a process that writes, again and again at another moment, and looks at what is there after each kill. */
export async function killAgainAndAgain(given: Rounds): Promise<Shown> {
  const { dataDir, rounds, seed, mostWrites, onRound } = given;
  const random = seededRandom(seed);
  const accepted: string[] = [];
  const starts: number[] = [];
  const halves: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const began = performance.now();
    const child = startScript(writer, dataDir, String(round));
    const found = JSON.parse(await child.nextLine()) as Awaited<ReturnType<typeof readKept>>;
    starts.push(performance.now() - began);
    halves.push(...found.halves);
    for (let left = 1 + Math.floor(random() * mostWrites); left > 0; left -= 1) {
      accepted.push(JSON.parse(await child.nextLine()) as string);
    }
    // Anywhere in the next write, which takes some milliseconds.
    await wait(random() * 12);
    await child.kill();
    accepted.push(...(await child.rest()).map((line) => JSON.parse(line) as string));
    // The system's supervisor knows that it is dead: nobody has to wait until its lock is stale.
    await rm(path.join(dataDir, 'database', 'lock'), { recursive: true, force: true });
    onRound?.(round);
  }
  const database = await openEmbeddedDatabase({ dataDir, onLockLost: fail });
  const kept = await readKept(database);
  await database.close();
  return { ...judge(accepted, kept.names), halves: [...halves, ...kept.halves], starts };
}

function judge(accepted: readonly string[], names: readonly string[]) {
  const there = new Set(names);
  return {
    accepted: accepted.length,
    lost: accepted.filter((name) => !there.has(name)),
    twice: names.filter((name, index) => names.indexOf(name) !== index),
    untold: there.size - accepted.length,
  };
}

/** How many things there may be of which nobody was told. */
export function mostUntold(rounds: number): number {
  return rounds * atOnce;
}

function fail(error: Error): never {
  throw error;
}
