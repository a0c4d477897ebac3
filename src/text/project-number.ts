/** The number of a project at the beginning of a text. */
export interface NumberedText {
  /** In ASCII without leading zeros; also what is no number of a project: -1, 1.5, 1,000. */
  readonly typed: string;
  /** Whether something says that it is meant as such: 第, #, 番, プロジェクト. */
  readonly marked: boolean;
  /** Whether a blank or a mark parts it from what follows: 8 指標, 8番指標, but not 5G. */
  readonly parted: boolean;
  /** What follows. */
  readonly rest: string;
}

const pattern =
  /^(?<before>第|#|no\.?|project|pj|プロジェクト)? ?(?<typed>[-−]?\d+(?:[.,]\d+)*|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?<after> ?番目?| ?号| ?プロジェクト)?(?:の(?=\S))?(?<blank> ?)(?<rest>.*)$/iu;

/**
 * The number at the beginning of a text in one width: 8, 第8, 8番, #8, No.8, プロジェクト8, project 8, 第八, 十番.
 * Null where the text does not begin with one.
 */
export function readProjectNumber(text: string): NumberedText | null {
  const found = pattern.exec(text)?.groups;
  if (found === undefined) return null;
  const { before, typed = '', after, blank, rest = '' } = found;
  const marked = before !== undefined || after !== undefined;
  return { typed: inDigits(typed), marked, parted: marked || blank === ' ', rest };
}

const kanji = '一二三四五六七八九';

/** 八 is 8, 十 is 10, 二十三 is 23. */
function inDigits(typed: string): string {
  if (/\d/.test(typed)) return typed.replace('−', '-').replace(/^0+(?=\d)/, '');
  const [first = '', second] = typed.split('十');
  return String(second === undefined ? unitsOf(first) : (unitsOf(first) || 1) * 10 + unitsOf(second));
}

/** Of one numeral; 0 of none. */
function unitsOf(numeral: string): number {
  return numeral === '' ? 0 : kanji.indexOf(numeral) + 1;
}
