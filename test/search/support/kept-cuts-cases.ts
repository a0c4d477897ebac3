import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Dictionary } from '../../../src/search/dictionary/dictionary.ts';
import type { SearchEngine } from '../../../src/search/engine.ts';
import { noDictionary } from '../../../src/search/tokeniser.ts';
import { defaultWords } from '../../../src/search/words/default-words.ts';
import { counting } from './counting.ts';
import { type MemoryCuts, memoryCuts } from './memory-cuts.ts';
import { askIn, hitsOf, shippedSearch, wordsIn } from './opened.ts';

/** What is found first for a reading that only the dictionary knows. */
async function topOf(engine: SearchEngine) {
  const [top] = hitsOf(await askIn(engine, 'kouwan'));
  return top;
}

/** That what the dictionary has cut is kept, for engines over the dictionary that is open while they run. */
export function keptCutsCases(
  opened: () => { readonly dictionary: Dictionary; readonly engine: SearchEngine },
): void {
  describe('what the dictionary has cut is kept', () => {
    let kept: MemoryCuts;
    beforeAll(async () => {
      kept = memoryCuts();
      await (await shippedSearch({ analyser: opened().dictionary, kept })).settled();
    });

    test('so that the next start gives the same answers without asking it', async () => {
      const counted = counting(opened().dictionary);
      const words = wordsIn({ ...defaultWords, synonyms: [] });
      const restarted = await shippedSearch({ analyser: counted, words, kept });
      expect(counted.count()).toBe(0);
      for (const asked of ['IoT導入率', 'こうわん', '次の調整会議はいつ']) {
        expect(hitsOf(await askIn(restarted, asked))).toEqual(hitsOf(await askIn(opened().engine, asked)));
      }
    });

    test('also before it has loaded: readings are found from the start', async () => {
      const restarted = await shippedSearch({ analyser: noDictionary, kept });
      expect(await topOf(restarted)).toMatchObject({ projectNumber: 1 });
    });

    test('a line with other words, or with a word that was listed since, is cut again, and only such a line', async () => {
      const counted = counting(opened().dictionary);
      const words = wordsIn({ words: [...defaultWords.words, { written: '阿知須実証事業' }], synonyms: [] });
      await shippedSearch({ analyser: counted, words, kept: memoryCuts(kept.cuts) });
      expect(counted.count()).toBeGreaterThan(0);
      expect(counted.count()).toBeLessThan(25);
    });

    test('what the simpler splitter has cut is not', async () => {
      const none = memoryCuts();
      await (await shippedSearch({ analyser: noDictionary, kept: none })).settled();
      expect(none.cuts.size).toBe(0);
    });

    test('where keeping fails, questions are answered all the same, and somebody is told', async () => {
      const troubles: unknown[] = [];
      const full = { ...memoryCuts(), writeCuts: () => Promise.reject(new Error('the disk is full')) };
      const onUnkept = (problem: unknown) => troubles.push(problem);
      const untroubled = await shippedSearch({ analyser: opened().dictionary, kept: full, onUnkept });
      await untroubled.settled();
      expect(await topOf(untroubled)).toMatchObject({ projectNumber: 1 });
      expect(troubles.length).toBeGreaterThan(0);
    });

    test('what is kept of lines that are gone goes once it is most of it', async () => {
      const full = memoryCuts();
      for (let at = 0; at < 3_000; at += 1) full.cuts.set(`of a line that is gone ${at}`, '[0,[]]');
      const tidied = await shippedSearch({ analyser: opened().dictionary, kept: full });
      await tidied.settled();
      await tidied.tidy();
      expect([...full.cuts.keys()].toSorted()).toEqual([...kept.cuts.keys()].toSorted());
    });

    test('the shipped lines are cut as they were when the format of what is kept was last raised', async () => {
      // Another hash: the program cuts otherwise. Raise `format` in src/search/index/kept-entry.ts, then write it here.
      const all = [...kept.cuts].map((pair) => pair.join(' ')).toSorted();
      expect(createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 12)).toBe('672297f6b161');
    });
  });
}
