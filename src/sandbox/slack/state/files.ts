import type { Changes } from './changes.ts';
import { newId, newSecret } from './ids.ts';

/** A file of the workspace, from the moment its address to be uploaded to was given out. */
export interface StoredFile {
  readonly id: string;
  /** Who uploads it: the bot, or a person. */
  readonly user: string;
  /** The file name with its ending. */
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  /** Announced size in bytes. */
  readonly size: number;
  /** What screen readers say of a picture. */
  readonly altText: string | null;
  /** Milliseconds on the product's clock. */
  readonly created: number;
  /** Null until the bytes have come. */
  readonly bytes: Buffer | null;
  /** Whether the upload was finished; nobody but the uploader knows of a file before. */
  readonly complete: boolean;
  /** The messages that show it. */
  readonly shares: readonly FileShare[];
}

export interface FileShare {
  readonly conversation: string;
  readonly ts: string;
  readonly threadTs: string | null;
}

type NewFile = Pick<StoredFile, 'user' | 'name' | 'size' | 'created'> & Partial<StoredFile>;

export interface Files {
  /** Takes up a file; `key` is the secret part of the address that its bytes are sent to. */
  begin(file: NewFile): { readonly file: StoredFile; readonly key: string };
  find(id: string): StoredFile | null;
  /** The file whose bytes are awaited under this key. */
  awaited(key: string): StoredFile | null;
  change(id: string, changes: Partial<Omit<StoredFile, 'id'>>): StoredFile;
  all(): readonly StoredFile[];
}

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  json: 'application/json',
  zip: 'application/zip',
};

/** The ending of a file name in small letters, without its dot; empty where there is none. */
export function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The files of the workspace, in memory. */
export function createFiles({ changes }: { readonly changes: Changes }): Files {
  const files = new Map<string, StoredFile>();
  const keys = new Map<string, string>();
  const keep = (file: StoredFile): StoredFile => {
    files.set(file.id, file);
    changes.happened();
    return file;
  };
  const find = (id: string): StoredFile | null => files.get(id) ?? null;
  return {
    begin: (wanted) => {
      const file = keep({
        id: newId('F'),
        title: wanted.name,
        mimetype: TYPES[endingOf(wanted.name)] ?? 'application/octet-stream',
        altText: null,
        bytes: null,
        complete: false,
        shares: [],
        ...wanted,
      });
      const key = newSecret();
      keys.set(key, file.id);
      return { file, key };
    },
    find,
    awaited: (key) => find(keys.get(key) ?? ''),
    change: (id, changed) => {
      const before = find(id);
      if (before === null) throw new Error(`there is no file ${id}`);
      return keep({ ...before, ...changed });
    },
    all: () => [...files.values()],
  };
}
