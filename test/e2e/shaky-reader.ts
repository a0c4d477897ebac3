import type { ProjectReader } from '../../src/actions/ports.ts';

/** A reader over a real store that a test can hold up, break and mend. */
export interface ShakyReader extends ProjectReader {
  /** Lets no call through from now on. */
  hold(): void;
  /** Lets those waiting and all later ones through. */
  release(): void;
  /** Rejects every call from now on. */
  breakDown(): void;
  /** Resolves when a call waits. */
  waitedFor(): Promise<void>;
}

/** The reader, steady until the test says otherwise. */
export function shakyReader(reader: ProjectReader): ShakyReader {
  let open = Promise.resolve();
  let release = () => {};
  let arrive = () => {};
  let arrived = Promise.resolve();
  let broken = false;
  const through = async <Value>(read: () => Promise<Value>): Promise<Value> => {
    arrive();
    await open;
    if (broken) throw new Error('the connection to the database was lost');
    return read();
  };
  return {
    revision: () => through(() => reader.revision()),
    listProjects: () => through(() => reader.listProjects()),
    findProject: (number) => through(() => reader.findProject(number)),
    findScheduled: (span) => through(() => reader.findScheduled(span)),
    hold: () => {
      open = new Promise((resolve) => {
        release = resolve;
      });
      arrived = new Promise((resolve) => {
        arrive = resolve;
      });
    },
    release: () => {
      broken = false;
      release();
    },
    breakDown: () => {
      broken = true;
    },
    waitedFor: () => arrived,
  };
}
