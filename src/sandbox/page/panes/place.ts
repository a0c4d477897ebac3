import type { PageConversation, PageState } from '../protocol.ts';

/** What the middle of the page shows. */
export type ShownPlace = { readonly kind: 'conversation'; readonly id: string } | { readonly kind: 'home' };

/** The person's direct messages with the bot: what stands under the メッセージ tab. */
export function botConversation(state: PageState): PageConversation | null {
  return state.conversations.find(({ kind, name }) => kind === 'im' && name === state.bot.name) ?? null;
}

/** The place that was shown when it still exists, else the first channel. */
export function validPlace(place: ShownPlace | null, state: PageState): ShownPlace {
  if (place?.kind === 'home') return place;
  const stands = state.conversations.some(({ id }) => id === place?.id);
  if (place !== null && stands) return place;
  const first = state.conversations.find(({ kind }) => kind === 'channel') ?? state.conversations[0];
  return first === undefined ? { kind: 'home' } : { kind: 'conversation', id: first.id };
}

/** Whether the place belongs to the app: its Home tab or its direct messages. */
export function isAppPlace(place: ShownPlace, state: PageState): boolean {
  return place.kind === 'home' || place.id === botConversation(state)?.id;
}
