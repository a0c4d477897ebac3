import type { Measured, Plan } from './measure.ts';
import type { TargetName } from './targets.ts';

/** A number of the report: how it is got and printed, and the goal for it where there is one. */
interface Line {
  readonly title: string;
  readonly digits: number;
  readonly value: (measured: Measured) => number;
  /** Whether the bot's number is also told as a multiple of the bare app's. */
  readonly withRatio?: boolean;
  readonly goals?: Partial<Readonly<Record<TargetName, Goal>>>;
}

interface Goal {
  readonly text: string;
  readonly met: (measured: Measured, bare: Measured) => boolean;
}

const below = (limit: number, unit: string, value: Line['value']): Goal => ({
  text: `< ${limit} ${unit}`,
  met: (measured) => value(measured) < limit,
});

function linesOf(plan: Plan): readonly Line[] {
  const { connections } = plan.constant;
  const p99 = below(50, 'ms', (each) => each.p99);
  const throughput: Goal = {
    text: '≥ 0.6 ×',
    met: (measured, bare) => measured.perSecond >= 0.6 * bare.perSecond,
  };
  const start = below(2_000, 'ms', (each) => each.start);
  return [
    {
      title: `requests/s, ${connections} connections`,
      digits: 0,
      value: (each) => each.perSecond,
      withRatio: true,
      goals: { embedded: throughput },
    },
    { title: '— slowest round', digits: 0, value: (each) => each.slowestRound },
    { title: '— fastest round', digits: 0, value: (each) => each.fastestRound },
    {
      title: 'processor time per request, ms',
      digits: 3,
      value: (each) => each.cpuPerRequest,
      withRatio: true,
    },
    {
      title: `p50 at ${plan.steady.perSecond}/s, ms`,
      digits: 2,
      value: (each) => each.p50,
      withRatio: true,
    },
    {
      title: `p99 at ${plan.steady.perSecond}/s, ms`,
      digits: 2,
      value: (each) => each.p99,
      withRatio: true,
      goals: { embedded: p99, postgresql: p99 },
    },
    {
      title: 'start to ready, ms',
      digits: 0,
      value: (each) => each.start,
      goals: { embedded: start, postgresql: start },
    },
    { title: 'first answer after start, ms', digits: 0, value: (each) => each.firstAnswer },
    memory('memory after start, without dictionary, MB', (each) => each.lean.rssAfterStart),
    memory(`— after 10 s at ${plan.steady.perSecond}/s`, (each) => each.lean.rssAfterLoad),
    {
      title: '— after 10 s more at all it takes',
      digits: 0,
      value: (each) => each.lean.rssAfterRush,
    },
    { title: 'memory after load, with dictionary, MB', digits: 0, value: (each) => each.rssAfterLoad },
    { title: 'bytes of the answer', digits: 0, value: (each) => each.bytes },
    { title: 'answers of another length', digits: 0, value: (each) => each.others },
  ];
}

function memory(title: string, value: Line['value']): Line {
  const goals = { embedded: below(450, 'MB', value), postgresql: below(250, 'MB', value) };
  return { title, digits: 0, value, goals };
}

/** The table in Markdown: a row for each number, a column for each target, the goals beside the numbers. */
export function reportOf(all: readonly Measured[], plan: Plan): string {
  const bare = all.find(({ name }) => name === 'bare');
  if (bare === undefined) throw new Error('the bare app was not measured');
  const rows = linesOf(plan).map((line) => [line.title, ...all.map((each) => cell(line, each, bare))]);
  return [['', ...all.map(({ name }) => name)], ['---', ...all.map(() => '---')], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function cell({ value, digits, withRatio, goals }: Line, measured: Measured, bare: Measured): string {
  const goal = goals?.[measured.name];
  return [
    value(measured).toFixed(digits),
    withRatio && measured !== bare ? `(${(value(measured) / value(bare)).toFixed(2)} ×)` : '',
    goal ? `${goal.met(measured, bare) ? '✅' : '❌ missed:'} ${goal.text}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
