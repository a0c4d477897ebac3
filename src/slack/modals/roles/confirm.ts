import { handOverSheet } from '../../../actions/writes/read-roles.ts';
import type { Change, OccupancySnapshot } from '../../../domain/change.ts';
import { handOverMessage } from '../../messages/hand-over.ts';
import { rolesWrittenMessage } from '../../messages/roles-written.ts';
import type { Reply } from '../../reply.ts';
import type { Confirming, Written } from '../modal.ts';

/** What was changed of posts, people and roles, in names: the rows hold ids only. */
export async function confirmPeople({ setId, changes }: Written, view: Confirming): Promise<Reply> {
  const { writes, words } = view;
  const [posts, projects] = await Promise.all([writes.store.listPosts(), writes.reader.listProjects()]);
  return rolesWrittenMessage({ setId, changes }, { words, posts, projects });
}

/** 引継書 of what went over just now. */
export async function confirmHandOver(written: Written, view: Confirming): Promise<Reply> {
  const moved = written.changes.flatMap(occupancyIn);
  const [left] = moved.filter(({ how }) => how === 'left');
  const to = moved.find(({ how }) => how === 'taken')?.occupancy.personId;
  // Who takes over was in all of these posts before: then nothing but the leaving is to be told.
  if (left === undefined || to === undefined) return confirmPeople(written, view);
  const { writes, words, today } = view;
  const ids = new Set<string>(moved.map(({ occupancy }) => occupancy.postId));
  const all = await writes.store.listPosts();
  const posts = all.filter(({ id }) => ids.has(id));
  const numbers = new Set(posts.flatMap(({ roles }) => roles.map(({ projectNumber }) => projectNumber)));
  const found = await Promise.all([...numbers].map((number) => writes.reader.findProject(number)));
  const projects = found.filter((project) => project !== null);
  const sheet = handOverSheet({ personId: to, posts, projects, today });
  const done = { from: left.occupancy.personId, to, setId: written.setId };
  return handOverMessage(sheet, { words, page: 1, done });
}

function occupancyIn({
  before,
  after,
}: Change): readonly { readonly how: 'left' | 'taken'; readonly occupancy: OccupancySnapshot }[] {
  if (before?.kind === 'occupancy') return [{ how: 'left', occupancy: before }];
  return after?.kind === 'occupancy' ? [{ how: 'taken', occupancy: after }] : [];
}
