import { describe, expect, test } from '@jest/globals';
import { type Arriving, lineUp, type Standing } from '../../src/store/line-up.ts';

/** `a`, `a.1` and `a.2` below it, `b`: ids say where rows hang. */
const parentOf = (id: string) => (id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : null);
const standing = (ids: readonly string[], from = 0): readonly Standing[] =>
  ids.map((id, at) => ({ id, parentId: parentOf(id), position: from + at }));
const arriving = (id: string, behind?: string | null): Arriving => ({ id, parentId: parentOf(id), behind });

function order(there: readonly Standing[], news: readonly Arriving[]): string {
  const moved = lineUp(there, news);
  const positions = new Map([...there.map(({ id, position }) => [id, position] as const), ...moved]);
  return [...positions]
    .toSorted(([, a], [, b]) => a - b)
    .map(([id]) => id)
    .join(' ');
}

describe('a new row stands', () => {
  test.each([
    ['at the end', [arriving('new')], 'a a.1 a.2 b new'],
    ['behind the last below its parent', [arriving('a.new')], 'a a.1 a.2 a.new b'],
    ['behind its sister and what hangs below that one', [arriving('new', 'a')], 'a a.1 a.2 new b'],
    ['between two that hang below the same', [arriving('a.new', 'a.1')], 'a a.1 a.new a.2 b'],
    ['before all', [arriving('new', null)], 'new a a.1 a.2 b'],
    ['directly behind its parent', [arriving('a.new', null)], 'a a.new a.1 a.2 b'],
    ['at the end, where its sister is not there', [arriving('new', 'z')], 'a a.1 a.2 b new'],
    ['behind one that arrives with it', [arriving('x', 'a'), arriving('y', 'x')], 'a a.1 a.2 x y b'],
    ['below one that arrives with it', [arriving('x', 'a'), arriving('x.1', null)], 'a a.1 a.2 x x.1 b'],
  ] as const)('%s', (_where, news, expected) => {
    expect(order(standing(['a', 'a.1', 'a.2', 'b']), news)).toBe(expected);
  });
});

test('only who stands in the way moves', () => {
  const there = [...standing(['a', 'b']), ...standing(['c'], 10)];
  expect([...lineUp(there, [arriving('new', 'a')])]).toEqual([
    ['new', 1],
    ['b', 2],
  ]);
});

test('rows in a ring below each other keep a place', () => {
  const ring: readonly Standing[] = [
    { id: 'a', parentId: 'b', position: 0 },
    { id: 'b', parentId: 'a', position: 1 },
  ];
  expect([...lineUp(ring, [arriving('c')]).keys()].toSorted()).toEqual(['a', 'b', 'c']);
});

test('ten thousand arrive in milliseconds, not seconds', () => {
  const news = Array.from({ length: 10_000 }, (_, at) => arriving(`n${at}`, at === 0 ? null : `n${at - 1}`));
  const positions = lineUp([], news);
  expect(positions.get('n9999')).toBe(9_999);
});
