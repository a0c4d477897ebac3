import type { LogEntry } from '../page/protocol.ts';
import type { Ack } from './delivery/delivery.ts';
import type { HttpAnswer, RawDelivery } from './delivery/http-delivery.ts';
import { postSigned } from './delivery/http-delivery.ts';
import type { Outbox } from './delivery/outbox.ts';
import type { Sockets } from './delivery/socket-delivery.ts';
import type { Json } from './json.ts';
import { closeView } from './people/close-view.ts';
import { typeCommand } from './people/command.ts';
import type { Wanted } from './people/find-element.ts';
import type { Floor } from './people/floor.ts';
import { openHome } from './people/open-home.ts';
import type { Press } from './people/press.ts';
import { press } from './people/press.ts';
import { say } from './people/say.ts';
import type { ShortcutUse } from './people/shortcut.ts';
import { useShortcut } from './people/shortcut.ts';
import type { Submitted } from './people/submit.ts';
import { submit } from './people/submit.ts';
import { suggest } from './people/suggest.ts';
import { type InputFile, upload } from './people/upload.ts';
import type { Faults } from './state/faults.ts';
import type { Refusal } from './state/journal.ts';
import type { Message } from './state/messages.ts';
import type { Values, ViewRecord } from './state/views.ts';
import type { Workspace } from './state/workspace.ts';
import { until } from './until.ts';

interface Place {
  readonly as: string;
  readonly conversation: string;
  readonly text: string;
}

/**
 * A running Slack of our own. What people do resolves once the bot acknowledged it (or failed to); what the bot does
 * after that is awaited with `until`. All of it throws `Impossible` for what nobody could do in Slack.
 */
export interface SandboxSlack {
  /** `http://127.0.0.1:PORT`, where the page is. */
  readonly url: string;
  /** The root of the Web API, for the bot's `slackApiUrl`. */
  readonly apiUrl: string;
  /** Says where the bot listens: its request URL, or its sockets. */
  connect(to: URL | 'socket'): void;

  command(act: Place): Promise<Ack | null>;
  say(act: Place & { readonly threadTs?: string }): Promise<Message>;
  press(act: Press): Promise<Ack>;
  submit(act: {
    readonly as: string;
    readonly viewId?: string;
    readonly values?: Values;
  }): Promise<Submitted>;
  /** A person puts a file into a field; give what comes back as the field's `files`. */
  upload(act: { readonly as: string; readonly name: string; readonly bytes: Buffer }): InputFile;
  closeView(act: { readonly as: string; readonly viewId?: string; readonly all?: boolean }): Promise<void>;
  suggest(act: Wanted & { readonly typed: string }): Promise<readonly Json[]>;
  openHome(act: { readonly as: string }): Promise<Ack | null>;
  shortcut(act: ShortcutUse): Promise<Ack>;

  /** What a person sees of a conversation, oldest first. */
  messages(conversation: string, as: string): readonly Message[];
  /** A person's open modals, the top one last. */
  modals(person: string): readonly ViewRecord[];
  home(person: string): ViewRecord | null;
  readonly journal: readonly LogEntry[];
  readonly refusals: readonly Refusal[];
  /** People and conversations, and how they change: archived, left, deactivated. */
  readonly workspace: Workspace;
  readonly faults: Faults;
  readonly sockets: Pick<Sockets, 'count' | 'refresh'>;
  /** Posts anything to the bot's request URL, by default signed as Slack signs. */
  deliverRaw(raw: RawDelivery): Promise<HttpAnswer>;
  /** Sends what was delivered before once more, as Slack does when it missed the acknowledgement. */
  redeliver(entry: LogEntry, retry: { readonly num: number; readonly reason: string }): Promise<Ack>;
  /** Waits until something can be read; fails after five seconds. */
  until<T>(read: () => T | undefined | null | false): Promise<T>;
  stop(): Promise<void>;
}

/** The end of the journal as text, for the message of a failed test. */
function tail(entries: readonly LogEntry[], refusals: readonly Refusal[]): string {
  const lines = entries.slice(-10).map(({ direction, what, status }) => `${direction} ${what}: ${status}`);
  return [...lines, ...refusals.map(({ method, problem }) => `refused ${method}: ${problem}`)].join('\n');
}

function kindOf(payload: Json): 'events_api' | 'slash_commands' | 'interactive' {
  if (payload.type === 'event_callback') return 'events_api';
  return typeof payload.command === 'string' ? 'slash_commands' : 'interactive';
}

/** Puts the face of the server before its parts. */
export function sandboxSlack(parts: {
  readonly floor: Floor;
  readonly outbox: Outbox;
  readonly sockets: Sockets;
  readonly stop: () => Promise<void>;
}): SandboxSlack {
  const { floor, outbox, sockets, stop } = parts;
  const { desk } = floor;
  return {
    url: desk.url,
    apiUrl: `${desk.url}/api/`,
    connect: (to) => outbox.connect(to),
    command: (act) => typeCommand(floor, act),
    say: (act) => say(floor, act),
    press: (act) => press(floor, act),
    submit: (act) => submit(floor, act),
    upload: (act) => upload(floor, act),
    closeView: (act) => closeView(floor, act),
    suggest: (act) => suggest(floor, act),
    openHome: (act) => openHome(floor, act),
    shortcut: (act) => useShortcut(floor, act),
    messages: (conversation, as) => desk.messages.visibleTo(as, conversation),
    modals: (person) => desk.views.modals(person),
    home: (person) => desk.views.home(person),
    journal: desk.journal.entries,
    refusals: desk.journal.refusals,
    workspace: desk.workspace,
    faults: desk.faults,
    sockets,
    deliverRaw: (raw) => {
      const to = outbox.target();
      if (!(to instanceof URL)) throw new Error('the bot has no request URL');
      return postSigned(desk, to, raw);
    },
    redeliver: ({ what, request }, retry) => {
      const payload = request as Json;
      return outbox.deliver({ kind: kindOf(payload), what, payload, retry });
    },
    until: (read) => until(desk.changes, read, () => tail(desk.journal.entries, desk.journal.refusals)),
    stop,
  };
}
