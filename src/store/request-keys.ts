import type { Request } from '../generated/prisma/client.ts';
import type { Transaction } from './snapshot-table.ts';

/** What a request came to. */
export type Answer =
  | { readonly setId: string; readonly proposalId: null }
  | { readonly setId: null; readonly proposalId: string };

/** Slack repeats a delivery within hours, and people come back to a view on the same day. */
const keptDays = 30;

/**
 * Notes what the request of that key came to, and gives null; or gives what an earlier one of the key came to and
 * notes nothing. Of two at once the second waits for the first. Forgets keys of more than 30 days ago.
 */
export async function noteRequest(
  tx: Transaction,
  { key, at, setId, proposalId }: { readonly key: string; readonly at: Date } & Answer,
): Promise<Pick<Request, 'setId' | 'proposalId'> | null> {
  const longAgo = new Date(at.getTime() - keptDays * 86_400_000);
  const noted = await tx.$executeRaw`
    WITH forgotten AS (DELETE FROM "request" WHERE "at" < ${longAgo} AND "key" <> ${key})
    INSERT INTO "request" ("key", "set_id", "proposal_id", "at")
    VALUES (${key}, ${setId}::uuid, ${proposalId}::uuid, ${at})
    ON CONFLICT ("key") DO NOTHING`;
  if (noted === 1) return null;
  return tx.request.findUniqueOrThrow({ where: { key }, select: { setId: true, proposalId: true } });
}
