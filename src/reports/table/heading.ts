/** The heading of a project: `8. 地域産業 IoT 等導入促進プロジェクト`. */
export interface Heading {
  readonly number: number;
  readonly name: string;
}

const heading = /^(?:第\s*)?(\d{1,4})\s*(?:[.．、,:：)）]|号)\s*(\S.*)$/u;

/** The number and the name with which a cell of the first column begins; null where it is none. */
export function headingOf(line: string): Heading | null {
  const digits = line.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const found = heading.exec(digits);
  if (found === null) return null;
  const [, number = '', name = ''] = found;
  // The name as it is written, in whatever digits.
  return { number: Number(number), name: line.slice(line.length - name.length).trim() };
}
