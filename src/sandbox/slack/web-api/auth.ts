import { z } from 'zod';
import { newSecret } from '../state/ids.ts';
import type { Method } from './method.ts';
import { method } from './method.ts';

/** `auth.test`: who the token is. */
export const authMethods: Readonly<Record<string, Method>> = {
  'auth.test': method({
    scope: null,
    args: z.object({}),
    run: ({ options: { bot, workspace }, url }) => ({
      ok: {
        url: `${url}/`,
        team: workspace.name,
        user: bot.name,
        team_id: workspace.teamId,
        user_id: bot.userId,
        bot_id: bot.botId,
        is_enterprise_install: false,
      },
    }),
  }),
};

/**
 * `apps.connections.open`: a socket for Socket Mode.
 *
 * @param admit Told each ticket that was given out; a ticket opens one socket.
 */
export function connectionMethods(admit: (ticket: string) => void): Readonly<Record<string, Method>> {
  return {
    'apps.connections.open': method({
      token: 'app',
      scope: null,
      args: z.object({}),
      run: ({ url, options }) => {
        const ticket = newSecret();
        admit(ticket);
        const socket = url.replace(/^http/, 'ws');
        return { ok: { url: `${socket}/link/?ticket=${ticket}&app_id=${options.bot.appId}` } };
      },
    }),
  };
}
