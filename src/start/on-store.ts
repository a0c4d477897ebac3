import { readConfig } from '../config.ts';
import type { Store } from '../store/open-store.ts';
import { openConfigured } from './serve.ts';
import type { ToolCall } from './tool-call.ts';
import { UsageError } from './usage-error.ts';

/** A command of the operator that works on the store. */
export interface StoreCall {
  readonly store: Store;
  readonly args: readonly string[];
  /** The moment on the product's clock. */
  readonly now: Date;
  readonly timeZone: string;
}

/** How it ended, in lines. */
export interface CommandResult {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/**
 * The command as a tool: opens the configured store, does the work, says how it ended, and closes the store. A refusal
 * is the operator's mistake.
 */
export function onStore(work: (call: StoreCall) => Promise<CommandResult>) {
  return async ({ args, env, machine }: ToolCall): Promise<boolean> => {
    const read = readConfig(env, 'store');
    if (!read.ok) throw new UsageError(read.problems.join('\n'));
    const { config } = read;
    const store = await openConfigured(config, machine);
    try {
      const now = config.CLOCK_START ?? new Date(machine.systemNow());
      const { ok, lines } = await work({ store, args, now, timeZone: config.TIME_ZONE });
      if (!ok) throw new UsageError(lines.join('\n'));
      for (const line of lines) machine.say(line);
      return true;
    } finally {
      await store.close();
    }
  };
}
