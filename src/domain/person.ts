declare const brand: unique symbol;
/** A Slack user id. */
export type PersonId = string & { readonly [brand]: 'PersonId' };

/** Whoever works at the terminal of the machine: no account of Slack. What that person is called stands with the posts. */
export const operatorId = 'OPERATOR' as PersonId;

/** guest: a restricted account of this workspace. outsider: a person of a connected organisation. */
export type PersonStanding = 'member' | 'guest' | 'outsider' | 'bot' | 'deactivated';

export type Language = 'ja' | 'en';

/** Somebody who asks, as the directory of the workspace knows them now. */
export interface Person {
  readonly id: PersonId;
  readonly standing: PersonStanding;
  readonly language: Language;
}

const erasedPrefix = 'U0ERASED';

/** The id that stands where a person was erased; `letters` tell one from another. */
export function erasedId(letters: string): PersonId {
  return `${erasedPrefix}${letters}` as PersonId;
}

/** Whether the id stands where a person was erased: Slack knows no such account. */
export function isErased(id: string): boolean {
  return id.startsWith(erasedPrefix);
}
