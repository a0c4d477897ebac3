import type { PageState } from '../protocol.ts';

/** The name of a person, there or not any more, or of the bot; null for a stranger. */
export function personName(id: string, state: PageState): string | null {
  if (id === state.bot.id) return state.bot.name;
  return [...state.people, ...state.left].find((person) => person.id === id)?.realName ?? null;
}
