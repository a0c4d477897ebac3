// Migrations without a network and without a database of one's own:
//   node scripts/migrate-dev.mjs NAME      writes prisma/migrations/<time>_NAME/migration.sql from what changed in
//                                          prisma/schema.prisma since the last migration
//   node scripts/migrate-dev.mjs --check   exits 1 when the migrations do not give the schema
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { openSchemaEngine } from './wasm-engine.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.join(root, 'prisma', 'migrations');
const files = [
  {
    path: 'prisma/schema.prisma',
    content: readFileSync(path.join(root, 'prisma', 'schema.prisma'), 'utf8'),
  },
];
const lockToml =
  '# Written by scripts/migrate-dev.mjs; belongs under version control.\nprovider = "postgresql"\n';

/** An empty PostgreSQL in memory. The adapter's own `executeScript` drops errors, so it is replaced. */
async function connect() {
  const database = await PGlite.create();
  const adapter = await new PrismaPGlite(database).connect();
  adapter.executeScript = async (script) => {
    await database.exec(script).catch((error) => adapter.onError(error));
  };
  return adapter;
}

function readMigration(name) {
  const value = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
  return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } } };
}

function readMigrations() {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries
    .map((entry) => entry.name)
    .sort()
    .map(readMigration);
}

/** The SQL that leads from the migrations to the schema, or '' when there is nothing to do. */
async function diff() {
  const factory = {
    provider: 'postgres',
    adapterName: 'pglite-prisma-adapter',
    connect,
    connectToShadowDb: connect,
  };
  const engine = await openSchemaEngine(factory, files);
  const { stdout } = await engine.diff({
    from: {
      tag: 'migrations',
      baseDir: folder,
      lockfile: { path: 'migration_lock.toml', content: lockToml },
      shadowDbInitScript: '',
      migrationDirectories: readMigrations(),
    },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const sql = (stdout ?? '').trim();
  return sql === '-- This is an empty migration.' ? '' : sql;
}

function write(name, sql) {
  const time = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const target = path.join(folder, `${time}_${name}`);
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, 'migration.sql'), `${sql}\n`);
  writeFileSync(path.join(folder, 'migration_lock.toml'), lockToml);
  return path.relative(root, target);
}

/** Prints what came of it and gives the exit code. */
async function run(argument) {
  if (argument !== '--check' && !/^[a-z0-9_]+$/.test(argument ?? '')) {
    console.error('usage: npm run db:migrate -- NAME (a-z, 0-9 and _), or npm run db:check');
    return 2;
  }
  const sql = await diff();
  if (argument === '--check') {
    if (sql === '') {
      console.log('The migrations give the schema.');
      return 0;
    }
    console.error(
      `The migrations do not give prisma/schema.prisma: npm run db:migrate -- NAME\n\nMissing:\n${sql}`,
    );
    return 1;
  }
  console.log(sql === '' ? 'The schema has not changed.' : `wrote ${write(argument, sql)}`);
  return 0;
}

// The databases in memory would keep the process alive.
process.exit(await run(process.argv[2]));
