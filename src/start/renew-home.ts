import type { HomeDesk } from '../slack/home/desk.ts';

/** Changes within this time are one renewal; while nobody looks at Home nothing is asked of the store. */
const everyMs = 3_000;

/** Renews Home for those who look at it, every few seconds; gives the way to stop it. */
export function renewHome(
  home: Pick<HomeDesk, 'renew'>,
  report: (problem: unknown) => unknown,
): () => Promise<void> {
  let under: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    under = home.renew().catch(report);
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await under;
  };
}
