import { readPeopleHistory } from '../../actions/writes/read-history.ts';
import { handOverSheet, readRoles } from '../../actions/writes/read-roles.ts';
import type { PersonId } from '../../domain/person.ts';
import { handOverMessage } from '../messages/hand-over.ts';
import { peopleHistoryPage } from '../messages/history-page.ts';
import { manageRefusedMessage } from '../messages/manage.ts';
import { refusalMessage } from '../messages/refusal.ts';
import { rolesMessage } from '../messages/roles.ts';
import type { Reply } from '../reply.ts';
import type { Asked, Subcommand } from '../subcommand.ts';
import { subcommandNamed } from '../subcommand-named.ts';
import { history } from './history.ts';
import { mayAdminister } from './may-administer.ts';

const withHistory: readonly Subcommand[] = [history];

/** `/project 権限`: posts, their people and roles; administrators appoint, grant and hand over from here. */
export const roles: Subcommand = {
  name: 'roles',
  names: ['権限', 'roles', 'role', '役割', '担当者'],
  readings: ['けんげん', 'やくわり', 'たんとうしゃ'],
  of: 'all',
  takesRest: true,
  worksEmpty: true,
  namesAsker: true,
  help: [
    { ja: '権限', en: 'roles', does: 'help.roles', topic: 'team' },
    { ja: '権限 履歴', en: 'roles history', does: 'help.rolesHistory', topic: 'admin' },
  ],
  async answer(asked) {
    const { ports, person, words, page, rest } = asked;
    if (subcommandNamed(rest, withHistory) !== null) return historyOfRoles(asked);
    const found = await readRoles(ports, person);
    if (!found.ok) return refusalMessage(found.refusal, words);
    return rolesMessage(found.value, { words, page, mayAdminister: await mayAdminister(asked) });
  },
};

async function historyOfRoles({ ports, person, words, page, now, timeZone }: Asked): Promise<Reply> {
  const found = await readPeopleHistory(ports, { person, page, now });
  if (!found.ok) {
    const ask = found.refusal.why === 'standing' ? [] : found.refusal.ask;
    return manageRefusedMessage({ who: 'administrators', ask }, words);
  }
  const [posts, projects] = await Promise.all([ports.store.listPosts(), ports.reader.listProjects()]);
  return peopleHistoryPage(found.value, { words, timeZone, project: null, posts, projects });
}

/** `/project 引継書`: what the person who asks holds, for a successor; buttons ask for that of others. */
export const handOver: Subcommand = {
  name: 'handover',
  names: ['引継書', '引き継ぎ', '引継ぎ', '引継', 'handover', 'hand-over'],
  readings: ['ひきつぎしょ', 'ひきつぎ'],
  of: 'all',
  worksEmpty: true,
  namesAsker: true,
  help: [{ ja: '引継書', en: 'handover', does: 'help.handOver', topic: 'team' }],
  async answer({ ports, person, words, page, rest, today }) {
    const found = await readRoles(ports, person);
    if (!found.ok) return refusalMessage(found.refusal, words);
    const named = rest.toUpperCase();
    const personId = /^[UW][A-Z0-9]{2,20}$/.test(named) ? (named as PersonId) : person.id;
    const { posts } = found.value;
    const held = posts.filter(({ occupants }) => occupants.some((each) => each.personId === personId));
    const numbers = new Set(held.flatMap((post) => post.roles.map(({ projectNumber }) => projectNumber)));
    const all = await Promise.all([...numbers].map((number) => ports.reader.findProject(number)));
    const projects = all.filter((project) => project !== null);
    return handOverMessage(handOverSheet({ personId, posts, projects, today }), { words, page });
  },
};
