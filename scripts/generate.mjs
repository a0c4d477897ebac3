// Generates the Prisma client without a network: `prisma generate` needs no schema engine but would download
// one, so it is pointed at a program that exists. Does nothing where `prisma` is not installed (production).
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

function findCli() {
  try {
    return createRequire(import.meta.url).resolve('prisma/build/index.js');
  } catch {
    return undefined;
  }
}

const cli = findCli();
if (cli) {
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
    ...process.env,
  };
  const result = spawnSync(process.execPath, [cli, 'generate'], { stdio: 'inherit', env });
  process.exit(result.status ?? 1);
}
