import type { Message } from '../../src/sandbox/slack/state/messages.ts';
import { CHANNEL, LEAD, type Running, STAFF } from '../support/running.ts';
import { formOf } from './forms.ts';
import { fillIn, toldDirectly } from './roles-and-people.ts';

/** What is proposed where nothing else is said. */
export const thing = 'ローカル5G実証を開始';

/** What a member without a role proposes, and whom the bot then asks. */
export interface Proposing {
  readonly line?: string;
  readonly decider?: string;
}

/** A member without a role types a line and sends the form that opens. */
export async function sendProposal(
  running: Running,
  line: string = `8 記録 R2.8.20 ${thing}`,
): Promise<Awaited<ReturnType<typeof fillIn>>> {
  await running.slack.command({ as: STAFF, conversation: CHANNEL, text: `/project ${line}` });
  await formOf(running, STAFF);
  return fillIn(running, {});
}

/** The same; gives the message that the one who decides then gets. */
export async function propose(running: Running, { line, decider = LEAD }: Proposing = {}): Promise<Message> {
  const sent = await sendProposal(running, line);
  if (sent.kind !== 'taken') throw new Error(JSON.stringify(sent));
  const told = await toldDirectly(running, decider);
  return told.at(-1) ?? Promise.reject(new Error('nobody was asked'));
}
