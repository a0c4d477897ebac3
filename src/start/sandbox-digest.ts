import { inclusions } from '../digests/subscription.ts';
import type { PersonId } from '../domain/person.ts';
import { DEMO_PEOPLE } from '../sandbox/demo-workspace.ts';
import { type ManagePorts, saveSubscription } from '../slack/digests/manage.ts';

/** 産業戦略, which a partner reads as well. */
const channelId = 'C0STRATEGY';

/**
 * Gives the demonstration a digest: Mondays at nine, four weeks, all projects, set up by the lead through the action
 * that people use. On a holiday it comes on the next business day, so that moving the clock on to the holidays of
 * September 2020 shows what happens. A second start changes nothing, whatever has become of it meanwhile.
 */
export async function seedDemoDigest(ports: ManagePorts, timeZone: string): Promise<void> {
  const id = DEMO_PEOPLE.lead.id as PersonId;
  await saveSubscription(ports, {
    person: { id, standing: 'member', language: 'ja' },
    draft: {
      channelId,
      projects: { kind: 'all' },
      weekdays: [1],
      time: '09:00',
      timeZone,
      weeksAhead: 4,
      include: inclusions,
      holidayRule: 'after',
      localClosingDays: [],
      language: 'ja',
      confirmedShared: true,
    },
    seen: null,
    state: 'active',
    requestKey: 'demonstration digest',
  });
}
