import { type EngineParts, later, tellAgainAfter } from './engine-parts.ts';
import type { NoticeMatter } from './ports.ts';

/**
 * Tells owners what they have to know, each in one message. Who cannot be told is told later; when the process dies
 * between telling and noting it they are told again, which is better than never.
 */
export async function tellOwners<Message>({
  store,
  clock,
  notifier,
  report,
}: EngineParts<Message>): Promise<void> {
  const now = await clock();
  const matters = await store.takeUntold(now, later(now, tellAgainAfter));
  for (const [ownerId, own] of byOwner(matters)) {
    try {
      const answer = await notifier.tell({ ownerId, matters: own });
      if (answer === 'told') await store.noteTold(own, await clock());
    } catch (error) {
      report(error, 'telling the owner of a digest');
    }
  }
}

function byOwner(matters: readonly NoticeMatter[]) {
  const owners = new Map<NoticeMatter['subscription']['ownerId'], NoticeMatter[]>();
  for (const matter of matters) {
    const { ownerId } = matter.subscription;
    owners.set(ownerId, [...(owners.get(ownerId) ?? []), matter]);
  }
  return owners;
}
