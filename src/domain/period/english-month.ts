const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const fullNames =
  'january february march april may june july august september october november december'.split(' ');

/** `nov 2020`, `november` (lower case) as a period reads them: 2020-11, 11月. Null for anything else. */
export function readEnglishMonth(words: string): string | null {
  const [, name = '', year] = /^([a-z]{3,9})\.?(?: (\d{4}))?$/.exec(words) ?? [];
  const short = name === 'sept' ? 'sep' : name;
  const month = Math.max(months.indexOf(short), fullNames.indexOf(name)) + 1;
  if (month === 0) return null;
  return year === undefined ? `${month}月` : `${year}-${String(month).padStart(2, '0')}`;
}
