import type { PageState } from '../protocol.ts';

export interface StreamEvents {
  readonly onState: (state: PageState) => void;
  readonly onConnection: (connected: boolean) => void;
}

export interface Stream {
  /** Shows the sandbox as this person sees it from now on; null lets the server choose the first person. */
  readonly watchAs: (person: string | null) => void;
}

/** The server-sent events of the sandbox. The browser reconnects by itself; each event is the whole state. */
export function createStream({ onState, onConnection }: StreamEvents): Stream {
  let source: EventSource | null = null;
  const watchAs = (person: string | null) => {
    source?.close();
    const opened = new EventSource(
      person === null ? '/ui/stream' : `/ui/stream?as=${encodeURIComponent(person)}`,
    );
    source = opened;
    opened.onmessage = (event: MessageEvent<string>) => {
      // An event of the former person may already be queued when the person changes.
      if (source === opened) onState(JSON.parse(event.data) as PageState);
    };
    opened.onopen = () => onConnection(true);
    opened.onerror = () => {
      onConnection(false);
      // The browser gives up when the sandbox refuses: a person of an old address who is no longer there.
      if (source === opened && person !== null && opened.readyState === EventSource.CLOSED) watchAs(null);
    };
  };
  return { watchAs };
}
