import type { Surface } from '../elements/surface.ts';
import { el } from '../parts/dom.ts';
import { isJson, type Json, numberIn, objectsIn, stringIn } from '../parts/json.ts';
import type { PageState } from '../protocol.ts';
import { drawRichText } from './rich-text.ts';

/** A table block: rows of raw_text or rich_text cells; the first row is the heading, as Slack draws it. */
export function drawTable(block: Json, { surface }: { readonly surface: Surface }): HTMLElement {
  const settings = objectsIn(block, 'column_settings');
  const rows = Array.isArray(block.rows) ? block.rows.filter((row) => Array.isArray(row)) : [];
  const drawn = rows.map((row, rowAt) =>
    el(
      'tr',
      {},
      ...row.map((cell: unknown, at: number) =>
        el(
          rowAt === 0 ? 'th' : 'td',
          { class: cellClass(settings[at] ?? {}), scope: rowAt === 0 ? 'col' : null },
          ...drawCell(cell, surface.state),
        ),
      ),
    ),
  );
  const table = el('table', {}, el('tbody', {}, ...drawn));
  return el('div', { class: 'block table-box', tabindex: 0, role: 'region', 'aria-label': '表' }, table);
}

function cellClass(setting: Json): string {
  const align = stringIn(setting, 'align');
  const known = ['center', 'right'].includes(align) ? `align-${align}` : 'align-left';
  return setting.is_wrapped === true ? `${known} wrapped` : known;
}

function drawCell(cell: unknown, state: PageState): readonly (Node | string)[] {
  if (!isJson(cell)) return [];
  if (stringIn(cell, 'type') === 'rich_text') return drawRichText(cell, state);
  const number = numberIn(cell, 'value');
  return [number === null ? stringIn(cell, 'text') : String(number)];
}
