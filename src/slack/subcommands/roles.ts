import { handOverSheet, readRoles } from '../../actions/writes/read-roles.ts';
import type { PersonId } from '../../domain/person.ts';
import { handOverMessage } from '../messages/hand-over.ts';
import { refusalMessage } from '../messages/refusal.ts';
import { rolesMessage } from '../messages/roles.ts';
import type { Subcommand } from '../subcommand.ts';
import { mayAdminister } from './may-administer.ts';

/** `/project 権限`: posts, their people and roles; administrators appoint, grant and hand over from here. */
export const roles: Subcommand = {
  name: 'roles',
  names: ['権限', 'roles', 'role', '役割', '担当者'],
  of: 'all',
  worksEmpty: true,
  namesAsker: true,
  help: [{ ja: '権限', en: 'roles', does: 'help.roles' }],
  async answer(asked) {
    const { ports, person, words, page } = asked;
    const found = await readRoles(ports, person);
    if (!found.ok) return refusalMessage(found.refusal, words);
    return rolesMessage(found.value, { words, page, mayAdminister: await mayAdminister(asked) });
  },
};

/** `/project 引継書`: what the person who asks holds, for a successor; buttons ask for that of others. */
export const handOver: Subcommand = {
  name: 'handover',
  names: ['引継書', '引き継ぎ', '引継ぎ', '引継', 'handover', 'hand-over'],
  of: 'all',
  worksEmpty: true,
  namesAsker: true,
  help: [{ ja: '引継書', en: 'handover', does: 'help.handOver' }],
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
