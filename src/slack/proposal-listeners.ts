import type { BlockAction } from '@slack/bolt';
import { failureMessage } from './messages/failure.ts';
import { ProposalValue, proposalActions } from './messages/proposal.ts';
import { openModal, type Prepare } from './modals/open-modal.ts';
import { prepareAmend } from './modals/proposal/amend.ts';
import { approvePressed } from './modals/proposal/decide.ts';
import { answerInPlace } from './modals/proposal/place.ts';
import { prepareReject } from './modals/proposal/reject.ts';
import type { ModalServices } from './modals/services.ts';
import type { ProposalPlace } from './modals/state.ts';
import { readJson } from './read-json.ts';
import { wordsIn } from './words/index.ts';

interface Pressed {
  readonly action: BlockAction['actions'][number];
  readonly body: BlockAction;
}

/** What concerns proposals among the presses; null for anything else. */
export function onProposalAction({ action, body }: Pressed, services: ModalServices): Promise<void> | null {
  const place = placeOf({ action, body });
  if (place === null) return null;
  switch (action.action_id) {
    case proposalActions.approve:
      return approve(services, { place, userId: body.user.id });
    case proposalActions.amend:
      return open(services, body, {
        title: 'proposal.amend',
        prepare: (person) => prepareAmend(services, place, person),
      });
    case proposalActions.reject:
      return open(services, body, {
        title: 'proposal.rejectTitle',
        prepare: (person) => prepareReject(services, place, person),
      });
    default:
      return null;
  }
}

async function approve(
  services: ModalServices,
  { place, userId }: { readonly place: ProposalPlace; readonly userId: string },
): Promise<void> {
  const person = await services.directory.personOf(userId);
  try {
    const message = await approvePressed(services, { id: place.id, person });
    await answerInPlace(services, { place, person, message });
  } catch (problem) {
    const message = failureMessage(services.report(problem), wordsIn(person.language));
    await services.directMessages.send(person.id, message);
  }
}

async function open(
  services: ModalServices,
  { trigger_id: triggerId, user }: BlockAction,
  content: { readonly title: 'proposal.amend' | 'proposal.rejectTitle'; readonly prepare: Prepare },
): Promise<void> {
  await openModal(services, { triggerId, userId: user.id }, content);
}

function placeOf({ action, body }: Pressed): ProposalPlace | null {
  if (action.type !== 'button') return null;
  const read = readJson(ProposalValue, action.value);
  if (read === null) return null;
  const { container, channel } = body;
  const ts = container.message_ts;
  const isPrivate = container.is_ephemeral === true;
  return {
    id: read.proposal,
    channel: channel?.id ?? null,
    ts: typeof ts === 'string' && !isPrivate && !read.among ? ts : null,
  };
}
