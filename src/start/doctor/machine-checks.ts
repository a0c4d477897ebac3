import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { holidaysEndSoon, holidaysKnownUntil } from '../../digests/holidays.ts';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { type Finding, finder } from './finding.ts';

/** Whether this Node can run the program: `engines` of package.json says 20.19 or newer. */
export function judgeNode(version: string): Finding {
  const { ok, warning, fault } = finder('node', 'Node.js');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < 20 || (major === 20 && minor < 19);
  if (isOld) return fault(`Node.js ${version}`, 'Install Node.js 20.19 or newer.');
  return major % 2 === 1
    ? warning(`Node.js ${version} is no long-term release`, 'Install an even version.')
    : ok(`Node.js ${version}`);
}

/** Whether digests know the holidays of the year to come. */
export function judgeHolidays(today: CalendarDay, knownUntil: CalendarDay = holidaysKnownUntil): Finding {
  const { ok, warning, fault } = finder('holidays', '祝日カレンダー');
  const line = `known until ${knownUntil}`;
  const todo = 'Update the program: npm install @holiday-jp/holiday_jp@latest, npm run lock, build.';
  if (today > knownUntil) return fault(line, todo);
  return holidaysEndSoon(today, knownUntil) ? warning(line, todo) : ok(line);
}

const gigabyte = 1_000_000_000;
const faultBytes = 0.2 * gigabyte;
const warningBytes = 2 * gigabyte;

/** What a folder of data is like. */
export interface FolderFacts {
  readonly writable: boolean;
  /** Whether others on the machine may read what is in it. */
  readonly open: boolean;
  readonly freeBytes: number;
}

/** Looks at the folder of the embedded store, or at where it would be made; null where neither can be. */
export async function lookAtFolder(dataDir: string): Promise<FolderFacts | null> {
  const own = path.join(path.resolve(dataDir), 'database');
  for (let place = own; ; place = path.dirname(place)) {
    const found = await stat(place).catch(() => null);
    if (found !== null) {
      const disk = await statfs(place);
      return {
        writable: await mayWrite(place),
        open: place === own && process.platform !== 'win32' && (found.mode & 0o077) !== 0,
        freeBytes: disk.bavail * disk.bsize,
      };
    }
    if (place === path.dirname(place)) return null;
  }
}

function mayWrite(place: string): Promise<boolean> {
  return access(place, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Whether the embedded store can keep what it is given. */
export function judgeFolder(dataDir: string, facts: FolderFacts | null): Finding {
  const { ok, warning, fault } = finder('folder', 'データの保存先');
  if (facts === null || !facts.writable) {
    return fault(
      `${dataDir} cannot be written`,
      'Give the account that runs the bot the right to it, or set DATA_DIR.',
    );
  }
  const free = `${(facts.freeBytes / gigabyte).toFixed(1)} GB free`;
  const space = 'Make room on the disk: a full one stops all writes.';
  if (facts.freeBytes < faultBytes) return fault(`${dataDir}: ${free}`, space);
  if (facts.freeBytes < warningBytes) return warning(`${dataDir}: ${free}`, space);
  return facts.open
    ? warning(`${dataDir}: others on this machine can read it`, 'chmod 700 on the folder database in it.')
    : ok(`${dataDir}: ${free}`);
}
