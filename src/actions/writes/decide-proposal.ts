import type { CalendarDay } from '../../domain/calendar-day.ts';
import type { Author, Target } from '../../domain/change.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Person } from '../../domain/person.ts';
import type { ProjectId } from '../../domain/project.ts';
import { readText } from '../../text/read-text.ts';
import type { Proposal } from '../change-ports.ts';
import { applySet } from './apply.ts';
import { whatBecameOf } from './became.ts';
import { longest } from './fields/text.ts';
import { gather, type WritePorts } from './gather.ts';
import { isWritable, type WritableVerb, writeVerbs } from './index.ts';
import { authorOf, decidersOf, guardOf, rightOf } from './may-write.ts';
import { prepare } from './prepare.ts';
import { FormFields } from './read-fields.ts';
import type { WriteRefusal, WriteResult } from './write-result.ts';
import type { WriteContext } from './write-verb.ts';

/** Who decides on which proposal. */
export interface DecisionRequest {
  readonly proposalId: string;
  /** As the directory of the workspace knows the person now. */
  readonly person: Person;
  readonly now: Date;
}

export interface ApprovalRequest extends DecisionRequest {
  readonly requestKey: string;
  /** 修正: the fields as the approver has changed them; null to take them as they were proposed. */
  readonly fields: Readonly<Record<string, unknown>> | null;
  /** The version of the row on which the approver has changed them; of no meaning without `fields`. */
  readonly version?: number | null;
  /** The row on which the approver has changed them: where a value was corrected since, the one in its place. */
  readonly target?: Target | null;
  /** The confirmation that a refusal of kind `confirm` gave, once the approver has confirmed. */
  readonly confirmed: string | null;
  readonly today: CalendarDay;
}

/** What stands in the way of deciding: all that stands in the way of writing, and that it was decided before. */
export type DecisionRefusal =
  | WriteRefusal
  | { readonly kind: 'no-proposal' }
  | { readonly kind: 'decided-before'; readonly proposal: Proposal };

export type Approved = Extract<WriteResult, { readonly kind: 'written' }> & { readonly proposal: Proposal };

/**
 * 承認, 修正: writes what was proposed, read and decided again as things stand now. Its author stays the author; who
 * approves is noted beside. Only those approve who may write, so that nobody else approves their own. A second
 * delivery of the same approval gives the result of the first.
 */
export async function approveProposal(
  ports: WritePorts,
  request: ApprovalRequest,
): Promise<Outcome<Approved, DecisionRefusal>> {
  const found = await ports.store.findProposal(request.proposalId);
  if (found === null) return refuse({ kind: 'no-proposal' });
  const allowed = await deciderOf(ports, { ...request, projectId: found.projectId });
  if (!allowed.ok) return allowed;
  if (found.state !== 'open') return decidedBefore(ports, { proposal: found, request });
  const context = await contextOf(ports, { proposal: found, request });
  if (!context.ok) return context;
  const verb = writeVerbs[verbOf(found)];
  const fields = FormFields.parse(request.fields ?? found.fields);
  const { confirmed, requestKey, proposalId } = request;
  // Who amends has seen the row as it was then, not as its author saw it.
  const seen = request.fields === null || request.version === undefined ? found.version : request.version;
  const prepared = { verb, fields, context: context.value, seen, confirmed };
  const decision = await prepare(ports, prepared);
  if (!decision.ok) return decision;
  const written = await applySet(ports.store, {
    ...decision.value,
    requestKey,
    at: request.now,
    verb: verb.verb,
    by: found.author,
    approvedBy: allowed.value,
    origin: found.origin,
    undoes: null,
    proposalId,
    amended: request.fields !== null,
    guard: guardOf({ ...request, ...ports }, [neededFor(found)]),
  });
  if (!written.ok) {
    const { refusal } = written;
    return refusal.kind === 'lost-right' ? approveProposal(ports, request) : refuse(refusal);
  }
  const proposal = (await ports.store.findProposal(proposalId)) ?? found;
  // Rejected at the same moment: then nothing was written.
  if (proposal.state !== 'approved') return refuse({ kind: 'decided-before', proposal });
  return accept({ ...written.value, proposal });
}

