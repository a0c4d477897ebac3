// The dictionary's own thread. Plain JavaScript, so that it starts alike from the sources and from dist, to which
// the build copies it. It takes { id, texts } and posts { id, forgets, fresh, analyses }: for each text the numbers of
// its morphemes. Words that were not posted before are in `fresh`, which continues the numbers: tuples of surface, part
// of speech, its detail, base form ('*' if unknown) and reading (null if unknown). With `forgets` the numbers begin anew.
// A text of a few thousand words costs little to post that way. It trusts its caller to have cut long runs: see
// text/tokens-pieces.ts.
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import kuromoji from 'kuromoji';

const dicPath = fileURLToPath(new URL('../dict/', import.meta.resolve('kuromoji')));

/** More different words than a table has; a hostile one must not fill the memory. */
const mostWords = 30_000;

const numbers = new Map();
let fresh = [];

function numberOf(word) {
  const tuple = [word.surface_form, word.pos, word.pos_detail_1, word.basic_form, word.reading ?? null];
  const key = tuple.join('\t');
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  fresh.push(tuple);
  return numbers.size - 1;
}

function answer(tokenizer, { id, texts }) {
  const forgets = numbers.size > mostWords;
  if (forgets) numbers.clear();
  fresh = [];
  const analyses = texts.map((text) => tokenizer.tokenize(text).map(numberOf));
  parentPort.postMessage({ id, forgets, fresh, analyses });
}

kuromoji.builder({ dicPath }).build((problem, tokenizer) => {
  if (problem) throw problem;
  parentPort.on('message', (asked) => answer(tokenizer, asked));
  parentPort.postMessage({ ready: true });
});
