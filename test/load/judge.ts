import type { Written } from '../replicas/writer.ts';
import type { Minute } from './tally.ts';

/** What a run has shown. */
export interface Shown {
  readonly measured: readonly Minute[];
  readonly written: readonly Written[];
  /** How often the store holds each text that people recorded. */
  readonly texts: ReadonlyMap<string, number>;
}

const goalMs = 100;
/** Memory that the collector has not given back yet is no growth. */
const flatWithin = 1.1;

/** Each goal with a tick or a cross, and whether all are met. Memory is judged from the third minute on; what
 * writers wait for is told beside it. */
export function judgementOf({ measured, written, texts }: Shown): {
  readonly lines: readonly string[];
  readonly isGood: boolean;
} {
  const accepted = written.flatMap((each) => each.accepted);
  const lost = accepted.filter((text) => !texts.has(text)).length;
  const twice = [...texts.values()].filter((count) => count > 1).length;
  const troubles = written.flatMap((each) => each.troubles);
  const errors = measured.reduce((sum, minute) => sum + minute.errors, 0) + troubles.length;
  const worst = (what: keyof Minute['p99']) => Math.max(...measured.map(({ p99 }) => p99[what]));
  const memory = measured.slice(2).map(({ gauges }) => gauges.memory);
  const growth = (memory.at(-1) ?? 1) / (memory[0] ?? 1);
  const goals: readonly (readonly [boolean, string])[] = [
    [errors === 0, `errors: ${errors}`],
    [lost + twice === 0, `writes: ${accepted.length} accepted, ${lost} lost, ${twice} twice`],
    [
      worst('question') < goalMs,
      `p99 of the commands in the worst minute: ${worst('question').toFixed(1)} ms (goal < ${goalMs})`,
    ],
    [
      growth <= flatWithin,
      `memory from the third minute to the last: × ${growth.toFixed(2)} (goal ≤ ${flatWithin})`,
    ],
  ];
  return {
    lines: [
      ...goals.map(([isMet, line]) => `${isMet ? '✅' : '❌'} ${line}`),
      `p99 in the worst minute: forms ${worst('form').toFixed(1)} ms, submissions ${worst('submission').toFixed(1)} ms`,
      ...troubles.slice(0, 20),
    ],
    isGood: goals.every(([isMet]) => isMet),
  };
}
