import { beforeEach, describe, expect, test } from '@jest/globals';
import { calendarDay } from '../../src/domain/calendar-day.ts';
import { minutesAfter, monday, told } from './support/rig.ts';
import { doing } from './support/subscriptions.ts';
import { withRig } from './support/with-rig.ts';

const { rig, tickAt } = withRig();

describe('between the claim and the post', () => {
  /** Lets a person do something while the digest is rendered for the first time. */
  async function meanwhile(act: () => Promise<unknown>): Promise<void> {
    let first = true;
    const renderer = {
      render: async () => {
        if (first) await act();
        first = false;
        return { first: 'digest', thread: [] };
      },
    };
    await tickAt(monday, rig().engine({ renderer }));
  }

  test('the owner pauses: nothing is posted', async () => {
    const { id, version } = await rig().subscribe();
    await meanwhile(() =>
      rig().subscriptions.pause({ id, version }, { ...doing(rig().now), because: 'person' }),
    );
    expect(rig().shown).toEqual([]);
    expect(await rig().periods()).toEqual(['2020-W35 skipped paused']);
  });

  test('the owner removes it: nothing is posted', async () => {
    const seen = await rig().subscribe();
    await meanwhile(() => rig().subscriptions.remove(seen, doing(rig().now)));
    expect(rig().shown).toEqual([]);
    expect(await rig().periods()).toEqual(['2020-W35 skipped removed']);
  });

  test('the owner moves it to another channel: it goes there, once', async () => {
    const seen = await rig().subscribe();
    await meanwhile(() =>
      rig().subscriptions.edit(
        seen,
        { ...seen, channelId: 'C9' },
        { ...doing(rig().now), nextRunAt: seen.nextRunAt },
      ),
    );
    expect(rig().shown.map(({ channelId }) => channelId)).toEqual(['C9']);
  });
});

describe('a message that may have arrived', () => {
  beforeEach(async () => {
    rig().answers.push('lost');
    await rig().subscribe();
    await tickAt(monday);
  });

  const unsure = async () => {
    const [health] = await rig().subscriptions.list();
    if (!health?.last) throw new Error('no period');
    return health.last;
  };

  test('is not posted again; its owner is asked, and the next week comes', async () => {
    for (const minute of [1, 5, 60]) await tickAt(minutesAfter(minute));
    expect(rig().texts()).toEqual(['2020-W35']);
    expect(told(rig())).toEqual(['U1: 2020-W35 unknown (timeout)']);
    await tickAt(minutesAfter(7 * 24 * 60));
    expect(rig().texts()).toEqual(['2020-W35', '2020-W36']);
  });

  test('is posted again when a person presses for it, also after days, and once', async () => {
    const { id } = await unsure();
    const pressed = minutesAfter(3 * 24 * 60);
    expect(await rig().subscriptions.resolve(id, 'resend', doing(pressed))).not.toBeNull();
    expect(await rig().subscriptions.resolve(id, 'resend', doing(pressed))).toBeNull();
    await tickAt(pressed);
    await tickAt(pressed);
    expect(rig().texts()).toEqual(['2020-W35', '2020-W35']);
    expect(await rig().periods()).toEqual(['2020-W35 sent']);
  });

  test('is taken for sent when a person says so', async () => {
    const { id } = await unsure();
    expect(await rig().subscriptions.resolve(id, 'was-sent', doing(monday))).not.toBeNull();
    expect(await rig().subscriptions.resolve(id, 'resend', doing(monday))).toBeNull();
    expect(await rig().periods()).toEqual(['2020-W35 sent']);
  });
});

test('what a person sends now goes out beside the week, also while paused', async () => {
  const { id, version } = await rig().subscribe();
  await rig().subscriptions.pause({ id, version }, { ...doing(rig().now), because: 'person' });
  const span = { first: calendarDay('2020-08-23'), last: calendarDay('2020-09-19') };
  const planned = { periodKey: 'now-view-1', dueAt: rig().now, span };
  const once = await rig().subscriptions.addByHand(id, planned, doing(rig().now));
  expect(await rig().subscriptions.addByHand(id, planned, doing(rig().now))).toEqual(once);
  await tickAt(rig().now);
  expect(rig().texts()).toEqual(['now-view-1']);
});
