import { fold } from '../../text/fold.ts';
import type { Finding } from './finding.ts';
import type { SourceLine, UnderstoodProgramme } from './understood.ts';

/** Words that begin with 新 by themselves: there it is no mark. */
const newWords =
  /^新(?:たな|たに|しい|規|型|産業|技術|事業|製品|商品|市場|素材|時代|分野|年度|山口|エネルギー|モビリティ|ビジネス|体制|設|卒|築|幹線)/u;

const label = /^[[［【]\s*関連事業\s*[\]］】]\s*[：:]?\s*/u;

/** Whether budget programmes begin with the line. */
export function beginsProgrammes(text: string): boolean {
  return label.test(text);
}

/**
 * The budget programmes of the lines: parted by 、 outside brackets and by line; 国事業「…」 is one of the state, 新
 * before a name is the mark of a new one. `known`: names that the strands of the project or the store have.
 */
export function readProgrammes(
  lines: readonly SourceLine[],
  known: { readonly strands: readonly string[]; readonly store: readonly string[] },
): readonly UnderstoodProgramme[] {
  return lines.flatMap((source) =>
    partsOf(source.text.replace(label, '')).map((part) => programmeOf(part, { source, known })),
  );
}

function programmeOf(
  written: string,
  { source, known }: { source: SourceLine; known: { strands: readonly string[]; store: readonly string[] } },
): UnderstoodProgramme {
  const marked = newMark(written, known);
  const rest = marked.isNew ? written.slice(1).trim() : written;
  const national = /^国\s*事業\s*[「『]?(.+?)[」』]?$/u.exec(rest)?.[1];
  return {
    name: national?.trim() ?? rest,
    national: national !== undefined,
    isNew: marked.isNew,
    source,
    findings: marked.findings,
  };
}

function newMark(
  written: string,
  known: { readonly strands: readonly string[]; readonly store: readonly string[] },
): { readonly isNew: boolean; readonly findings: readonly Finding[] } {
  if (!written.startsWith('新')) return { isNew: false, findings: [] };
  const [whole, rest] = [fold(written), fold(written.slice(1))];
  const has = (names: readonly string[], name: string) => names.some((each) => fold(each) === name);
  if (has(known.strands, rest)) return { isNew: true, findings: [{ kind: 'new-mark', from: 'strand' }] };
  if (has(known.strands, whole)) return { isNew: false, findings: [] };
  if (written.startsWith('新新') || has(known.store, rest)) {
    return { isNew: true, findings: [{ kind: 'new-mark', from: 'name' }] };
  }
  if (has(known.store, whole)) return { isNew: false, findings: [] };
  return newWords.test(written)
    ? { isNew: false, findings: [{ kind: 'new-in-name' }] }
    : { isNew: true, findings: [{ kind: 'new-mark', from: 'name' }] };
}

/** Parted at 、 that stands in no bracket. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let open = '';
  for (const character of text) {
    if ('「『（([［'.includes(character)) depth += 1;
    if ('」』）)]］'.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[、，]/u.test(character)) {
      parts.push(open);
      open = '';
    } else open += character;
  }
  return [...parts, open].map((part) => part.trim()).filter((part) => part !== '');
}
