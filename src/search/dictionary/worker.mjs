// The dictionary's own thread. Plain JavaScript, so that it starts alike from the sources and from dist, to which
// the build copies it. It takes { id, texts } and posts { id, analyses }: for each text its morphemes, each a tuple
// of surface, part of speech, its detail, base form ('*' if unknown) and reading (null if unknown). It trusts its
// caller to have cut long runs: see text/tokens-pieces.ts.
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import kuromoji from 'kuromoji';

const dicPath = fileURLToPath(new URL('../dict/', import.meta.resolve('kuromoji')));

function analyse(tokenizer, text) {
  return tokenizer
    .tokenize(text)
    .map((word) => [word.surface_form, word.pos, word.pos_detail_1, word.basic_form, word.reading ?? null]);
}

kuromoji.builder({ dicPath }).build((problem, tokenizer) => {
  if (problem) throw problem;
  parentPort.on('message', ({ id, texts }) => {
    parentPort.postMessage({ id, analyses: texts.map((text) => analyse(tokenizer, text)) });
  });
  parentPort.postMessage({ ready: true });
});
