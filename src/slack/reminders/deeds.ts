import type { BlockAction, RespondFn, SlackActionMiddlewareArgs } from '@slack/bolt';
import { addDays, type CalendarDay, dayAt } from '../../domain/calendar-day.ts';
import { printDay } from '../../domain/period/print-period.ts';
import type { Person } from '../../domain/person.ts';
import { businessDayIn } from '../../reminders/business-days.ts';
import type { Wish } from '../../reminders/memory.ts';
import type { ReminderId, ReminderWishes } from '../../reminders/ports.ts';
import { paragraph, richText, text } from '../blocks/rich-text.ts';
import { showDigests } from '../digests/show-list.ts';
import { failureMessage } from '../messages/failure.ts';
import type { ModalServices } from '../modals/services.ts';
import { type Reply, reply } from '../reply.ts';
import { type Words, wordsIn } from '../words/index.ts';
import { type ReminderDeed, type ReminderValue, readReminderButton } from './buttons.ts';

type Args = Pick<SlackActionMiddlewareArgs<BlockAction>, 'action' | 'body' | 'respond'>;

/** What concerns reminders among the presses; null for anything else. Who presses speaks only of themselves. */
export function onReminderAction(
  { action, body, respond }: Args,
  services: ModalServices,
): Promise<void> | null {
  const pressed = action.type === 'button' ? readReminderButton(action.action_id, action.value) : null;
  if (pressed === null) return null;
  const isList = body.container.is_ephemeral === true;
  const press = {
    ...pressed,
    userId: body.user.id,
    requestKey: body.trigger_id,
    channel: body.channel?.id ?? null,
    isList,
  };
  return act(services, press).then(({ text: sentence, blocks }) => {
    if (!services.trusts(body.response_url))
      throw new Error('a response_url on a host that is not the configured Slack was not called');
    // The message of the reminder stays: what it asks for is still to be done.
    return answer(respond, { text: sentence, blocks: [...blocks], replace_original: isList });
  });
}

async function answer(respond: RespondFn, message: Parameters<RespondFn>[0]): Promise<void> {
  await respond(message);
}

interface Press {
  readonly deed: ReminderDeed;
  readonly value: ReminderValue;
  readonly userId: string;
  readonly requestKey: string;
  readonly channel: string | null;
  /** Pressed in the list of 配信, which then shows how it stands. */
  readonly isList: boolean;
}

/** Keeps what the person said and tells so; never rejects: what fails on our side is reported. */
async function act(services: ModalServices, press: Press): Promise<Reply> {
  let words = wordsIn('ja');
  try {
    const person = await services.directory.personOf(press.userId);
    words = wordsIn(person.language);
    const said = await keep(services, press, { person, words });
    if (!press.isList) return reply(said, [richText([paragraph(text(said))])]);
    return await showDigests({ ports: services.ports, person, words, channel: press.channel, said });
  } catch (problem) {
    return failureMessage(services.report(problem), words);
  }
}

async function keep(
  { ports }: ModalServices,
  { deed, value, requestKey }: Press,
  { person, words }: { readonly person: Person; readonly words: Words },
): Promise<string> {
  const { wishes, clock, timeZone } = ports.reminders;
  const at = await clock();
  const today = dayAt(at, timeZone);
  const wish = await wishOf({ deed, value, wishes }, { person, at, today });
  if (wish === null) return words('remind.notYours');
  await wishes.wish(wish, requestKey);
  const day = wish.until === null ? '' : printDay(wish.until, { language: words.language, style: 'long' });
  switch (wish.kind) {
    case 'snooze':
      return words('remind.snoozed', { day });
    case 'pause':
      return words('remind.paused', { day });
    case 'off':
      return words('remind.stopped');
    case 'on':
      return words('remind.started');
  }
}

/** Null where the message that it speaks of is somebody else's, or none. */
async function wishOf(
  { deed, value, wishes }: Pick<Press, 'deed' | 'value'> & { readonly wishes: ReminderWishes },
  { person, at, today }: { readonly person: Person; readonly at: Date; readonly today: CalendarDay },
): Promise<Wish | null> {
  const base = { personId: person.id, at, until: null, keys: [] };
  if (deed === 'on' || deed === 'off') return { ...base, kind: deed };
  if (deed === 'pause') return { ...base, kind: 'pause', until: addDays(today, 7) };
  const keys = await wishes.toldBy((value.reminder ?? '') as ReminderId, person.id);
  if (keys === null) return null;
  return { ...base, kind: 'snooze', keys, until: businessDayIn(today, deed === 'day' ? 1 : 7) };
}
