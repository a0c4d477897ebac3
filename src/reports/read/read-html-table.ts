import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { FileRefusal } from '../table/file-refusal.ts';
import type { RowProblem } from '../table/row-problem.ts';
import { cellLines } from './html-lines.ts';
import { longestCell, mostRows, type RawRow, type RawTable } from './raw-table.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** The rows of all tables of a page, and its other lines as rows of one cell. Rows count from 1; text takes the number of the row above. */
export function readHtmlTable(html: string): Outcome<RawTable, FileRefusal> {
  const rows: RawRow[] = [];
  const problems: RowProblem[] = [];
  const spans = new Spans();
  const text: Node[] = [];
  let line = 0;
  const flush = (): void => {
    const lines = cellLines(text.splice(0), html);
    rows.push(...lines.map((each) => ({ line, cells: [[each]] })));
  };
  for (const node of partsOf(parse(html, { sourceCodeLocationInfo: true }))) {
    if (node.nodeName !== 'tr') {
      text.push(node);
      continue;
    }
    flush();
    line += 1;
    if (line > mostRows) return refuse({ kind: 'too-many-rows', most: mostRows });
    rows.push(spans.row(node as Element, { line, html, problems }));
  }
  flush();
  return accept({ rows, problems });
}

const holders = new Set(['#document', 'html', 'body', 'div', 'main', 'section', 'article', 'center', 'form']);
const tableParts = new Set(['table', 'tbody', 'thead', 'tfoot']);

/** Rows of tables and what stands outside of tables, in written order. Never recurses: pages nest without end. */
function* partsOf(root: Node): Generator<Node> {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const isHolder = holders.has(node.nodeName) || tableParts.has(node.nodeName);
    if (!isHolder || !('childNodes' in node)) {
      if (!['head', 'script', 'style', '#documentType', '#comment', 'colgroup'].includes(node.nodeName))
        yield node;
      continue;
    }
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      const child = node.childNodes[at];
      if (child !== undefined) stack.push(child);
    }
  }
}

/** Cells that reach down into the rows below. */
class Spans {
  private readonly open = new Map<number, number>();

  row(tr: Element, { line, html, problems }: { line: number; html: string; problems: RowProblem[] }): RawRow {
    const cells: (readonly string[])[] = [];
    const fill = (): void => {
      for (let left = this.open.get(cells.length); left !== undefined; left = this.open.get(cells.length)) {
        if (left > 1) this.open.set(cells.length, left - 1);
        else this.open.delete(cells.length);
        cells.push([]);
      }
    };
    for (const cell of tr.childNodes) {
      if (cell.nodeName !== 'td' && cell.nodeName !== 'th') continue;
      fill();
      const element = cell as Element;
      const lines = cellLines(element.childNodes, html);
      const [across, down] = [spanOf(element, 'colspan', 20), spanOf(element, 'rowspan', mostRows)];
      if (across > 1 && lines.length > 0)
        problems.push({ line, kind: 'merged-columns', text: lines.join(' ') });
      if (lines.join('').length > longestCell) problems.push({ line, kind: 'long-cell', most: longestCell });
      for (let at = 0; at < across; at += 1) {
        if (down > 1) this.open.set(cells.length, down - 1);
        cells.push(at === 0 ? shortened(lines) : []);
      }
    }
    fill();
    return { line, cells };
  }
}

function spanOf({ attrs }: Element, name: string, most: number): number {
  const value = Number(attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : 1;
}

/** The first lines that a cell may hold. */
function shortened(lines: readonly string[]): readonly string[] {
  let size = 0;
  return lines.filter((line) => {
    size += line.length;
    return size <= longestCell;
  });
}
