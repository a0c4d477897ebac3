import { describe, expect, test } from '@jest/globals';
import type { PersonId } from '../../../src/domain/person.ts';
import { pace, renewals, type Viewer } from '../../../src/slack/home/viewers.ts';

const now = 10_000_000;
const moment = { now, state: 'new', published: [] as readonly number[], pausedUntil: 0 };

function viewer(name: string, given: Partial<Viewer> = {}): Viewer {
  return {
    person: name as PersonId,
    openedAt: now - 60_000,
    publishedAt: now - 60_000,
    shows: 'old',
    ...given,
  };
}

describe('whose Home is renewed', () => {
  test.each<readonly [string, Partial<Viewer>, boolean]>([
    ['who sees old data', {}, true],
    ['not who sees the present data', { shows: 'new' }, false],
    ['not who opened it half an hour ago', { openedAt: now - pace.recent }, false],
    ['not who was served a moment ago: changes in a row are one', { publishedAt: now - pace.gap + 1 }, false],
    ['who was served just long enough ago', { publishedAt: now - pace.gap }, true],
    ['whom the last view did not reach, at once', { shows: '', publishedAt: now }, true],
  ])('%s', (_, given, renewed) => {
    expect(renewals([viewer('a', given)], moment)).toEqual(renewed ? ['a'] : []);
  });

  test('those who opened it last come first, and no more than half of what Slack takes in a minute', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      viewer(`U${index}`, { openedAt: now - 500 + index }),
    );
    const first = renewals(many, moment);
    expect(first).toHaveLength(pace.most);
    expect([first[0], first.at(-1)]).toEqual(['U499', `U${500 - pace.most}`]);
  });

  test('what was published on opening counts; after a minute it does not', () => {
    const many = Array.from({ length: 100 }, (_, index) => viewer(`U${index}`));
    const lately = Array.from({ length: 45 }, () => now - 1_000);
    const before = Array.from({ length: 45 }, () => now - pace.window);
    expect(renewals(many, { ...moment, published: [...lately, ...before] })).toHaveLength(pace.most - 45);
    expect(renewals(many, { ...moment, published: Array.from({ length: 90 }, () => now) })).toEqual([]);
  });

  test('nobody while Slack has told us to wait', () => {
    expect(renewals([viewer('a')], { ...moment, pausedUntil: now + 1 })).toEqual([]);
    expect(renewals([viewer('a')], { ...moment, pausedUntil: now })).toEqual(['a']);
  });

  test('every minute of a busy day stays within the limit, and everybody sees the last change in the end', () => {
    let viewers = Array.from({ length: 200 }, (_, index) =>
      viewer(`U${index}`, { openedAt: now + index, shows: '0' }),
    );
    const published: number[] = [];
    for (let second = 0; second < 600; second += 3) {
      const at = now + second * 1_000;
      const state = String(Math.min(second, 300));
      const chosen = new Set(renewals(viewers, { now: at, state, published, pausedUntil: 0 }));
      published.push(...[...chosen].map(() => at));
      viewers = viewers.map((each) =>
        chosen.has(each.person) ? { ...each, shows: state, publishedAt: at } : each,
      );
    }
    const busiest = Math.max(
      ...published.map((from) => published.filter((at) => at >= from && at < from + pace.window).length),
    );
    expect(busiest).toBeLessThanOrEqual(pace.most);
    expect(viewers.filter(({ shows }) => shows !== '300')).toEqual([]);
  });
});
