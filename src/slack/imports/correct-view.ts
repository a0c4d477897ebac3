import type { KnownBlock, ModalView } from '@slack/types';
import type { ReviewRow } from '../../reports/review/review.ts';
import { context } from '../blocks/build.ts';
import { limits } from '../blocks/limits.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { shorten } from '../blocks/shorten.ts';
import { editionMonth } from '../messages/parts/edition-month.ts';
import { emptyView } from '../modals/views.ts';
import { rowReasons } from './import-words.ts';
import { writeImportState } from './state.ts';
import { plain, type Shown } from './views.ts';

export const correctCallbackId = 'import-correct';

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
    submit: plain(words('import.correctSubmit')),
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
          edition: editionMonth(review.edition, words),
          projects: review.edition.projects.length,
        }),
      ),
    ],
  };
}
