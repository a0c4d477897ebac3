import { createHash } from 'node:crypto';
import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { ImportReview } from '../../actions/imports/review-import.ts';
import type { ReviewRow } from '../../reports/review/review.ts';
import { actions, context } from '../blocks/build.ts';
import { limits } from '../blocks/limits.ts';
import { shorten } from '../blocks/shorten.ts';
import { emptyView } from '../modals/views.ts';
import type { Words } from '../words/index.ts';
import { importButton } from './buttons.ts';
import { rowLabel, rowReasons, rowWords } from './import-words.ts';
import { type ImportState, writeImportState } from './state.ts';
import { plain, rowsToLookAt, type Shown } from './views.ts';

export const chooseCallbackId = 'import-choose';

/** Ten boxes are the most of one field; five fields make a page. */
const boxes = 10;
const rowsOfPage = 50;

/** A row with its place in the list of all that can be chosen. */
interface Choice {
  readonly row: ReviewRow;
  readonly place: number;
}

/**
 * The rows of which any number can be chosen at once, a page at a time; what was chosen on other pages is kept. Null
 * where there is nothing to choose, or more is chosen than Slack keeps.
 */
export function chooseView({ review, state, words }: Shown, wanted: number): ModalView | null {
  const list = choicesOf(review);
  const pages = Math.ceil(list.length / rowsOfPage);
  const page = Math.min(Math.max(1, wanted), pages);
  const shown = list.slice((page - 1) * rowsOfPage, page * rowsOfPage);
  const metadata = writeImportState({ ...state, list: listKey(review) });
  const [first] = shown;
  if (metadata === null || first === undefined) return null;
  const chosen = new Set(state.chosen);
  const elsewhere = state.chosen.filter((place) => !shown.some((choice) => choice.place === place)).length;
  const groups = Array.from({ length: Math.ceil(shown.length / boxes) }, (_, at) =>
    shown.slice(at * boxes, (at + 1) * boxes),
  );
  const range = { from: first.place + 1, to: first.place + shown.length, total: list.length };
  return {
    ...emptyView(words('import.chooseTitle'), words),
    callback_id: chooseCallbackId,
    private_metadata: metadata,
    submit: plain(words('import.acceptChosen')),
    blocks: [
      context(words('import.chooseHint')),
      ...placeBlocks(range, { pages, elsewhere, words }),
      ...groups.map((group) => boxesOf(group, { total: list.length, chosen, words })),
      ...pager({ page, pages, total: list.length, words }),
    ],
  };
}

/** Which of all these are, where they are not all, and what is chosen on other pages. */
function placeBlocks(
  range: { readonly from: number; readonly to: number; readonly total: number },
  { pages, elsewhere, words }: { readonly pages: number; readonly elsewhere: number; readonly words: Words },
): KnownBlock[] {
  const chosen = elsewhere > 0 ? [words('import.elsewhere', { count: elsewhere })] : [];
  return pages === 1 ? [] : [context([words('page.count', range), ...chosen].join('　'))];
}

function choicesOf(review: ImportReview): readonly Choice[] {
  return rowsToLookAt(review).map((row, place) => ({ row, place }));
}

/** The same as long as the list holds the same rows. */
function listKey(review: ImportReview): string {
  const keys = choicesOf(review).map(({ row }) => row.key);
  return createHash('sha256').update(keys.join('\n')).digest('base64url').slice(0, 12);
}

function boxesOf(
  group: readonly Choice[],
  {
    total,
    chosen,
    words,
  }: { readonly total: number; readonly chosen: ReadonlySet<number>; readonly words: Words },
): InputBlock {
  const from = (group[0]?.place ?? 0) + 1;
  const before = group.filter(({ place }) => chosen.has(place)).map((choice) => optionOf(choice, words));
  return {
    type: 'input',
    block_id: `rows-${from}`,
    optional: true,
    label: plain(words('import.chooseLabel', { from, to: from + group.length - 1, total })),
    element: {
      type: 'checkboxes',
      action_id: 'rows',
      options: group.map((choice) => optionOf(choice, words)),
      ...(before.length === 0 ? {} : { initial_options: before }),
    },
  };
}

function optionOf({ row, place }: Choice, words: Words) {
  const sure = row.after === null ? words('import.removeChosen') : rowLabel(row, words);
  const [reason] = rowReasons(row, words);
  return {
    text: plain(rowWords(row, words, limits.optionText)),
    description: plain(shorten(reason === undefined ? sure : `${sure}　${reason}`, limits.optionText)),
    value: String(place),
  };
}

function pager({
  page,
  pages,
  total,
  words,
}: {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly words: Words;
}): KnownBlock[] {
  if (pages === 1) return [];
  const to = (at: number, label: string, id: string) =>
    importButton({ deed: 'choices', label, value: String(at), id });
  const rest = Math.min(rowsOfPage, total - page * rowsOfPage);
  return [
    actions('choices', [
      ...(page > 1 ? [to(page - 1, words('button.previous', { count: rowsOfPage }), 'previous')] : []),
      ...(page < pages ? [to(page + 1, words('button.next', { count: rest }), 'next')] : []),
    ]),
  ];
}

/** What the fields of a page say. */
type Values = Readonly<
  Record<
    string,
    Readonly<Record<string, { readonly selected_options?: readonly { readonly value?: string }[] }>>
  >
>;

/** The state with what is chosen on the page of these fields in place of what was chosen there before. */
export function withChoices(state: ImportState, values: Values): ImportState {
  const blocks = Object.entries(values).filter(([block]) => block.startsWith('rows-'));
  const onPage = (place: number) =>
    blocks.some(([block]) => {
      const from = Number(block.slice('rows-'.length)) - 1;
      return place >= from && place < from + boxes;
    });
  const here = blocks.flatMap(([, fields]) =>
    (fields.rows?.selected_options ?? []).map(({ value }) => Number(value)),
  );
  const chosen = [...state.chosen.filter((place) => !onPage(place)), ...here];
  return { ...state, chosen: chosen.filter(Number.isInteger).toSorted((a, b) => a - b) };
}

/** The keys of the chosen rows; null where the list is another by now. */
export function chosenKeys(review: ImportReview, state: ImportState): ReadonlySet<string> | null {
  if (state.list !== listKey(review)) return null;
  const list = choicesOf(review);
  return new Set(state.chosen.flatMap((place) => list[place]?.row.key ?? []));
}
