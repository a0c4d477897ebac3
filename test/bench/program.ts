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
}

export interface Usage {
  readonly cpuMicroseconds: number;
  readonly rssBytes: number;
}

export interface Running {
  readonly port: number;
  /** From starting the process until it answers requests. */
  readonly startMilliseconds: number;
  usage(): Promise<Usage>;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
}

/** Starts a program in a process of its own and waits until it says that it is ready, and on which port. */
export async function start(program: Program): Promise<Running> {
  const began = performance.now();
  const child = launch(program);
  const gone = once(child, 'exit');
  const port = await readyPort(child);
  return {
    port,
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

async function readyPort(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error('the output of the program is not read');
  for await (const line of createInterface({ input: child.stdout })) {
    const told = readLine(line);
    if (told?.msg === 'ready' && typeof told.port === 'number') {
      child.stdout.resume();
      return told.port;
    }
  }
  throw new Error('the program ended before it was ready');
}

function readLine(line: string): { msg?: unknown; port?: unknown } | null {
  try {
    return JSON.parse(line) as { msg?: unknown; port?: unknown };
  } catch {
    return null;
  }
}
