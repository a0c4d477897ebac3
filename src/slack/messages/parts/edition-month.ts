import { printPeriod } from '../../../domain/period/print-period.ts';
import type { EditionLabel } from '../../../domain/project.ts';
import type { Words } from '../../words/index.ts';

/** The month of an edition: as its title writes it (令和2年8月), or Aug 2020 in English. */
export function editionMonth({ asOf }: Pick<EditionLabel, 'asOf'>, { language }: Words): string {
  return language === 'ja' ? asOf.text : printPeriod(asOf, { language, style: 'long' });
}
