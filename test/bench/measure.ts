import { type Answered, askConstantly, askSteadily, type Door, openDoor } from './load.ts';
import { type Running, start } from './program.ts';
import type { SignedCommand } from './signed-command.ts';
import { median, quantile } from './statistics.ts';
import { type Target, type TargetName, withoutDictionary } from './targets.ts';

/** How long each part takes; one round lasts for `milliseconds` and comes to every target in turn. */
export interface Plan {
  readonly starts: number;
  readonly warmUp: { readonly milliseconds: number };
  readonly constant: { readonly rounds: number; readonly connections: number; readonly milliseconds: number };
  readonly steady: { readonly rounds: number; readonly perSecond: number; readonly milliseconds: number };
}

/** What was measured of one target. Times in milliseconds, memory in MB. */
export interface Measured {
  readonly name: TargetName;
  readonly start: number;
  readonly firstAnswer: number;
  readonly rssAfterStart: number;
  readonly rssAfterLoad: number;
  /** Of a process of its own that runs without the dictionary. */
  readonly lean: Lean;
  readonly perSecond: number;
  readonly slowestRound: number;
  readonly fastestRound: number;
  readonly cpuPerRequest: number;
  readonly p50: number;
  readonly p99: number;
  /** Bytes of one answer, once warm. */
  readonly bytes: number;
  /** Answers of another length: the message that asks for patience, or a failure. */
  readonly others: number;
}

interface Lean {
  readonly rssAfterStart: number;
  /** After 10 s at the steady rate. */
  readonly rssAfterLoad: number;
  /** After 10 s more at all that it takes. */
  readonly rssAfterRush: number;
}

/** A target that runs, and what it has shown so far. */
interface Trial {
  readonly target: Target;
  readonly running: Running;
  readonly door: Door;
  readonly starts: readonly number[];
  readonly firsts: readonly number[];
  readonly rssAfterStart: number;
  readonly lean: Lean;
  readonly rates: number[];
  readonly cpu: number[];
  readonly latencies: number[];
  bytes: number;
  others: number;
}

/** Measures the targets side by side, so that what disturbs the machine disturbs all of them. */
export async function measure(
  targets: readonly Target[],
  plan: Plan,
  nextCommand: () => SignedCommand,
): Promise<readonly Measured[]> {
  const trials: Trial[] = [];
  try {
    for (const target of targets) trials.push(await begin(target, plan, nextCommand));
    await Promise.all(trials.map(({ running }) => running.settled));
    for (const trial of trials) await warmUp(trial, { ...plan.constant, ...plan.warmUp });
    for (let round = 0; round < plan.constant.rounds; round += 1) {
      for (const trial of trials) await constantRound(trial, plan.constant);
    }
    for (let round = 0; round < plan.steady.rounds; round += 1) {
      for (const trial of trials) await steadyRound(trial, plan.steady);
    }
    return await Promise.all(trials.map(sumUp));
  } finally {
    for (const { door, running } of trials) {
      door.close();
      await running.stop();
    }
  }
}

/** Starts the target several times, each time until its first answer; the last one stays. */
async function begin(target: Target, plan: Plan, nextCommand: () => SignedCommand): Promise<Trial> {
  const lean = await leanMemory(target, plan, nextCommand);
  const starts: number[] = [];
  const firsts: number[] = [];
  for (;;) {
    const running = await start(target.program);
    const { rssBytes } = await running.usage();
    const door = openDoor(running.port, nextCommand);
    const first = await door.ask();
    starts.push(running.startMilliseconds);
    firsts.push(first.milliseconds);
    if (starts.length === plan.starts) {
      const shown = { rates: [], cpu: [], latencies: [], bytes: 0, others: 0 };
      return { target, running, door, starts, firsts, lean, rssAfterStart: megabytes(rssBytes), ...shown };
    }
    door.close();
    await running.stop();
  }
}

async function leanMemory(
  target: Target,
  { constant, steady }: Plan,
  nextCommand: () => SignedCommand,
): Promise<Lean> {
  const running = await start(withoutDictionary(target));
  const rssAfterStart = megabytes((await running.usage()).rssBytes);
  const door = openDoor(running.port, nextCommand);
  await askSteadily(door, { ...steady, milliseconds: 10_000 });
  const rssAfterLoad = megabytes((await running.usage()).rssBytes);
  await askConstantly(door, { ...constant, milliseconds: 10_000 });
  const rssAfterRush = megabytes((await running.usage()).rssBytes);
  door.close();
  await running.stop();
  return { rssAfterStart, rssAfterLoad, rssAfterRush };
}

async function warmUp(trial: Trial, plan: Plan['constant']): Promise<void> {
  const answers = await askConstantly(trial.door, plan);
  trial.bytes = answers.at(-1)?.bytes ?? 0;
}

async function constantRound(trial: Trial, plan: Plan['constant']): Promise<void> {
  const before = await trial.running.usage();
  const began = performance.now();
  const answers = await askConstantly(trial.door, plan);
  const seconds = (performance.now() - began) / 1000;
  const after = await trial.running.usage();
  trial.rates.push(answers.length / seconds);
  trial.cpu.push((after.cpuMicroseconds - before.cpuMicroseconds) / 1000 / answers.length);
  trial.others += othersAmong(answers, trial.bytes);
}

async function steadyRound(trial: Trial, plan: Plan['steady']): Promise<void> {
  const answers = await askSteadily(trial.door, plan);
  trial.latencies.push(...answers.map(({ milliseconds }) => milliseconds));
  trial.others += othersAmong(answers, trial.bytes);
}

function othersAmong(answers: readonly Answered[], usual: number): number {
  return answers.filter(({ bytes }) => bytes !== usual).length;
}

async function sumUp(trial: Trial): Promise<Measured> {
  const { rssBytes } = await trial.running.usage();
  return {
    name: trial.target.name,
    start: median(trial.starts),
    firstAnswer: median(trial.firsts),
    rssAfterStart: trial.rssAfterStart,
    rssAfterLoad: megabytes(rssBytes),
    lean: trial.lean,
    perSecond: median(trial.rates),
    slowestRound: Math.min(...trial.rates),
    fastestRound: Math.max(...trial.rates),
    cpuPerRequest: median(trial.cpu),
    p50: median(trial.latencies),
    p99: quantile(trial.latencies, 0.99),
    bytes: trial.bytes,
    others: trial.others,
  };
}

function megabytes(bytes: number): number {
  return bytes / 1024 / 1024;
}
