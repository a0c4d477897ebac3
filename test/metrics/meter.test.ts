import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { meterBook } from '../../src/metrics/meter.ts';

const quiet = { version: '1.2.3', isReady: async () => true, queueAgeSeconds: async () => 0 };

async function linesAfter(
  act: (meter: ReturnType<typeof meterBook>) => void,
  gauged = quiet,
): Promise<readonly string[]> {
  const meter = meterBook(gauged);
  act(meter);
  return (await meter.page()).text.split('\n');
}

describe('what is counted', () => {
  test.each<[string, (meter: ReturnType<typeof meterBook>) => void, readonly string[]]>([
    [
      'answers',
      (meter) => {
        meter.answered('card', 'answered');
        meter.answered('card', 'answered');
        meter.answered('none', 'refused');
      },
      [
        'shinchoku_answers_total{subcommand="card",outcome="answered"} 2',
        'shinchoku_answers_total{subcommand="none",outcome="refused"} 1',
      ],
    ],
    [
      'writes',
      (meter) => meter.wrote('record-milestone', 'applied'),
      ['shinchoku_writes_total{verb="record-milestone",result="applied"} 1'],
    ],
    ['digests', (meter) => meter.digested('sent'), ['shinchoku_digests_total{result="sent"} 1']],
    ['failures', (meter) => meter.failed('store'), ['shinchoku_failures_total{cause="store"} 1']],
    [
      'acknowledgements, in seconds',
      (meter) => meter.acked('command', 30),
      [
        'shinchoku_ack_seconds_bucket{le="0.025",kind="command"} 0',
        'shinchoku_ack_seconds_bucket{le="0.05",kind="command"} 1',
        'shinchoku_ack_seconds_sum{kind="command"} 0.03',
      ],
    ],
    ['searches', (meter) => meter.searched(2), ['shinchoku_search_seconds_bucket{le="0.0025"} 1']],
  ])('%s', async (_what, act, lines) => {
    expect(await linesAfter(act)).toEqual(expect.arrayContaining([...lines]));
  });

  test('what has not happened yet is there as zero, so that its first time is a rise', async () => {
    expect(await linesAfter(() => {})).toEqual(
      expect.arrayContaining([
        'shinchoku_failures_total{cause="store"} 0',
        'shinchoku_digests_total{result="unknown"} 0',
      ]),
    );
  });
});

describe('what is looked up', () => {
  const down = async () => {
    throw new Error('the store is down');
  };

  test('readiness, queue and version', async () => {
    expect(await linesAfter(() => {}, { ...quiet, queueAgeSeconds: async () => 90 })).toEqual(
      expect.arrayContaining([
        'shinchoku_build_info{version="1.2.3"} 1',
        'shinchoku_ready 1',
        'shinchoku_digest_queue_age_seconds 90',
      ]),
    );
  });

  test('while the store is down there is a page all the same', async () => {
    expect(await linesAfter(() => {}, { ...quiet, isReady: down, queueAgeSeconds: down })).toEqual(
      expect.arrayContaining(['shinchoku_ready 0', 'shinchoku_digest_queue_age_seconds Nan']),
    );
  });

  test('memory and event loop of the process', async () => {
    const page = (await linesAfter(() => {})).join('\n');
    expect(page).toMatch(/^process_resident_memory_bytes \d/m);
    expect(page).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
  });
});

interface Rules {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert: string; readonly expr: string }[];
  }[];
}

const rules = parse(
  readFileSync(new URL('../../deploy/prometheus-rules.yml', import.meta.url), 'utf8'),
) as Rules;

test.each(rules.groups.flatMap((group) => group.rules.map(({ alert, expr }) => [alert, expr])))(
  'the alert %s asks for what there is: %s',
  async (_alert, expr) => {
    const page = (await linesAfter((meter) => meter.acked('command', 1))).join('\n');
    for (const name of expr?.match(/(shinchoku|nodejs|process)_\w+/g) ?? []) {
      expect(page).toMatch(new RegExp(`^${name}[ {]`, 'm'));
    }
  },
);
