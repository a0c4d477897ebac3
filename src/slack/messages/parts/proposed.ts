import type { Proposal } from '../../../actions/change-ports.ts';
import { cleanLine } from '../../../text/clean.ts';
import type { Words } from '../../words/index.ts';

/** What a proposal is about in the words of its author, without a look at the table. */
export function typedThing({ fields }: Pick<Proposal, 'fields'>): string {
  const { text: typed, name, value, when } = fields;
  return cleanLine(typed || name || value || when || '');
}

/** What is to be done by it, 進捗を記録; once it is approved, what was done. */
export function proposedVerb({ verb, state }: Pick<Proposal, 'verb' | 'state'>, words: Words): string {
  return words(state === 'approved' || !isAsked(verb) ? `change.${verb}` : `modal.${verb}`);
}

type Verb = Proposal['verb'];
type Asked = Exclude<Verb, 'undo' | 'import-edition' | 'restore-project'>;

/** Whether a form asks for it, which has a name for what is yet to be done. */
function isAsked(verb: Verb): verb is Asked {
  return verb !== 'undo' && verb !== 'import-edition' && verb !== 'restore-project';
}
