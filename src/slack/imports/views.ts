import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { ImportReview } from '../../actions/imports/review-import.ts';
import { acceptedRows, isOpen, type ReviewRow } from '../../reports/review/review.ts';
import { actions, context } from '../blocks/build.ts';
import { lineBreak, list, paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { editionMonth } from '../messages/parts/edition-month.ts';
import { emptyView } from '../modals/views.ts';
import type { Words } from '../words/index.ts';
import { importButton } from './buttons.ts';
import { problemWords, rowLabel, rowReasons, rowWords } from './import-words.ts';
import { reviewSummary } from './print-review.ts';
import { type ImportState, writeImportState } from './state.ts';

export const fileCallbackId = 'import-file';
export const reviewCallbackId = 'import-review';

/** Rows of one page of a review, and what could not be read on its first page. */
const rowsOfPage = 12;
const mostProblems = 15;

/** Words as labels and buttons hold them. */
export const plain = (words: string) => ({ type: 'plain_text', text: words, emoji: false }) as const;

/** Asks for the file. `respond`: where the result is told beside the view. */
export function fileView(words: Words, respond: string | null): ModalView {
  return {
    ...emptyView(words('import.title'), words),
    callback_id: fileCallbackId,
    private_metadata: JSON.stringify({ respond }),
    submit: plain(words('import.submit')),
    blocks: [
      richText([paragraph(text(words('import.intro')))]),
      {
        type: 'input',
        block_id: 'file',
        label: plain(words('import.fileLabel')),
        hint: plain(words('import.fileHint')),
        element: {
          type: 'file_input',
          action_id: 'file',
          filetypes: ['txt', 'tsv', 'html', 'htm', 'xlsx', 'docx'],
          max_files: 1,
        },
      },
    ],
  };
}

export interface Shown {
  readonly review: ImportReview;
  readonly state: ImportState;
  readonly words: Words;
  /** What has just been done, above everything. */
  readonly said?: string;
}

/** The rows that the reviewer looks at: what is not certain first, in the order of the table. */
export function rowsToLookAt({ review }: ImportReview): readonly ReviewRow[] {
  const rank = { unsure: 0, likely: 1, certain: 2 };
  return review.rows
    .filter(isOpen)
    .toSorted((a, b) => weight(a) - weight(b) || rank[a.confidence] - rank[b.confidence]);
}

/** What nobody takes without looking comes first. */
function weight({ newerByHand, difference }: ReviewRow): number {
  return newerByHand !== null || difference === 'gone' ? 0 : 1;
}

/** What was understood and how it differs, a page at a time, with what can be done. */
export function reviewView({ review, state, words, said }: Shown): ModalView {
  const rows = rowsToLookAt(review);
  const pages = Math.max(1, Math.ceil(rows.length / rowsOfPage));
  const page = Math.min(state.page, pages);
  const shown = rows.slice((page - 1) * rowsOfPage, page * rowsOfPage);
  return {
    ...emptyView(words('import.title'), words),
    callback_id: reviewCallbackId,
    private_metadata: writeImportState({ ...state, page }) ?? '',
    blocks: [
      ...(said === undefined ? [] : [richText([paragraph(text(said, { bold: true }))])]),
      richText([paragraph(...linesOf(reviewSummary(review, words)))]),
      ...whole(review, words, rows.length),
      ...(page === 1 ? problemBlocks(review, words) : []),
      ...shown.flatMap((row, at) => rowBlocks(row, words, `${page}-${at}`)),
      ...pager({ page, pages, words, total: rows.length }),
    ],
  };
}

function linesOf(lines: readonly string[]) {
  return lines.flatMap((line, at) => [
    ...(at === 0 ? [] : [lineBreak]),
    text(line, at === 0 ? { bold: true } : undefined),
  ]);
}

function whole({ review, edition, moving }: ImportReview, words: Words, open: number): KnownBlock[] {
  const certain = acceptedRows(review, { kind: 'certain' }).length;
  const likely = acceptedRows(review, { kind: 'likely' }).length;
  const buttons = [
    ...(certain > 0
      ? [
          importButton({
            deed: 'certain',
            label: words('import.acceptAll', { count: certain }),
            style: 'primary',
          }),
        ]
      : []),
    ...(open === 0 && moving.length > 0
      ? [
          importButton({
            deed: 'certain',
            label: words('import.keepEdition', { edition: editionMonth(edition, words) }),
            style: 'primary',
          }),
        ]
      : []),
    ...(likely > certain
      ? [importButton({ deed: 'likely', label: words('import.acceptLikely', { count: likely }) })]
      : []),
    ...(open > 0 ? [importButton({ deed: 'choose', label: words('import.choose') })] : []),
    importButton({ deed: 'stop', label: words('import.stop') }),
  ];
  return [actions('whole', buttons)];
}

function problemBlocks({ edition: { problems } }: ImportReview, words: Words): KnownBlock[] {
  if (problems.length === 0) return [];
  const items = problems.slice(0, mostProblems).map((each) => paragraph(text(problemWords(each, words))));
  const more = problems.length - items.length;
  return [
    richText([
      paragraph(text(words('import.problems', { count: problems.length }), { bold: true })),
      list([...items, ...(more > 0 ? [paragraph(text(words('import.more', { count: more })))] : [])]),
    ]),
  ];
}

function rowBlocks(row: ReviewRow, words: Words, id: string): KnownBlock[] {
  const label = rowLabel(row, words);
  const what = rowWords(row, words);
  const reasons = rowReasons(row, words).flatMap((reason) => [lineBreak, text(`　${reason}`)]);
  const buttons = [
    row.after === null
      ? removeButton(row, { words, what, id })
      : importButton({
          deed: 'accept',
          label: words('import.accept'),
          value: row.key,
          id,
          spoken: `${words('import.accept')} ${what}`,
        }),
    ...(row.source === null
      ? []
      : [
          importButton({
            deed: 'correct',
            label: words('import.correct'),
            value: row.key,
            id,
            spoken: `${words('import.correct')} ${what}`,
          }),
        ]),
  ];
  return [
    richText([paragraph(text(`${label}　`, { bold: true }), text(what), ...reasons)]),
    actions(`row-${id}`, buttons),
  ];
}

/** What goes is named and asked for once more. */
function removeButton(
  row: ReviewRow,
  { words, what, id }: { words: Words; what: string; id: string },
): Button {
  const label = words('import.remove');
  const button = importButton({ deed: 'accept', label, value: row.key, id, spoken: `${label} ${what}` });
  return {
    ...button,
    confirm: {
      title: plain(label),
      text: plain(shorten(words('import.removeSure', { what }), 300)),
      confirm: plain(label),
      deny: plain(words('import.keep')),
    },
  };
}

function pager({
  page,
  pages,
  words,
  total,
}: {
  page: number;
  pages: number;
  words: Words;
  total: number;
}): KnownBlock[] {
  if (pages === 1) return [];
  const from = (page - 1) * rowsOfPage + 1;
  const range = words('page.count', { from, to: Math.min(total, page * rowsOfPage), total });
  const buttons = [
    ...(page > 1
      ? [
          importButton({
            deed: 'page',
            label: words('button.previous', { count: rowsOfPage }),
            value: String(page - 1),
            id: 'previous',
          }),
        ]
      : []),
    ...(page < pages
      ? [
          importButton({
            deed: 'page',
            label: words('button.next', { count: Math.min(rowsOfPage, total - page * rowsOfPage) }),
            value: String(page + 1),
            id: 'next',
          }),
        ]
      : []),
  ];
  return [context(range), actions('pager', buttons)];
}
