import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** How an answer to a question, a write or a digest ended: closed lists of the code, never what a person typed. */
export interface Meter {
  /** A request was acknowledged. `kind`: command, action, view, shortcut, options or event. */
  acked(kind: string, milliseconds: number): void;
  /** A question was answered. */
  answered(subcommand: string, outcome: string): void;
  wrote(verb: string, result: string): void;
  /** A digest's period came to an end, or to doubt. */
  digested(result: string): void;
  searched(milliseconds: number): void;
  /** Something failed on our side. `cause`: store, slack or other. */
  failed(cause: string): void;
}

/** What is looked up when somebody asks for the metrics. */
export interface Gauged {
  readonly version: string;
  /** Whether the bot can answer; what it rejects with means no. */
  readonly isReady: () => Promise<boolean>;
  /** Seconds since the oldest digest that is due was due; 0 where none waits. */
  readonly queueAgeSeconds: () => Promise<number>;
}

/** A meter and its page. */
export interface MeterBook extends Meter {
  /** The page in the text format of Prometheus 0.0.4. */
  readonly page: () => Promise<{ readonly type: string; readonly text: string }>;
}

/** Slack gives an acknowledgement three seconds; a person wonders after one. */
const ackBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5];
const searchBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

/** What is counted, with the figures of Node and the process beside it. Names and labels: docs/operations.md. */
export function meterBook(gauged: Gauged): MeterBook {
  const register = new Registry();
  collectDefaultMetrics({ register });
  gauges(register, gauged);
  const registers = [register];
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    counting(new Counter({ name: `shinchoku_${name}`, help, labelNames, registers }));
  const answers = counter('answers_total', 'Answers to questions', 'subcommand', 'outcome');
  const writes = counter('writes_total', 'Submissions that write', 'verb', 'result');
  const digests = counter('digests_total', 'Periods of digests that ended', 'result');
  const failures = counter('failures_total', 'Failures on our side', 'cause');
  // A rate needs the zero before the first failure.
  for (const cause of ['store', 'slack', 'other']) failures(0, cause);
  for (const result of ['sent', 'skipped', 'failed', 'unknown']) digests(0, result);
  const acks = new Histogram({
    name: 'shinchoku_ack_seconds',
    help: 'Time from the arrival of a request of Slack to its acknowledgement',
    labelNames: ['kind'],
    buckets: ackBuckets,
    registers,
  });
  const searches = new Histogram({
    name: 'shinchoku_search_seconds',
    help: 'Time to find the lines that answer a question',
    buckets: searchBuckets,
    registers,
  });
  return {
    acked: (kind, milliseconds) => acks.observe({ kind }, milliseconds / 1_000),
    answered: (subcommand, outcome) => answers(1, subcommand, outcome),
    wrote: (verb, result) => writes(1, verb, result),
    digested: (result) => digests(1, result),
    searched: (milliseconds) => searches.observe(milliseconds / 1_000),
    failed: (cause) => failures(1, cause),
    page: async () => ({ type: register.contentType, text: await register.metrics() }),
  };
}

function gauges(register: Registry, { version, isReady, queueAgeSeconds }: Gauged): void {
  const registers = [register];
  new Gauge({
    name: 'shinchoku_build_info',
    help: 'The version that runs',
    labelNames: ['version'],
    registers,
  }).set({ version }, 1);
  const lookedUp = (name: string, help: string, look: () => Promise<number>) =>
    new Gauge({
      name: `shinchoku_${name}`,
      help,
      registers,
      async collect() {
        // A page with a gap tells more than no page: it is asked for while the store is down.
        this.set(await look().catch(() => Number.NaN));
      },
    });
  lookedUp('ready', 'Whether the bot can answer: 1 or 0', () => isReady().then(Number, () => 0));
  lookedUp('digest_queue_age_seconds', 'Age of the oldest digest that is due', queueAgeSeconds);
}

/** Adds to a counter by its label values. Prom-client looks labels up by a text that it builds: that is done once. */
function counting<Label extends string>(counter: Counter<Label>) {
  const known = new Map<string, Counter.Internal>();
  return (by: number, ...values: string[]): void => {
    const key = values.join(' ');
    let child = known.get(key);
    if (child === undefined) {
      child = counter.labels(...values);
      known.set(key, child);
    }
    child.inc(by);
  };
}
