/**
 * Tags that lay out a cell. Anything else between < and > is text: <拠点施設利用促進WG>, <阿知須実証事業>, and also
 * <IoT推進WG>, which a reader of HTML would take for a tag.
 */
const tag =
  /<(\/?)(p|ul|ol|li|br|div|span|strong|em|b|i|u|a|font|sup|sub|small|h[1-6]|table|tbody|thead|tr|td|th)(?:\s[^<>]*)?\/?>/giu;
const inline = new Set(['span', 'strong', 'em', 'b', 'i', 'u', 'a', 'font', 'sup', 'sub', 'small']);
const lists = new Set(['ul', 'ol']);

/**
 * The lines of a cell that is written as fragments of HTML: paragraphs, and lists that may neither be closed nor hold
 * items, in which a blank and ・ begin the next item. Text without tags is its lines. `&` stands for itself; the
 * entities that a browser writes are read back.
 */
export function linesOfFragment(text: string): readonly string[] {
  const lines: string[] = [];
  let inList = false;
  let from = 0;
  let open = '';
  const flush = (): void => {
    lines.push(...(inList ? itemsOf(open) : open.split(/\r\n?|\n/)));
    open = '';
  };
  for (const found of text.matchAll(tag)) {
    const [whole, slash, name = ''] = found;
    const kind = name.toLowerCase();
    open += text.slice(from, found.index);
    from = found.index + whole.length;
    if (inline.has(kind)) continue;
    flush();
    if (lists.has(kind)) inList = slash === '';
    if (kind === 'p') inList = false;
  }
  open += text.slice(from);
  flush();
  return lines
    .map(unescapeEntities)
    .map(trimLine)
    .filter((line) => line !== '');
}

/** 「・」 also stands inside names (国道・県道): only one behind a blank begins an item. */
export function itemsOf(list: string): readonly string[] {
  return list.split(/[\s\u3000]+(?=・)/u);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', nbsp: ' ', amp: '&' };

function unescapeEntities(line: string): string {
  return line.replace(/&(lt|gt|quot|nbsp|amp);/g, (_, name: string) => entities[name] ?? '');
}

/** Without blanks around it and without characters that no store keeps. */
function trimLine(line: string): string {
  return line
    .replace(/[^\P{Cc}\t]|\p{Cs}|\uFEFF/gu, '')
    .replaceAll('\t', ' ')
    .trim();
}

/** A plain line as a cell keeps it: no control characters, no blanks around it; '' where nothing is left. */
export function plainLine(line: string): string {
  return trimLine(line);
}
