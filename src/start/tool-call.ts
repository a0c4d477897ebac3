import type { Machine } from './serve.ts';

/** A command of the operator, as it was typed. */
export interface ToolCall {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly machine: Machine & { readonly nodeVersion: string };
}

/** Runs to its end and says what it did; gives whether that was well, or its exit code. Rejects with what `operatorLine` words. */
export type Tool = (call: ToolCall) => Promise<boolean | number>;
