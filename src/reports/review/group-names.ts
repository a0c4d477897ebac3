import { findPeriods } from '../../domain/period/find-periods.ts';

const endings = 'WG|ＷＧ|ワーキンググループ|研究会|協議会|委員会|会議|チーム';
const quoted = new RegExp(`「([^」]+(?:${endings}))」\\s*等?(?:の|を)?\\s*(?:設置|設立|発足|開催)`, 'u');
const bracketed = new RegExp(`^[<＜〈]([^>＞〉]+(?:${endings}))[>＞〉]`, 'u');
const founded = new RegExp(
  `^([^「」（）()、。]*?(?:${endings}))(?=等?\\s*(?:[（(\\[［][^）)\\]］]*[）)\\]］]\\s*)*(?:(?:の|を)?(?:設置|設立|発足|開催)|$)|\\s*[（(]①)`,
  'u',
);

/** The name in <…> that begins a line and is that of a group: <拠点施設利用促進WG> (R2.8.25開催). */
export function bracketedGroup(text: string): string | null {
  return bracketed.exec(text)?.[1] ?? null;
}

/**
 * The working group, council or the like of which the line says that it was set up or meets: …研究会の開催,
 * 「…協議会」の設置, …WG (①R元.8). A bare 会議 or 各WG is no name.
 */
export function groupIn(text: string): string | null {
  const line = withoutLead(text);
  const name = bracketedGroup(line) ?? quoted.exec(line)?.[1] ?? founded.exec(line)?.[1] ?? null;
  if (name === null) return null;
  const own = name.slice(Math.max(0, name.lastIndexOf('として') + (name.includes('として') ? 3 : 0))).trim();
  return own.startsWith('各') || bare.test(own) || own.length > 200 ? null : own;
}

const bare = new RegExp(`^(?:新たな|第\\s*\\d+\\s*回)?\\s*(?:県|市|全体)?(?:${endings})$`, 'u');

/** Without dates and 第2回 at the beginning. */
function withoutLead(text: string): string {
  const [first] = findPeriods(text);
  const rest = first !== undefined && first.start === 0 ? text.slice(first.end) : text;
  return rest.replace(/^[\s:：]*(?:第\s*\d+\s*回)?\s*/u, '');
}

/** A group of the project that a line speaks of; `byEnding` where it gives only the end of its name. */
export interface MentionedGroup {
  readonly name: string;
  readonly byEnding: boolean;
}

const meeting = new RegExp(`第\\s*\\d+\\s*回\\s*([^\\s、。「」（）()]+?(?:${endings}))`, 'u');

/** The longest of the names that stands in the line, or the only one that ends as 第2回推進協議会 does; else null. */
export function mentionedGroup(text: string, names: readonly string[]): MentionedGroup | null {
  const [longest] = names.filter((name) => text.includes(name)).toSorted((a, b) => b.length - a.length);
  if (longest !== undefined) return { name: longest, byEnding: false };
  const ending = meeting.exec(text)?.[1];
  if (ending === undefined || ending.length < 3) return null;
  const alike = names.filter((name) => name.endsWith(ending));
  const [only] = alike;
  return only !== undefined && alike.length === 1 ? { name: only, byEnding: true } : null;
}
