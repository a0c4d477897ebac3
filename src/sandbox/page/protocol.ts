/**
 * What the browser page and the sandbox server say to each other, as JSON over loopback HTTP.
 *
 * GET  /                     the page; GET /page/*  its scripts and styles
 * GET  /ui/files/ID          the bytes of a file: pictures to be shown, others to be saved
 * GET  /ui/stream?as=USER    server-sent events, each one PageState for that person, after every change
 * POST /ui/ACTION            one of the requests below; answers {ok: true} or {ok: false, error}
 *
 * Blocks and views are as the bot sent them (Block Kit JSON, checked by the server before they get here).
 */

export interface PageState {
  /** The product's clock, ISO instant, and its zone. */
  readonly clock: { readonly now: string; readonly timeZone: string };
  readonly me: string;
  /** The bot's user id and its commands, for drawing and completion. */
  readonly bot: { readonly id: string; readonly name: string; readonly commands: readonly SlashCommand[] };
  readonly people: readonly PagePerson[];
  /** Those whose accounts are closed: they do nothing any more, and are still named where they are mentioned. */
  readonly left: readonly Pick<PagePerson, 'id' | 'realName'>[];
  readonly conversations: readonly PageConversation[];
  /** Those that this person can see, oldest first; ephemeral ones of others are not here. */
  readonly messages: readonly PageMessage[];
  /** The stack of open modals of this person, the top one last; at most 3. */
  readonly modals: readonly PageView[];
  readonly home: PageView | null;
  /** Shortcuts offered by the app: in the message menu and in the composer. */
  readonly shortcuts: readonly PageShortcut[];
  /** The newest 100 deliveries and Web API calls, oldest first. */
  readonly log: readonly LogEntry[];
  /** What Slack would have refused of the bot: shown in a red box until dismissed. */
  readonly refusals: readonly { readonly id: number; readonly method: string; readonly problem: string }[];
}

export interface SlashCommand {
  readonly command: string;
  readonly usage: string;
  readonly description: string;
  /** Words offered behind the command while typing: `8`, `予定 今月`, `使い方`. */
  readonly completions: readonly { readonly text: string; readonly hint: string }[];
}

export interface PagePerson {
  readonly id: string;
  readonly realName: string;
  /** 職員, 推進責任者（8番）, 管理者, ゲスト, English speaker: what the person is in the demonstration. */
  readonly role: string;
  readonly locale: string;
}

export interface PageConversation {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly members: number;
}

export interface PageMessage {
  readonly ts: string;
  readonly conversation: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Record<string, unknown>[] | null;
  readonly ephemeral: boolean;
  readonly edited: boolean;
  readonly threadTs: string | null;
  readonly files: readonly PageFile[];
}

/** A file of a message; its bytes are at `GET /ui/files/ID`. */
export interface PageFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  /** Bytes. */
  readonly size: number;
  readonly altText: string | null;
}

export interface PageView {
  readonly id: string;
  readonly hash: string;
  readonly type: 'modal' | 'home';
  readonly title: string;
  readonly submit: string | null;
  readonly close: string | null;
  readonly blocks: readonly Record<string, unknown>[];
}

export interface PageShortcut {
  readonly callbackId: string;
  readonly name: string;
  readonly type: 'message' | 'global';
}

export interface LogEntry {
  readonly id: number;
  /** ISO instant on the product's clock. */
  readonly at: string;
  /** `to-bot`: a delivery with the bot's ack; `from-bot`: a Web API call or a response_url post. */
  readonly direction: 'to-bot' | 'from-bot';
  /** `/project 8`, `block_actions`, `views.open` … */
  readonly what: string;
  readonly status: string;
  readonly milliseconds: number;
  readonly request: unknown;
  readonly response: unknown;
}

/** Bodies of POST /ui/ACTION, by ACTION; `as` is the person who acts. */
export interface PageRequests {
  /** A message, or a slash command when the text begins with one; both as typed. */
  readonly say: { readonly as: string; readonly conversation: string; readonly text: string };
  /** A press or choice. `from` says where the block stands; `action` is the element's payload without ids. */
  readonly act: {
    readonly as: string;
    readonly from:
      | { readonly kind: 'message'; readonly ts: string; readonly conversation: string }
      | { readonly kind: 'view'; readonly viewId: string };
    readonly blockId: string;
    readonly actionId: string;
    /** The part that the person chose: `{ selected_option }`, `{ selected_date }`, `{}` for a button. */
    readonly chosen: Record<string, unknown>;
    readonly values: ViewValues;
  };
  /** Answers {ok: true, errors?: {blockId: message}}. */
  readonly submit: { readonly as: string; readonly viewId: string; readonly values: ViewValues };
  readonly close: { readonly as: string; readonly viewId: string; readonly all: boolean };
  /** Choices of an external select; answers {ok: true, options}. */
  readonly suggest: {
    readonly as: string;
    readonly viewId: string | null;
    readonly ts: string | null;
    readonly blockId: string;
    readonly actionId: string;
    readonly typed: string;
  };
  readonly home: { readonly as: string };
  readonly shortcut: {
    readonly as: string;
    readonly callbackId: string;
    readonly conversation: string;
    readonly ts: string | null;
  };
  readonly clock: { readonly advance: 'hour' | 'day' | 'week' };
  readonly dismiss: { readonly id: number };
}

/** What stands in the fields of a view or message: block id → action id → the element's value as Slack sends it. */
export type ViewValues = Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
