import type { RichTextSection } from '@slack/types';
import type { Indicator } from '../../domain/indicator.ts';
import type { Project } from '../../domain/project.ts';
import { askButton, context, header } from '../blocks/build.ts';
import { lengthOf } from '../blocks/length.ts';
import { lineBreak, list, richText } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { pageOf } from '../pages.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { cardContext } from './parts/card-context.ts';
import { indicatorLine } from './parts/indicator-line.ts';
import { mostOfName, navigation, pageCount } from './parts/navigation.ts';
import { pastPageButtons, printEnd, titleAt } from './parts/past.ts';
import { sourceElements } from './parts/source-line.ts';
import type { View } from './parts/view.ts';
import { correctMenu, recordButtons } from './parts/write-buttons.ts';

/** All indicators of a project, a page at a time; of a past time what they were then, and the way back. */
export function indicatorPage(project: Project, wanted: number, view: View): Reply {
  const { words, at } = view;
  const { number, name, indicators, edition } = project;
  const line = (indicator: Indicator) => sourcedLine(indicator, words);
  const page = pageOf(indicators, wanted, (indicator) => lengthOf(line(indicator)));
  const card = askButton({ id: 'card', label: words('button.card', { number }), ask: String(number) });
  const counted = { number, name, count: indicators.length };
  const sentence =
    at === undefined
      ? words('indicators.sentence', counted)
      : words('past.indicators.sentence', { ...counted, when: printEnd(at, words) });
  const more = at === undefined ? [card] : pastPageButtons(number, 'indicators', view);
  const ask = `${number} indicators${at === undefined ? '' : ` @${at}`}`;
  return reply(sentence, [
    header(titleAt(words('indicators.title', { number }), view)),
    context(`${shorten(name, mostOfName)}　${pageCount(page, words)}`),
    ...(page.total > 0 ? [richText([list(page.items.map(line))])] : [context(words('card.noIndicators'))]),
    ...(at === undefined ? correctMenu(page.items, number, view) : []),
    context(cardContext(edition, view)),
    ...navigation(page, { ask, more }, words),
    ...(at === undefined ? [recordButtons(number, view)] : []),
  ]);
}

/** The indicator, and below it where its value came from. */
function sourcedLine(indicator: Indicator, words: Words): RichTextSection {
  const line = indicatorLine(indicator, words);
  if (indicator.current === null) return line;
  return {
    ...line,
    elements: [line.elements, lineBreak, ...sourceElements(indicator.current, words)].flat(),
  };
}
