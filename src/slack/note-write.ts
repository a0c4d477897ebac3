import type { Outcome } from '../domain/outcome.ts';
import type { PersonId } from '../domain/person.ts';
import type { Notes } from './request.ts';

/**
 * Notes that somebody wrote, proposed or was refused: who, what, and how it ended, in words of the code. What was
 * written stands in the audit trail, and not in the log.
 */
export function noteWrite({ note }: Notes, { verb, person, outcome }: WriteNote): void {
  const { kind, why = null } = outcome.ok ? { kind: doneAs(outcome.value) } : outcome.refusal;
  note('a write', { verb, person, result: kind, ...(why !== null && { why }) });
}

interface WriteNote {
  readonly verb: string;
  readonly person: PersonId;
  readonly outcome: Outcome<object, { readonly kind: string; readonly why?: string }>;
}

function doneAs(value: object): string {
  return 'kind' in value && typeof value.kind === 'string' ? value.kind : 'done';
}
