import { fsyncSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** Emscripten's file system over a folder of Node's, as far as it is changed here. */
interface NodeFileSystem {
  readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number };
}

/**
 * PGlite's folder on disk with the `fsync` that it lacks: without it PostgreSQL believes that a commit is on the
 * disk when it is in the system's memory, and a power cut can damage the folder. `sync` gets the descriptor of a
 * file and returns when its content is on the disk. Open the database with `durableStartParams` as well.
 *
 * Relies on the inside of one version of PGlite: package.json pins it, and a test counts the calls.
 */
export class DurableNodeFs extends NodeFS {
  readonly #sync: (descriptor: number) => void;

  constructor(folder: string, sync: (descriptor: number) => void = fsyncSync) {
    super(folder);
    this.#sync = sync;
  }

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const result = await super.init(...args);
    const preRun = result.emscriptenOpts.preRun ?? [];
    preRun.push((module) => {
      const files = module.NODEFS as unknown as NodeFileSystem;
      files.stream_ops.fsync = ({ nfd }) => {
        this.#sync(nfd);
        return 0;
      };
    });
    return { emscriptenOpts: { ...result.emscriptenOpts, preRun } };
  }
}

/** How PGlite starts PostgreSQL, but with fsync: `-F` turns it off. */
export const durableStartParams: readonly string[] = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  '-c',
  'wal_sync_method=fsync',
  // PGlite takes 128 MB for what the table of a prefecture fills with two.
  '-c',
  'shared_buffers=16MB',
];
