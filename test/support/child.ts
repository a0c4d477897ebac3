import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A second process that runs a TypeScript file of this folder. */
export interface Child {
  readonly process: ChildProcessWithoutNullStreams;
  /** The next line that it prints; rejects when it ends before it prints one. */
  nextLine(): Promise<string>;
  /** Ends its standard input and waits until it is gone. */
  end(): Promise<void>;
  /** Kills it as a power cut would and waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts `file` of test/support with arguments and changes of the environment. */
export function startChild(
  file: string,
  { args, env = {} }: { args: readonly string[]; env?: Readonly<Record<string, string>> },
): Child {
  const script = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, ...env },
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
