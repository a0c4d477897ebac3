import { describe, expect, test } from '@jest/globals';
import type { OccurrenceId, UntoldKind } from '../../../src/digests/occurrence.ts';
import type { SubscriptionId } from '../../../src/digests/subscription.ts';
import { calendarDay } from '../../../src/domain/calendar-day.ts';
import { noticeMessage } from '../../../src/slack/digests/notice-message.ts';
import { wordsIn } from '../../../src/slack/words/index.ts';
import { settings } from '../../digests/support/subscriptions.ts';
import { wordsOf } from '../../e2e/read-message.ts';

const dueAt = new Date('2020-08-31T09:00:00+09:00');
const monday = calendarDay('2020-08-31');

/** What the owner of a digest is told of a period. */
function told(kind: UntoldKind, reason: string | null, language: 'ja' | 'en' = 'ja'): string {
  const subscription = {
    ...settings(),
    id: 's1' as SubscriptionId,
    version: 1,
    nextRunAt: dueAt,
    pausedAt: kind === 'failed' ? dueAt : null,
    pausedBecause: null,
  };
  const occurrence = {
    id: '018f3f1e-0000-7000-8000-000000000001' as OccurrenceId,
    subscriptionId: subscription.id,
    periodKey: '2020-W36',
    dueAt,
    span: { first: monday, last: monday },
    movedFrom: null,
    because: null,
    byHand: false,
    state: 'waiting',
    reason,
    attempts: 1,
    channelId: null,
    postedAt: null,
    late: false,
    messageTs: null,
    thread: 'none',
  } as const;
  const { blocks } = noticeMessage([{ subscription, occurrence, kind }], { words: wordsIn(language) });
  return wordsOf({ blocks: JSON.parse(JSON.stringify(blocks)) });
}

describe('what the owner of a digest is told', () => {
  test.each<[UntoldKind, string | null, 'ja' | 'en', string]>([
    ['unknown', 'ECONNRESET', 'ja', '確認できませんでした（Slack から返事がありませんでした）。二重に'],
    ['unknown', null, 'ja', '確認できませんでした。二重に'],
    ['unknown', 'ECONNRESET', 'en', 'was posted (No answer came from Slack). It is held'],
    ['unknown', null, 'en', 'was posted. It is held'],
    ['failed', 'is_archived', 'ja', '別のチャンネルで設定してください。原因がなくなったら'],
    ['skipped', 'too-old', 'ja', '24時間以上遅れたため、この回は投稿しませんでした。必要なときは「再送」を'],
    ['held', 'shared-unconfirmed', 'ja', '見えてもよいときは、「共有先にも配信する」を押してください。'],
  ])('%s because of %s, in %s', (kind, reason, language, sentence) => {
    expect(told(kind, reason, language)).toContain(sentence);
  });

  test('a button is named only where it is', () => {
    expect(told('held', 'role-lost')).not.toContain('押してください');
  });
});
