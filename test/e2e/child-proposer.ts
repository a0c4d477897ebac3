// A process of its own that keeps proposals and asks those who decide: child-proposer.ts DATABASE SLACK TOKEN NOW STEP….
// For each step it keeps one, prints `reached` when it is there, and then hangs for ever: it is there to be killed.
import { WebClient } from '@slack/web-api';
import { submitWrite } from '../../src/actions/writes/submit-write.ts';
import { dayAt } from '../../src/domain/calendar-day.ts';
import type { PersonId } from '../../src/domain/person.ts';
import { DEMO_PEOPLE, DEMO_WORKSPACE } from '../../src/sandbox/demo-workspace.ts';
import { slackDirectMessages } from '../../src/slack/direct-messages.ts';
import { slackDirectory } from '../../src/slack/directory.ts';
import { askDeciders } from '../../src/slack/modals/proposal/announce.ts';
import { type Store, storeOver } from '../../src/store/open-store.ts';
import { openServerDatabase } from '../../src/store/server-database.ts';

const [url = '', apiUrl = '', botToken = '', now = '', ...steps] = process.argv.slice(2);

const store = storeOver(await openServerDatabase({ url }));
const client = new WebClient(botToken, { slackApiUrl: apiUrl });
const directory = slackDirectory({ client, teamId: DEMO_WORKSPACE.teamId, monotonic: () => 0 });
const [at, today] = [new Date(now), dayAt(new Date(now), 'Asia/Tokyo')];

async function hang(): Promise<never> {
  process.stdout.write('reached\n');
  return new Promise(() => undefined);
}

const dying: Readonly<Record<string, Partial<Store>>> = {
  'after keeping it': { claimNotice: hang },
  'after the claim': { claimNotice: (...given) => store.claimNotice(...given).then(hang) },
  'after the message': { noteTold: hang },
};

async function propose(step: string): Promise<void> {
  const kept = await submitWrite(
    { store, reader: store, administrators: [] },
    {
      verb: 'record-milestone',
      person: { id: DEMO_PEOPLE.staff.id as PersonId, standing: 'member', language: 'ja' },
      fields: { text: `kill -9 ${step}`, when: 'R2.8.20' },
      projectNumber: 8,
      row: null,
      requestKey: step,
      origin: { via: 'command', channelId: null, permalink: null },
      confirmed: null,
      now: at,
      today,
    },
  );
  if (!kept.ok || kept.value.kind !== 'proposed') throw new Error('it was not proposed');
  const services = {
    writes: { store: { ...store, ...dying[step] }, reader: store, administrators: [] },
    directory,
    directMessages: slackDirectMessages({ apiUrl, botToken }),
    now: () => at,
    today: () => today,
    timeZone: 'Asia/Tokyo',
    report: (problem: unknown) => {
      throw problem;
    },
  };
  await askDeciders(services, kept.value.proposal);
}

await Promise.all(steps.map(propose));