/**
 * 却下: closes a proposal without a write. The reason is required and kept; the author is told it. Refuses who may
 * not write to the project.
 */
export async function rejectProposal(
  ports: WritePorts,
  request: DecisionRequest & { readonly reason: string },
): Promise<Outcome<Proposal, DecisionRefusal>> {
  const found = await ports.store.findProposal(request.proposalId);
  if (found === null) return refuse({ kind: 'no-proposal' });
  const allowed = await deciderOf(ports, { ...request, projectId: found.projectId });
  if (!allowed.ok) return allowed;
  const reason = readText(request.reason, longest.reason);
  if (!reason.ok) return refuse({ kind: 'fields', problems: [{ field: 'reason', ...reason.refusal }] });
  const guard = guardOf({ ...request, ...ports }, [neededFor(found)]);
  const decision = { by: allowed.value, at: request.now, reason: reason.value, guard };
  const rejected = await ports.store.reject(found.id, decision);
  if (rejected.kind === 'rejected') return accept(rejected.proposal);
  if (rejected.kind === 'not-allowed') return rejectProposal(ports, request);
  const proposal = (await ports.store.findProposal(found.id)) ?? found;
  return refuse({ kind: 'decided-before', proposal });
}

function neededFor({ projectId }: Proposal) {
  return { by: 'writers', projectId } as const;
}

interface Deciding {
  readonly person: Person;
  readonly projectId: ProjectId;
}

async function deciderOf(
  ports: WritePorts,
  { person, projectId }: Deciding,
): Promise<Outcome<Author, WriteRefusal>> {
  if (person.standing !== 'member') {
    return refuse({ kind: 'may-not-write', why: 'standing', standing: person.standing });
  }
  const standing = await ports.store.standingOf(person.id);
  const writer = { person, standing, administrators: ports.administrators };
  if (rightOf(writer, { by: 'writers', projectId }) !== 'write') {
    return refuse({ kind: 'may-not-write', why: 'writers', ask: await decidersOf(ports, projectId) });
  }
  return accept(authorOf(person.id, standing));
}

interface Approving {
  readonly proposal: Proposal;
  readonly request: ApprovalRequest;
}

/** Refuses a row that a merger has moved to another project meanwhile: its own people decide there. */
async function contextOf(
  ports: WritePorts,
  { proposal, request }: Approving,
): Promise<Outcome<WriteContext, WriteRefusal>> {
  const { projectId } = proposal;
  const target = await seenTarget(ports, { proposal, request });
  const verb = writeVerbs[verbOf(proposal)];
  const fields = FormFields.parse(request.fields ?? proposal.fields);
  const projects = await ports.reader.listProjects();
  const projectNumber = projects.find(({ id }) => id === projectId)?.number ?? null;
  const gathered = await gather(ports, { ...request, verb, fields, projectNumber, target });
  if (!gathered.ok) return gathered;
  return gathered.value.projectId === projectId
    ? accept(gathered.value.context)
    : refuse({ kind: 'gone', target });
}

/** The row of the proposal; or the one in its place, where that is the one that the approver has seen. */
async function seenTarget({ store }: WritePorts, { proposal, request }: Approving): Promise<Target | null> {
  const { target } = proposal;
  if (target === null || request.fields === null || (await store.read(target)) !== null) return target;
  const current = (await whatBecameOf(store, target))?.current?.target ?? null;
  return current !== null && request.target?.id === current.id ? current : target;
}

async function decidedBefore(
  { store }: WritePorts,
  { proposal, request }: Approving,
): Promise<Outcome<Approved, DecisionRefusal>> {
  const earlier = await store.findRequest(request.requestKey);
  return earlier === null
    ? refuse({ kind: 'decided-before', proposal })
    : accept({ kind: 'written', ...earlier, repeated: true, proposal });
}

/** Undoing and importing are never proposed. Throws a RangeError for a proposal that says so. */
function verbOf({ verb }: Proposal): WritableVerb {
  if (!isWritable(verb)) throw new RangeError(`a proposal to ${verb}`);
  return verb;
}
