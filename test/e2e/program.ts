import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, cp, symlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledPage } from '../sandbox/page/support.ts';
import { newFolder } from '../support/stores.ts';

/** The program as an operator starts it. */
export interface Program {
  readonly process: ChildProcessWithoutNullStreams;
  /** All that it has written so far, on both streams. */
  readonly written: () => string;
  /** Resolves with the match once it has written this; rejects when it ends before. */
  says(words: RegExp): Promise<RegExpExecArray>;
  /** Resolves with its exit code. */
  readonly ended: Promise<number | null>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Compiles the program as `npm run build` does, into a folder of the test; gives the folder. */
export async function buildProgram(): Promise<string> {
  const folder = await newFolder();
  const out = path.join(folder, 'dist');
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', out];
  // Types are checked elsewhere.
  const options = ['--sourceMap', 'false', '--noCheck'];
  const compiled = spawn(process.execPath, [...tsc, ...options], { cwd: root, stdio: 'ignore' });
  await once(compiled, 'close');
  await access(path.join(out, 'main.js'));
  const thread = ['search', 'dictionary', 'worker.mjs'];
  await cp(path.join(root, 'src', ...thread), path.join(out, ...thread));
  await cp(await compiledPage(), path.join(out, 'sandbox', 'page'), { recursive: true });
  for (const beside of ['package.json', 'manifest.yml', 'prisma', 'node_modules'])
    await symlink(path.join(root, beside), path.join(folder, beside));
  return folder;
}

/** What a program is started with: `env` is all of its environment but the path. */
export interface ProgramOptions {
  readonly folder: string;
  readonly verb: string | null;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts the compiled program. */
export function startProgram({ folder, verb, env }: ProgramOptions): Program {
  const args = ['dist/main.js', ...(verb === null ? [] : [verb])];
  const child = spawn(process.execPath, args, { cwd: folder, env: { PATH: process.env.PATH ?? '', ...env } });
  let text = '';
  const keep = (data: Buffer) => {
    text += data.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = once(child, 'close').then(([code]): number | null =>
    typeof code === 'number' ? code : null,
  );
  let gone = false;
  void ended.then(() => {
    gone = true;
  });
  return {
    process: child,
    written: () => text,
    ended,
    says: async (words) => {
      for (;;) {
        const found = words.exec(text);
        if (found !== null) return found;
        if (gone) throw new Error(`the program ended without ${words}: ${text}`);
        await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), ended]);
      }
    },
  };
}
