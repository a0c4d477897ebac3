import type { KnownBlock } from '@slack/types';
import type { WritableVerb } from '../../actions/writes/index.ts';
import type { Versioned } from '../../domain/change.ts';
import { printValue } from '../../domain/print-indicator.ts';
import type { Project } from '../../domain/project.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { lengthOf } from '../blocks/length.ts';
import { shorten } from '../blocks/shorten.ts';
import { openButton } from '../modals/open-button.ts';
import { pageOf } from '../pages.ts';
import { type Reply, reply } from '../reply.ts';
import type { WordKey, Words } from '../words/index.ts';
import { navigation, pageCount } from './parts/navigation.ts';
import { rowWithButton } from './parts/row-with-button.ts';

const mostName = 150;

interface Managed {
  readonly project: Project;
  /** The rows of the project; those that can be changed here are listed. */
  readonly rows: readonly Versioned[];
  /** Whether the reader administers: then the project itself can be changed. */
  readonly administers: boolean;
}

/** A part with the form that changes it. */
interface Part {
  readonly id: string;
  readonly line: string;
  readonly verb: WritableVerb;
}

/** 8 管理: the project, and its indicators, strands, working groups and programmes, each with its form. */
export function manageProjectMessage(
  { project, rows, administers }: Managed,
  { words, page: wanted }: { readonly words: Words; readonly page: number },
): Reply {
  const { number, name, aliases } = project;
  const rowOf = (part: Part) => partRow(part, number, words);
  const page = pageOf(partsIn(rows, words), wanted, (part) => lengthOf(rowOf(part)));
  const others =
    aliases.length === 0
      ? words('manage.noAliases')
      : words('manage.aliases', { aliases: aliases.join('、') });
  const back = administers ? [askButton({ id: 'manage', label: words('manage.back'), ask: 'manage' })] : [];
  const card = askButton({ id: 'card', label: words('button.card', { number }), ask: String(number) });
  return reply(words('manage.ofSentence', { number, name: shorten(name, mostName) }), [
    header(words('manage.ofTitle', { number, name })),
    context(shorten(others, mostName)),
    ...(administers ? [ofProject(project, words)] : []),
    context(page.total === 0 ? words('manage.noParts') : pageCount(page, words)),
    ...page.items.map(rowOf),
    addButtons(number, words),
    ...navigation(page, { ask: `${number} manage`, more: [card, ...back] }, words),
  ]);
}

function ofProject({ id, number }: Project, words: Words): KnownBlock {
  const opens = { project: number, target: id };
  return actions('of-project', [
    openButton({ verb: 'edit-project', label: words('manage.edit'), opens }),
    openButton({ verb: 'merge-projects', label: words('manage.merge'), opens }),
    openButton({ verb: 'retire-project', label: words('manage.retire'), opens, style: 'danger' }),
  ]);
}

const additions = [
  ['add-indicator', 'manage.addIndicator'],
  ['add-strand', 'manage.addStrand'],
  ['add-working-group', 'manage.addGroup'],
  ['add-programme', 'manage.addProgramme'],
] as const satisfies readonly (readonly [WritableVerb, WordKey])[];

function addButtons(number: number, words: Words): KnownBlock {
  return actions(
    'add-parts',
    additions.map(([verb, label]) => openButton({ verb, label: words(label), opens: { project: number } })),
  );
}

function partRow({ id, line, verb }: Part, number: number, words: Words): KnownBlock {
  return rowWithButton({
    id: `part-${id}`,
    line: shorten(line, mostName),
    button: openButton({
      verb,
      label: words('manage.change'),
      spoken: words('manage.changeSpoken', { what: line }),
      opens: { project: number, target: id },
    }),
  });
}

/** Indicators first, then strands, working groups and programmes, each in written order. */
function partsIn(rows: readonly Versioned[], words: Words): readonly Part[] {
  const parts = rows.flatMap((row) => partOf(row, words));
  return order.flatMap((verb) => parts.filter((part) => part.verb === verb));
}

const order: readonly WritableVerb[] = [
  'edit-indicator',
  'edit-strand',
  'edit-working-group',
  'edit-programme',
];

function partOf({ target: { id }, snapshot }: Versioned, words: Words): readonly Part[] {
  switch (snapshot.kind) {
    case 'indicator': {
      const { name, target, unit } = snapshot;
      const line = words('manage.indicator', { name, target: printValue(target, unit) });
      return [{ id, line, verb: 'edit-indicator' }];
    }
    case 'strand':
    case 'working-group':
    case 'programme': {
      const { kind, name } = snapshot;
      return [{ id, line: words(`manage.${kind}`, { name }), verb: `edit-${kind}` }];
    }
    default:
      return [];
  }
}
