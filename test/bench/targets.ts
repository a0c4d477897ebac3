import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SECRET, TOKEN } from '../sandbox/support/slack.ts';
import { createDatabase } from '../support/stores.ts';
import { type Program, run } from './program.ts';

export type TargetName = 'bare' | 'embedded' | 'postgresql';

/** What is measured, ready to start. */
export interface Target {
  readonly name: TargetName;
  readonly program: Program;
  /** Removes what it left. */
  cleanUp(): Promise<void>;
}

/** The bare app, and the bot with the edition of August 2020 on each store. `apiUrl`: the Slack they speak to. */
export async function makeTargets(apiUrl: string): Promise<readonly Target[]> {
  const env = {
    SLACK_API_URL: apiUrl,
    SLACK_BOT_TOKEN: TOKEN,
    SLACK_SIGNING_SECRET: SECRET,
    HOST: '127.0.0.1',
    PORT: '0',
    CLOCK_START: '2020-08-24T09:00:00+09:00',
  };
  const bare: Target = {
    name: 'bare',
    program: { file: fileURLToPath(new URL('bare-app.mjs', import.meta.url)), env },
    cleanUp: async () => undefined,
  };
  const dataDir = await mkdtemp(path.join(tmpdir(), 'shinchoku-bench-'));
  const { url, drop } = await createDatabase();
  return [
    bare,
    await seeded('embedded', {
      env: { ...env, DATA_DIR: dataDir },
      cleanUp: () => rm(dataDir, { recursive: true, force: true }),
    }),
    await seeded('postgresql', { env: { ...env, DATABASE_URL: url }, cleanUp: drop }),
  ];
}

/** The same without the dictionary of the search, for which the goals of memory are not meant. */
export function withoutDictionary({ program }: Target): Program {
  const { settledAt: _, ...rest } = program;
  return { ...rest, env: { ...program.env, SEARCH_DICTIONARY: 'off' } };
}

async function seeded(
  name: TargetName,
  { env, cleanUp }: { readonly env: Program['env']; readonly cleanUp: Target['cleanUp'] },
): Promise<Target> {
  const program: Program = {
    file: 'dist/main.js',
    env,
    settledAt: 'the dictionary of the search has loaded',
  };
  await run({ ...program, args: ['seed'] });
  return { name, program, cleanUp };
}
