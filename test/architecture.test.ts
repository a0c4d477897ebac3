import { describe, expect, test } from '@jest/globals';
import { importsOf, sourceFiles } from './support/source-files.ts';

const files = sourceFiles();

/** Which of our own files each room may import, by the beginning of their path, besides its own. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  text: ['domain/'],
  reports: ['domain/', 'text/'],
  search: ['domain/', 'text/'],
  actions: ['domain/', 'text/', 'reports/'],
  digests: ['domain/', 'text/'],
  // What waits for whom, once a day: posts like digests, of what projects and proposals say.
  reminders: ['domain/', 'digests/', 'actions/change-ports.ts'],
  store: [
    'domain/',
    'actions/ports.ts',
    'actions/change-ports.ts',
    'actions/reports/report-ports.ts',
    'actions/records/record-ports.ts',
    'digests/',
    'reminders/',
    'search/ports.ts',
    'generated/',
  ],
  slack: ['domain/', 'text/', 'actions/', 'reports/', 'digests/', 'reminders/'],
  sandbox: [],
  metrics: [],
  start: [
    'domain/',
    'actions/',
    'reports/',
    'digests/',
    'reminders/',
    'search/',
    'store/',
    'slack/',
    'sandbox/',
    'metrics/',
    'config.ts',
    'logging.ts',
  ],
  'config.ts': [],
  'logging.ts': [],
  'main.ts': ['start/', 'config.ts', 'logging.ts'],
};

/** Which packages only some rooms may know. */
const packageHomes: readonly (readonly [name: RegExp, homes: readonly string[]])[] = [
  [/^@slack\//, ['slack', 'sandbox', 'logging.ts']],
  [/^(pg$|@prisma\/|@electric-sql\/)/, ['store']],
  [/^(date-fns|@date-fns\/)/, ['domain', 'digests']],
  [/^@holiday-jp\//, ['digests']],
  [/^prom-client$/, ['metrics']],
];

const roomOf = (path: string): string => path.split('/')[0] ?? '';
const isOurs = (to: string): boolean => /\.(ts|json)$/.test(to);

describe('who may import whom', () => {
  test.each(Object.entries(mayImport))('%s: besides itself %j', (room, allowed) => {
    const wrong = files
      .filter(({ path }) => roomOf(path) === room)
      .flatMap((file) => importsOf(file).map(({ to }) => ({ from: file.path, to })))
      .filter(({ to }) => isOurs(to) && roomOf(to) !== room && !allowed.some((each) => to.startsWith(each)));
    expect(wrong).toEqual([]);
  });

  test('every room has its rule', () => {
    expect([...new Set(files.map(({ path }) => roomOf(path)))].toSorted()).toEqual(
      Object.keys(mayImport).toSorted(),
    );
  });

  test('imports are found in all their forms', () => {
    const text = `import {\n  a,\n} from '../store/a.ts';\nimport './b.ts';\nexport { c } from 'c';
import type { D } from '../d.ts';\nconst e = await import('../../e.ts');\nconst from = 'nowhere';`;
    expect(importsOf({ path: 'slack/parts/x.ts', text }).map(({ to, isType }) => [to, isType])).toEqual([
      ['slack/store/a.ts', false],
      ['slack/parts/b.ts', false],
      ['c', false],
      ['slack/d.ts', true],
      ['e.ts', false],
    ]);
  });
});

test.each(packageHomes)('only its homes import %s', (name, homes) => {
  const wrong = files.filter(
    (file) => !homes.includes(roomOf(file.path)) && importsOf(file).some(({ to }) => name.test(to)),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('domain imports nothing but dates, and the sandbox of Slack only types', () => {
  const outside = (room: string) =>
    files
      .filter(({ path }) => roomOf(path) === room)
      .flatMap(importsOf)
      .filter(({ to }) => !isOurs(to));
  expect(outside('domain').filter(({ to }) => !/^(@date-fns\/tz|date-fns\/\w+)$/.test(to))).toEqual([]);
  expect(outside('sandbox').filter(({ to, isType }) => to.startsWith('@slack/') && !isType)).toEqual([]);
});

describe('what comes from outside is handed in', () => {
  test.each([
    ['the environment', /process\.env/, ['main.ts']],
    ["the system's clock", /new Date\(\)|Date\.now\b|performance\.now\b/, ['main.ts']],
  ])('only main reads %s', (_, reading, readers) => {
    const found = files.filter(({ path, text }) => !path.startsWith('sandbox/page/') && reading.test(text));
    expect(found.map(({ path }) => path)).toEqual(readers);
  });
});

test('no client of Slack writes to the terminal by itself: that would be no line of the log', () => {
  const loud = files.filter(
    ({ text }) => text.includes('new WebClient(') && !/silentLogger|digestClientOptions/.test(text),
  );
  expect(loud.map(({ path }) => path)).toEqual([]);
});

test('no file is longer than 250 lines', () => {
  const long = files.filter(({ text }) => text.trimEnd().split('\n').length > 250);
  expect(long.map(({ path }) => path)).toEqual([]);
});
