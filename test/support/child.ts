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
  /** The lines that nobody has read of one that is gone. */
  rest(): Promise<readonly string[]>;
  /** Ends its standard input and waits until it is gone. */
  end(): Promise<void>;
  /** Kills it as a power cut would and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts child-store.ts with a store in this folder. */
export function startChild(dataDir: string): Child {
  return startScript(childStore, dataDir);
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
    rest: async () => {
      const left: string[] = [];
      for (let line = await lines.next(); !line.done; line = await lines.next()) left.push(line.value);
      return left;
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
