import type { PostRecord } from '../../actions/change-ports.ts';
import type { DigestContent } from '../../digests/content.ts';
import { shorten } from '../blocks/shorten.ts';
import type { Words } from '../words/index.ts';

/** A project of which a report is awaited, and the posts that lead it: none where it has no lead. */
export interface Awaited {
  readonly projectNumber: number;
  readonly posts: readonly string[];
}

/** Projects that a list names; of more it says how many. */
const mostNamed = 5;
/** Characters of the posts of one project. */
const mostOfNames = 120;

/**
 * Whose report a digest waits for: the projects with a date that has passed or a late value, by number, with the posts
 * that lead them. Posts and not people, since a whole channel reads it.
 */
export function awaitedOf(
  { overdue, stale }: Pick<DigestContent, 'overdue' | 'stale'>,
  posts: readonly Pick<PostRecord, 'section' | 'name' | 'roles'>[],
): readonly Awaited[] {
  const numbers = new Set([...overdue, ...stale].map(({ projectNumber }) => projectNumber));
  const leads = (number: number) =>
    posts.filter(({ roles }) => roles.some((each) => each.projectNumber === number && each.role === 'lead'));
  return [...numbers]
    .toSorted((a, b) => a - b)
    .map((projectNumber) => ({
      projectNumber,
      posts: leads(projectNumber).map(({ section, name }) => `${section} ${name}`),
    }));
}

/** 報告待ち in one sentence; null where nothing is awaited. */
export function awaitedWords(awaited: readonly Awaited[], words: Words): string | null {
  if (awaited.length === 0) return null;
  const named = awaited.slice(0, mostNamed).map(({ projectNumber: number, posts }) => {
    const names = shorten(posts.join(words('digest.between')), mostOfNames);
    const who = posts.length === 0 ? words('digest.noLead') : names;
    return words('digest.awaitedOf', { number, who });
  });
  const more = awaited.length - named.length;
  const list = [...named, ...(more > 0 ? [words('digest.awaitedMore', { count: more })] : [])];
  return words('digest.awaited', { list: list.join(words('digest.between')) });
}
