// Runs the tests' PostgreSQL: node postgres-keeper.mjs FOLDERS OWNER COMMAND ARGUMENTS…
// Its standard input is held open by the test run. When that ends, also by kill -9, the server is stopped and
// the run's folders removed.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const [folders, owner, command, ...args] = process.argv.slice(2);
const server = spawn(command, args, { ...JSON.parse(owner), stdio: 'ignore' });

server.on('error', (error) => {
  console.error(`PostgreSQL cannot be started: ${error.message}`);
  process.exit(1);
});
server.on('exit', (code) => {
  for (const folder of JSON.parse(folders)) rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});

// SIGINT is PostgreSQL's fast shutdown: it drops its clients and ends.
process.stdin.on('end', () => server.kill('SIGINT')).resume();
