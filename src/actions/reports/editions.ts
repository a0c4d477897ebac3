import { createHash } from 'node:crypto';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Author } from '../../domain/change.ts';
import type { EditionContent } from '../../domain/edition.ts';
import { editionDifference, type ProjectDifference } from '../../domain/edition-difference.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import { operatorId, type Person, type PersonId } from '../../domain/person.ts';
import { readEditionFile } from '../../reports/edition-file.ts';
import { indicatorValue } from '../../reports/table/cell-lines.ts';
import { writeEditionJson } from '../../reports/write/edition-json.ts';
import type { ChangeStore } from '../change-ports.ts';
import { administratorsOf, authorOf, rightOf } from '../writes/may-write.ts';
import { composeReport, type ReportRefusal } from './compose-report.ts';
import type { EditionBook, FrozenEdition, FrozenLabel, ReportPorts } from './report-ports.ts';

/** What freezing needs. */
export interface FreezePorts extends ReportPorts {
  readonly store: Pick<ChangeStore, 'standingOf' | 'listPosts' | 'writersOf'>;
  readonly administrators: readonly PersonId[];
}

export type FreezeRefusal =
  | ReportRefusal
  /** Only administrators freeze. */
  | { readonly kind: 'may-not'; readonly ask: readonly PersonId[] };

/**
 * Keeps the table as of the time that somebody typed as the edition of its month, for good. Only administrators may;
 * that is asked at this moment. The same content twice is kept once, another content of the same month as its next
 * print.
 */
export async function freezeEdition(
  ports: FreezePorts,
  asked: { readonly person: Person; readonly typed: string; readonly today: CalendarDay; readonly now: Date },
): Promise<Outcome<{ readonly isNew: boolean; readonly label: FrozenLabel }, FreezeRefusal>> {
  const { person, now } = asked;
  const standing = await ports.store.standingOf(person.id);
  const writer = { person, standing, administrators: ports.administrators };
  if (rightOf(writer, { by: 'administrators', projectId: null }) !== 'write')
    return refuse({ kind: 'may-not', ask: await administratorsOf(ports) });
  const report = await composeReport(ports, asked);
  if (!report.ok) return report;
  const { key, title } = report.value.content;
  const content = Buffer.from(writeEditionJson(report.value.content)).toString('utf8');
  const by = authorOf(person.id, standing);
  return accept(
    await ports.editions.freeze({ key, title, content, sha256: hashOf(content), frozenAt: now, by }),
  );
}

/** SHA-256 of the text, hexadecimal. */
function hashOf(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('hex');
}

/** The content of a frozen edition. Throws where the store no longer holds what was frozen. */
export function contentOfFrozen({ key, print, content, sha256 }: FrozenEdition): EditionContent {
  const name = `the frozen edition ${key} (${print})`;
  if (hashOf(content) !== sha256) throw new Error(`${name} is not what was frozen: its hash differs`);
  const read = readEditionFile(JSON.parse(content));
  if (!read.ok) throw new Error(`${name} cannot be read: ${JSON.stringify(read.refusal.slice(0, 3))}`);
  return read.value;
}

const operator: Author = { personId: operatorId, posts: ['公表された版の取込'] };

/**
 * Keeps an edition that was published elsewhere and has been loaded, so that later ones are compared with it. A second
 * time, and where the same content is kept already, nothing is written.
 */
export async function keepPublished(
  editions: EditionBook,
  { content, at, by = operator }: { content: EditionContent; at: Date; by?: Author },
): Promise<void> {
  const { key, title } = content;
  const text = Buffer.from(writeEditionJson(content)).toString('utf8');
  const kept = await editions.listFrozen();
  if (kept.some((each) => each.key === key && each.sha256 === hashOf(text))) return;
  await editions.freeze({ key, title, content: text, sha256: hashOf(text), frozenAt: at, by });
}

/** A table, and what changed in it since the last edition. */
export interface Comparison {
  readonly since: FrozenLabel;
  readonly after: EditionContent;
  readonly projects: readonly ProjectDifference[];
}

/**
 * What changed from the edition kept last (of that month or an earlier one) to the table as of the time that somebody
 * typed. Refuses where there is no such edition.
 */
export async function compareWithLast(
  ports: Pick<ReportPorts, 'reader' | 'editions'>,
  asked: { readonly typed: string; readonly today: CalendarDay },
): Promise<Outcome<Comparison, ReportRefusal | { readonly kind: 'no-edition' }>> {
  const report = await composeReport(ports, asked);
  if (!report.ok) return report;
  const after = report.value.content;
  const label = (await ports.editions.listFrozen()).find(({ key }) => key <= after.key);
  const since = label === undefined ? null : await ports.editions.findFrozen(label.key, label.print);
  if (since === null) return refuse({ kind: 'no-edition' });
  const projects = editionDifference(contentOfFrozen(since), after, indicatorValue);
  return accept({ since, after, projects });
}
