import type { WebClient } from '@slack/web-api';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import { mostBytes, type TableFile } from '../../reports/read/read-table-file.ts';
import type { FileRefusal } from '../../reports/table/file-refusal.ts';

/** Why a file of Slack was not fetched. `unreachable`: Slack gave none, or did not give this one. */
type FetchRefusal = FileRefusal | { readonly kind: 'unreachable' };

/** Gets a file that a person has put into a form. Rejects where Slack cannot be reached. */
export type FetchFile = (id: string, uploader: string) => Promise<Outcome<TableFile, FetchRefusal>>;

const patienceMs = 20_000;

/**
 * Files of the connected Slack: asked for by id, fetched with the bot's token from Slack's own host and nowhere else, no
 * more of them than can be read. A file that somebody else uploaded is none of this person's.
 */
export function fetchFrom({
  client,
  trusts,
}: {
  readonly client: WebClient;
  readonly trusts: (address: string) => boolean;
}): FetchFile {
  return async (id, uploader) => {
    const { file } = await client.files.info({ file: id });
    const { name = '', size = 0, url_private_download: address = '', user } = file ?? {};
    if (user !== uploader) return refuse({ kind: 'unreachable' });
    if (size > mostBytes) return refuse({ kind: 'too-large', size, most: mostBytes });
    // Whatever the answer says: the token goes to Slack only.
    if (!trusts(address)) return refuse({ kind: 'unreachable' });
    const bytes = await download(address, client.token ?? '');
    if (bytes === null) return refuse({ kind: 'unreachable' });
    if (bytes.length > mostBytes) return refuse({ kind: 'too-large', size: bytes.length, most: mostBytes });
    return accept({ name, bytes });
  };
}

/** Null where Slack gives its page to sign in instead: the right is missing. */
async function download(address: string, token: string): Promise<Buffer | null> {
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(patienceMs),
    redirect: 'error',
  });
  const isPage =
    (response.headers.get('content-type') ?? '').startsWith('text/html') &&
    !/\.html?$/iu.test(new URL(address).pathname);
  if (!response.ok || isPage || response.body === null) {
    await response.body?.cancel();
    return null;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBytes) break;
  }
  return Buffer.concat(chunks);
}
