import { describe, expect, test } from '@jest/globals';
import type { Snapshot, Versioned } from '../../../src/domain/change.ts';
import { decide } from './given.ts';

const rows: readonly Versioned[] = [
  row('w1', { kind: 'word', written: 'IoT', reading: 'あいおーてぃー', parts: [] }),
  row('s1', { kind: 'synonym', from: '岸壁', to: ['港湾'] }),
];
const searchWords = rows;
const [word = null, synonym = null] = rows;

function row(id: string, snapshot: Snapshot): Versioned {
  return { target: { kind: snapshot.kind, id }, version: 3, snapshot };
}

describe('a word', () => {
  test('is added with its reading and its parts, each once', () => {
    const fields = { word: '産学公金', reading: 'サンガクコウキン', parts: '産学、公金\n産学' };
    expect(decide('add-word', fields, { searchWords }, null).after).toEqual([
      { kind: 'word', written: '産学公金', reading: 'サンガクコウキン', parts: ['産学', '公金'] },
    ]);
  });

  test('may have neither', () => {
    expect(decide('add-word', { word: '阿知須' }, { searchWords }, null).after).toEqual([
      { kind: 'word', written: '阿知須', reading: null, parts: [] },
    ]);
  });

  test.each([
    ['nothing', {}, 'word missing'],
    ['signs only', { word: '・・' }, 'word missing'],
    ['one that is there in another width', { word: 'ｉｏｔ' }, 'word taken'],
    ['too long a one', { word: '港'.repeat(61) }, 'word too-long'],
    ['kanji as a reading', { word: '港湾', reading: '港湾' }, 'reading not-kana'],
    ['a part that is not in it', { word: '産学公金', parts: '産学、公民' }, 'parts not-inside'],
    ['itself as a part', { word: '産学公金', parts: '産学公金' }, 'parts not-inside'],
  ])('%s is refused at its field', (_, fields, problem) => {
    expect(decide('add-word', fields, { searchWords }, null).problems).toEqual([problem]);
  });

  test('is changed under its own name, and what stays as it was is said', () => {
    const context = { searchWords, target: word };
    const changed = decide('edit-word', { word: 'IoT', reading: 'アイオーティー' }, context, null);
    expect(changed.drafts).toMatchObject([{ target: { id: 'w1' }, version: 3 }]);
    const same = decide('edit-word', { word: 'IoT', reading: 'あいおーてぃー' }, context, null);
    expect(same.problems).toEqual(['word unchanged']);
  });

  test('is taken out, with a reason or without', () => {
    const removed = decide('remove-word', { reason: '使わないため' }, { target: word }, null);
    expect(removed).toMatchObject({ after: [null], reason: '使わないため' });
    expect(decide('remove-word', {}, { target: word }, null).after).toEqual([null]);
  });
});

describe('a synonym', () => {
  test('stands for one word or several', () => {
    const fields = { word: '銀行', means: '金融機関、YMFG' };
    expect(decide('add-synonym', fields, { searchWords }, null).after).toEqual([
      { kind: 'synonym', from: '銀行', to: ['金融機関', 'YMFG'] },
    ]);
  });

  test('may be a word that is listed as one', () => {
    expect(decide('add-synonym', { word: 'IoT', means: '5G' }, { searchWords }, null).problems).toEqual([]);
  });

  test.each([
    ['without a meaning', { word: '銀行', means: '、' }, 'means missing'],
    ['for itself', { word: 'ＤＸ', means: 'dx' }, 'means itself'],
    ['that is there', { word: '岸壁', means: '港' }, 'word taken'],
  ])('one %s is refused at its field', (_, fields, problem) => {
    expect(decide('add-synonym', fields, { searchWords }, null).problems).toEqual([problem]);
  });

  test('is changed and taken out', () => {
    const context = { searchWords, target: synonym };
    expect(decide('edit-synonym', { word: '岸壁', means: '港湾、工業用水' }, context, null).after).toEqual([
      { kind: 'synonym', from: '岸壁', to: ['港湾', '工業用水'] },
    ]);
    expect(decide('edit-synonym', { word: '岸壁', means: '港湾' }, context, null).problems).toEqual([
      'word unchanged',
    ]);
    expect(decide('remove-synonym', {}, context, null).after).toEqual([null]);
  });
});
