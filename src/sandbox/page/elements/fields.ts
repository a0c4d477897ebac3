import type { ViewValues } from '../protocol.ts';

export type ElementValue = Record<string, unknown>;

/**
 * What stands in the fields of one view or message, apart from the controls that show it: when the bot replaces the
 * blocks, a control of the same block_id and action_id takes up what the former one left, as in Slack.
 */
export interface Fields {
  /** The value left by an earlier control of the same place and type, else the initial one, which is then kept. */
  readonly begin: (blockId: string, actionId: string, initial: ElementValue) => ElementValue;
  readonly set: (blockId: string, actionId: string, value: ElementValue) => void;
  readonly values: () => ViewValues;
  /** Forgets every place that was not begun since the last call: the fields that the new blocks no longer have. */
  readonly endDrawing: () => void;
}

/** Fields with nothing in them. */
export function createFields(): Fields {
  let standing = new Map<string, Map<string, ElementValue>>();
  let begun = new Map<string, Map<string, ElementValue>>();
  const put = (target: typeof standing, blockId: string, actionId: string, value: ElementValue) => {
    const block = target.get(blockId) ?? new Map<string, ElementValue>();
    block.set(actionId, value);
    target.set(blockId, block);
  };
  return {
    begin(blockId, actionId, initial) {
      const kept = standing.get(blockId)?.get(actionId);
      const value = kept !== undefined && kept.type === initial.type ? kept : initial;
      put(begun, blockId, actionId, value);
      put(standing, blockId, actionId, value);
      return value;
    },
    set: (blockId, actionId, value) => {
      put(standing, blockId, actionId, value);
      put(begun, blockId, actionId, value);
    },
    values: () =>
      Object.fromEntries([...standing].map(([blockId, block]) => [blockId, Object.fromEntries(block)])),
    endDrawing() {
      standing = begun;
      begun = new Map();
    },
  };
}
