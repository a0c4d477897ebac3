import type { Imported } from '../../actions/imports/accept-import.ts';
import type { Snapshot } from '../../domain/change.ts';
import { printPeriod } from '../../domain/period/print-period.ts';
import type { Finding } from '../../reports/review/finding.ts';
import type { ReviewRow } from '../../reports/review/review.ts';
import type { FileRefusal } from '../../reports/table/file-refusal.ts';
import type { RowProblem } from '../../reports/table/row-problem.ts';
import { shorten } from '../blocks/shorten.ts';
import { editionMonth } from '../messages/parts/edition-month.ts';
import { periodReason } from '../messages/parts/period-reason.ts';
import type { Words } from '../words/index.ts';

/** Why a line was read so. */
export function findingWords(finding: Finding, words: Words): string {
  switch (finding.kind) {
    case 'continued':
      return words('finding.continued', finding);
    case 'displaced':
      return words(finding.counts ? 'finding.displaced' : 'finding.displacedUnsure', {
        project: finding.project,
      });
    case 'year': {
      const { period, from } = finding;
      const date = printPeriod(period, { language: words.language, style: 'short' });
      return words(from === 'neighbours' ? 'finding.yearNeighbours' : 'finding.yearEdition', {
        text: period.text,
        date: period.first ?? date,
      });
    }
    case 'new-mark':
      return words(finding.from === 'strand' ? 'finding.newMarkStrand' : 'finding.newMarkName');
    case 'new-in-name':
      return words('finding.newInName');
    case 'group-by-ending':
      return words('finding.groupByEnding', finding);
    case 'date-of-name':
      return words('finding.dateOfName', finding);
    case 'past-among-plans':
      return words('finding.pastAmongPlans');
    case 'unmarked':
      return words('finding.unmarked');
    case 'without-entry':
      return words('finding.withoutEntry');
    case 'wrong-date':
      return words('finding.wrongDate', finding);
    case 'unmarked-initiative':
      return words('finding.unmarkedInitiative');
    case 'strand-of-neighbour':
      return words('finding.strandOfNeighbour', finding);
    case 'other-kind-of-value':
      return words('finding.otherKind');
  }
}

const shown = 80;
/** Of the text of a row. */
const mostOfText = 120;

/** What is wrong with a row of the file, with its number. */
export function problemWords(problem: RowProblem, words: Words): string {
  return words('import.problemLine', { line: problem.line, problem: whatIsWrong(problem, words) });
}

function whatIsWrong(problem: RowProblem, words: Words): string {
  switch (problem.kind) {
    case 'no-header':
      return words('problem.no-header');
    case 'formula': {
      const formula = `=${shorten(problem.formula, shown)}`;
      const result = shorten(problem.result, shown);
      return words(result === '' ? 'problem.formulaEmpty' : 'problem.formula', { formula, result });
    }
    case 'missing-cell':
    case 'long-cell':
      return words(`problem.${problem.kind}`, problem);
    case 'duplicate-number':
    case 'impossible-number':
    case 'repeated':
      return words(`problem.${problem.kind}`, { ...problem, name: shorten(problem.name, shown) });
    case 'no-such-date':
      return words('problem.no-such-date', {
        text: problem.text,
        reason: periodReason(problem.refusal, words),
      });
    case 'stray-cell':
    case 'merged-columns':
    case 'no-project':
    case 'unread-indicator':
    case 'mixed-values':
    case 'too-long':
      return words(`problem.${problem.kind}`, { ...problem, text: shorten(problem.text, shown) });
  }
}

const megabyte = 1_000_000;

/** Why nothing of the file can be imported. */
export function fileRefusalWords(refusal: FileRefusal, words: Words): string {
  switch (refusal.kind) {
    case 'too-large':
      return words('file.too-large', {
        size: Math.ceil(refusal.size / megabyte),
        most: Math.floor(refusal.most / megabyte),
      });
    case 'unpacks-too-large':
      return words('file.unpacks-too-large', { most: Math.floor(refusal.most / megabyte) });
    case 'unknown-format':
    case 'other-content':
      return words(`file.${refusal.kind}`, refusal);
    case 'too-many-rows':
      return words('file.too-many-rows', refusal);
    case 'no-date':
    case 'two-dates':
      return words(`file.${refusal.kind}`, { title: shorten(refusal.title, shown) });
    case 'empty':
    case 'unknown-encoding':
    case 'encrypted':
    case 'macros':
    case 'too-demanding':
    case 'broken':
    case 'no-table':
      return words(`file.${refusal.kind}`);
  }
}

/** What has been written, in a sentence. */
export function importedSentence(
  { edition, written, setId }: Pick<Imported, 'edition' | 'written' | 'setId'>,
  words: Words,
): string {
  const values = { edition: editionMonth(edition, words), count: written.length };
  if (setId === null) return words('import.nothing');
  return words(written.length === 0 ? 'import.keptEdition' : 'import.written', values);
}

/** How it differs and how sure that is: 変更・おそらく. */
export function rowLabel({ difference, confidence }: ReviewRow, words: Words): string {
  return [words(`difference.${difference}`), words(`confidence.${confidence}`)].join(words('mark.and'));
}

const mostOfRow = 160;

/** A row of the review in one line of at most `most` characters: 8番 取組「…」. */
export function rowWords(row: ReviewRow, words: Words, most: number = mostOfRow): string {
  const whole = row.source?.text ?? (row.before === null ? '' : snapshotText(row.before.snapshot));
  const around = { number: row.projectNumber, kind: kindWords(row.kind, words) };
  const room = most - words('import.row', { ...around, text: '' }).length;
  return words('import.row', { ...around, text: shorten(whole, Math.min(room, mostOfText)) });
}

/** Everything that the reviewer should know of the row, a line each. */
export function rowReasons(row: ReviewRow, words: Words): readonly string[] {
  const { before, difference, similarity, newerByHand, findings, source } = row;
  const was = before === null || difference !== 'changed' ? '' : snapshotText(before.snapshot);
  return [
    ...(was !== '' && was !== source?.text ? [words('import.was', { text: shorten(was, 120) })] : []),
    ...(similarity < 1 ? [words('import.similar', { percent: Math.round(similarity * 100) })] : []),
    ...(newerByHand === null
      ? []
      : [words('import.newer', { date: newerByHand.at.toISOString().slice(0, 10) })]),
    ...findings.map((finding) => findingWords(finding, words)),
  ];
}

function kindWords(kind: ReviewRow['kind'], words: Words): string {
  switch (kind) {
    case 'project':
    case 'initiative':
    case 'strand':
    case 'working-group':
    case 'milestone':
    case 'indicator':
    case 'observation':
    case 'programme':
      return words(`kind.${kind}`);
    default:
      return words('kind.other');
  }
}

function snapshotText(snapshot: Snapshot): string {
  switch (snapshot.kind) {
    case 'milestone':
    case 'initiative':
      return snapshot.text;
    case 'observation':
      return `${snapshot.value.kind === 'number' ? snapshot.value.amount : snapshot.value.state}（${snapshot.asOf?.text ?? '—'}）`;
    case 'project':
      return `${snapshot.number}. ${snapshot.name}`;
    default:
      return 'name' in snapshot ? snapshot.name : '';
  }
}
