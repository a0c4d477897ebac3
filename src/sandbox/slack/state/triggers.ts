import type { WallClock } from '../../wall-clock.ts';
import { newSecret } from './ids.ts';

/** How long a trigger id can be exchanged for a modal, from https://docs.slack.dev/interactivity/handling-user-interaction */
const TRIGGER_LIFE = 3000;

export interface Trigger {
  readonly person: string;
  /** The modal that it came from, if it came from one. */
  readonly viewId: string | null;
}

type TriggerRefusal = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

export interface Triggers {
  issue(trigger: Trigger): string;
  /** What a trigger id stands for, without using it up. */
  look(id: string): { readonly trigger: Trigger } | { readonly error: TriggerRefusal };
  /** Uses it up: it opens one modal, once. */
  exchange(id: string): void;
}

/** Trigger ids: good for one modal within three seconds. */
export function createTriggers(parts: { readonly wallClock: WallClock }): Triggers {
  const issued = new Map<string, { trigger: Trigger; at: number; exchanged: boolean }>();
  const now = () => parts.wallClock.now().getTime();
  return {
    issue: (trigger) => {
      const id = `${now()}.${issued.size + 1}.${newSecret()}`;
      issued.set(id, { trigger, at: now(), exchanged: false });
      return id;
    },
    look: (id) => {
      const found = issued.get(id);
      if (found === undefined) return { error: 'invalid_trigger_id' };
      if (found.exchanged) return { error: 'exchanged_trigger_id' };
      if (now() - found.at > TRIGGER_LIFE) return { error: 'expired_trigger_id' };
      return { trigger: found.trigger };
    },
    exchange: (id) => {
      const found = issued.get(id);
      if (found !== undefined) found.exchanged = true;
    },
  };
}
