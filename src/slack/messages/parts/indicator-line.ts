import type { RichTextElement, RichTextSection } from '@slack/types';
import type { Indicator } from '../../../domain/indicator.ts';
import { printIndicator } from '../../../domain/print-indicator.ts';
import { isReached, rateOf } from '../../../domain/rate.ts';
import { lineBreak, paragraph, text } from '../../blocks/rich-text.ts';
import type { Words } from '../../words/index.ts';
import { asOfWords } from './as-of.ts';
import { bar, percent } from './bar.ts';

/**
 * An indicator in two lines: its name; bar, figures as in the published table, rate, whether the target is
 * reached, and the time for which the figure holds.
 */
export function indicatorLine(indicator: Indicator, words: Words): RichTextSection {
  const parts: RichTextElement[][] = [text(indicator.name), lineBreak, ...figures(indicator, words)];
  if (indicator.note !== null) parts.push(text(` ※${indicator.note}`));
  return paragraph(...parts);
}

function figures(indicator: Indicator, words: Words): RichTextElement[][] {
  const printed = text(printIndicator(indicator), { bold: true });
  if (indicator.current === null) return [printed, text(` ${words('indicator.unobserved')}`)];
  const rate = rateOf(indicator);
  const reached = isReached(indicator) ? words('indicator.reached') : words('indicator.notReached');
  const asOf = asOfWords(indicator.current.asOf, words);
  if (rate === null) return [printed, text(` ${[reached, asOf].join(words('mark.and'))}`)];
  const told = [words('indicator.rate', { rate: percent(rate) }), reached, asOf].join(words('mark.and'));
  return [text(bar(rate)), text(' '), printed, text(` ${told}`)];
}
