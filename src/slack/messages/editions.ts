import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Report } from '../../actions/reports/compose-report.ts';
import type { FrozenLabel } from '../../actions/reports/report-ports.ts';
import { printPeriod } from '../../domain/period/print-period.ts';
import { operatorId } from '../../domain/person.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { pageOf } from '../pages.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { printInstant, type Telling } from './parts/instant.ts';
import { editionName } from './parts/source-line.ts';
import { whoAndWhen } from './parts/who-and-when.ts';

interface ListView {
  readonly words: Words;
  readonly timeZone: string;
  readonly page: number;
  /** Whether freezing is offered; the act itself asks again. */
  readonly administers: boolean;
}

/** The editions kept as they were published, the newest first, each as a file. */
export function editionsMessage(
  labels: readonly FrozenLabel[],
  { words, timeZone, page: wanted, administers }: ListView,
): Reply {
  const page = pageOf(labels, wanted, ({ title }) => title.length + 100, 8);
  const sentence = words('editions.sentence', { count: labels.length });
  return reply(sentence, [
    header(words('editions.title')),
    context(sentence),
    ...page.items.flatMap((label) => editionBlocks(label, { words, timeZone })),
    ...(page.of > 1 ? [context(`${page.from}–${page.to} / ${page.total}`)] : []),
    actions('editions', [
      ...(page.number < page.of
        ? [
            askButton({
              id: 'next',
              label: words('button.next', { count: page.after }),
              ask: `editions p${page.number + 1}`,
            }),
          ]
        : []),
      askButton({ id: 'editions-report', label: words('editions.report'), ask: 'report' }),
      askButton({ id: 'editions-diff', label: words('report.diff'), ask: 'report diff' }),
      ...(administers
        ? [askButton({ id: 'freeze', label: words('editions.freeze'), ask: 'editions freeze' })]
        : []),
    ]),
  ]);
}

function editionBlocks(
  { key, print, title, sha256, frozenAt, by }: FrozenLabel,
  { words, timeZone }: Pick<ListView, 'words' | 'timeZone'>,
): KnownBlock[] {
  const name = editionHeading({ key, print }, words);
  const ask = (format: string) => `editions ${key}-${print} ${format}`;
  const file = (format: 'docx' | 'xlsx' | 'pdf') =>
    askButton({
      id: `edition-${key}-${print}-${format}`,
      label: words(`report.${format}`),
      spoken: `${name} ${words(`report.${format}`)}`,
      ask: ask(format),
    });
  return [
    richText([
      paragraph(text(name, { bold: true }), text(` ${title}`)),
      paragraph(
        ...byWhomAndWhen({ at: frozenAt, by }, { words, timeZone }),
        text(`　${words('editions.hash', { hash: sha256.slice(0, 12) })}`),
      ),
    ]),
    actions(`edition-${key}-${print}`, [file('docx'), file('xlsx'), file('pdf')]),
  ];
}

/** An edition that nobody froze here has been loaded as it was published: that is told in words of the reader. */
function byWhomAndWhen(frozen: Parameters<typeof whoAndWhen>[0], telling: Telling): RichTextElement[][] {
  if (frozen.by.personId !== operatorId) return whoAndWhen(frozen, telling);
  return [text(`${telling.words('editions.published')}　${printInstant(frozen.at, telling)}`)];
}

/** What would be kept for good, with the question whether to. */
export function freezePreview(
  { content, cancelled }: Report,
  { typed, words }: { typed: string; words: Words },
): Reply {
  const month = printPeriod(content.asOf, { language: words.language, style: 'long' });
  const sentence = words('editions.preview', { month, projects: content.projects.length });
  return reply(sentence, [
    richText([paragraph(text(sentence, { bold: true })), paragraph(text(content.title))]),
    context(words('editions.forGood')),
    ...(cancelled === 0 ? [] : [context(words('report.cancelled', { count: cancelled }))]),
    actions('freeze', [
      askButton({
        id: 'freeze-yes',
        label: words('editions.confirm', { month }),
        ask: ['editions', 'freeze', typed, 'yes'].filter(Boolean).join(' '),
        style: 'primary',
      }),
      askButton({ id: 'freeze-diff', label: words('report.diff'), ask: `report ${typed} diff` }),
      askButton({ id: 'freeze-no', label: words('share.cancel'), ask: 'editions' }),
    ]),
  ]);
}

/** It is kept, or was before. */
export function freezeMessage(
  { isNew, label }: { readonly isNew: boolean; readonly label: FrozenLabel },
  words: Words,
): Reply {
  const { key, print, sha256 } = label;
  const name = editionHeading({ key, print }, words);
  const sentence = words(isNew ? 'editions.frozen' : 'editions.already', { name });
  return reply(sentence, [
    richText([paragraph(text(sentence))]),
    context(words('editions.hash', { hash: sha256 })),
    actions('frozen', [askButton({ id: 'editions', label: words('report.editions'), ask: 'editions' })]),
  ]);
}

/** As it stands at the beginning of a line. */
function editionHeading({ key, print }: Pick<FrozenLabel, 'key' | 'print'>, words: Words): string {
  const name = words('editions.name', { edition: editionName(key, words), print });
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
