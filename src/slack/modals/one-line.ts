import type { WritableVerb } from '../../actions/writes/index.ts';
import { foldWidth } from '../../text/fold.ts';
import { readProjectNumber } from '../../text/project-number.ts';
import type { Subcommand } from '../subcommand.ts';
import { subcommandNamed } from '../subcommand-named.ts';

/** A line that opens a form. */
export interface OneLine {
  readonly verb: WritableVerb;
  /** The word by which it was called. */
  readonly word: string;
  /** What stands before the word: the project; '' where the word comes first. */
  readonly before: string;
  /** What stands behind it, as typed. */
  readonly rest: string;
}

/** A name of a project has no more words than that. */
const mostWordsBefore = 8;

/**
 * The line as one that opens a form (`8 記録 R2.8.25 …`, `港湾 log …`, `8番記録 …`, `記録 …`), or null. Looks at
 * nothing but the text, since a form must open within three seconds whatever the store does; what stands before the
 * word is read afterwards.
 */
export function readOneLine(text: string, subcommands: readonly Subcommand[]): OneLine | null {
  const tokens = [...text.matchAll(/\S+/gu)].slice(0, mostWordsBefore + 1);
  for (const token of tokens) {
    const { word, number } = partsOf(token[0]);
    const found = subcommandNamed(word, subcommands);
    if (found === null) continue;
    if (found.opens === undefined) return null;
    const before = `${text.slice(0, token.index)}${number}`.trim();
    const rest = text.slice(token.index + token[0].length).trim();
    return { verb: found.opens, word, before, rest };
  }
  return null;
}

/** 8番記録 is a project and a word. */
function partsOf(token: string): { readonly word: string; readonly number: string } {
  const folded = foldWidth(token);
  const numbered = readProjectNumber(folded);
  if (numbered === null || numbered.rest === '') return { word: token, number: '' };
  return { word: numbered.rest, number: folded.slice(0, folded.length - numbered.rest.length) };
}
