import { expect, test } from '@jest/globals';
import { readTrail } from '../../src/actions/read-trail.ts';
import type { Change } from '../../src/domain/change.ts';
import type { ProjectId } from '../../src/domain/project.ts';

const aChange = (setId: string, id: string, given: Partial<Change> = {}) =>
  ({ setId, verb: 'edit-milestone', undoes: null, target: { kind: 'milestone', id }, ...given }) as Change;
const imported = { verb: 'import-edition' } as const;
const undoing = (undoes: string) => ({ verb: 'undo', undoes }) as const;

/** The sets that the trail names last, by row; `oldestFirst` as they were written. */
async function lastOf(...oldestFirst: readonly Change[]): Promise<Readonly<Record<string, string>>> {
  const store = {
    history: async () => ({ changes: oldestFirst.toReversed(), total: oldestFirst.length }),
  };
  const trail = await readTrail(store, 'p' as ProjectId);
  return Object.fromEntries([...trail].map(([id, { setId }]) => [id, setId]));
}

test.each([
  [
    'the last change of each row',
    [aChange('1', 'a'), aChange('2', 'a'), aChange('3', 'b')],
    { a: '2', b: '3' },
  ],
  ['nothing of what an edition brought', [aChange('1', 'a', imported)], {}],
  ['a change since the edition', [aChange('1', 'a', imported), aChange('2', 'a')], { a: '2' }],
  ['nothing of what an edition worded anew', [aChange('1', 'a'), aChange('2', 'a', imported)], {}],
  [
    'nothing of an edition that was taken back and brought again',
    [aChange('1', 'a', imported), aChange('2', 'a', undoing('1')), aChange('3', 'a', undoing('2'))],
    {},
  ],
  ['who took back a change of a person', [aChange('1', 'a'), aChange('2', 'a', undoing('1'))], { a: '2' }],
] as const)('tells %s', async (_what, changes, expected) => {
  expect(await lastOf(...changes)).toEqual(expected);
});
