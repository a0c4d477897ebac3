/** The text without the date with which it begins: the date heads the line already. */
export function withoutLeading(date: string, line: string): string {
  const rest = line.startsWith(date) ? line.slice(date.length) : line;
  return /^[\s　\p{L}「<＜(（]/u.test(rest) && rest.trim() !== '' ? rest.trimStart() : line;
}
