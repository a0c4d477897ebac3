import type { Message } from '../../../src/sandbox/slack/state/messages.ts';
import { ADMINISTRATOR, openDemoStore } from '../../e2e/roles-and-people.ts';
import { LEAD, STAFF } from '../../support/running.ts';
import type { Chapter } from '../chapter.ts';
import { answerTo, ask, close, loaded, press, type Stage, send, takeMessage, takeModal } from '../stage.ts';
import { sendAndTake, typeLine } from './recording.ts';

/** What a member without a role submits, and what becomes of it. */
export const proposals: Chapter = {
  id: 'proposals',
  title: '提案と承認 / Proposals',
  open: openDemoStore,
  async play(stage) {
    const { slack } = stage.running;
    const direct = (person: string) => `D${person.slice(1)}`;
    const lastDirect = (person: string, known: number) =>
      slack.until(() => {
        const all = slack.messages(direct(person), person).filter(({ ephemeralTo }) => ephemeralTo === null);
        return all.length > known ? all.at(-1) : null;
      });
    await ask(stage, STAFF, '8');
    await typeLine(stage, '8 log R2.8.20 ローカル5G実証を開始', STAFF);
    await takeModal(stage, STAFF, 'form', {
      caption: '担当でない人の入力画面 / the form of a member without a role',
    });
    await sendAndTake(stage, {}, 'sent', '提案として送りました', STAFF);
    const asked = await lastDirect(LEAD, 0);
    await takeMessage(stage, LEAD, asked, 'asked', {
      caption: '担当に届く提案 / what the lead gets',
      phone: true,
    });
    await press(stage, LEAD, asked, /amend/);
    await takeModal(stage, LEAD, 'amend', { caption: '修正' });
    await close(stage, LEAD);
    await press(stage, LEAD, asked, /approve/);
    const decided = await slack.until(() =>
      slack
        .messages(asked.conversation, LEAD)
        .find(({ ts, blocks }) => ts === asked.ts && !JSON.stringify(blocks).includes('do:approve')),
    );
    await takeMessage(stage, LEAD, decided, 'approved', { caption: '承認したあと' });
    await takeMessage(stage, STAFF, await lastDirect(STAFF, 0), 'approved-told', {
      caption: '提案した人に届く返事',
    });
    await typeLine(stage, '8 plan R2.12 説明会', STAFF);
    await loaded(stage, STAFF);
    await send(stage, STAFF);
    const second = await lastDirect(LEAD, 1);
    await press(stage, LEAD, second, /reject/);
    await takeModal(stage, LEAD, 'reject', { caption: '却下' });
    await send(stage, LEAD, { reason: '同じ予定がすでにあります' });
    const rejected = await slack.until(() =>
      slack
        .messages(second.conversation, LEAD)
        .find(({ ts, blocks }) => ts === second.ts && !JSON.stringify(blocks).includes('proposal:reject')),
    );
    await takeMessage(stage, LEAD, rejected, 'rejected', { caption: '却下したあと' });
    await takeMessage(stage, STAFF, await lastDirect(STAFF, 1), 'rejected-told', { caption: '却下の返事' });
    await undecidable(stage, lastDirect);
  },
};

type LastDirect = (person: string, known: number) => Promise<Message>;

/** Proposals on which nobody can decide any more as they are. */
async function undecidable(stage: Stage, lastDirect: LastDirect): Promise<void> {
  const { running, opened } = stage;
  const { prisma } = opened.database;
  const page = await ask(stage, STAFF, '8 upcoming');
  await press(stage, STAFF, page, /open:postpone-event/);
  await loaded(stage, STAFF);
  await send(stage, STAFF, { when: 'R3.2', reason: '会場の都合' });
  const asked = await lastDirect(LEAD, 2);
  await press(stage, ADMINISTRATOR, await ask(stage, ADMINISTRATOR, '8 upcoming'), /open:edit-milestone/);
  await loaded(stage, ADMINISTRATOR);
  await send(stage, ADMINISTRATOR, { note: '山口市内で実施' });
  const late = await answerTo(stage, LEAD, asked, () => press(stage, LEAD, asked, /do:approve/));
  await takeMessage(stage, LEAD, late, 'conflict', {
    caption: '提案のあとで内容が変わったとき / changed since',
  });
  await typeLine(stage, '8 log R2.8.21 説明会を開催', STAFF);
  await loaded(stage, STAFF);
  await send(stage, STAFF);
  const other = await lastDirect(LEAD, 3);
  await prisma.postRole.deleteMany();
  const notYours = await answerTo(stage, LEAD, other, () => press(stage, LEAD, other, /do:approve/));
  await takeMessage(stage, LEAD, notYours, 'not-yours', { caption: '役割がなくなったあとで押したとき' });
  for (const person of [LEAD, ADMINISTRATOR]) running.slack.workspace.changePerson(person, { deleted: true });
  await typeLine(stage, '1 plan R2.12 連携会議', STAFF);
  await loaded(stage, STAFF);
  await send(stage, STAFF);
  running.clock.advance(60_000);
  await running.remind();
  await takeMessage(stage, STAFF, await lastDirect(STAFF, 2), 'stuck', {
    caption: '誰にも届かなかったとき / nobody could be told',
  });
  running.takeRefusals();
  running.takeTrouble();
}

/** A proposal that is not there any more. */
export const goneProposal: Chapter = {
  id: 'gone-proposal',
  title: 'なくなった提案 / A proposal that is gone',
  open: openDemoStore,
  async play(stage) {
    const { slack } = stage.running;
    await ask(stage, STAFF, '8');
    await typeLine(stage, '8 log R2.8.20 ローカル5G実証を開始', STAFF);
    await loaded(stage, STAFF);
    await send(stage, STAFF);
    const asked = await slack.until(() => slack.messages(`D${LEAD.slice(1)}`, LEAD).at(-1));
    // By then it is noted that the lead was told.
    await ask(stage, STAFF, '8');
    const { prisma } = stage.opened.database;
    await prisma.proposalNotice.deleteMany();
    await prisma.proposal.deleteMany();
    const gone = await answerTo(stage, LEAD, asked, () => press(stage, LEAD, asked, /do:approve/));
    await takeMessage(stage, LEAD, gone, 'gone', { caption: '見つからない提案を承認したとき' });
  },
};
