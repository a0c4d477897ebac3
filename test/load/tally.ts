import { quantile } from '../bench/statistics.ts';
import type { Gauges } from './gauges.ts';

/** What was done. `question`: until the whole answer was there; the others: see `writeConstantly`. */
export const kinds = ['question', 'command', 'form', 'submission'] as const;
export type Kind = (typeof kinds)[number];

/** One minute, or the part of one that a shorter run has. */
export interface Minute {
  readonly counts: Readonly<Record<Kind, number>>;
  readonly p50: Readonly<Record<Kind, number>>;
  readonly p99: Readonly<Record<Kind, number>>;
  readonly slowest: number;
  /** Of all kinds. */
  readonly errors: number;
  readonly gauges: Gauges;
}

/** Gathers what happens. */
export interface Tally {
  took(kind: Kind, milliseconds: number): void;
  failed(why: string): void;
  /** Sums up what came since it was called last. */
  minute(gauges: Gauges): Minute;
  /** How often each thing went wrong. */
  readonly failures: Map<string, number>;
}

export function tally(): Tally {
  const times: Record<Kind, number[]> = { question: [], command: [], form: [], submission: [] };
  const failures = new Map<string, number>();
  let errors = 0;
  const ofEach = <Value>(read: (values: readonly number[]) => Value) =>
    Object.fromEntries(kinds.map((kind) => [kind, read(times[kind])])) as Record<Kind, Value>;
  return {
    took: (kind, milliseconds) => void times[kind].push(milliseconds),
    failed: (why) => {
      errors += 1;
      failures.set(why, (failures.get(why) ?? 0) + 1);
    },
    minute: (gauges) => {
      const minute = {
        counts: ofEach((values) => values.length),
        p50: ofEach((values) => quantile(values, 0.5)),
        p99: ofEach((values) => quantile(values, 0.99)),
        slowest: Math.max(0, ...kinds.map((kind) => quantile(times[kind], 1) || 0)),
        errors,
        gauges,
      };
      for (const kind of kinds) times[kind].length = 0;
      errors = 0;
      return minute;
    },
    failures,
  };
}

/** The head of the table whose rows `row` makes. */
export const head = [
  '| minute | questions | p50 ms | p99 ms | writes | form p99 ms | submission p99 ms | slowest ms | errors | memory MB | heap MB | loop p99 ms | loop max ms | processor % |',
  `|${' ---: |'.repeat(14)}`,
].join('\n');

/** A minute as a row of the table; `number` counts from one. */
export function row(number: number, { counts, p50, p99, slowest, errors, gauges }: Minute): string {
  const { memory, heap, loopP99, loopMax, processor } = gauges;
  const cells = [
    number,
    counts.question,
    p50.question.toFixed(1),
    p99.question.toFixed(1),
    counts.submission,
    p99.form.toFixed(1),
    p99.submission.toFixed(1),
    slowest.toFixed(0),
    errors,
    memory.toFixed(0),
    heap.toFixed(0),
    loopP99.toFixed(1),
    loopMax.toFixed(1),
    processor.toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}
