import { z } from 'zod';
import type { PageRequests } from '../../page/protocol.ts';
import type { Handler } from '../http.ts';
import { contentType, readBody, sendJson } from '../http.ts';
import type { Json } from '../json.ts';
import { parseJson } from '../json.ts';
import { closeView } from '../people/close-view.ts';
import { typeCommand } from '../people/command.ts';
import type { From } from '../people/find-element.ts';
import type { Floor } from '../people/floor.ts';
import { Impossible } from '../people/impossible.ts';
import { openHome } from '../people/open-home.ts';
import { press } from '../people/press.ts';
import { say } from '../people/say.ts';
import { useShortcut } from '../people/shortcut.ts';
import { submit } from '../people/submit.ts';
import { suggest } from '../people/suggest.ts';

const Id = z.string().min(1);
const Values = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())));
const FromBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), ts: Id, conversation: Id }),
  z.object({ kind: z.literal('view'), viewId: Id }),
]);

const Bodies: { readonly [Name in keyof PageRequests]: z.ZodType<PageRequests[Name]> } = {
  say: z.object({ as: Id, conversation: Id, text: z.string() }),
  act: z.object({
    as: Id,
    from: FromBody,
    blockId: Id,
    actionId: Id,
    chosen: z.record(z.string(), z.unknown()),
    values: Values,
  }),
  submit: z.object({ as: Id, viewId: Id, values: Values }),
  close: z.object({ as: Id, viewId: Id, all: z.boolean() }),
  suggest: z.object({
    as: Id,
    viewId: Id.nullable(),
    ts: Id.nullable(),
    blockId: Id,
    actionId: Id,
    typed: z.string(),
  }),
  home: z.object({ as: Id }),
  shortcut: z.object({ as: Id, callbackId: Id, conversation: Id, ts: Id.nullable() }),
  clock: z.object({ advance: z.enum(['hour', 'day', 'week']) }),
  dismiss: z.object({ id: z.number().int() }),
};

const HOUR = 3_600_000;
const STEPS = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR };

/** What is answered beside `ok: true`. */
type Done = Promise<Json>;

async function saying(floor: Floor, body: PageRequests['say']): Done {
  if (body.text.startsWith('/')) await typeCommand(floor, body);
  else await say(floor, body);
  return {};
}

async function submitting(floor: Floor, body: PageRequests['submit']): Done {
  const outcome = await submit(floor, body);
  switch (outcome.kind) {
    case 'taken':
      return {};
    case 'errors':
      return { errors: outcome.errors };
    case 'trouble':
      throw new Impossible(outcome.message);
  }
}

/** The place of a select: a view, or a message of which only the timestamp is told. */
function placeOf({ desk }: Floor, { viewId, ts, as }: PageRequests['suggest']): From {
  if (viewId !== null) return { kind: 'view', viewId };
  const message = desk.messages.visibleTo(as).find((each) => each.ts === ts);
  if (message === undefined) throw new Impossible('there is no such message');
  return { kind: 'message', conversation: message.conversation, ts: message.ts };
}

async function moveClock({ desk }: Floor, { advance }: PageRequests['clock']): Done {
  const { onClockAdvance } = desk.options;
  if (onClockAdvance === undefined) throw new Impossible('this clock cannot be moved');
  await onClockAdvance(STEPS[advance]);
  desk.changes.happened();
  return {};
}

type Actions = { readonly [Name in keyof PageRequests]: (floor: Floor, body: PageRequests[Name]) => Done };

const ACTIONS: Actions = {
  say: saying,
  act: async (floor, body) => {
    await press(floor, body);
    return {};
  },
  submit: submitting,
  close: async (floor, body) => {
    await closeView(floor, body);
    return {};
  },
  suggest: async (floor, body) => ({
    options: await suggest(floor, { ...body, from: placeOf(floor, body) }),
  }),
  home: async (floor, body) => {
    await openHome(floor, body);
    return {};
  },
  shortcut: async (floor, { as, callbackId, conversation, ts }) => {
    await useShortcut(floor, { as, callbackId, ...(ts === null ? {} : { on: { conversation, ts } }) });
    return {};
  },
  clock: moveClock,
  dismiss: async ({ desk }, { id }) => {
    if (!desk.journal.dismiss(id)) throw new Impossible(`there is no refusal ${id}`);
    return {};
  },
};

function isAction(name: string): name is keyof PageRequests {
  return Object.hasOwn(ACTIONS, name);
}

/** Checks the body and does it; one name at a time, so that body and action belong together. */
function run<Name extends keyof PageRequests>(floor: Floor, name: Name, raw: unknown): Done {
  const read = Bodies[name].safeParse(raw);
  if (!read.success) throw new Impossible(z.prettifyError(read.error));
  return ACTIONS[name](floor, read.data);
}

/** `POST /ui/ACTION`: what a person does on the page. JSON only, which a foreign page cannot send unasked. */
export function pageActions(floor: Floor): Handler {
  return async (request, response, url) => {
    if (!url.pathname.startsWith('/ui/') || request.method !== 'POST') return false;
    const name = url.pathname.slice('/ui/'.length);
    if (!isAction(name)) return false;
    if (contentType(request) !== 'application/json') {
      sendJson(response, 400, { ok: false, error: 'the body must be application/json' });
      return true;
    }
    try {
      const done = await run(floor, name, parseJson((await readBody(request)) ?? ''));
      sendJson(response, 200, { ok: true, ...done });
    } catch (error) {
      if (!(error instanceof Impossible)) throw error;
      sendJson(response, 400, { ok: false, error: error.message });
    }
    return true;
  };
}
