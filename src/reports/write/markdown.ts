import type { TableGrid } from '../table/grid.ts';
import { storableText } from './safe-text.ts';

/** The table as Markdown (GitHub's dialect); the lines of a cell are parted by <br>. Text never becomes markup. */
export function writeMarkdown({ title, header, rows, footer }: TableGrid): Uint8Array {
  const record = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = [
    `# ${escapeMarkdown(title)}`,
    '',
    record(header.map(escapeMarkdown)),
    record(header.map(() => '---')),
    ...rows.map(({ cells }) => record(cells.map((cell) => cell.map(escapeMarkdown).join('<br>')))),
    ...footer.flatMap((line) => ['', escapeMarkdown(line)]),
    '',
  ];
  return Buffer.from(lines.join('\n'), 'utf8');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Text as Markdown that shows exactly this text: marks are escaped, also at the beginning of a line and in addresses,
 * which GitHub would make links of.
 */
export function escapeMarkdown(text: string): string {
  return storableText(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[&<>]/g, (mark) => entities[mark] ?? mark)
    .replace(/[\\`*_~[\]()|#!{}$]/g, (mark) => `\\${mark}`)
    .replace(/:(?=\/\/)/g, '&#58;')
    .replace(/\bwww\./gi, (word) => `${word.slice(0, 3)}&#46;`)
    .replace(/@/g, '&#64;')
    .replace(/^([-+])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
