import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Author, Origin, Target } from '../../domain/change.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Person } from '../../domain/person.ts';
import type { ProjectId } from '../../domain/project.ts';
import type { Guard } from '../change-ports.ts';
import { applySet, unlessWritten } from './apply.ts';
import { gather, type WritePorts } from './gather.ts';
import { type WritableVerb, writeVerbs } from './index.ts';
import { administratorsOf, authorOf, decidersOf, guardOf, rightOf } from './may-write.ts';
import { prepare } from './prepare.ts';
import { FormFields } from './read-fields.ts';
import type { WriteRefusal, WriteResult } from './write-result.ts';
import type { Decision, Fields } from './write-verb.ts';

/** One submission of a form, or the press of a button that needs none. */
export interface WriteRequest {
  readonly verb: WritableVerb;
  /** As the directory of the workspace knows the person now. */
  readonly person: Person;
  /** As typed, by field name; what is no field or no text is left out. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Of the project that a new row belongs to; null for what changes a row, posts and people. */
  readonly projectNumber: number | null;
  /** The row to change, with the version on which the form was filled in. */
  readonly row: { readonly target: Target; readonly version: number | null } | null;
  /** The same for every delivery of one submission. */
  readonly requestKey: string;
  readonly origin: Origin;
  /** The confirmation that a refusal of kind `confirm` gave, once the person has confirmed. */
  readonly confirmed: string | null;
  readonly now: Date;
  readonly today: CalendarDay;
}

/**
 * Writes what a person has submitted, or keeps it as a proposal where the person may not write. Whether the person
 * may is asked here and now, of the store, whatever button or form it came from. A second delivery of a submission
 * gives the result of the first.
 */
export async function submitWrite(
  ports: WritePorts,
  request: WriteRequest,
): Promise<Outcome<WriteResult, WriteRefusal>> {
  const { person, requestKey } = request;
  if (person.standing !== 'member') {
    return refuse({ kind: 'may-not-write', why: 'standing', standing: person.standing });
  }
  const fields = FormFields.parse(request.fields);
  const prepared = await gatherAndDecide(ports, { ...request, fields });
  if (!prepared.ok) {
    return prepared.refusal.kind === 'may-not-write'
      ? prepared
      : unlessWritten(ports.store, { requestKey, refusal: prepared.refusal });
  }
  const { decision, author, proposesTo, guard } = prepared.value;
  if (proposesTo !== null) return propose(ports, { request, fields, author, projectId: proposesTo });
  const written = await applySet(ports.store, {
    ...decision,
    requestKey,
    at: request.now,
    verb: request.verb,
    by: author,
    approvedBy: null,
    origin: request.origin,
    undoes: null,
    guard,
  });
  if (written.ok) return written;
  // What holds now decides: the same submission becomes a proposal, or is refused.
  return written.refusal.kind === 'lost-right' ? submitWrite(ports, request) : refuse(written.refusal);
}

interface Prepared {
  readonly decision: Decision;
  readonly author: Author;
  /** The project that is asked; null where the person writes. */
  readonly proposesTo: ProjectId | null;
  readonly guard: Guard;
}

async function gatherAndDecide(
  ports: WritePorts,
  request: WriteRequest & { readonly fields: Fields },
): Promise<Outcome<Prepared, WriteRefusal>> {
  const { person, row } = request;
  const verb = writeVerbs[request.verb];
  const [gathered, standing] = await Promise.all([
    gather(ports, { ...request, verb, target: row?.target ?? null }),
    ports.store.standingOf(person.id),
  ]);
  if (!gathered.ok) return gathered;
  const { context, projectId } = gathered.value;
  const writer = { person, standing, administrators: ports.administrators };
  const needed = { by: verb.by, projectId };
  const right = rightOf(writer, needed);
  if (right === 'nothing') return refuse(await askAdministrators(ports));
  const decision = await prepare(ports, {
    ...request,
    verb,
    context,
    seen: row?.version ?? null,
  });
  if (!decision.ok) return decision;
  const author = authorOf(person.id, standing);
  const proposesTo = right === 'write' ? null : projectId;
  return accept({ decision: decision.value, author, proposesTo, guard: guardOf(writer, [needed]) });
}

async function askAdministrators(ports: WritePorts): Promise<WriteRefusal> {
  return { kind: 'may-not-write', why: 'administrators', ask: await administratorsOf(ports) };
}

interface Proposing {
  readonly request: WriteRequest;
  readonly fields: Fields;
  readonly author: Author;
  readonly projectId: ProjectId;
}

async function propose(
  ports: WritePorts,
  { request, fields, author, projectId }: Proposing,
): Promise<Outcome<WriteResult, WriteRefusal>> {
  const { verb, row, now, origin, requestKey } = request;
  const earlier = await ports.store.findRequest(requestKey);
  if (earlier !== null) return accept({ kind: 'written', ...earlier, repeated: true });
  const proposal = await ports.store.propose(
    {
      id: ports.store.newId(now),
      verb,
      projectId,
      target: writeVerbs[verb].changes === null ? null : (row?.target ?? null),
      version: row?.version ?? null,
      fields: Object.fromEntries(Object.entries(fields)),
      author,
      origin,
      proposedAt: now,
      state: 'open',
      decidedBy: null,
      decidedAt: null,
      reason: null,
      announcedAt: null,
      resultToldAt: null,
      setId: null,
      amended: false,
    },
    requestKey,
  );
  return accept({ kind: 'proposed', proposal, ask: await decidersOf(ports, projectId) });
}
