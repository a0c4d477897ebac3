import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** One of several processes of the bot. */
export interface Replica {
  readonly port: number;
  /** As a power cut would. */
  readonly kill: () => Promise<void>;
  /** As a supervisor would; gives its exit code. */
  readonly stop: () => Promise<number | null>;
  /** All that it has logged. */
  readonly log: () => string;
}

/** Starts a process of the built bot on a port of its own; resolves when it is ready. `flags` are Node's. */
export async function startReplica(
  env: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<Replica> {
  const child = spawn(process.execPath, [...flags, 'dist/main.js'], {
    env: { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', PORT: '0', SEARCH_DICTIONARY: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const ready = new Promise<number>((resolve, reject) => {
    const hear = (data: Buffer) => {
      text += String(data);
      const port = /"port":(\d+)[^\n]*"msg":"ready"/.exec(text)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`a replica ended: ${text}`)));
  });
  const gone = once(child, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code] = await gone;
    return typeof code === 'number' ? code : null;
  };
  return {
    port: await ready,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    log: () => text,
  };
}
