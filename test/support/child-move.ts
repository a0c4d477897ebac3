// A process of its own that moves a store: child-move.ts DATA_FOLDER URL TABLES. It prints a line for each table, and
// after so many it stands still, so that it can be killed in the middle.
import { moveStore } from '../../src/store/copy/move.ts';

const [dataDir = '', url = '', tables = '0'] = process.argv.slice(2);
let copied = 0;

await moveStore({ from: { kind: 'embedded', dataDir }, to: { kind: 'server', url } }, (table) => {
  process.stdout.write(`${table}\n`);
  copied += 1;
  if (copied === Number(tables)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
