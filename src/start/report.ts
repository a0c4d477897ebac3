import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { composeReport, type Report } from '../actions/reports/compose-report.ts';
import { compareWithLast } from '../actions/reports/editions.ts';
import { reportPictures } from '../actions/reports/report-pictures.ts';
import type { ReportPorts } from '../actions/reports/report-ports.ts';
import { type CalendarDay, dayAt } from '../domain/calendar-day.ts';
import { reportFormats } from '../domain/report-format.ts';
import { openPainter } from '../reports/pictures/painter.ts';
import { fileRenderer } from '../reports/write/render.ts';
import { changeLine } from './change-line.ts';
import type { CommandResult, StoreCall } from './on-store.ts';

const usage =
  'usage: npm run report -- [--as-of R3.2] --format docx|xlsx|pdf|csv|md|json [--out PATH] [--force], or npm run report -- --diff [--as-of R3.2]';

/** What the operator typed, or a line that says what is wrong with it. */
function readArguments(args: readonly string[]) {
  const options = {
    'as-of': { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    force: { type: 'boolean' },
    diff: { type: 'boolean' },
  } as const;
  try {
    return { values: parseArgs({ args: [...args], options }).values };
  } catch (problem) {
    return { problem: problem instanceof Error ? problem.message : String(problem) };
  }
}

/**
 * `npm run report`: writes the table as of a time into a file, or tells what changed since the last edition. Refuses in
 * a line what it does not understand, and a file that is there already unless `--force` is given.
 */
export async function report({ store, args, now, timeZone }: StoreCall): Promise<CommandResult> {
  const ports = { reader: store, editions: store.editions };
  const read = readArguments(args);
  if ('problem' in read) return refused(`${read.problem}; ${usage}`);
  const { values } = read;
  const asked = { typed: values['as-of'] ?? '', today: dayAt(now, timeZone) };
  if (values.diff === true) return difference(ports, asked);
  const format = reportFormats.find((each) => each === values.format);
  if (format === undefined)
    return refused(`--format ${values.format ?? ''} is none of ${reportFormats.join(', ')}; ${usage}`);
  const composed = await composeReport(ports, asked);
  if (!composed.ok) return refused(refusalLine(composed.refusal.kind, asked.typed));
  const { content, day, isPresent, cancelled } = composed.value;
  const file = path.resolve(values.out ?? `shinchoku-${content.key}.${format}`);
  const pictures = format === 'pdf' ? await painted(composed.value) : [];
  const bytes = await fileRenderer()(content, { format, at: now, pictures });
  try {
    await writeFile(file, bytes, { flag: values.force === true ? 'w' : 'wx' });
  } catch (problem) {
    return refused(fileProblem(problem, file));
  }
  const as = isPresent ? `as it stands on ${day}` : `as it stood at the end of ${day}`;
  return {
    ok: true,
    lines: [
      `Wrote ${file}: ${content.title}, ${as}, ${content.projects.length} projects, ${bytes.length} bytes.`,
      ...(cancelled === 0 ? [] : [`Left out, since the table has no mark for them: ${cancelled} cancelled.`]),
    ],
  };
}

async function painted(composed: Report) {
  const painter = openPainter();
  try {
    return await reportPictures(composed, painter);
  } finally {
    await painter.close();
  }
}

async function difference(
  ports: Pick<ReportPorts, 'reader' | 'editions'>,
  asked: { readonly typed: string; readonly today: CalendarDay },
): Promise<CommandResult> {
  const compared = await compareWithLast(ports, asked);
  if (!compared.ok) return refused(refusalLine(compared.refusal.kind, asked.typed));
  const { since, after, projects } = compared.value;
  const head = `From ${since.title} (${since.key}, print ${since.print}) to ${after.title}: ${projects.length} projects changed.`;
  const lines = projects.flatMap(({ number, name, changes }) => [
    `${number}. ${name}`,
    ...changes.map((change) => `  ${changeLine(change)}`),
  ]);
  return { ok: true, lines: [head, ...lines] };
}

function refusalLine(kind: 'not-past' | 'empty-store' | 'no-edition', typed: string): string {
  switch (kind) {
    case 'not-past':
      return `--as-of ${typed} is no time that has come: use R3.2, 2021-02 or 2021-02-28`;
    case 'empty-store':
      return 'The store holds no projects: run npm run seed first.';
    case 'no-edition':
      return 'The store holds no edition of that time or an earlier one to compare with.';
  }
}

function fileProblem(problem: unknown, file: string): string {
  const { code } = problem as NodeJS.ErrnoException;
  if (code === 'EEXIST') return `${file} is there already: name another with --out, or give --force.`;
  return `${file} could not be written (${code ?? String(problem)}).`;
}

function refused(line: string): CommandResult {
  return { ok: false, lines: [line] };
}
