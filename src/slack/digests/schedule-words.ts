import type { SubscriptionSettings } from '../../digests/subscription.ts';
import type { Words } from '../words/index.ts';

/** 全プロジェクト, 月・木 9:00, 4週間先まで. */
export function scheduleWords(subscription: SubscriptionSettings, words: Words): string {
  const { weekdays, time, weeksAhead: weeks } = subscription;
  const days = weekdays.map((day) => weekdayName(day, words)).join(words.language === 'ja' ? '・' : ', ');
  return words('digests.of', {
    projects: projectWords(subscription, words),
    days,
    time: time.replace(/^0/, ''),
    weeks,
  });
}

/** 月, Mon. `day` is 1 (Monday) to 7. */
export function weekdayName(day: number, { language }: Words): string {
  const monday = Date.UTC(2020, 7, 24);
  const name = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  return name.format(new Date(monday + (day - 1) * 86_400_000));
}

function projectWords({ projects }: SubscriptionSettings, words: Words): string {
  switch (projects.kind) {
    case 'all':
      return words('digest.all');
    case 'some':
      return words('digest.some', {
        numbers: projects.numbers.join(words.language === 'ja' ? '・' : ', '),
        count: projects.numbers.length,
      });
    case 'mine':
      return words('digests.ofOwner');
  }
}
