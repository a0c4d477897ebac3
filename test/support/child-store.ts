// A process of its own that holds an embedded store: child-store.ts DATA_DIR.
// It prints one line when it is open, and ends with its standard input.

import { once } from 'node:events';
import { openEmbeddedDatabase } from '../../src/store/embedded-database.ts';
import { shortHeartbeat } from './heartbeat.ts';

const [dataDir = ''] = process.argv.slice(2);

const database = await openEmbeddedDatabase({
  dataDir,
  heartbeat: shortHeartbeat,
  onLockLost: () => process.exit(3),
});

process.stdout.write('open\n');
await once(process.stdin.resume(), 'end');
await database.close();
