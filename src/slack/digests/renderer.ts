import type { ChangeStore } from '../../actions/change-ports.ts';
import type { ProjectReader } from '../../actions/ports.ts';
import { digestContent } from '../../digests/content.ts';
import type { DigestOrder, Renderer } from '../../digests/ports.ts';
import type { Subscription } from '../../digests/subscription.ts';
import { dayAt } from '../../domain/calendar-day.ts';
import type { Project } from '../../domain/project.ts';
import { wordsIn } from '../words/index.ts';
import { awaitedOf } from './awaited.ts';
import { type DigestMessage, digestMessage } from './message.ts';

/** What a digest is read from. */
export interface RenderPorts {
  readonly reader: ProjectReader;
  readonly store: Pick<ChangeStore, 'standingOf' | 'listPosts'>;
}

/** Puts digests together from the projects as they stand at that moment. */
export function digestRenderer(ports: RenderPorts): Renderer<DigestMessage> {
  return {
    async render({ subscription, occurrence, now, late, nextAt }: DigestOrder) {
      const projects = await projectsOf(ports, subscription);
      const today = dayAt(now, subscription.timeZone);
      const { include } = subscription;
      const content = digestContent(projects, { today, span: occurrence.span, include });
      const isAwaiting = content.overdue.length + content.stale.length > 0;
      const awaited = isAwaiting ? awaitedOf(content, await ports.store.listPosts()) : [];
      const numbers = projects.map(({ number }) => number);
      const editions = projects.flatMap(({ edition }) => (edition === null ? [] : [edition]));
      const edition = editions.toSorted((a, b) => (a.key < b.key ? -1 : 1)).at(-1) ?? null;
      const facts = {
        content,
        awaited,
        subscription,
        occurrence,
        numbers,
        now,
        today,
        late,
        nextAt,
        edition,
      };
      return digestMessage(facts, wordsIn(subscription.language));
    },
  };
}

async function projectsOf(
  { reader, store }: RenderPorts,
  { projects: choice, ownerId }: Pick<Subscription, 'projects' | 'ownerId'>,
): Promise<readonly Project[]> {
  const all = await reader.listProjects();
  const mine =
    choice.kind === 'mine'
      ? new Set((await store.standingOf(ownerId)).roles.map(({ projectId }) => projectId))
      : null;
  const chosen = all.filter(
    ({ id, number }) =>
      (mine?.has(id) ?? true) && (choice.kind !== 'some' || choice.numbers.includes(number)),
  );
  const found = await Promise.all(chosen.map(({ number }) => reader.findProject(number)));
  return found.filter((project) => project !== null);
}
