// A thread in the place of the dictionary: answers with one morpheme a text, dies or falls silent when told to.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ id, texts }) => {
  if (texts.includes('die')) throw new Error('told to die');
  while (texts.includes('hang'));
  parentPort.postMessage({
    id,
    forgets: true,
    fresh: texts.map((text) => [text, '名詞', '一般', '*', null]),
    analyses: texts.map((_, at) => [at]),
  });
});
parentPort.postMessage({ ready: true });
