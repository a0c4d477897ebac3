import type { Proposal } from '../../../actions/change-ports.ts';
import { cleanLine } from '../../../text/clean.ts';

/** What a proposal is about in the words of its author, without a look at the table. */
export function typedThing({ fields }: Pick<Proposal, 'fields'>): string {
  const { text: typed, name, value, when } = fields;
  return cleanLine(typed || name || value || when || '');
}
