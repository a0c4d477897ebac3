import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Dictionary } from '../../src/search/dictionary/dictionary.ts';
import { openSearch, type SearchEngine } from '../../src/search/engine.ts';
import { type Analyser, noDictionary } from '../../src/search/tokeniser.ts';
import { defaultWords } from '../../src/search/words/default-words.ts';
import { foldForTokens } from '../../src/text/tokens-fold.ts';
import { aMilestone, aProject } from '../support/factories.ts';
import { shippedProjects } from '../support/projects-of.ts';
import { counting } from './support/counting.ts';
import { keptCutsCases } from './support/kept-cuts-cases.ts';
import { memoryCuts } from './support/memory-cuts.ts';
import { askIn, hitsOf, loadedDictionary, shippedSearch, wordsIn } from './support/opened.ts';

let dictionary: Dictionary;
let engine: SearchEngine;

beforeAll(async () => {
  dictionary = await loadedDictionary();
  engine = await shippedSearch({ analyser: dictionary });
});
afterAll(async () => dictionary.close());

async function topOf(asked: string, among = engine) {
  const [top] = hitsOf(await askIn(among, asked));
  return top;
}

describe('a hit', () => {
  test('says where the words stand, in the text as it was written', async () => {
    const top = await topOf('IoT導入率');
    expect(top?.matches.map(({ start, end }) => top.text.slice(start, end))).toEqual(['IoT 導入率']);
  });

  test('says its date: of what is planned the next', async () => {
    expect((await topOf('次の調整会議'))?.period?.text).toBe('R2.11');
    expect((await topOf('アイデアソンの次回'))?.period?.text).toBe('R2.10初旬');
  });

  test('names its indicator or milestone', async () => {
    expect((await topOf('IoT導入率'))?.id).toBe('8/indicator/8/1');
  });
});

describe('hints', () => {
  test.each([
    ['来月の予定', 2, 'R2.9サプライヤー応援隊事業開始（国補助金を活用）'],
    ['遅れているもの', 10, '<産業支援・人材供給WG> (R2.8.4開催)'],
    ['8 指標', 8, '先導的プロジェクトによる IoT 等導入件数'],
  ])('%s, without any word', async (asked, projectNumber, text) => {
    expect(await topOf(asked)).toMatchObject({ projectNumber, text });
  });

  test('never hide what the words find: no indicator holds this one', async () => {
    expect(await topOf('阿知須の指標')).toMatchObject({ projectNumber: 10 });
    expect(await topOf('プロジェクト1 IoT導入率')).toBeDefined();
    const hits = hitsOf(await askIn(engine, 'プロジェクト1 IoT導入率'));
    expect(hits.some(({ text }) => text === '中小企業の IoT 導入率')).toBe(true);
  });
});

describe('pages', () => {
  test('follow one another without gap or repetition', async () => {
    const whole = hitsOf(await askIn(engine, '企業'));
    const later = await askIn(engine, '企業', 4);
    expect(hitsOf(later).slice(0, 6)).toEqual(whole.slice(4, 10));
    expect(later.kind === 'found' && later.total).toBeGreaterThan(10);
  });
});

test('the bold and the people of Slack are no words', async () => {
  expect(await topOf('<!channel> *岸壁*')).toMatchObject({ projectNumber: 1 });
});

describe('what is nowhere', () => {
  test.each([
    '半導体',
    '水素ステーションの整備',
    '火星移住',
    'あああ',
    '量子コンピュータ',
    '三菱重工',
    'xyzzy',
    '宇宙',
  ])('%s is not found', async (asked) => {
    expect(await askIn(engine, asked)).toMatchObject({ kind: 'not-found' });
  });

  test.each([
    ['キエンザソ', 'キエンザン'],
    ['奨励金制度', null],
    ['港弯', '港湾'],
    ['渋帯', '渋滞'],
    ['渋たい', '渋滞'],
    ['半導', null],
    ['農業', null],
    ['水素', null],
    ['火星', null],
    ['やまみち', null],
  ])('%s: the nearest word is %j', async (asked, near) => {
    const answer = await askIn(engine, asked);
    const offered = answer.unknown.flatMap((each) => each.near);
    if (answer.kind === 'found') expect(near).not.toBeNull();
    else expect(offered[0] ?? null).toBe(near);
  });

  test('what of it is somewhere is told', async () => {
    expect(await askIn(engine, '水素ステーションの整備')).toMatchObject({ known: ['整備'] });
    expect(await askIn(engine, '火星')).toMatchObject({ known: [] });
  });

  test('beside words that are somewhere it is left out, and said', async () => {
    const answer = await askIn(engine, '自動車 半導体 セミナー');
    expect(answer).toMatchObject({ kind: 'found', unknown: [{ word: '半導体' }] });
  });
});

