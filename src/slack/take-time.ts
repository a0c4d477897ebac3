/** A text behind `/project` and the past time that it asks about. */
export interface Timed {
  /** What is left without it. */
  readonly text: string;
  /** What stands behind the @; null where none is asked about. */
  readonly time: string | null;
}

/** Not within an address or in Slack's notation for a person. */
const pattern = /(?:^|(?<=[\s\d\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]))@ ?(\S+)/u;

/** Takes `@R2.3` out of a text in one width, wherever it stands: `8 @R2.3`, `8@R2.3`, `8 指標 @ R2.3`, `@R2.3 8`. */
export function takeTime(text: string): Timed {
  const found = pattern.exec(text);
  if (found === null) return { text, time: null };
  const [typed, time = ''] = found;
  const left = `${text.slice(0, found.index)} ${text.slice(found.index + typed.length)}`;
  return { text: left.trim(), time };
}
