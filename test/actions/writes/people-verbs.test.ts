import { describe, expect, test } from '@jest/globals';
import type { PostRecord } from '../../../src/actions/change-ports.ts';
import type { Fields } from '../../../src/actions/writes/write-verb.ts';
import type { PersonId } from '../../../src/domain/person.ts';
import type { ProjectId } from '../../../src/domain/project.ts';
import { decide } from './given.ts';

const [suzuki, tanaka, sato] = ['U0SUZUKI', 'U0TANAKA', 'U0SATO'];
const occupant = (id: string, person: string) => ({ id, version: 3, personId: person as PersonId });
const role = (number: number, held: 'lead' | 'deputy') => ({
  id: `role-${number}`,
  version: 2,
  projectId: `project-${number}` as ProjectId,
  projectNumber: number,
  role: held,
});
const chief: PostRecord = {
  id: 'chief',
  version: 1,
  section: '産業政策課',
  name: '主任',
  isAdministrator: false,
  occupants: [occupant('o1', suzuki), occupant('o2', tanaka)],
  roles: [role(8, 'lead')],
};
const clerk: PostRecord = {
  ...chief,
  id: 'clerk',
  name: '主事',
  occupants: [occupant('o3', suzuki)],
  roles: [],
};
const posts = [chief, clerk];
const target = {
  target: { kind: 'post', id: 'chief' },
  version: 1,
  snapshot: { kind: 'post', section: '産業政策課', name: '主任', isAdministrator: false },
} as const;

describe('posts', () => {
  test('are added and renamed', () => {
    const fields = { section: '港湾課', name: '係長', administrator: 'true' };
    const after = { kind: 'post', section: '港湾課', name: '係長', isAdministrator: true };
    expect(decide('add-post', fields, { posts }, null).after).toEqual([after]);
    expect(decide('edit-post', fields, { posts, target }, null).after).toEqual([after]);
  });

  test.each<['add-post' | 'edit-post', Fields, readonly string[]]>([
    ['add-post', {}, ['section missing', 'name missing']],
    ['add-post', { section: '産業政策 課', name: '主任' }, ['name taken']],
    ['add-post', { section: 'a', name: 'b', administrator: 'x' }, ['administrator unknown-choice']],
    ['edit-post', { section: '産業政策課', name: '主任' }, ['name unchanged']],
    ['edit-post', { section: '産業政策課', name: '主事' }, ['name taken']],
  ])('%s %j is refused', (verb, fields, problems) =>
    expect(decide(verb, fields, { posts, target }, null).problems).toEqual(problems),
  );
});

describe('people in posts', () => {
  test('somebody takes a post and leaves it', () => {
    expect(decide('assign-person', { post: 'clerk', person: sato }, { posts }, null).after).toEqual([
      { kind: 'occupancy', postId: 'clerk', personId: sato },
    ]);
    expect(decide('release-person', { post: 'chief', person: suzuki }, { posts }, null).drafts).toMatchObject(
      [{ target: { kind: 'occupancy', id: 'o1' }, version: 3, after: null }],
    );
  });

  test.each<['assign-person' | 'release-person', Fields, readonly string[]]>([
    ['assign-person', {}, ['post missing', 'person missing']],
    ['assign-person', { post: 'x', person: '鈴木' }, ['post unknown-choice', 'person unknown-choice']],
    ['assign-person', { post: 'chief', person: suzuki }, ['person unchanged']],
    ['release-person', { post: 'chief', person: sato }, ['person unknown-choice']],
  ])('%s %j is refused', (verb, fields, problems) =>
    expect(decide(verb, fields, { posts }, null).problems).toEqual(problems),
  );
});

describe('roles', () => {
  test('are granted, changed and revoked', () => {
    expect(decide('grant-role', { post: 'clerk', role: 'deputy' }, { posts }).after).toEqual([
      { kind: 'role', postId: 'clerk', projectId: 'project-8', role: 'deputy' },
    ]);
    expect(decide('grant-role', { post: 'chief', role: 'deputy' }, { posts }).drafts).toMatchObject([
      { target: { id: 'role-8' }, version: 2, before: { role: 'lead' }, after: { role: 'deputy' } },
    ]);
    expect(decide('revoke-role', { post: 'chief' }, { posts }).drafts).toMatchObject([
      { target: { id: 'role-8' }, after: null, projectId: 'project-8' },
    ]);
  });

  test.each<['grant-role' | 'revoke-role', Fields, readonly string[]]>([
    ['grant-role', {}, ['post missing', 'role missing']],
    ['grant-role', { post: 'chief', role: 'boss' }, ['role unknown-choice']],
    ['grant-role', { post: 'chief', role: 'lead' }, ['role unchanged']],
    ['revoke-role', { post: 'clerk' }, ['post unknown-choice']],
  ])('%s %j is refused', (verb, fields, problems) =>
    expect(decide(verb, fields, { posts }).problems).toEqual(problems),
  );

  test.each(['grant-role', 'revoke-role'] as const)('%s needs a project', (verb) =>
    expect(decide(verb, { post: 'chief', role: 'lead' }, { posts }, null).problems).toEqual([
      'project missing',
    ]),
  );
});

describe('hand-over', () => {
  test('all posts go from one to the other, who stays where they are', () => {
    const decided = decide('hand-over', { person: suzuki, into: tanaka, reason: '異動' }, { posts }, null);
    expect(decided.drafts.map(({ target: { id }, after }) => [id, after])).toEqual([
      ['o1', null],
      ['o3', null],
      ['row-1', { kind: 'occupancy', postId: 'clerk', personId: tanaka }],
    ]);
    expect(decided.reason).toBe('異動');
  });

  test.each<[Fields, readonly string[]]>([
    [{}, ['person missing', 'into missing']],
    [{ person: suzuki, into: suzuki }, ['into unchanged']],
    [{ person: sato, into: suzuki }, ['person unknown-choice']],
    [{ person: suzuki, into: '#8' }, ['into unknown-choice']],
  ])('%j is refused', (fields, problems) =>
    expect(decide('hand-over', fields, { posts }, null).problems).toEqual(problems),
  );
});
