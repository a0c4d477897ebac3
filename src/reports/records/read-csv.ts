/**
 * The records of a CSV file (RFC 4180), without its BOM. Null where a quote is not closed or text stands behind a closed
 * one.
 */
export function readCsv(text: string): readonly (readonly string[])[] | null {
  const plain = text.replace(/^\uFEFF/, '');
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < plain.length) {
    const field = readField(plain, at);
    if (field === null) return null;
    record.push(field.text);
    at = field.end;
    if (plain[at] === ',') {
      at += 1;
      if (at === plain.length) record.push('');
      else continue;
    }
    records.push(record);
    record = [];
    at += plain.startsWith('\r\n', at) ? 2 : 1;
  }
  return records;
}

function readField(text: string, start: number): { readonly text: string; readonly end: number } | null {
  if (text[start] !== '"') {
    const end = /[,\r\n]/g;
    end.lastIndex = start;
    const found = end.exec(text)?.index ?? text.length;
    return { text: text.slice(start, found), end: found };
  }
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    if (text[quote + 1] !== '"') {
      const end = quote + 1;
      if (end < text.length && !/[,\r\n]/.test(text[end] ?? '')) return null;
      return { text: text.slice(start + 1, quote).replaceAll('""', '"'), end };
    }
    at = quote + 2;
  }
}
