import type { Person } from '../domain/person.ts';

/** What the operator has decided about reading. */
export interface ReadingPolicy {
  /** Whether guests and people of connected organisations may read. */
  readonly guestsMayRead: boolean;
}

/** Whether the person may read. Members always may; bots and deactivated accounts never. */
export function mayRead(person: Person, policy: ReadingPolicy): boolean {
  switch (person.standing) {
    case 'member':
      return true;
    case 'guest':
    case 'outsider':
      return policy.guestsMayRead;
    case 'bot':
    case 'deactivated':
      return false;
  }
}
