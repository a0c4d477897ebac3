import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { acceptImport, type Imported } from '../actions/imports/accept-import.ts';
import { type ImportFile, type ImportReview, reviewImport } from '../actions/imports/review-import.ts';
import type { Clock } from '../domain/clock.ts';
import { operatorId } from '../domain/person.ts';
import { knownAliases } from '../reports/known-aliases.ts';
import { mostBytes } from '../reports/read/read-table-file.ts';
import { tableReader } from '../reports/read/table-reader.ts';
import type { FileRefusal } from '../reports/table/file-refusal.ts';
import { fileRefusalWords, importedSentence } from '../slack/imports/import-words.ts';
import { printReview } from '../slack/imports/print-review.ts';
import { wordsIn } from '../slack/words/index.ts';
import type { Store } from '../store/open-store.ts';
import { UsageError } from './usage-error.ts';

/**
 * How an import at the terminal ended, as exit code: 0 nothing is left to decide, 1 nothing could be imported, 2 rows
 * are left for a person.
 */
export type ImportExit = 0 | 1 | 2;

interface ImportRun {
  readonly file: string;
  /** Accept all that is certain or likely. */
  readonly yes: boolean;
  readonly store: Store;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly say: (line: string) => void;
}

const words = wordsIn('ja');

/** Reads the file, prints the review in Japanese, and with `yes` writes what needs no decision. */
export async function importFile(run: ImportRun): Promise<ImportExit> {
  const { file, say, store, clock, timeZone } = run;
  const read = await readAt(file);
  if (!read.ok) return refused(read.refusal, say);
  const ports = { store, aliases: knownAliases, timeZone, editions: store.editions };
  const now = clock.now();
  if (!run.yes) {
    const review = await reviewImport(ports, { file: read.value, now });
    if (!review.ok) return refused(review.refusal, say);
    return printed(review.value, say);
  }
  const accepted = await acceptImport(ports, {
    file: read.value,
    acceptance: { kind: 'likely' },
    by: { kind: 'operator', author: { personId: operatorId, posts: [operatorName] } },
    requestKey: `import ${store.newId(now)}`,
    origin: { via: 'operator', channelId: null, permalink: null },
    now,
  });
  if (accepted.ok) return told(accepted.value, say);
  if (accepted.refusal.kind === 'file') return refused(accepted.refusal.refusal, say);
  say(words('import.overtaken'));
  return 1;
}

/** Stands in the history where a person's name would. */
const operatorName = '運用担当（端末）';

async function readAt(
  file: string,
): Promise<{ ok: true; value: ImportFile } | { ok: false; refusal: FileRefusal }> {
  const there = await stat(file).catch(() => null);
  if (there === null || !there.isFile()) throw new UsageError(`${file}: no such file`);
  const { size } = there;
  // Not even read: the machine may have less memory than the file has bytes.
  if (size > mostBytes) return { ok: false, refusal: { kind: 'too-large', size, most: mostBytes } };
  return tableReader()({ name: path.basename(file), bytes: await readFile(file) });
}

function refused(refusal: FileRefusal, say: ImportRun['say']): ImportExit {
  say(`${fileRefusalWords(refusal, words)}${words('file.nothing-written')}`);
  return 1;
}

function printed(review: ImportReview, say: ImportRun['say']): ImportExit {
  const { lines, open } = printReview(review, review.review.rows, words);
  for (const line of lines) say(line);
  const isLeft = open > 0 || review.moving.length > 0;
  if (isLeft) say('登録するには --yes を付けて実行してください。まだ何も登録していません。');
  return isLeft || review.edition.problems.length > 0 ? 2 : 0;
}

function told(imported: Imported, say: ImportRun['say']): ImportExit {
  const { edition, kept, open } = imported;
  const { lines } = printReview(imported, open, words);
  for (const line of lines) say(line);
  say(importedSentence(imported, words));
  if (kept.length > 0) say(words('import.keptInUse', { count: kept.length }));
  if (open.length > 0) say(words('import.left', { count: open.length }));
  return open.length > 0 || edition.problems.length > 0 ? 2 : 0;
}
