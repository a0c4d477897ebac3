import { describe, expect, test } from '@jest/globals';
import { minutesAfter, monday, told } from './support/rig.ts';
import { withRig } from './support/with-rig.ts';

const { rig, tickAt, database } = withRig();

describe('a digest', () => {
  test('comes when it is due, once, and then the next', async () => {
    await rig().subscribe();
    await tickAt(minutesAfter(-1));
    expect(rig().texts()).toEqual([]);
    for (const minute of [0, 1, 2, 60]) await tickAt(minutesAfter(minute));
    expect(rig().texts()).toEqual(['2020-W35']);
    await tickAt(minutesAfter(7 * 24 * 60));
    expect(rig().texts()).toEqual(['2020-W35', '2020-W36']);
    expect(await rig().periods()).toEqual(['2020-W35 sent', '2020-W36 sent']);
    expect([told(rig()), rig().reports]).toEqual([[], []]);
  });

  test('comes with its thread', async () => {
    rig().threadParts = 2;
    await rig().subscribe();
    await tickAt(monday);
    expect(rig().shown.map(({ text, threadTs }) => [text, threadTs])).toEqual([
      ['2020-W35', null],
      ['2020-W35 続き 1', '1.0'],
      ['2020-W35 続き 2', '1.0'],
    ]);
    const [health] = await rig().subscriptions.list();
    expect(health?.last).toMatchObject({ state: 'sent', messageTs: '1.0', thread: 'complete', late: false });
  });

  test('whose thread lacks a part is sent, and its owner told', async () => {
    rig().threadParts = 2;
    rig().answers.push({ kind: 'posted', ts: '1.0' }, { kind: 'ambiguous', why: 'timeout' });
    await rig().subscribe();
    await tickAt(monday);
    expect(rig().texts()).toEqual(['2020-W35', '2020-W35 続き 2']);
    expect(await rig().periods()).toEqual(['2020-W35 sent']);
    expect(told(rig())).toEqual(['U1: 2020-W35 incomplete ()']);
  });

  test('of a holiday is skipped by the rule, which is no news', async () => {
    await rig().subscribe();
    await tickAt(new Date('2020-09-21T00:00:00Z'));
    expect((await rig().periods()).at(-1)).toBe('2020-W39 skipped holiday');
    expect(told(rig()).join()).not.toContain('W39');
  });

  test('of other channels comes too when one is broken', async () => {
    const broken = await rig().subscribe();
    await rig().subscribe({ channelId: 'C2' });
    await database().prisma.digestSubscription.update({
      where: { id: broken.id },
      data: { timeZone: 'Mars' },
    });
    await tickAt(monday);
    expect(rig().shown.map(({ channelId }) => channelId)).toEqual(['C2']);
    expect(rig().reports).toEqual([expect.stringContaining(broken.id)]);
  });
});

describe('late', () => {
  test.each([
    [10, ['2020-W35']],
    [11, ['2020-W35 遅延配信']],
    [24 * 60, ['2020-W35 遅延配信']],
    [24 * 60 + 1, []],
  ])('by %i minutes', async (minutes, texts) => {
    await rig().subscribe();
    await tickAt(minutesAfter(minutes));
    expect(rig().texts()).toEqual(texts);
  });

  test('by more than a day it is skipped, and its owner told once', async () => {
    await rig().subscribe();
    for (const minute of [1, 2, 10]) await tickAt(minutesAfter(8 * 24 * 60 + minute));
    expect(await rig().periods()).toEqual(['2020-W35 skipped too-old', '2020-W36 skipped too-old']);
    expect(told(rig())).toEqual(['U1: 2020-W35 skipped (too-old), 2020-W36 skipped (too-old)']);
  });

  test('a channel catches up with one digest, the newest', async () => {
    await rig().subscribe({ time: '08:00' });
    await rig().subscribe({ time: '09:00', weekdays: [1, 2] });
    await rig().subscribe({ channelId: 'C2' });
    await tickAt(minutesAfter(30));
    expect(
      rig()
        .shown.map(({ channelId, text }) => `${channelId} ${text}`)
        .toSorted(),
    ).toEqual(['C1 2020-08-24 遅延配信', 'C2 2020-W35 遅延配信']);
    await tickAt(minutesAfter(60));
    expect(rig().shown).toHaveLength(2);
  });
});

