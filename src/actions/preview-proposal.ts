import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Project } from '../domain/project.ts';
import type { Draft, Proposal } from './change-ports.ts';
import { gather, type WritePorts } from './writes/gather.ts';
import { isWritable, writeVerbs } from './writes/index.ts';
import { FormFields } from './writes/read-fields.ts';

/** What a proposal would change if it were approved now. */
export interface Preview {
  /** The project it is made to; null where it was retired meanwhile. */
  readonly project: Project | null;
  /** Empty where it cannot be written as it is: a row is gone, or a field is not right any more. */
  readonly drafts: readonly Draft[];
}

/** Decides the proposal without writing anything, so that whoever approves it sees before and after. */
export async function previewProposal(
  ports: WritePorts,
  { proposal, now, today }: { readonly proposal: Proposal; readonly now: Date; readonly today: CalendarDay },
): Promise<Preview> {
  const { verb: name, projectId, target } = proposal;
  if (!isWritable(name)) throw new RangeError(`a proposal to ${name}`);
  const verb = writeVerbs[name];
  const fields = FormFields.parse(proposal.fields);
  const number = (await ports.reader.listProjects()).find(({ id }) => id === projectId)?.number ?? null;
  const project = number === null ? null : await ports.reader.findProject(number);
  const gathered = await gather(ports, { verb, fields, projectNumber: number, target, now, today });
  if (!gathered.ok || gathered.value.projectId !== projectId) return { project, drafts: [] };
  const decision = verb.decide(fields, gathered.value.context);
  return { project, drafts: decision.ok ? decision.value.drafts : [] };
}
