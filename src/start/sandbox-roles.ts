import type { WritePorts } from '../actions/writes/gather.ts';
import type { WritableVerb } from '../actions/writes/index.ts';
import { submitWrite } from '../actions/writes/submit-write.ts';
import { type CalendarDay, dayAt } from '../domain/calendar-day.ts';
import type { Clock } from '../domain/clock.ts';
import type { PersonId } from '../domain/person.ts';
import { DEMO_PEOPLE } from '../sandbox/demo-workspace.ts';

/** Who administers in the demonstration. */
export const demoAdministrator = DEMO_PEOPLE.administrator.id as PersonId;

const section = '産業政策課';
const post = '未来技術班長';
const ledProject = 8;

/**
 * Gives the demonstration a lead: a post that one person is in and that leads project 8, written by the
 * administrator through the actions. A second start changes nothing, whatever has become of it meanwhile.
 */
export async function seedDemoRoles(
  ports: WritePorts,
  { clock, timeZone }: { readonly clock: Clock; readonly timeZone: string },
): Promise<void> {
  const now = clock.now();
  const write = writer(ports, { now, today: dayAt(now, timeZone) });
  const added = await write('add-post', { section, name: post });
  if (added === null) return;
  await write('assign-person', { post: added, person: DEMO_PEOPLE.lead.id });
  await write('grant-role', { post: added, role: 'lead' }, ledProject);
}

function writer(
  ports: WritePorts,
  { now, today }: { readonly now: Date; readonly today: CalendarDay },
): (
  verb: WritableVerb,
  fields: Readonly<Record<string, string>>,
  project?: number,
) => Promise<string | null> {
  return async (verb, fields, projectNumber) => {
    const result = await submitWrite(ports, {
      verb,
      person: { id: demoAdministrator, standing: 'member', language: 'ja' },
      fields,
      projectNumber: projectNumber ?? null,
      row: null,
      requestKey: `demonstration ${verb}`,
      origin: { via: 'operator', channelId: null, permalink: null },
      confirmed: null,
      now,
      today,
    });
    if (!result.ok || result.value.kind !== 'written') return null;
    return result.value.changes[0]?.target.id ?? null;
  };
}
