import type { Snapshot, Target } from '../../domain/change.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import { confirmationOf } from './confirmation.ts';
import { sameTarget } from './drafts.ts';
import type { WritePorts } from './gather.ts';
import type { WriteRefusal } from './write-result.ts';
import type { Decision, Fields, WriteContext, WriteVerb } from './write-verb.ts';

/** What was gathered and what the person has seen of it. */
export interface Submission {
  readonly verb: WriteVerb;
  readonly fields: Fields;
  readonly context: WriteContext;
  /** The version of the row on which the form was filled in; null where that is not known. */
  readonly seen: number | null;
  /** The confirmation of the warnings that the person has seen; null for a first submission. */
  readonly confirmed: string | null;
}

/** Decides. Refuses fields, a row that has changed since it was seen, and warnings that nobody has confirmed. */
export async function prepare(
  { store }: Pick<WritePorts, 'store'>,
  { verb, fields, context, seen, confirmed }: Submission,
): Promise<Outcome<Decision, WriteRefusal>> {
  const { target } = context;
  const decision = verb.decide(fields, context);
  if (target !== null && seen !== null && target.version !== seen) {
    const { changes } = await store.history({ target: target.target, skip: 0, most: 1 });
    const mine = decision.ok ? mineOf(decision.value, target.target) : null;
    return refuse({
      kind: 'conflict',
      target: target.target,
      current: target,
      last: changes[0] ?? null,
      mine,
    });
  }
  if (!decision.ok) return refuse({ kind: 'fields', problems: decision.refusal });
  const { warnings } = decision.value;
  const confirmation = confirmationOf(fields, warnings);
  if (warnings.length > 0 && confirmation !== confirmed) {
    return refuse({ kind: 'confirm', warnings, confirmation });
  }
  return accept(decision.value);
}

/** How the row would have become. */
export function mineOf({ drafts }: Pick<Decision, 'drafts'>, target: Target): Snapshot | null {
  return drafts.find((draft) => sameTarget(draft.target, target))?.after ?? null;
}
