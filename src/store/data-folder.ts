import { access, chmod, constants, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, messageOf, StoreRefusal } from './refusal.ts';

/** The major version of the PostgreSQL inside PGlite: it opens no folder of another one. */
export const postgresMajor = '18';

/** The places inside an operator's data folder. */
export interface DataFolder {
  /** The folder that the operator named, absolute. */
  readonly root: string;
  /** Ours alone (mode 0700); all that follows lies in it. */
  readonly own: string;
  /** PostgreSQL's folder. */
  readonly cluster: string;
  /** Where a new cluster is made before it is moved to its place. */
  readonly unfinished: string;
  readonly lock: string;
}

/**
 * Makes the data folder if it is not there and sees that it can be written. Others on the machine cannot read
 * what is in it; the mode of a folder that was there before is left as it is.
 *
 * @throws StoreRefusal `folder-unwritable`
 */
export async function prepareDataFolder(dataDir: string): Promise<DataFolder> {
  const root = path.resolve(dataDir);
  const own = path.join(root, 'database');
  try {
    await mkdir(own, { recursive: true, mode: 0o700 });
    await chmod(own, 0o700);
    await access(own, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unwritable(root, error);
  }
  return {
    root,
    own,
    cluster: path.join(own, 'cluster'),
    unfinished: path.join(own, 'cluster.new'),
    lock: path.join(own, 'lock'),
  };
}

/** The refusal of a folder in which `error` came up. */
export function unwritable(root: string, error: unknown): StoreRefusal {
  const message = `The data folder ${root} cannot be written (${messageOf(error)}). Give the account that runs this program the right to it, or name another folder.`;
  return new StoreRefusal('folder-unwritable', message, error);
}

/**
 * Whether there is a cluster in the folder that this program can open; false if there is none yet.
 *
 * @throws StoreRefusal `wrong-major` or `folder-damaged`
 */
export async function hasCluster({ root, cluster }: DataFolder): Promise<boolean> {
  const found = await clusterVersion(cluster);
  if (found === postgresMajor) return true;
  if (found === null) {
    if (!(await exists(cluster))) return false;
    const message = `The data folder ${root} holds a damaged database: ${path.join(cluster, 'PG_VERSION')} is missing. Restore a backup, or name another folder.`;
    throw new StoreRefusal('folder-damaged', message);
  }
  const message = `The data folder ${root} was written by PostgreSQL ${found}, this program brings ${postgresMajor}. Start the version of this program that wrote it, or name another folder.`;
  throw new StoreRefusal('wrong-major', message);
}

async function clusterVersion(cluster: string): Promise<string | null> {
  try {
    return (await readFile(path.join(cluster, 'PG_VERSION'), 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function exists(place: string): Promise<boolean> {
  return access(place).then(
    () => true,
    () => false,
  );
}