describe('looked at again before it is posted', () => {
  test('an archived channel pauses the subscription and tells its owner', async () => {
    const { id } = await rig().subscribe();
    rig().channels.set('C1', { kind: 'closed', code: 'is_archived' });
    await tickAt(monday);
    await tickAt(minutesAfter(7 * 24 * 60));
    expect(await rig().periods()).toEqual(['2020-W35 failed is_archived']);
    expect(await rig().subscriptions.find(id)).toMatchObject({ pausedBecause: 'is_archived', version: 2 });
    expect(told(rig())).toEqual(['U1: 2020-W35 failed (is_archived)']);
  });

  test.each([
    [
      'another organisation reads it',
      () => rig().channels.set('C1', { kind: 'open', shared: true }),
      'shared-unconfirmed',
    ],
    ['its owner lost the role', () => Object.assign(rig(), { ownerMay: false }), 'role-lost'],
  ])('it is held while %s, which is told once', async (_, obstruct, reason) => {
    await rig().subscribe();
    obstruct();
    for (const minute of [0, 10, 20, 30]) await tickAt(minutesAfter(minute));
    expect(rig().shown).toEqual([]);
    expect(told(rig())).toEqual([`U1: 2020-W35 held (${reason})`]);
    rig().channels.clear();
    rig().ownerMay = true;
    await tickAt(minutesAfter(40));
    expect(rig().texts()).toEqual(['2020-W35 遅延配信']);
  });

  test('it goes where the owner confirmed, although another organisation reads it', async () => {
    rig().channels.set('C1', { kind: 'open', shared: true });
    await rig().subscribe({ confirmedShared: true });
    await tickAt(monday);
    expect(rig().texts()).toEqual(['2020-W35']);
  });
});

describe('what Slack answers', () => {
  test('a terminal error fails the period, pauses the subscription and tells its owner', async () => {
    rig().answers.push({ kind: 'refused-terminal', code: 'not_in_channel' });
    await rig().subscribe();
    await tickAt(monday);
    await tickAt(minutesAfter(7 * 24 * 60));
    expect(await rig().periods()).toEqual(['2020-W35 failed not_in_channel']);
    expect(told(rig())).toEqual(['U1: 2020-W35 failed (not_in_channel)']);
  });

  test.each([
    [12, 12_000],
    [null, 30_000],
  ])('429 with Retry-After %j is waited for under the same claim', async (retryAfterSeconds, waited) => {
    rig().answers.push({ kind: 'rate-limited', retryAfterSeconds });
    await rig().subscribe();
    await tickAt(monday);
    expect(rig().shown.map(({ text, at }) => [text, at.getTime() - monday.getTime()])).toEqual([
      ['2020-W35', waited],
    ]);
    const [health] = await rig().subscriptions.list();
    expect(health?.last?.attempts).toBe(1);
  });

  test('429 for very long gives the period back until then, and marks it late', async () => {
    rig().answers.push({ kind: 'rate-limited', retryAfterSeconds: 3_600 });
    await rig().subscribe();
    await tickAt(monday);
    await tickAt(minutesAfter(59));
    expect(rig().texts()).toEqual([]);
    await tickAt(minutesAfter(61));
    expect(rig().texts()).toEqual(['2020-W35 遅延配信']);
  });

  test('500 may have posted it: unknown', async () => {
    rig().answers.push({ kind: 'ambiguous', why: 'http-500' });
    await rig().subscribe();
    await tickAt(monday);
    await tickAt(minutesAfter(5));
    expect(rig().texts()).toEqual([]);
    expect(await rig().periods()).toEqual(['2020-W35 unknown http-500']);
  });

  test('an exception while posting is as unsure as a lost reply', async () => {
    rig().answers.push(() => Promise.reject(new Error('socket hang up')));
    await rig().subscribe();
    await tickAt(monday);
    expect(await rig().periods()).toEqual(['2020-W35 unknown exception']);
    expect(rig().reports).toEqual(['posting a digest: socket hang up']);
  });
});

test('a digest that cannot be rendered is tried five times, then its owner is told', async () => {
  await rig().subscribe();
  const renderer = { render: () => Promise.reject(new Error('broken')) };
  for (let minute = 0; minute < 60; minute += 1)
    await tickAt(minutesAfter(minute), rig().engine({ renderer }));
  expect(rig().reports).toHaveLength(5);
  expect(told(rig())).toEqual(['U1: 2020-W35 failed (not-rendered)']);
});
