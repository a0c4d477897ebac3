import type { KnownBlock } from '@slack/types';
import type { SearchWordRow } from '../../actions/list-search-words.ts';
import { actions, askButton, context, header } from '../blocks/build.ts';
import { lengthOf } from '../blocks/length.ts';
import { shorten } from '../blocks/shorten.ts';
import { openButton } from '../modals/open-button.ts';
import { pageOf } from '../pages.ts';
import { type Reply, reply } from '../reply.ts';
import type { Words } from '../words/index.ts';
import { navigation, pageCount } from './parts/navigation.ts';
import { rowWithButton } from './parts/row-with-button.ts';

interface WordsView {
  readonly words: Words;
  readonly page: number;
  /** What the words shown hold; '' for all. */
  readonly typed: string;
  readonly mayAdminister: boolean;
}

const mostOfLine = 150;

/** 検索の言葉: words and synonyms, a page at a time; administrators add and change them from here. */
export function searchWordsMessage(rows: readonly SearchWordRow[], view: WordsView): Reply {
  const { words, typed, mayAdminister } = view;
  const blockOf = (row: SearchWordRow) => rowBlock(row, view);
  const page = pageOf(rows, view.page, (row) => lengthOf(blockOf(row)));
  const none = words(typed === '' ? 'words.empty' : 'words.none');
  const count = rows.length === 0 ? none : pageCount(page, words);
  const all = askButton({ id: 'words', label: words('words.all'), ask: 'words' });
  const ask = typed === '' ? 'words' : `words ${shorten(typed, 100)}`;
  return reply(words('words.sentence', { total: rows.length }), [
    header(words('words.title')),
    context(typed === '' ? count : `${words('words.filtered', { typed: shorten(typed, 60) })}　${count}`),
    ...page.items.map(blockOf),
    ...navigation(page, { ask, more: typed === '' ? [] : [all] }, words),
    ...(mayAdminister ? [addButtons(words)] : [context(words('words.onlyAdministrators'))]),
    context(words('words.about')),
    ...(typed === '' ? [context(words('words.filter'))] : []),
  ]);
}

function addButtons(words: Words): KnownBlock {
  const opens = { project: null };
  return actions('add-search-word', [
    openButton({ verb: 'add-synonym', label: words('words.addSynonym'), opens, style: 'primary' }),
    openButton({ verb: 'add-word', label: words('words.addWord'), opens }),
    askButton({ id: 'history', label: words('words.history'), ask: 'words history' }),
  ]);
}

function rowBlock({ id, snapshot }: SearchWordRow, { words, mayAdminister }: WordsView): KnownBlock {
  const told =
    snapshot.kind === 'synonym'
      ? { line: `${snapshot.from} → ${snapshot.to.join('、')}`, below: words('words.synonym') }
      : { line: snapshot.written, below: belowWord(snapshot, words) };
  const line = shorten(told.line, mostOfLine);
  const below = shorten(told.below, mostOfLine);
  if (!mayAdminister) return context(`${line}　${words('mark.brackets', { what: below })}`);
  const button = openButton({
    verb: snapshot.kind === 'word' ? 'edit-word' : 'edit-synonym',
    label: words('words.change'),
    opens: { project: null, target: id },
    spoken: words('words.changeSpoken', { what: line }),
  });
  return rowWithButton({ id: `word-${id}`, line, below, button });
}

function belowWord(
  { reading, parts }: { readonly reading: string | null; readonly parts: readonly string[] },
  words: Words,
): string {
  return [
    words('words.word'),
    ...(reading === null ? [] : [words('words.reading', { reading })]),
    ...(parts.length === 0 ? [] : [words('words.parts', { parts: parts.join('、') })]),
  ].join('　');
}
