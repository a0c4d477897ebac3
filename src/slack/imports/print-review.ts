import type { ImportReview } from '../../actions/imports/review-import.ts';
import { confidences } from '../../reports/review/finding.ts';
import { differences, isOpen, type ReviewRow } from '../../reports/review/review.ts';
import { cleanLine } from '../../text/clean.ts';
import { editionMonth } from '../messages/parts/edition-month.ts';
import type { Words } from '../words/index.ts';
import { problemWords, rowLabel, rowReasons, rowWords } from './import-words.ts';

/** What the review comes to, in sentences. */
export function reviewSummary({ edition, review }: ImportReview, words: Words): readonly string[] {
  const open = review.rows.filter(isOpen);
  const of = (difference: ReviewRow['difference']) =>
    review.rows.filter((row) => row.difference === difference).length;
  const sure = (confidence: ReviewRow['confidence']) =>
    open.filter((row) => row.difference !== 'gone' && row.confidence === confidence).length;
  const newer = open.filter(({ newerByHand }) => newerByHand !== null).length;
  const counts = Object.fromEntries(differences.map((each) => [each, of(each)]));
  return [
    words('import.sentence', { edition: editionMonth(edition, words), projects: edition.projects.length }),
    words('import.counts', counts),
    ...(open.length === 0
      ? [words('import.same')]
      : [words('import.sure', Object.fromEntries(confidences.map((each) => [each, sure(each)])))]),
    ...(newer === 0 ? [] : [words('import.newerCount', { count: newer })]),
  ];
}

/**
 * The review as lines of plain text for a terminal: what it comes to, the rows of `rows` that would change the store,
 * each with how sure it is and why, and what could not be read. `open` counts those rows.
 */
export function printReview(
  review: ImportReview,
  rows: readonly ReviewRow[],
  words: Words,
): { readonly lines: readonly string[]; readonly open: number } {
  const open = rows.filter(isOpen);
  const { problems } = review.edition;
  const lines = [
    ...reviewSummary(review, words),
    '',
    ...open.flatMap((row) => [
      `${labels(row, words)} ${rowWords(row, words)}`,
      ...rowReasons(row, words).map((reason) => `      ${reason}`),
    ]),
    ...(problems.length === 0 ? [] : ['', words('import.problems', { count: problems.length })]),
    ...problems.map((problem) => `  ${problemWords(problem, words)}`),
  ];
  return { lines: lines.map(cleanEnd), open: open.length };
}

function labels(row: ReviewRow, words: Words): string {
  const line = row.source === null ? '' : `${row.source.line}行目`;
  return `[${rowLabel(row, words)}] ${line}`.trimEnd();
}

/** What a file says must not steer the terminal. */
function cleanEnd(line: string): string {
  const indent = /^ */u.exec(line)?.[0] ?? '';
  return indent + cleanLine(line);
}
