import type { RichTextElement } from '@slack/types';
import type { PostRecord } from '../../actions/change-ports.ts';
import type { Change, Snapshot } from '../../domain/change.ts';
import type { ProjectSummary } from '../../domain/project.ts';
import { actions, askButton } from '../blocks/build.ts';
import { list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { undoButton } from './written.ts';

interface Named {
  readonly words: Words;
  readonly posts: readonly PostRecord[];
  readonly projects: readonly ProjectSummary[];
}

const mostLines = 20;

/** What was changed of posts, people and roles: 任命: 産業政策課 主任 ← @田中, and the way back. */
export function rolesWrittenMessage(
  { setId, changes }: { readonly setId: string; readonly changes: readonly Change[] },
  named: Named,
): Reply {
  const { words } = named;
  const [main] = changes;
  const verb = main === undefined ? '' : words(`change.${main.verb}`);
  const sentence = `${words('written.done')} ${verb}`;
  const lines = changes.slice(0, mostLines).map((change) => paragraph(lineOf(change, named)));
  return reply(sentence, [
    richText([
      paragraph(text(words('written.done'), { bold: true }), text(`　${verb}`)),
      ...(lines.length > 0 ? [list(lines)] : []),
    ]),
    actions('roles-written', [
      undoButton({ set: setId, project: null }, { words, what: verb }),
      askButton({ id: 'roles', label: words('roles.title'), ask: 'roles' }),
    ]),
  ]);
}

/** What was taken away stands struck through. */
function lineOf({ before, after }: Change, named: Named): RichTextElement[] {
  const snapshot = after ?? before;
  if (snapshot === null) return [];
  const elements = told(snapshot, named);
  if (after !== null) return elements;
  return elements.map((element) =>
    element.type === 'text' || element.type === 'user' ? { ...element, style: { strike: true } } : element,
  );
}

function told(snapshot: Snapshot, { words, posts, projects }: Named): RichTextElement[] {
  const labelOf = (id: string) => {
    const post = posts.find((each) => each.id === id);
    return post === undefined ? '' : `${post.section} ${post.name}`;
  };
  switch (snapshot.kind) {
    case 'post': {
      const administers = snapshot.isAdministrator ? `（${words('roles.administers')}）` : '';
      return text(`${snapshot.section} ${snapshot.name}${administers}`);
    }
    case 'occupancy':
      return [...text(`${labelOf(snapshot.postId)}: `), { type: 'user', user_id: snapshot.personId }];
    case 'role': {
      const project = projects.find(({ id }) => id === snapshot.projectId);
      const name = project === undefined ? '' : `${project.number}. ${project.name} `;
      return text(`${labelOf(snapshot.postId)}: ${name}${words(`part.${snapshot.role}`)}`);
    }
    default:
      return [];
  }
}
