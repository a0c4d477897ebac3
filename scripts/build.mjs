// Compiles src/ to dist/ and puts beside it what is not TypeScript: the sandbox page's HTML and CSS,
// and the threads of the dictionary and of the pictures.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';

const tsc = ['node_modules/typescript/bin/tsc'];
const run = (args) => {
  const result = spawnSync(process.execPath, [...tsc, ...args], { stdio: 'inherit' });
  if (result.status !== 0) process.exit(result.status ?? 1);
};

rmSync('dist', { recursive: true, force: true });
run(['-p', 'tsconfig.build.json']);
run(['-p', 'tsconfig.page.json', '--noEmit', 'false', '--rootDir', 'src', '--outDir', 'dist']);
cpSync('src/sandbox/page', 'dist/sandbox/page', {
  recursive: true,
  filter: (source) => !source.endsWith('.ts'),
});
cpSync('src/search/dictionary/worker.mjs', 'dist/search/dictionary/worker.mjs');
cpSync('src/reports/pictures/worker.mjs', 'dist/reports/pictures/worker.mjs');
