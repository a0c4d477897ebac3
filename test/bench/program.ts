import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const probe = new URL('probe.mjs', import.meta.url).href;

/** A program to measure: a file from the root of the repository with its arguments and its environment. */
export interface Program {
  readonly file: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** What it logs when it has done what it does beside answering, if it does anything. */
  readonly settledAt?: string;
}

export interface Usage {
  readonly cpuMicroseconds: number;
  readonly rssBytes: number;
}

export interface Running {
  readonly port: number;
  /** From starting the process until it answers requests. */
  readonly startMilliseconds: number;
  /** Resolves when nothing but requests is left to do. */
  readonly settled: Promise<unknown>;
  usage(): Promise<Usage>;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
}

/** Starts a program in a process of its own and waits until it says that it is ready, and on which port. */
export async function start(program: Program): Promise<Running> {
  const began = performance.now();
  const child = launch(program);
  const gone = once(child, 'exit');
  const told = follow(child, program.settledAt);
  const port = await told.port;
  return {
    port,
    settled: told.settled,
    startMilliseconds: performance.now() - began,
    usage: async () => {
      const answered = once(child, 'message');
      child.send('usage');
      const [usage] = (await answered) as [Usage];
      return usage;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Runs a program to its end; rejects when it fails. */
export async function run(program: Program): Promise<void> {
  const [code] = await once(launch(program), 'exit');
  if (code !== 0) throw new Error(`${program.file} ${program.args?.join(' ') ?? ''} ended with ${code}`);
}

/** Every program with the same flags; only what it is told of the environment. */
function launch({ file, args = [], env }: Program): ChildProcess {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  return spawn(process.execPath, ['--import', probe, file, ...args], {
    cwd: root,
    env: { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}

interface Told {
  readonly port: Promise<number>;
  readonly settled: Promise<unknown>;
}

/** Reads what the program logs; both reject when it ends before it has said so. */
function follow({ stdout }: ChildProcess, settledAt: string | undefined): Told {
  if (stdout === null) throw new Error('the output of the program is not read');
  const lines = createInterface({ input: stdout });
  const until = <Value>(read: (line: LogLine) => Value | undefined): Promise<Value> => {
    const found = new Promise<Value>((resolve, reject) => {
      lines.on('line', (text) => {
        const value = read(readLine(text));
        if (value !== undefined) resolve(value);
      });
      lines.on('close', () => reject(new Error('the program ended before it was ready')));
    });
    // Nobody has to wait for it: a program may be stopped before.
    found.catch(() => undefined);
    return found;
  };
  const port = until(({ msg, port: told }) =>
    msg === 'ready' && typeof told === 'number' ? told : undefined,
  );
  return { port, settled: until(({ msg }) => (msg === (settledAt ?? 'ready') ? true : undefined)) };
}

interface LogLine {
  readonly msg?: unknown;
  readonly port?: unknown;
}

function readLine(line: string): LogLine {
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    return {};
  }
}
