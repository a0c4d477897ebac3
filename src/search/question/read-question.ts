import type { CalendarDay } from '../../domain/calendar-day.ts';
import { foldWidth } from '../../text/fold.ts';
import { readProjectNumber } from '../../text/project-number.ts';
import { foldForTokens } from '../../text/tokens-fold.ts';
import { findSpan } from './find-span.ts';
import { readIntent } from './intent-words.ts';
import type { Question } from './question.ts';

/** A question is a line; what is longer is cut, so that no text can hold anybody up. */
const longestQuestion = 200;

/**
 * What a person asks, in ordinary Japanese or English: which project, what of it, when, in what state, and the words
 * that are left to look for. Relative dates are meant from `today`. Pure; never throws; every part may be missing.
 */
export function readQuestion(text: string, today: CalendarDay): Question {
  const folded = foldWidth(withoutNotation(cut(text))).toLowerCase();
  const numbered = findProjectNumber(folded);
  const dated = findSpan(numbered?.rest ?? folded, today);
  const { intent, rest } = readIntent(dated?.rest ?? numbered?.rest ?? folded);
  return {
    ...intent,
    ...(numbered === null ? {} : { projectNumber: numbered.number }),
    ...(dated === null ? {} : { span: dated.span }),
    words: wordsOf(rest),
  };
}

/** Whole characters only: half of a pair is none. */
function cut(text: string): string {
  return text.slice(0, longestQuestion).replace(/\p{Cs}/gu, '');
}

/** Of links and channels as Slack writes them only the label is left, of people nothing; bold is not bold. */
function withoutNotation(text: string): string {
  return text
    .replace(/<[!@][^<>]*>/gu, ' ')
    .replace(/<(?:#|[a-z]+:)[^<>|]*(?:\|([^<>]*))?>/giu, ' $1 ')
    .replace(/(?<=^|[\s、。（(「])[*_~`]+(?=\S)|(?<=\S)[*_~`]+(?=$|[\s、。）)」?？])/gu, ' ');
}

/** Signs that part words; not those inside them (R&D, IoT-A, 12.5). */
function wordsOf(text: string): readonly string[] {
  return foldForTokens(text)
    .text.split(/[\s、。，!?！？「」『』()（）[\]【】<>…:;"“”]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

interface Numbered {
  readonly number: number;
  readonly rest: string;
}

/** 第7回, 3月 and 10社 are numbers of something else. */
const ofSomethingElse = /^(?:回|期|次|四半期|月|年|日|社|件|人|名|箇所|か所|%|km|週|億|万|円|弾|の?目)/u;
const marks = /第|#|no\.?|project|pj|プロジェクト|\d+ ?番/gu;

/** The number of a project at the beginning (8 指標) or, with a mark, anywhere: 指標 第8, 進捗はプロジェクト8. */
function findProjectNumber(text: string): Numbered | null {
  const first = numberAt(text, 0);
  if (first !== null) return first;
  for (const { index } of text.matchAll(marks)) {
    const found = index > 0 ? numberAt(text, index) : null;
    if (found !== null) return found;
  }
  return null;
}

function numberAt(text: string, at: number): Numbered | null {
  const read = readProjectNumber(text.slice(at));
  if (read === null || !/^\d{1,3}$/.test(read.typed)) return null;
  const stands = read.marked || read.parted || read.rest === '';
  // 一番 is "most" far more often than the first.
  if (!stands || text.startsWith('一番', at) || ofSomethingElse.test(read.rest)) return null;
  return { number: Number(read.typed), rest: `${text.slice(0, at)} ${read.rest}`.trim() };
}
