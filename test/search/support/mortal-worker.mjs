// The dictionary's own thread, but that it ends when it is asked about 即死.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ texts }) => {
  if (texts.some((text) => text.includes('即死'))) throw new Error('told to die');
});
await import('../../../src/search/dictionary/worker.mjs');
