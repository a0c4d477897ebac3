import type { RichTextElement } from '@slack/types';
import type { OccurrenceId } from '../../digests/occurrence.ts';
import type { SubscriptionId } from '../../digests/subscription.ts';
import type { Person } from '../../domain/person.ts';
import { lineBreak, paragraph, richText, text } from '../blocks/rich-text.ts';
import { failureMessage } from '../messages/failure.ts';
import type { ModalServices } from '../modals/services.ts';
import { noteWrite } from '../note-write.ts';
import { type Reply, reply } from '../reply.ts';
import { type WordKey, type Words, wordsIn } from '../words/index.ts';
import type { DigestDeed, DigestValue } from './buttons.ts';
import { mayNotBlocks } from './list-message.ts';
import {
  answerForPeriod,
  confirmShared,
  type ManagedOne,
  type ManagePorts,
  type ManageRefusal,
  sendNow,
  switchSubscription,
} from './manage.ts';
import { printMoment } from './moments.ts';
import { showDigests } from './show-list.ts';

/** A press of a button that acts at once. */
export interface DigestPress {
  readonly userId: string;
  readonly deed: Exclude<DigestDeed, 'add' | 'edit' | 'preview'>;
  readonly value: DigestValue;
  readonly channel: string | null;
  /** The same for every delivery of the press. */
  readonly requestKey: string;
}

/** Does it and says so; never rejects: what fails on our side is reported. */
export async function actOnDigest(services: ModalServices, press: DigestPress): Promise<Reply> {
  let words = wordsIn('ja');
  try {
    const person = await services.directory.personOf(press.userId);
    words = wordsIn(person.language);
    const said = await sayAfter(services, press, { person, words });
    if ('blocks' in said) return said;
    // In a direct message the answer is about one digest; in a channel it stands above its list.
    const isDirect = press.channel === null || press.channel.startsWith('D');
    if (isDirect) return aboutOne(said, words);
    return await showDigests({
      ports: services.ports,
      person,
      words,
      channel: press.channel,
      said: said.sentence,
    });
  } catch (problem) {
    return failureMessage(services.report(problem), words);
  }
}

/** What is said of one digest, and of which where it is known. */
interface Said {
  readonly sentence: string;
  readonly channelId: string | null;
  /** When the period was due that it speaks of; null where it speaks of the digest as a whole. */
  readonly due: string | null;
}

function aboutOne({ sentence, channelId, due }: Said, words: Words): Reply {
  const where: RichTextElement[] =
    channelId === null
      ? []
      : [
          ...text(`${words('notice.where')} `),
          { type: 'channel', channel_id: channelId },
          ...(due === null ? [] : text(`　${words('notice.when', { at: due })}`, { bold: true })),
        ];
  return reply(sentence, [richText([paragraph(where, where.length === 0 ? [] : lineBreak, text(sentence))])]);
}

/** The ports of the actions on digests. */
export function managePorts({ ports }: Pick<ModalServices, 'ports'>): ManagePorts {
  const { digests } = ports;
  return { subscriptions: digests.subscriptions, clock: digests.clock, rights: ports };
}

async function sayAfter(
  services: ModalServices,
  press: DigestPress,
  { person, words }: { person: Person; words: Words },
): Promise<Said | Reply> {
  const { deed } = press;
  const result = await doIt(managePorts(services), press, person);
  noteWrite(services, { verb: `digest-${deed}`, person: person.id, outcome: result });
  if (!result.ok) {
    const refused = refusedReply(result.refusal, words);
    return typeof refused === 'string' ? { sentence: refused, channelId: null, due: null } : refused;
  }
  if (deed === 'send' || deed === 'resend') tickSoon(services);
  const { subscription, dueAt } = result.value;
  const { channelId, timeZone } = subscription;
  const due = dueAt === undefined ? null : printMoment(dueAt, timeZone, words);
  return { sentence: doneWords(deed, result.value, words), channelId, due };
}

function doIt(ports: ManagePorts, { deed, value, requestKey }: DigestPress, person: Person) {
  const id = value.subscription as SubscriptionId;
  switch (deed) {
    case 'pause':
    case 'resume': {
      const seen = { id, version: value.version ?? 0 };
      return switchSubscription(ports, { person, seen, to: deed === 'pause' ? 'paused' : 'active' });
    }
    case 'send':
      return sendNow(ports, { person, id, requestKey });
    case 'resend':
    case 'was-sent':
      return answerForPeriod(ports, { person, id: value.occurrence as OccurrenceId, answer: deed });
    case 'confirm-shared':
      return confirmShared(ports, { person, id });
  }
}

const done = {
  pause: 'digests.pausedNow',
  send: 'digests.sending',
  resend: 'notice.resent',
  'was-sent': 'notice.markedSent',
  'confirm-shared': 'notice.confirmed',
} as const satisfies Record<Exclude<DigestPress['deed'], 'resume'>, WordKey>;

function doneWords(deed: DigestPress['deed'], { subscription }: ManagedOne, words: Words): string {
  if (deed !== 'resume') return words(done[deed]);
  return words('digests.resumed', {
    at: printMoment(subscription.nextRunAt, subscription.timeZone, words),
  });
}

/** What was pressed for is not to wait for the next minute. */
function tickSoon({ inFlight, ports }: ModalServices): void {
  inFlight.follow(ports.digests.tick());
}

/** A conflict is a sentence above the list as it stands; who may not learns whom to ask. */
export function refusedReply(refusal: ManageRefusal, words: Words): string | Reply {
  if (refusal.kind !== 'may-not') return words(`digests.${refusal.kind}`);
  const sentence = words(refusal.ask.length === 0 ? 'digests.mayNotNobody' : 'digests.mayNot');
  return reply(sentence, mayNotBlocks(refusal.ask, words));
}
