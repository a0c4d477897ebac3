/** What was sent from the composer, walked with the Up and Down keys. */
export interface SentHistory {
  readonly add: (text: string) => void;
  /** The one before (step -1) or after (step 1) the one shown last; the empty text after the newest; null when there is none. */
  readonly step: (step: 1 | -1) => string | null;
  /** Whether the text is the one that the last step gave: then Up walks on instead of moving the caret. */
  readonly isShowing: (text: string) => boolean;
}

/** An empty history. The same text twice in a row is kept once. */
export function createHistory(): SentHistory {
  const sent: string[] = [];
  let at = 0;
  return {
    add(text) {
      if (sent.at(-1) !== text) sent.push(text);
      at = sent.length;
    },
    step(step) {
      const next = at + step;
      if (next < 0 || next > sent.length) return null;
      at = next;
      return sent[at] ?? '';
    },
    isShowing: (text) => at < sent.length && sent[at] === text,
  };
}
