// npm run kills [-- ROUNDS SEED]: a hundred times, a process that writes into an embedded store on this disk is killed
// (kill -9) at another moment. Exits with 1 if anything that was accepted is lost, there twice, or there in part.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { quantile } from '../bench/statistics.ts';
import { killAgainAndAgain, mostUntold } from './rounds.ts';

const [rounds = 100, seed = 1] = process.argv.slice(2).map(Number);

const dataDir = await mkdtemp(path.join(tmpdir(), 'kills-'));
try {
  const onRound = (round: number) => {
    if (round % 10 === 0) console.log(`${round} kills`);
  };
  const { starts, ...shown } = await killAgainAndAgain({ dataDir, rounds, seed, mostWrites: 60, onRound });
  const [p50, slowest] = [0.5, 1].map((part) => Math.round(quantile(starts, part)));
  console.log({ ...shown, startMs: { p50, slowest } });
  const wrong = shown.lost.length + shown.twice.length + shown.halves.length;
  process.exitCode = wrong === 0 && shown.untold <= mostUntold(rounds) ? 0 : 1;
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
