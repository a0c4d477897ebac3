import type { PersonId } from '../../domain/person.ts';

/** Who looks at Home, as far as we know: Slack tells that it was opened, never that it was closed. */
export interface Viewer {
  readonly person: PersonId;
  /** Moments in milliseconds of a clock that only goes forward. */
  readonly openedAt: number;
  readonly publishedAt: number;
  /** The state of the data that the published view shows; '' where none has arrived. */
  readonly shows: string;
}

/**
 * What keeps us within Slack's limit for `views.publish` (some hundred a minute): people who open Home or press
 * something on it come first, and what is renewed by itself takes at most half of it.
 */
export const pace = {
  /** Whoever opened Home longer ago sees what is new on opening it again. */
  recent: 30 * 60_000,
  /** Between two renewals of one person's view, so that ten changes in a row are one. */
  gap: 5_000,
  window: 60_000,
  most: 50,
} as const;

/** What is known when it is decided whose view is renewed. */
export interface Moment {
  readonly now: number;
  /** The state of the data. */
  readonly state: string;
  /** When views were published lately, by whatever cause. */
  readonly published: readonly number[];
  /** Until when Slack has told us to wait; 0 where it has not. */
  readonly pausedUntil: number;
}

/** Whose view is renewed now, those who opened it last first; the others wait for another time. Pure. */
export function renewals(viewers: readonly Viewer[], moment: Moment): readonly PersonId[] {
  const { now, state, published, pausedUntil } = moment;
  if (now < pausedUntil) return [];
  const used = published.filter((at) => at > now - pace.window).length;
  return viewers
    .filter(({ openedAt }) => openedAt > now - pace.recent)
    .filter(({ shows, publishedAt }) => shows !== state && (shows === '' || publishedAt <= now - pace.gap))
    .toSorted((a, b) => b.openedAt - a.openedAt)
    .slice(0, Math.max(0, pace.most - used))
    .map(({ person }) => person);
}

/** Who may still be looking. */
export function isRecent({ openedAt }: Pick<Viewer, 'openedAt'>, now: number): boolean {
  return openedAt > now - pace.recent;
}
