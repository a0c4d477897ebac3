import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { listProjects, showProject } from '../../../src/actions/ask.ts';
import { askQuestion } from '../../../src/actions/ask-question.ts';
import { mayImport } from '../../../src/actions/imports/accept-import.ts';
import { listAgenda } from '../../../src/actions/list-agenda.ts';
import { listSearchWords } from '../../../src/actions/list-search-words.ts';
import { approveProposal, rejectProposal } from '../../../src/actions/writes/decide-proposal.ts';
import { writeVerbs } from '../../../src/actions/writes/index.ts';
import { listProposals } from '../../../src/actions/writes/list-proposals.ts';
import { readHistory, readPeopleHistory } from '../../../src/actions/writes/read-history.ts';
import { readRoles } from '../../../src/actions/writes/read-roles.ts';
import { submitWrite } from '../../../src/actions/writes/submit-write.ts';
import { undo } from '../../../src/actions/writes/undo.ts';
import type { SubscriptionStore } from '../../../src/digests/ports.ts';
import type { SubscriptionId } from '../../../src/digests/subscription.ts';
import type { Person } from '../../../src/domain/person.ts';
import { sendNow, switchSubscription } from '../../../src/slack/digests/manage.ts';
import { plainSearch } from '../../../src/start/search.ts';
import { today } from '../../support/factories.ts';
import { submissions } from './targets.ts';
import { aRequest, now, origin, personOf, proposed, type World, world, written } from './world.ts';

/** The columns of docs/authorisation.md. */
const people: Readonly<Record<string, Person>> = {
  administrator: personOf('administrator'),
  'administrator by post': personOf('administratorByPost'),
  lead: personOf('lead'),
  deputy: personOf('deputy'),
  'lead of another project': personOf('leadOfAnother'),
  member: personOf('member'),
  guest: personOf('administrator', 'guest'),
  'other organisation': personOf('administrator', 'outsider'),
  bot: personOf('administrator', 'bot'),
  deactivated: personOf('administrator', 'deactivated'),
};

type Ending = 'reads' | 'writes' | 'proposes' | '-';
type Outcome = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly kind: string } };

/** A refusal for want of a right; any other would hide whether there is one. */
function ended(outcome: Outcome, well: Ending): Ending {
  if (outcome.ok) return well;
  if (['may-not', 'may-not-read', 'may-not-write'].includes(outcome.refusal.kind)) return '-';
  throw new Error(`refused for another reason: ${JSON.stringify(outcome.refusal)}`);
}

/** The one digest that there is. */
function digestPorts({ ports }: World) {
  const subscription = { id: 's', version: 1, weeksAhead: 1, timeZone: 'Asia/Tokyo', pausedAt: null };
  const subscriptions = {
    find: async () => subscription,
    pause: async () => ({ kind: 'saved', subscription }),
    addByHand: async () => ({}),
  } as unknown as SubscriptionStore;
  return { subscriptions, clock: async () => now, rights: ports };
}

const seen = { id: 's' as SubscriptionId, version: 1 };
const policy = { guestsMayRead: false };
const key = { requestKey: 'of the press', origin, now, today };

/** What is tried on a world of its own. */
const actions: Readonly<Record<string, (place: World, person: Person) => Promise<Ending>>> = {
  'read the list': async ({ ports }, person) =>
    ended(await listProjects({ ...ports, policy }, person), 'reads'),
  'read a project': async ({ ports }, person) =>
    ended(await showProject({ ...ports, policy }, { person, number: 8 }), 'reads'),
  'read the agenda': async ({ ports }, person) =>
    ended(await listAgenda({ ...ports, policy }, { person, typed: '今月', today }), 'reads'),
  'ask a question': async ({ ports }, person) => {
    const asking = { ...ports, policy, search: plainSearch(ports.reader) };
    return ended(await askQuestion(asking, { person, typed: 'IoT', today, page: 1 }), 'reads');
  },
  'read the history of a project': async ({ ports }, person) =>
    ended(await readHistory({ ...ports, policy }, { person, number: 8, page: 1, now }), 'reads'),
  'read the history of people': async ({ ports }, person) =>
    ended(await readPeopleHistory(ports, { person, page: 1, now }), 'reads'),
  'read the roles': async ({ ports }, person) =>
    ended(await readRoles({ ...ports, policy }, person), 'reads'),
  'read the words of the search': async ({ ports }, person) =>
    ended(await listSearchWords({ ...ports, policy }, { person, typed: '' }), 'reads'),
  'read open proposals': async ({ ports }, person) => {
    await proposed(ports);
    return (await listProposals(ports, person)).length > 0 ? 'reads' : '-';
  },
  ...Object.fromEntries(
    submissions.map(([verb, fields, row]) => [
      verb,
      async ({ ports }: World, person: Person) => {
        const result = await submitWrite(ports, aRequest({ verb, fields, row, person }));
        return ended(result, result.ok && result.value.kind === 'proposed' ? 'proposes' : 'writes');
      },
    ]),
  ),
  'undo a milestone': async ({ ports }, person) => {
    const { setId } = await written(ports);
    return ended(await undo(ports, { ...key, setId, person }), 'writes');
  },
  'undo a post': async ({ ports }, person) => {
    const fields = { section: '課', name: '係' };
    const by = { person: personOf('administrator') };
    const { setId } = await written(ports, { verb: 'add-post', fields, projectNumber: null, ...by });
    return ended(await undo(ports, { ...key, setId, person }), 'writes');
  },
  'approve a proposal': async ({ ports }, person) => {
    const { id: proposalId } = await proposed(ports);
    return ended(
      await approveProposal(ports, { ...key, proposalId, person, fields: null, confirmed: null }),
      'writes',
    );
  },
  'reject a proposal': async ({ ports }, person) => {
    const { id: proposalId } = await proposed(ports);
    return ended(await rejectProposal(ports, { proposalId, person, reason: '重複', now }), 'writes');
  },
  'pause a digest': async (place, person) =>
    ended(await switchSubscription(digestPorts(place), { person, seen, to: 'paused' }), 'writes'),
  'send a digest now': async (place, person) =>
    ended(await sendNow(digestPorts(place), { person, id: seen.id, requestKey: 'press' }), 'writes'),
  'import a table': async ({ ports }, person) => {
    const { store, administrators } = ports;
    return ended(await mayImport(store, { kind: 'person', person, administrators }), 'writes');
  },
};

const page = readFileSync(new URL('../../../docs/authorisation.md', import.meta.url), 'utf8');
const [head = [], , ...rows] = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test('the table has every action that is tried, every verb, and everybody', () => {
  expect(new Set(rows.map(([action]) => action))).toEqual(new Set(Object.keys(actions)));
  expect(Object.keys(actions)).toEqual(expect.arrayContaining(Object.keys(writeVerbs)));
  expect(head.slice(1)).toEqual(Object.keys(people));
});

test.each(rows)('%s', async (action = '', ...expected) => {
  const endings = await Promise.all(
    Object.values(people).map(async (person) => actions[action]?.(world(), person)),
  );
  expect(endings).toEqual(expected);
});
