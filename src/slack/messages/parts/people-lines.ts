import type { RichTextElement } from '@slack/types';
import type { PostRecord } from '../../../actions/change-ports.ts';
import type { Change, Snapshot } from '../../../domain/change.ts';
import type { ProjectSummary } from '../../../domain/project.ts';
import { text } from '../../blocks/rich-text.ts';
import type { Words } from '../../words/index.ts';

/** Ids in words: what is said of people names posts and projects by their ids. */
export interface NamedPeople {
  readonly words: Words;
  readonly posts: readonly PostRecord[];
  readonly projects: readonly Pick<ProjectSummary, 'id' | 'number' | 'name'>[];
}

/** Whether it concerns posts, who is in them or what they are where. */
export function concernsPeople({ target: { kind } }: Pick<Change, 'target'>): boolean {
  return kind === 'post' || kind === 'occupancy' || kind === 'role';
}

/** 産業政策課 主任: @田中. What was taken away or is no longer so stands struck through. */
export function peopleLine(
  { before, after }: Pick<Change, 'before' | 'after'>,
  named: NamedPeople,
): RichTextElement[] {
  const [was, is] = [before, after].map((each) => (each === null ? [] : told(each, named)));
  return [
    ...(was ?? []).map(struck),
    ...(before === null || after === null ? [] : text(' → ')),
    ...(is ?? []),
  ];
}

function struck(element: RichTextElement): RichTextElement {
  return element.type === 'text' || element.type === 'user'
    ? { ...element, style: { strike: true } }
    : element;
}

function told(snapshot: Snapshot, { words, posts, projects }: NamedPeople): RichTextElement[] {
  const labelOf = (id: string) => {
    const post = posts.find((each) => each.id === id);
    return post === undefined ? words('part.formerPost') : `${post.section} ${post.name}`;
  };
  switch (snapshot.kind) {
    case 'post': {
      const administers = snapshot.isAdministrator
        ? words('mark.behind', { aside: words('roles.administers') })
        : '';
      return text(`${snapshot.section} ${snapshot.name}${administers}`);
    }
    case 'occupancy':
      return [...text(`${labelOf(snapshot.postId)}: `), { type: 'user', user_id: snapshot.personId }];
    case 'role': {
      const project = projects.find(({ id }) => id === snapshot.projectId);
      const role = words(`part.${snapshot.role}`);
      const what = project === undefined ? role : words('sheet.project', { ...project, role });
      return text(`${labelOf(snapshot.postId)}: ${what}`);
    }
    default:
      return [];
  }
}
