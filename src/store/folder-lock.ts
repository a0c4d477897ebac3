import { stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { type DataFolder, unwritable } from './data-folder.ts';
import { codeOf, StoreRefusal } from './refusal.ts';

/** How often the holder touches the lock, and after how long without a touch it counts as dead; milliseconds. */
export interface Heartbeat {
  readonly every: number;
  readonly deadAfter: number;
}

const defaultHeartbeat: Heartbeat = { every: 3_000, deadAfter: 10_000 };

/**
 * Takes the folder for this process and gives the function that lets it go. Two processes on one folder would
 * damage it without a word, so the holder touches the lock as long as it lives. A holder that is seen alive is
 * refused at once; one that died is waited for until `deadAfter`. `onLost` is called when the lock was taken away
 * (the process was stopped for longer than `deadAfter`, the folder was removed): the process has to end.
 *
 * @throws StoreRefusal `folder-in-use` or `folder-unwritable`
 */
export async function lockFolder({
  folder,
  onLost,
  heartbeat = defaultHeartbeat,
}: LockRequest): Promise<Release> {
  const watch: { lost: Error | null; tell: (error: Error) => void } = { lost: null, tell: () => undefined };
  const onCompromised = (error: Error) => {
    watch.lost = error;
    watch.tell(error);
  };
  const { release, tookOver } = await waitForLock({ folder, heartbeat, onCompromised });
  // Of two that take a dead holder's lock at the same moment, one has lost it at its first touch.
  if (tookOver) await wait(heartbeat.every + pause);
  if (watch.lost !== null) throw inUse(folder);
  watch.tell = onLost;
  return release;
}

type Release = () => Promise<void>;

interface LockRequest {
  readonly folder: DataFolder;
  readonly onLost: (error: Error) => void;
  readonly heartbeat?: Heartbeat;
}

const pause = 200;

async function waitForLock({
  folder,
  heartbeat,
  onCompromised,
}: {
  folder: DataFolder;
  heartbeat: Heartbeat;
  onCompromised: (error: Error) => void;
}): Promise<{ release: Release; tookOver: boolean }> {
  let seen = await lastTouch(folder);
  const attempts = Math.ceil((heartbeat.deadAfter + heartbeat.every) / pause);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const release = await tryLock(folder, heartbeat, onCompromised);
    if (release !== null) return { release, tookOver: seen !== null };
    await wait(pause);
    const touch = await lastTouch(folder);
    if (seen !== null && touch !== null && touch !== seen) throw inUse(folder);
    seen = touch;
  }
  throw inUse(folder);
}

async function tryLock(
  folder: DataFolder,
  heartbeat: Heartbeat,
  onCompromised: (error: Error) => void,
): Promise<Release | null> {
  try {
    return await lockfile.lock(folder.own, {
      lockfilePath: folder.lock,
      stale: heartbeat.deadAfter,
      update: heartbeat.every,
      onCompromised,
    });
  } catch (error) {
    if (codeOf(error) === 'ELOCKED') return null;
    throw unwritable(folder.root, error);
  }
}

async function lastTouch(folder: DataFolder): Promise<number | null> {
  return stat(folder.lock).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );
}

function inUse({ root }: DataFolder): StoreRefusal {
  const message = `The data folder ${root} is in use by another process. Stop that one first, or name another folder; several processes at once need a PostgreSQL server.`;
  return new StoreRefusal('folder-in-use', message);
}
