import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const childStore = new URL('./child-store.ts', import.meta.url);

/** A second process with a store of its own. */
export interface Child {
  readonly process: ChildProcessWithoutNullStreams;
  /** The next line that it prints; rejects when it ends before it prints one. */
  nextLine(): Promise<string>;
  /** Ends its standard input and waits until it is gone. */
  end(): Promise<void>;
  /** Kills it as a power cut would and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts child-store.ts with its arguments. */
export function startChild(...args: readonly string[]): Child {
  return startScript(childStore, ...args);
}

/** Starts a script of TypeScript with its arguments, as a process of its own. */
export function startScript(script: URL, ...args: readonly string[]): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(script), ...args], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
  });
  const complaints: string[] = [];
  child.stderr.on('data', (data: Buffer) => complaints.push(data.toString()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const gone = once(child, 'close');
  return {
    process: child,
    nextLine: async () => {
      const line = await lines.next();
      if (line.done) throw new Error(`the child ended: ${complaints.join('')}`);
      return line.value;
    },
    end: async () => {
      child.stdin.end();
      await gone;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