describe('changes', () => {
  test('are found at once, and what has gone is found no more', async () => {
    const changing = await openSearch({ analyser: dictionary, words: wordsIn() });
    const seminar = aMilestone('潜水艇の見学会').planned('R2.9');
    await changing.put(aProject({ number: 1, milestones: [seminar] }));
    expect(await topOf('潜水艇', changing)).toMatchObject({ text: '潜水艇の見学会' });
    await changing.put(aProject({ number: 1, milestones: [{ ...seminar, text: '帆船の見学会' }] }));
    expect(await askIn(changing, '潜水艇')).toMatchObject({ kind: 'not-found' });
    expect(await topOf('帆船', changing)).toMatchObject({ text: '帆船の見学会' });
    await changing.remove(1);
    expect(changing.size()).toBe(0);
    expect(await askIn(changing, '帆船')).toMatchObject({ kind: 'not-found', unknown: [{ near: [] }] });
  });

  test('cut only the lines that are new', async () => {
    const counted = counting(dictionary);
    const changing = await shippedSearch({ analyser: counted });
    const [first] = await shippedProjects();
    const before = counted.count();
    if (first !== undefined) await changing.put({ ...first, programmes: [] });
    expect(counted.count()).toBe(before);
  });

  test('many of them leave the answers as they were', async () => {
    const changing = await openSearch({ analyser: noDictionary, words: wordsIn() });
    for (let round = 0; round < 60; round += 1) {
      const milestones = Array.from({ length: 20 }, (_, at) =>
        aMilestone(`帆船${round}回目の${at}`).planned(),
      );
      await changing.put(aProject({ number: 1, milestones }));
    }
    expect(await topOf('帆船59回目', changing)).toMatchObject({
      text: expect.stringContaining('帆船59回目'),
    });
    expect(changing.size()).toBe(21);
  });
});

test('no two of the shipped words are written alike', () => {
  const written = [
    defaultWords.words.map((word) => word.written),
    defaultWords.synonyms.map(({ from }) => from),
  ];
  for (const each of written) {
    const folded = each.map((word) => foldForTokens(word).text);
    expect(folded.filter((word, at) => folded.indexOf(word) !== at)).toEqual([]);
  }
});

describe('the word list', () => {
  const withWord = {
    ...defaultWords,
    words: [...defaultWords.words, { written: '増殖炉', reading: 'ぞうしょくろ' }],
  };

  test('takes effect at once: readings, synonyms', async () => {
    const words = wordsIn();
    const changing = await openSearch({ analyser: dictionary, words });
    await changing.put(aProject({ number: 1, milestones: [aMilestone('高速増殖炉の見学').planned('R2.9')] }));
    expect(await askIn(changing, 'ぷるとにうむ')).toMatchObject({ kind: 'not-found' });
    words.words = { ...withWord, synonyms: [{ from: 'もんじゅ', to: ['増殖炉'] }] };
    await changing.reloadWords();
    expect(await topOf('zoushokuro', changing)).toMatchObject({ text: '高速増殖炉の見学' });
    expect(await topOf('もんじゅ', changing)).toMatchObject({ text: '高速増殖炉の見学' });
  });

  test('takes effect at the next time where the store failed in the middle', async () => {
    const words = wordsIn();
    const cuts = memoryCuts();
    let fails = false;
    const kept = {
      ...cuts,
      readCuts: async (keys: readonly string[]) => {
        if (fails) throw new Error('the store is down');
        return cuts.readCuts(keys);
      },
    };
    const changing = await openSearch({ analyser: dictionary, words, kept });
    await changing.put(aProject({ number: 1, milestones: [aMilestone('高速増殖炉の見学').planned('R2.9')] }));
    words.words = withWord;
    fails = true;
    await expect(changing.reloadWords()).rejects.toThrow('the store is down');
    fails = false;
    await changing.reloadWords();
    expect(await topOf('zoushokuro', changing)).toMatchObject({ text: '高速増殖炉の見学' });
  });

  test('cuts only the lines that hold a changed word', async () => {
    const counted = counting(dictionary);
    const words = wordsIn({ ...defaultWords, synonyms: [] });
    const changing = await shippedSearch({ analyser: counted, words });
    const before = counted.count();
    words.words = { words: [...withWord.words, { written: '阿知須実証事業' }], synonyms: [] };
    await changing.reloadWords();
    expect(counted.count() - before).toBeLessThan(25);
  });
});

keptCutsCases(() => ({ dictionary, engine }));

test('before the dictionary has loaded a simpler splitter answers, and afterwards all is cut again', async () => {
  let loaded = false;
  const late: Analyser = {
    isReady: () => loaded,
    analyse: async (texts, within) => (loaded ? dictionary.analyse(texts, within) : null),
  };
  const early = await shippedSearch({ analyser: late });
  expect(await topOf('IoT導入率', early)).toMatchObject({ projectNumber: 8, kind: 'indicator' });
  expect(await askIn(early, 'kouwan')).toMatchObject({ kind: 'not-found' });
  loaded = true;
  await early.recut();
  expect(await topOf('kouwan', early)).toMatchObject({ projectNumber: 1 });
});
