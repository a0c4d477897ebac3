// Run by `npm run lock`. A registry mirror may lack platform packages (@esbuild/darwin-arm64 and the like) of a
// version; npm then leaves them out of package-lock.json, and `npm ci` of npm 11 calls the lock incomplete. This
// adds an entry without address or checksum for each that is missing: npm asks the registry for it when, and
// only where, the platform fits.
import { readFileSync, writeFileSync } from 'node:fs';

const file = 'package-lock.json';

const systems = new Map([
  ['win32', 'win32'],
  ['windows', 'win32'],
  ['linuxmusl', 'linux'],
  ...['darwin', 'linux', 'android', 'freebsd', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix'].map(
    (name) => [name, name],
  ),
]);
const processors = new Map([
  ['armv7', 'arm'],
  ...[
    'x64',
    'arm64',
    'arm',
    'ia32',
    'ppc64',
    'ppc64le',
    's390x',
    'riscv64',
    'loong64',
    'mips64el',
    'wasm32',
  ].map((name) => [name, name]),
]);

/** What the words of a package's name say of where it runs: `{ os, cpu, libc }`, each a list or undefined. */
function platformOf(name) {
  const words = (name.split('/').pop() ?? '').split(/[-_.]/);
  const os = words.map((word) => systems.get(word)).find(Boolean);
  const cpu = words.map((word) => processors.get(word)).find(Boolean);
  const musl = words.some((word) => word.startsWith('musl') || word === 'linuxmusl');
  const glibc = words.some((word) => word.startsWith('gnu'));
  const libc = os === 'linux' && (musl ? 'musl' : glibc ? 'glibc' : undefined);
  return { os: os && [os], cpu: cpu && [cpu], libc: libc ? [libc] : undefined };
}

/** Whether a package that stands at `at` would find `name`: beside it or in any folder above. */
function isLocked(packages, at, name) {
  const parts = at === '' ? [] : at.split('/node_modules/');
  const above = parts.map((_, index) => parts.slice(0, parts.length - index).join('/node_modules/'));
  return [...above.map((place) => `${place}/node_modules/${name}`), `node_modules/${name}`].some(
    (place) => place in packages,
  );
}

function missingFrom(packages) {
  return Object.entries(packages).flatMap(([at, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isLocked(packages, at, name))
      .map(([name, range]) => ({ name, range, dev: entry.dev === true })),
  );
}

const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingFrom(lock.packages);
const added = missing.filter(({ name }) => platformOf(name).os || platformOf(name).cpu);
for (const { name, range, dev } of added) {
  const { os, cpu, libc } = platformOf(name);
  const version = range.replace(/^[\^~]/, '');
  lock.packages[`node_modules/${name}`] = { version, cpu, dev: dev || undefined, libc, optional: true, os };
}
for (const { name } of missing.filter((one) => !added.includes(one))) console.error(`left out: ${name}`);

const byPath = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byPath));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${file}: ${added.length} platform packages added`);
