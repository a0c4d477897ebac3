import type { Database } from './database.ts';

type Prismas = Database['prisma'];

/** `chat.postMessage`: one a second in a channel; 300 a minute, evenly, in the workspace. Milliseconds. */
const channelStep = 1_000;
const workspaceStep = 200;

/** How far ahead the pace may lie. What lies further was reserved before the clock was set back. */
const farthest = 6 * 60_000;
/** For how long one answer of Slack stops all posts: it is asked again after that. */
const longestStop = 5 * 60_000;

/** Reserves the next moment for a post to the channel, as `DigestStore.reserve` says: one statement for all replicas. */
export async function reserveSlot(prisma: Prismas, channelId: string, now: Date): Promise<Date> {
  const channel = `channel:${channelId}`;
  const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);
  const rows = await prisma.$queryRaw<{ scope: string; next_at: Date }[]>`
    INSERT INTO "digest_pace" AS p ("scope", "next_at")
    VALUES (${channel}, ${after(channelStep)}), ('workspace', ${after(workspaceStep)})
    ON CONFLICT ("scope") DO UPDATE SET "next_at" = EXCLUDED."next_at" - ${now}::timestamptz
      + CASE WHEN p."next_at" > ${after(farthest)} THEN ${now} ELSE GREATEST(p."next_at", ${now}) END
    RETURNING "scope", "next_at"`;
  const slots = rows.map(
    ({ scope, next_at }) => next_at.getTime() - (scope === channel ? channelStep : workspaceStep),
  );
  return new Date(Math.max(...slots));
}

/** Nothing goes before `until`, as `DigestStore.slowDown` says, but for five minutes at most. */
export async function slowAll(
  prisma: Prismas,
  { until, now }: { readonly until: Date; readonly now: Date },
): Promise<void> {
  const end = new Date(Math.min(until.getTime(), now.getTime() + longestStop));
  await prisma.$executeRaw`
    INSERT INTO "digest_pace" AS p ("scope", "next_at") VALUES ('workspace', ${end})
    ON CONFLICT ("scope") DO UPDATE SET "next_at" = GREATEST(p."next_at", EXCLUDED."next_at")`;
}
