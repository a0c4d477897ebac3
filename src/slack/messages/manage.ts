import type { Button, KnownBlock } from '@slack/types';
import type { Versioned } from '../../domain/change.ts';
import type { PersonId } from '../../domain/person.ts';
import type { ProjectSummary } from '../../domain/project.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { lengthOf } from '../blocks/length.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { openButton } from '../modals/open-button.ts';
import { pageOf } from '../pages.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { navigation, pageCount } from './parts/navigation.ts';
import { rowWithButton } from './parts/row-with-button.ts';
import { retiredAmong } from './retired.ts';
import { people } from './roles.ts';

const mostRetired = 10;
const mostName = 120;

/** 管理: all projects, each with the way to its parts; one can be added. */
export function manageMessage(
  { projects, rows }: { readonly projects: readonly ProjectSummary[]; readonly rows: readonly Versioned[] },
  { words, page: wanted }: { readonly words: Words; readonly page: number },
): Reply {
  const rowOf = (project: ProjectSummary) => projectRow(project, words);
  const page = pageOf(projects, wanted, (project) => lengthOf(rowOf(project)));
  return reply(words('manage.sentence', { count: projects.length }), [
    header(words('manage.title')),
    ...(page.total === 0 ? [context(words('empty.sentence'))] : [context(pageCount(page, words))]),
    ...page.items.map(rowOf),
    ...retired(rows, words),
    actions('add-project', [
      openButton({
        verb: 'add-project',
        label: words(projects.length === 0 ? 'empty.button' : 'manage.addProject'),
        opens: { project: null },
        style: 'primary',
      }),
      ...retiredButton(rows, words),
      askButton({ id: 'roles', label: words('roles.title'), ask: 'roles' }),
    ]),
    ...navigation(page, { ask: 'manage', more: [] }, words),
  ]);
}

function projectRow({ number, name, aliases }: ProjectSummary, words: Words): KnownBlock {
  const others =
    aliases.length === 0
      ? words('manage.noAliases')
      : words('manage.aliases', { aliases: aliases.join('、') });
  return rowWithButton({
    id: `project-${number}`,
    line: `${number}. ${shorten(name, mostName)}`,
    below: shorten(others, mostName),
    button: askButton({
      id: `manage-${number}`,
      label: words('manage.open'),
      spoken: words('manage.openSpoken', { number }),
      ask: `${number} manage`,
    }),
  });
}

/** Their numbers stay their own, so that somebody who looks for a free one finds them. */
function retired(rows: readonly Versioned[], words: Words): KnownBlock[] {
  const told = retiredAmong(rows).map(({ snapshot }) => `${snapshot.number}. ${shorten(snapshot.name, 40)}`);
  if (told.length === 0) return [];
  const count = told.length - mostRetired;
  const more = count > 0 ? [words('roles.andMore', { count })] : [];
  return [
    context(
      words('manage.retired', {
        projects: [...told.slice(0, mostRetired), ...more].join(words('mark.comma')),
      }),
    ),
  ];
}

function retiredButton(rows: readonly Versioned[], words: Words): Button[] {
  const count = retiredAmong(rows).length;
  const label = words('retired.button', { count });
  return count === 0 ? [] : [askButton({ id: 'retired', label, ask: 'manage retired' })];
}

/** Who can use the page instead. */
export function manageRefusedMessage(
  { who, ask }: { readonly who: 'administrators' | 'writers'; readonly ask: readonly PersonId[] },
  words: Words,
): Reply {
  const told = { who: words(`manage.${who}`) };
  const sentence = words(ask.length === 0 ? 'manage.nobody' : 'manage.notAllowed', told);
  const line = ask.length === 0 ? [] : [paragraph(people(ask, words))];
  return reply(sentence, [richText([paragraph(text(sentence)), ...line])]);
}
