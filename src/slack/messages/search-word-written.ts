import type { KnownBlock } from '@slack/types';
import type { QuestionAnswer } from '../../actions/ask-question.ts';
import type { Change } from '../../domain/change.ts';
import { actions, askButton } from '../blocks/build.ts';
import { list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { type Reply, reply } from '../reply.ts';
import type { WordKey } from '../words/index.ts';
import { changedThing, changeLines } from './parts/change-lines.ts';
import { type FoundView, foundLine } from './parts/found-line.ts';
import { undoButton } from './written.ts';

interface WordView extends FoundView {
  /** What is searched with the word. */
  readonly typed: string;
  /** What that finds now; null for who may not read. */
  readonly found: QuestionAnswer | null;
}

const mostShown = 3;

/** What was changed of the words of the search, what the search finds now, and the way back. */
export function searchWordWrittenMessage(
  { setId, changes }: { readonly setId: string; readonly changes: readonly Change[] },
  view: WordView,
): Reply {
  const { words, typed } = view;
  const names = { words, project: null };
  const lines = changes.flatMap((change) => changeLines(change, names));
  const what = changes.map((change) => changedThing(change, names)).join('、');
  const [main] = changes;
  const sentence =
    main === undefined
      ? words('written.done')
      : words('written.what', { what: words(`change.${main.verb}`) });
  return reply(`${sentence} ${shorten(what, 200)}`, [
    richText([
      paragraph(text(sentence, { bold: true })),
      paragraph(text(shorten(what, 200))),
      ...(lines.length > 0 ? [list([...lines])] : []),
    ]),
    ...findsNow(view, main?.after === null ? 'words.findsNoMore' : 'words.findsNothing'),
    actions('word-written', [
      undoButton({ set: setId, project: null }, { words, what }),
      askButton({ id: 'words', label: words('words.all'), ask: 'words' }),
      askButton({ id: 'again', label: words('words.again', { typed }), ask: `search ${typed}` }),
    ]),
  ]);
}

/** `nothing`: what is said where nothing is found, which nobody wonders at after a word was taken out. */
function findsNow({ found, typed, ...view }: WordView, nothing: WordKey): KnownBlock[] {
  const { words } = view;
  if (found === null) return [];
  if (found.kind === 'not-found') return [richText([paragraph(text(words(nothing, { typed })))])];
  const lines = found.lines.slice(0, mostShown).map((line) => foundLine(line, view, { inFull: false }));
  const heading = words('words.finds', { typed, total: found.total });
  const count = found.total - lines.length;
  return [
    richText([
      paragraph(text(heading, { bold: true })),
      list(lines),
      ...(count > 0 ? [paragraph(text(words('card.moreShared', { count })))] : []),
    ]),
  ];
}
