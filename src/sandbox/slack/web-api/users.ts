import { z } from 'zod';
import type { Desk } from '../desk.ts';
import type { Json } from '../json.ts';
import type { Person } from '../options.ts';
import type { Method } from './method.ts';
import { flag, method, page, pageSize } from './method.ts';

/** Seconds between a zone and UTC at an instant. */
function offset(timeZone: string, at: Date): number {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60);
}

/** The flags that Slack leaves out of a deactivated account. */
function rank(person: Person): Json {
  return {
    is_admin: person.isAdmin ?? false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.isRestricted ?? person.isUltraRestricted ?? false,
    is_ultra_restricted: person.isUltraRestricted ?? false,
  };
}

/** A person as `users.info` shows one to the bot. */
function userObject(desk: Desk, person: Person, includeLocale: boolean): Json {
  const { workspace, options } = desk;
  const timeZone = person.timeZone ?? workspace.timeZone;
  const isBot = person.isBot ?? false;
  return {
    id: person.id,
    team_id: person.teamId ?? workspace.teamId,
    name: person.name,
    real_name: person.realName,
    deleted: person.deleted ?? false,
    tz: timeZone,
    tz_label: timeZone,
    tz_offset: offset(timeZone, options.clock.now()),
    is_bot: isBot,
    is_app_user: false,
    updated: 0,
    ...(person.deleted ? {} : rank(person)),
    ...(person.isStranger ? { is_stranger: true } : {}),
    ...(includeLocale ? { locale: person.locale } : {}),
    profile: {
      real_name: person.realName,
      real_name_normalized: person.realName,
      display_name: person.realName,
      display_name_normalized: person.realName,
      team: person.teamId ?? workspace.teamId,
      ...(isBot ? { bot_id: options.bot.botId, api_app_id: options.bot.appId } : {}),
    },
  };
}

/** `users.*`: the people of the workspace and those of connected organisations. */
export const userMethods: Readonly<Record<string, Method>> = {
  'users.info': method({
    scope: 'users:read',
    args: z.object({ user: z.string(), include_locale: flag }),
    run: (desk, { user, include_locale }) => {
      const person = desk.workspace.person(user);
      if (person === null) return { error: 'user_not_found' };
      return { ok: { user: userObject(desk, person, include_locale ?? false) } };
    },
  }),
  'users.list': method({
    scope: 'users:read',
    args: z.object({ include_locale: flag, limit: pageSize, cursor: z.string().optional() }),
    run: (desk, args) => {
      const found = page(desk.workspace.people(), args);
      if (found === null) return { error: 'invalid_cursor' };
      const members = found.members.map((person) => userObject(desk, person, args.include_locale ?? false));
      return { ok: { members, cache_ts: 0, response_metadata: { next_cursor: found.next } } };
    },
  }),
};
