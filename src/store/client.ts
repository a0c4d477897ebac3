import type pg from 'pg';
import { withEmbeddedClient } from './embedded-database.ts';
import { withServerClient } from './server-database.ts';

/** Where a store is, as the configuration names it. */
export type StorePlace =
  | { readonly kind: 'embedded'; readonly dataDir: string }
  | { readonly kind: 'server'; readonly url: string };

/**
 * Runs `work` on one connection to the store, as an operator's command and beside no bot of the embedded store.
 * Nothing is migrated. Times are in UTC.
 *
 * @throws StoreRefusal for what the operator has to put right
 */
export function withStoreClient<Result>(
  place: StorePlace,
  work: (client: pg.ClientBase) => Promise<Result>,
  { make = false }: { readonly make?: boolean } = {},
): Promise<Result> {
  return place.kind === 'server'
    ? withServerClient(place, work)
    : withEmbeddedClient({ ...place, make }, work);
}
