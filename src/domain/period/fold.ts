const dashes = new Set('‐‑‒–—―−﹣ーｰ'.split(''));
const waves = new Set('〜∼～'.split(''));
/** Blanks of typesetting and PDF extraction; a line break is none, since a date does not run over it. */
const blanks = new Set('\t\u00a0\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u3000\ufeff'.split(''));
/** Radicals that PDF extraction leaves in place of the characters they look like. */
const radicals: Readonly<Record<string, string>> = {
  '⽉': '月',
  '⽇': '日',
  '⽕': '火',
  '⽔': '水',
  '⽊': '木',
};

/**
 * The text with every date character in its plain form: full-width letters, digits and signs become ASCII, every
 * dash `-`, every wave `~`, every blank a space. One UTF-16 unit stands for one, so offsets stay valid.
 * Not NFKC, which would make the ordinal of ①H29.7 a digit.
 */
export function foldDateCharacters(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) folded += fold(text.charAt(at));
  return folded;
}

function fold(unit: string): string {
  if (blanks.has(unit)) return ' ';
  if (dashes.has(unit)) return '-';
  if (waves.has(unit)) return '~';
  const code = unit.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return radicals[unit] ?? unit;
}
