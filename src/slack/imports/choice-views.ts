import type { KnownBlock, ModalView } from '@slack/types';
import type { ReviewRow } from '../../reports/review/review.ts';
import { context } from '../blocks/build.ts';
import { limits } from '../blocks/limits.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { emptyView } from '../modals/views.ts';
import type { Words } from '../words/index.ts';
import { rowReasons, rowWords } from './import-words.ts';
import { writeImportState } from './state.ts';
import { plain, rowsToLookAt, type Shown } from './views.ts';

export const correctCallbackId = 'import-correct';
export const chooseCallbackId = 'import-choose';

/** The field in which a line is put right. */
export function correctView({ review, state, words }: Shown, row: ReviewRow): ModalView | null {
  const { source } = row;
  const metadata = writeImportState(state);
  if (source === null || metadata === null) return null;
  const displaced = row.findings.find((finding) => finding.kind === 'displaced');
  const owner: KnownBlock[] =
    displaced === undefined
      ? []
      : [
          {
            type: 'input',
            block_id: `owner:${source.line}`,
            optional: true,
            label: plain(words('import.correctOwner')),
            element: {
              type: 'number_input',
              action_id: 'owner',
              is_decimal_allowed: false,
              min_value: '1',
              max_value: '999',
              initial_value: String(displaced.project),
            },
          },
        ];
  const reasons = rowReasons(row, words).map((reason) => paragraph(text(reason)));
  return {
    ...emptyView(words('import.correctTitle'), words),
    callback_id: correctCallbackId,
    private_metadata: metadata,
    submit: plain(words('import.correct')),
    blocks: [
      ...(reasons.length === 0 ? [] : [richText(reasons)]),
      {
        type: 'input',
        block_id: `line:${source.line}.${source.column}.${source.index}`,
        optional: true,
        label: plain(words('import.correctLine')),
        hint: plain(words('import.correctHint')),
        element: {
          type: 'plain_text_input',
          action_id: 'line',
          multiline: true,
          max_length: limits.inputText,
          initial_value: shorten(source.text, limits.inputText),
        },
      },
      ...owner,
      context(
        words('import.sentence', {
          edition: review.edition.asOf.text,
          projects: review.edition.projects.length,
        }),
      ),
    ],
  };
}

/** Ten boxes are the most of one field; five fields make a page. */
const boxes = 10;
const chosenAtOnce = 50;

/** The rows of which any number can be chosen at once, the first fifty. */
export function chooseView({ review, state, words }: Shown): ModalView | null {
  const metadata = writeImportState(state);
  const rows = rowsToLookAt(review);
  const shown = rows.slice(0, chosenAtOnce);
  if (metadata === null || shown.length === 0) return null;
  const groups = Array.from({ length: Math.ceil(shown.length / boxes) }, (_, at) =>
    shown.slice(at * boxes, (at + 1) * boxes),
  );
  return {
    ...emptyView(words('import.chooseTitle'), words),
    callback_id: chooseCallbackId,
    private_metadata: metadata,
    submit: plain(words('import.accept')),
    blocks: [
      context(words('import.chooseHint')),
      ...groups.map((group, at): KnownBlock => {
        const from = at * boxes + 1;
        const range = { from, to: from + group.length - 1, total: rows.length };
        return {
          type: 'input',
          block_id: `rows-${at}`,
          optional: true,
          label: plain(words('import.chooseLabel', range)),
          element: {
            type: 'checkboxes',
            action_id: 'rows',
            options: group.map((row) => optionOf(row, words)),
          },
        };
      }),
    ],
  };
}

function optionOf(row: ReviewRow, words: Words) {
  const sure =
    row.after === null
      ? words('import.removeChosen')
      : `${words(`difference.${row.difference}`)}・${words(`confidence.${row.confidence}`)}`;
  const [reason] = rowReasons(row, words);
  return {
    text: plain(shorten(rowWords(row, words), 75)),
    description: plain(shorten(reason === undefined ? sure : `${sure}　${reason}`, 75)),
    value: optionValue(row),
  };
}

/** What an option says of its row: Slack takes 150 characters. */
export function optionValue({ key }: ReviewRow): string {
  return shorten(key, 150);
}
