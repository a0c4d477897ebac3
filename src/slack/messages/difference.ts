import type { KnownBlock } from '@slack/types';
import type { Comparison } from '../../actions/reports/editions.ts';
import type { EditionChange, ProjectDifference } from '../../domain/edition-difference.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { pageOf } from '../pages.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { pageCount } from './parts/navigation.ts';
import { editionName } from './parts/source-line.ts';

const mostCharacters = 160;
const changesOnPage = 12;

/** What changed since the last edition, per project, a page at a time. */
export function differencePage(
  { since, projects }: Comparison,
  { typed, words, page: wanted }: { typed: string; words: Words; page: number },
): Reply {
  const edition = words('editions.name', { edition: editionName(since.key, words), print: since.print });
  const all = projects.flatMap((project) => project.changes.map((change) => ({ project, change })));
  if (all.length === 0) {
    const none = words('difference.none', { edition });
    return reply(none, [richText([paragraph(text(none))])]);
  }
  const page = pageOf(all, wanted, () => mostCharacters, changesOnPage);
  const sentence = words('difference.sentence', { edition, projects: projects.length, changes: all.length });
  const shown = [...new Set(page.items.map(({ project }) => project))];
  return reply(sentence, [
    header(words('difference.title')),
    context(page.of === 1 ? sentence : `${sentence}　${pageCount(page, words)}`),
    ...shown.flatMap((project) => projectBlocks(project, page.items, words)),
    ...neighbours(page, typed, words),
  ]);
}

function projectBlocks(
  project: ProjectDifference,
  items: readonly { readonly project: ProjectDifference; readonly change: EditionChange }[],
  words: Words,
): KnownBlock[] {
  const changes = items.filter((each) => each.project === project).map(({ change }) => change);
  return [
    richText([
      paragraph(text(`${project.number}. ${project.name}`, { bold: true })),
      list(changes.map((change) => paragraph(text(shorten(changeWords(change, words), mostCharacters))))),
    ]),
  ];
}

function changeWords(change: EditionChange, words: Words): string {
  switch (change.kind) {
    case 'project-new':
    case 'project-gone':
      return words(`difference.${change.kind}`);
    case 'renamed':
      return words('difference.renamed', { before: change.before, after: change.after });
    case 'line-new':
    case 'line-gone':
      return words(`difference.${change.kind}`, {
        column: words(`difference.${change.column}`),
        text: change.text,
      });
    case 'line-changed':
      return words('difference.line-changed', {
        column: words(`difference.${change.column}`),
        before: change.before,
        after: change.after,
      });
    case 'came-true':
      return words('difference.came-true', { before: change.before, after: change.after });
    case 'indicator-new':
      return words('difference.indicator-new', { name: change.name, after: change.after });
    case 'indicator-gone':
      return words('difference.indicator-gone', { name: change.name, before: change.before });
    case 'indicator-changed':
      return words('difference.indicator-changed', {
        name: change.name,
        before: change.before,
        after: change.after,
      });
  }
}

function neighbours(
  { number, of, before, after }: { number: number; of: number; before: number; after: number },
  typed: string,
  words: Words,
): KnownBlock[] {
  const ask = (page: number) => ['report', typed, 'diff', `p${page}`].filter(Boolean).join(' ');
  const buttons = [
    ...(number > 1
      ? [
          askButton({
            id: 'previous',
            label: words('button.previous', { count: before }),
            ask: ask(number - 1),
          }),
        ]
      : []),
    ...(number < of
      ? [askButton({ id: 'next', label: words('button.next', { count: after }), ask: ask(number + 1) })]
      : []),
  ];
  return buttons.length === 0 ? [] : [actions('difference-pages', buttons)];
}
