// A process of its own that sends digests: child-engine.ts DATABASE SLACK TOKEN NOW STEP. It prints `ready`, begins at
// a line of its standard input, and at its step prints `reached` and hangs for ever: it is there to be killed.
import { once } from 'node:events';
import { digestEngine } from '../../../src/digests/engine.ts';
import type { DigestStore } from '../../../src/digests/ports.ts';
import { digestStore } from '../../../src/store/digest-store.ts';
import { openServerDatabase } from '../../../src/store/server-database.ts';
import { realParts } from './real-parts.ts';

const [url = '', apiUrl = '', botToken = '', now = '', step = ''] = process.argv.slice(2);

const store = digestStore(await openServerDatabase({ url }));

async function hang(): Promise<never> {
  process.stdout.write('reached\n');
  return new Promise(() => undefined);
}

const dying: Readonly<Record<string, Partial<DigestStore>>> = {
  'before the claim': { claim: hang },
  'after the claim': { claim: (at) => store.claim(at).then(hang) },
  'after the post': { settle: hang },
  'after the commit': { settle: (...args) => store.settle(...args).then(hang) },
};

process.stdout.write('ready\n');
await once(process.stdin, 'data');
const parts = realParts({
  store: { ...store, ...dying[step] },
  now: new Date(now),
  slack: { apiUrl, botToken },
});
await digestEngine(parts).tick(new Date(now));
