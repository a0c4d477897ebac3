import { toKatakana } from 'wanakana';

/** Whether the text is kana alone, at least one. */
export function isKana(text: string): boolean {
  return /^[\u3041-\u3096\u30a1-\u30faー・\s]*[\u3041-\u3096\u30a1-\u30fa][\u3041-\u3096\u30a1-\u30faー・\s]*$/u.test(
    text,
  );
}

/** Whether the text may be Japanese in Latin letters: at least three of them with a vowel. */
export function isRomaji(text: string): boolean {
  return /^[a-z][a-z'-]{2,}$/i.test(text) && /[aeiou]/i.test(text);
}

/** The kana that the Latin letters spell, folded as by foldReading; null where they spell none (iot, cloud). */
export function readingOfRomaji(text: string): string | null {
  const kana = toKatakana(
    text
      .toLowerCase()
      .replace(/m(?=[bpm])/g, 'n')
      .replaceAll('-', 'ー'),
  );
  return isKana(kana) ? foldReading(kana) : null;
}

const small: Readonly<Record<string, string>> = {
  ァ: 'ア',
  ィ: 'イ',
  ゥ: 'ウ',
  ェ: 'エ',
  ォ: 'オ',
  ャ: 'ヤ',
  ュ: 'ユ',
  ョ: 'ヨ',
  ッ: 'ツ',
  ヮ: 'ワ',
};

/**
 * The kana in the form in which readings are compared: katakana without long vowels (ー, オウ, エイ), small kana in
 * full size, ヂ as ジ, ヅ as ズ, ヴ as ブ, ンヤ as ニヤ. こうわん, コウワン and コーワン are コワン.
 */
export function foldReading(kana: string): string {
  return kana
    .normalize('NFKC')
    .replace(/[\u3041-\u3096]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0x60))
    .replace(/ヂ/g, 'ジ')
    .replace(/ヅ/g, 'ズ')
    .replace(/ヴ([ァィェォ])/g, (_, vowel: string) => barrels[vowel] ?? '')
    .replace(/ヴ/g, 'ブ')
    .replace(/[ァィゥェォャュョッヮ]/g, (each) => small[each] ?? each)
    .replace(/[ー・\s]/g, '')
    .replace(/(?<=[オコソトノホモヨロゴゾドボポ])ウ|(?<=[クスツヌフムユルグズブプ])ウ/g, '')
    .replace(/(?<=[エケセテネヘメレゲゼデベペ])イ/g, '')
    .replace(/ン([アイウエオヤユヨ])/g, (_, next: string) => afterN[next] ?? next);
}

/** In Latin letters きんゆう and きにゅう look alike: kinyuu. */
const afterN: Readonly<Record<string, string>> = {
  ア: 'ナ',
  イ: 'ニ',
  ウ: 'ヌ',
  エ: 'ネ',
  オ: 'ノ',
  ヤ: 'ニヤ',
  ユ: 'ニユ',
  ヨ: 'ニヨ',
};

const barrels: Readonly<Record<string, string>> = { ァ: 'バ', ィ: 'ビ', ェ: 'ベ', ォ: 'ボ' };
