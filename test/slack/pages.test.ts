import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pageOf } from '../../src/slack/pages.ts';

const twenty = Array.from({ length: 20 }, (_, at) => at + 1);
const short = () => 100;

describe('a page', () => {
  test.each([
    [1, 1, 1, 10],
    [2, 2, 11, 20],
    [3, 2, 11, 20],
    [9999, 2, 11, 20],
    [0, 1, 1, 10],
    [-1, 1, 1, 10],
    [Number.NaN, 1, 1, 10],
    [1.9, 1, 1, 10],
  ])('%d of 20 items is number %i, from %i to %i', (wanted, number, from, to) => {
    expect(pageOf(twenty, wanted, short)).toMatchObject({
      items: twenty.slice(from - 1, to),
      number,
      of: 2,
      from,
      to,
      total: 20,
    });
  });

  test('of nothing is empty', () => {
    expect(pageOf([], 1, short)).toEqual({
      items: [],
      number: 1,
      of: 1,
      from: 0,
      to: 0,
      total: 0,
      before: 0,
      after: 0,
    });
  });

  test('ends before the item that would make the message too long', () => {
    expect(pageOf([3000, 3000, 3000], 1, Number)).toMatchObject({ items: [3000, 3000], of: 2 });
    expect(pageOf([3000, 3000, 1000], 1, Number)).toMatchObject({ of: 1 });
  });

  test('holds an item that is too long by itself', () => {
    const pages = [1, 2, 3].map((number) => pageOf([10, 50_000, 10], number, Number).items);
    expect(pages).toEqual([[10], [50_000], [10]]);
  });

  test('knows the sizes of its neighbours', () => {
    const page = pageOf(twenty.slice(0, 14), 2, short);
    expect(page).toMatchObject({ before: 10, after: 0 });
    expect(pageOf(twenty.slice(0, 14), 1, short)).toMatchObject({ before: 0, after: 4 });
  });

  test('may hold fewer', () => expect(pageOf(twenty, 4, short, 5).items).toEqual([16, 17, 18, 19, 20]));
});

test('every item stands on one page, in order, and the counts tell where', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(8000), { maxLength: 60 }), (lengths) => {
      const items = lengths.map((length, at) => ({ length, at }));
      const { of } = pageOf(items, 1, ({ length }) => length);
      const pages = Array.from({ length: of }, (_, at) => pageOf(items, at + 1, ({ length }) => length));
      expect(pages.flatMap((page) => page.items)).toEqual(items);
      for (const page of pages) {
        expect(page.items.length).toBeLessThanOrEqual(10);
        expect(page.items).toEqual(items.slice(Math.max(page.from - 1, 0), page.to));
      }
    }),
  );
});
