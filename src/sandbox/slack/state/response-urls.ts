import type { WallClock } from '../../wall-clock.ts';
import { newSecret } from './ids.ts';

/** Posts per response URL and its life, from https://docs.slack.dev/interactivity/handling-user-interaction */
const RESPONSE_USES = 5;
const RESPONSE_LIFE = 30 * 60_000;

export interface ResponseContext {
  readonly person: string;
  readonly conversation: string;
  readonly threadTs: string | null;
  /** The message that `replace_original` and `delete_original` mean: the one pressed, or the first answer. */
  original: string | null;
}

export interface ResponseUrls {
  /** @returns The path of the URL on this server. */
  issue(kind: 'commands' | 'actions', context: ResponseContext): string;
  /** Counts one use. */
  use(
    path: string,
  ): { readonly context: ResponseContext } | { readonly error: 'used_url' | 'expired_url' | 'no_such_url' };
}

/** Response URLs: five posts within thirty minutes. */
export function createResponseUrls(parts: {
  readonly wallClock: WallClock;
  readonly teamId: string;
}): ResponseUrls {
  const issued = new Map<string, { context: ResponseContext; at: number; left: number }>();
  const now = () => parts.wallClock.now().getTime();
  return {
    issue: (kind, context) => {
      const path = `/${kind}/${parts.teamId}/${issued.size + 1}/${newSecret()}`;
      issued.set(path, { context, at: now(), left: RESPONSE_USES });
      return path;
    },
    use: (path) => {
      const found = issued.get(path);
      if (found === undefined) return { error: 'no_such_url' };
      if (now() - found.at > RESPONSE_LIFE) return { error: 'expired_url' };
      if (found.left === 0) return { error: 'used_url' };
      found.left -= 1;
      return { context: found.context };
    },
  };
}
