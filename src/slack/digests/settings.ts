import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { SubscriptionId } from '../../digests/subscription.ts';
import type { Person } from '../../domain/person.ts';
import type { ModalServices } from '../modals/services.ts';
import { messageView, sentenceBlock } from '../modals/views.ts';
import { noteWrite } from '../note-write.ts';
import type { Reply } from '../reply.ts';
import { reply } from '../reply.ts';
import { type Words, wordsIn } from '../words/index.ts';
import { managePorts, refusedReply } from './deeds.ts';
import { mayNotBlocks } from './list-message.ts';
import { type Managed, saveSubscription } from './manage.ts';
import { maySetDigests, whoMaySetDigests } from './may-set.ts';
import { printMoment } from './moments.ts';
import { readSettings } from './read-settings.ts';
import { readSettingsState, type SettingsState } from './settings-state.ts';
import { settingsView, usualSettings } from './settings-view.ts';
import { showDigests } from './show-list.ts';

export interface SettingsAsked {
  readonly subscription: string | null;
  readonly channel: string | null;
  readonly respond: string | null;
}

/** The form with what is set, or why there is none. */
export async function prepareSettings(
  { ports }: Pick<ModalServices, 'ports'>,
  { subscription: wanted, channel, respond }: SettingsAsked,
  person: Person,
): Promise<ModalView> {
  const words = wordsIn(person.language);
  const title = words('digests.modal');
  const sorry = (sentence: string) => messageView(title, words, [sentenceBlock(sentence)]);
  if (!(await maySetDigests(ports, person))) {
    return messageView(title, words, mayNotBlocks(await whoMaySetDigests(ports), words));
  }
  const { subscriptions, channels } = ports.digests;
  const current = wanted === null ? null : await subscriptions.find(wanted as SubscriptionId);
  if (wanted !== null && current === null) return sorry(words('digests.gone'));
  const where = current?.channelId ?? channel;
  if (where === null || where.startsWith('D')) return sorry(words('digests.direct'));
  const [seen, projects] = await Promise.all([channels.look(where), ports.reader.listProjects()]);
  // One that is there can be changed or removed whatever became of its channel.
  if (current === null && seen?.standing.kind !== 'open') return sorry(words('digests.notHere'));
  return settingsView({
    state: { subscription: current?.id ?? null, version: current?.version ?? null, channel: where, respond },
    filled: current ?? { ...usualSettings, language: 'ja', pausedAt: null },
    shared: seen?.standing.kind === 'open' && seen.standing.shared,
    projects,
    words,
  });
}

export type SubmittedSettings =
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'done'; readonly reply: Reply; readonly respond: string | null };

/** Reads the form and writes what it says; problems stand at their fields. */
export async function submitSettings(
  services: ModalServices,
  { person, view }: { readonly person: Person; readonly view: ViewOutput },
): Promise<SubmittedSettings> {
  const words = wordsIn(person.language);
  const state = readSettingsState(view.private_metadata);
  if (state === null) return done(said(words('submit.lost')), null);
  const read = readSettings(view.state.values, await contextOf(services, state, words));
  if (!read.ok) return { kind: 'errors', errors: read.refusal };
  const { subscription, version, channel, respond } = state;
  const result = await saveSubscription(managePorts(services), {
    person,
    ...read.value,
    seen: subscription === null ? null : { id: subscription as SubscriptionId, version: version ?? 0 },
    requestKey: `view ${view.id} ${view.hash}`,
  });
  noteWrite(services, { verb: 'digest-settings', person: person.id, outcome: result });
  const sentence = result.ok ? savedWords(result.value, words) : refusedReply(result.refusal, words);
  if (typeof sentence !== 'string') return done(sentence, respond);
  const { ports } = services;
  return done(await showDigests({ ports, person, words, channel, said: sentence }), respond);
}

function done(message: Reply, respond: string | null): SubmittedSettings {
  return { kind: 'done', reply: message, respond };
}

function said(sentence: string): Reply {
  return reply(sentence, [sentenceBlock(sentence)]);
}

/** What the form is read with: what is there now, besides what stands in it. */
export async function contextOf({ ports, today }: ModalServices, { channel }: SettingsState, words: Words) {
  const [projects, seen] = await Promise.all([
    ports.reader.listProjects(),
    ports.digests.channels.look(channel),
  ]);
  return {
    words,
    today: today(),
    channelId: channel,
    timeZone: ports.digests.timeZone,
    shared: seen?.standing.kind === 'open' && seen.standing.shared,
    numbers: projects.map(({ number }) => number),
  };
}

function savedWords({ state, subscription }: Managed, words: Words): string {
  if (state === 'removed') return words('digests.removed');
  if (state === 'paused') return words('digests.savedPaused');
  return words('digests.saved', { at: printMoment(subscription.nextRunAt, subscription.timeZone, words) });
}
