import { storeOver } from '../../src/store/open-store.ts';
import { type Content, nothing } from './server-copies.ts';
import { type OpenedStore, openServerStore } from './stores.ts';

/** What tests of this process are done with, by the name of its content; it ends with the process. */
const used = new Map<string, OpenedStore[]>();

/** A store without any rows. */
export function openEmptyStore(): Promise<OpenedStore> {
  return freshStore(nothing);
}

/**
 * A store on the run's server with this content, as nobody has used it yet. It may be the database that an earlier
 * test has given back by `cleanUp`, with its rows restored: connections and compiled queries stay, which takes a
 * tenth of the time of a new one.
 */
export async function freshStore(content: Content): Promise<OpenedStore> {
  const before = used.get(content.name)?.pop();
  if (before !== undefined) await before.database.prisma.$executeRaw`SELECT kept.restore()`;
  const opened = before ?? (await openServerStore(content));
  const { database } = opened;
  let isGivenBack = false;
  const cleanUp = async () => {
    if (!isGivenBack) used.set(content.name, [...(used.get(content.name) ?? []), opened]);
    isGivenBack = true;
  };
  return { store: storeOver(database), database, cleanUp };
}
