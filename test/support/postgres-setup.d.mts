import type { ChildProcess } from 'node:child_process';

/** A server's programs, its files and where it listens. */
interface ServerStart {
  readonly native: string;
  readonly data: string;
  readonly folders: readonly string[];
  readonly port: number;
  readonly settings: readonly string[];
}

export function serverPrograms(): { readonly native: string; readonly copies?: string };
export function initialise(native: string, folder: string): string;
export function freePort(): Promise<number>;
export function start(options: ServerStart): ChildProcess;
export function untilItAnswers(url: string, keeper: ChildProcess): Promise<void>;
export function urlAt(port: number): string;
