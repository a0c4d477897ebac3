import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { WritableVerb } from '../../../src/actions/writes/index.ts';
import { submitWrite } from '../../../src/actions/writes/submit-write.ts';
import { undo } from '../../../src/actions/writes/undo.ts';
import type { Fields } from '../../../src/actions/writes/write-verb.ts';
import type { Snapshot, SnapshotKind, Target } from '../../../src/domain/change.ts';
import type { Project } from '../../../src/domain/project.ts';
import { openSeededStore } from '../../support/running.ts';
import type { OpenedStore } from '../../support/stores.ts';
import { aRequest, idOf, now, origin, personOf } from './world.ts';

let opened: OpenedStore;

beforeAll(async () => {
  opened = await openSeededStore();
});
afterAll(() => opened.cleanUp());

const ports = () => ({ store: opened.store, reader: opened.store, administrators: [idOf('administrator')] });
const person = personOf('administrator');

/** What people can read of the list, two projects and the posts, without versions. */
async function contents(): Promise<unknown> {
  const { store } = opened;
  const projects = await store.listProjects();
  const whole = [await store.findProject(8), await store.findProject(9)];
  const posts = await store.listPosts();
  return JSON.parse(
    JSON.stringify({ projects, whole, posts }, (key, value: unknown) =>
      key === 'version' ? undefined : value,
    ),
  );
}

async function project(number: number): Promise<Project> {
  const found = await opened.store.findProject(number);
  if (found === null) throw new Error(`no project ${number}`);
  return found;
}

/** The first row of project 8 of that kind and, if told, that content. */
async function rowOf(kind: SnapshotKind, is: (snapshot: Snapshot) => boolean = () => true): Promise<Target> {
  const { id } = await project(8);
  if (kind === 'project') return { kind, id };
  const rows = await opened.store.rowsOf(id);
  const found = rows.find((row) => row.target.kind === kind && is(row.snapshot));
  if (found === undefined) throw new Error(`project 8 has no ${kind}`);
  return found.target;
}

const isPlanned = (snapshot: Snapshot) => snapshot.kind === 'milestone' && snapshot.state === 'planned';
const isEntry = (snapshot: Snapshot) => snapshot.kind === 'milestone' && snapshot.parentId === null;
const isNumber = (snapshot: Snapshot) => snapshot.kind === 'observation' && snapshot.value.kind === 'number';

type Row = readonly [SnapshotKind, ((snapshot: Snapshot) => boolean)?];
const submissions: readonly (readonly [WritableVerb, Fields, Row | null])[] = [
  ['record-milestone', { text: '<!channel> 説明会 [12社]', when: 'R2.8', note: '※' }, null],
  ['complete-event', { when: 'R2.8.20', figures: '12社' }, ['milestone', isPlanned]],
  ['edit-milestone', { text: '別の文', when: '①R2.8、②R2.9' }, ['milestone', isPlanned]],
  ['delete-milestone', { reason: '重複' }, ['milestone', isEntry]],
  ['correct-observation', { value: '9', when: 'R2.3' }, ['observation', isNumber]],
  ['add-indicator', { name: '新指標', target: '5社以上', unit: '社' }, null],
  ['edit-indicator', { name: '改称', target: '99', unit: '件' }, ['indicator']],
  ['add-project', { number: '12', name: '新規', aliases: 'あ、い' }, null],
  ['edit-project', { number: '12', name: '改称', aliases: '別名' }, ['project']],
  ['retire-project', { reason: '終了' }, ['project']],
  ['merge-projects', { into: '9' }, ['project']],
  ['add-strand', { name: '新' }, null],
  ['add-programme', { name: '新事業', isNew: 'true' }, null],
  ['edit-programme', { name: '改称' }, ['programme']],
];

test.each(submissions)(
  '%s over a real store, undone, leaves everything as it was',
  async (verb, fields, row) => {
    const before = await contents();
    const target = row === null ? null : await rowOf(...row);
    const request = aRequest({ verb, fields, person, row: target && { target, version: null } });
    let result = await submitWrite(ports(), request);
    if (!result.ok && result.refusal.kind === 'confirm') {
      result = await submitWrite(ports(), { ...request, confirmed: result.refusal.confirmation });
    }
    expect(result).toMatchObject({ ok: true, value: { kind: 'written', repeated: false } });
    if (!result.ok || result.value.kind !== 'written') return;
    expect(await contents()).not.toEqual(before);
    const { setId } = result.value;
    expect(await submitWrite(ports(), request)).toMatchObject({ value: { setId, repeated: true } });
    const undone = await undo(ports(), { setId, person, requestKey: `undo ${setId}`, origin, now });
    expect(undone).toMatchObject({ ok: true });
    expect(await contents()).toEqual(before);
  },
);

test('a post, its people and roles: granted, handed over, and all taken back in turn', async () => {
  const before = await contents();
  const sets: string[] = [];
  const write = async (verb: WritableVerb, fields: Fields) => {
    const result = await submitWrite(ports(), aRequest({ verb, fields, person }));
    if (!result.ok || result.value.kind !== 'written') throw new Error(JSON.stringify(result));
    sets.push(result.value.setId);
    return result.value.changes[0]?.target.id ?? '';
  };
  const post = await write('add-post', { section: '港湾課', name: '係長' });
  await write('assign-person', { post, person: 'U0LEAD' });
  await write('grant-role', { post, role: 'lead' });
  const own = await submitWrite(ports(), aRequest({ person: personOf('lead') }));
  expect(own).toMatchObject({ value: { kind: 'written' } });
  if (own.ok && own.value.kind === 'written') sets.push(own.value.setId);
  await write('hand-over', { person: 'U0LEAD', into: 'U0OTHER' });
  const again = aRequest({ person: personOf('lead'), fields: { text: '別の説明会', when: 'R2.8.20' } });
  expect(await submitWrite(ports(), again)).toMatchObject({
    value: { kind: 'proposed', ask: [idOf('leadOfAnother')] },
  });
  await write('revoke-role', { post });
  for (const setId of sets.toReversed()) {
    const undone = await undo(ports(), { setId, person, requestKey: `undo ${setId}`, origin, now });
    expect(undone).toMatchObject({ ok: true });
  }
  expect(await contents()).toEqual(before);
});
