import { afterEach, describe, expect, test } from '@jest/globals';
import { type Dictionary, openDictionary } from '../../src/search/dictionary/dictionary.ts';
import { loadedDictionary, signal } from './support/opened.ts';

const moody = new URL('./support/moody-worker.mjs', import.meta.url);
const opened: Dictionary[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

async function moodyDictionary(
  hooks: { onReady?: () => void; onDeath?: (problem: unknown, pause: number) => void } = {},
) {
  const dictionary = await loadedDictionary({ file: moody, firstPause: 10, onDeath: () => {}, ...hooks });
  opened.push(dictionary);
  return dictionary;
}

test('kuromoji cuts in its thread: surfaces, base forms, readings', async () => {
  const dictionary = await loadedDictionary();
  opened.push(dictionary);
  const [first] = (await dictionary.analyse(['港湾の整備が遅れている'], 5_000)) ?? [];
  expect(first?.map(({ surface }) => surface).join('|')).toBe('港湾|の|整備|が|遅れ|て|いる');
  expect(first?.[0]).toEqual({ surface: '港湾', base: '港湾', reading: 'コウワン', kind: 'noun' });
  expect(first?.[4]).toMatchObject({ base: '遅れる', kind: 'verb' });
  expect(first?.[1]?.kind).toBe('other');
});

describe('the thread', () => {
  test('answers nobody before it is started and after it is closed', async () => {
    const dictionary = openDictionary({ file: moody });
    expect(await dictionary.analyse(['a'], 1_000)).toBeNull();
    await dictionary.close();
    dictionary.start();
    expect(dictionary.isReady()).toBe(false);
  });

  test('answers in order', async () => {
    const dictionary = await moodyDictionary();
    const answered: string[] = [];
    const texts = Array.from({ length: 20 }, (_, at) => `t${at}`);
    await Promise.all(
      texts.map(async (text) => {
        const [words] = (await dictionary.analyse([text], 5_000)) ?? [];
        answered.push(words?.[0]?.surface ?? '');
      }),
    );
    expect(answered).toEqual(texts);
  });

  test('dies with the requests that wait, and comes back', async () => {
    const pauses: number[] = [];
    let readies = 0;
    const again = signal();
    const dictionary = await moodyDictionary({
      onDeath: (_, pause) => pauses.push(pause),
      onReady: () => {
        readies += 1;
        if (readies === 2) again.send();
      },
    });
    const answers = await Promise.all([dictionary.analyse(['die'], 5_000), dictionary.analyse(['a'], 5_000)]);
    expect(answers).toEqual([null, null]);
    expect([dictionary.isReady(), pauses]).toEqual([false, [10]]);
    await again.sent;
    expect(await dictionary.analyse(['a'], 5_000)).toHaveLength(1);
  });

  test('is given up when it hangs, and comes back', async () => {
    let readies = 0;
    const again = signal();
    const dictionary = await moodyDictionary({
      onReady: () => {
        readies += 1;
        if (readies === 2) again.send();
      },
    });
    expect(await dictionary.analyse(['hang'], 50)).toBeNull();
    await again.sent;
    expect(await dictionary.analyse(['a'], 5_000)).toHaveLength(1);
  });

  test('waits longer each time that it dies without an answer', async () => {
    const pauses: number[] = [];
    const enough = signal();
    const dictionary = openDictionary({
      file: new URL('./support/no-such-worker.mjs', import.meta.url),
      firstPause: 2,
      onDeath: (_, pause) => {
        pauses.push(pause);
        if (pauses.length === 4) enough.send();
      },
    });
    opened.push(dictionary);
    dictionary.start();
    await enough.sent;
    expect(pauses).toEqual([2, 4, 8, 16]);
  });
});
