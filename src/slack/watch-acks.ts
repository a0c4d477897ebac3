import type { App } from '@slack/bolt';

/** What Slack sends, as far as whoever counts tells it apart. */
type RequestKind = 'command' | 'action' | 'view' | 'shortcut' | 'options' | 'event' | 'other';

export interface AckWatch {
  readonly acked: (kind: RequestKind, milliseconds: number) => void;
  /** Milliseconds that only go forward. */
  readonly monotonic: () => number;
}

/** Tells of each request how long its acknowledgement took, however it came in. */
export function watchAcks(app: App, { acked, monotonic }: AckWatch): void {
  const process = app.processEvent.bind(app);
  app.processEvent = (event) => {
    const began = monotonic();
    return process({
      ...event,
      ack: async (answer) => {
        await event.ack(answer);
        acked(kindOf(event.body), monotonic() - began);
      },
    });
  };
}

const kinds: Readonly<Record<string, RequestKind>> = {
  block_actions: 'action',
  view_submission: 'view',
  view_closed: 'view',
  shortcut: 'shortcut',
  message_action: 'shortcut',
  block_suggestion: 'options',
  event_callback: 'event',
};

function kindOf(body: Readonly<Record<string, unknown>>): RequestKind {
  if (typeof body.command === 'string') return 'command';
  return (typeof body.type === 'string' ? kinds[body.type] : undefined) ?? 'other';
}
