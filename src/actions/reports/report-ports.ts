import type { Author } from '../../domain/change.ts';
import type { EditionContent } from '../../domain/edition.ts';
import type { ReportFormat } from '../../domain/report-format.ts';
import type { ReportPicture } from '../../reports/write/report-picture.ts';
import type { ReadingPolicy } from '../may-read.ts';
import type { ProjectReader } from '../ports.ts';

/** What making the table as a file needs. */
export interface ReportPorts {
  readonly reader: ProjectReader;
  readonly editions: EditionBook;
  readonly policy: ReadingPolicy;
}

/** Makes the bytes of a file. Rejects where that fails or takes too long. */
export type ReportWriter = (
  content: EditionContent,
  order: {
    readonly format: ReportFormat;
    readonly at: Date;
    /** Behind the table, where the format holds pictures. */
    readonly pictures?: readonly ReportPicture[];
  },
) => Promise<Uint8Array>;

/** The editions of the store: those that were loaded, and those that were frozen as they were published. */
export interface EditionBook {
  /** What stands over and below the table of the newest edition that was loaded; null while there is none. */
  lastHead(): Promise<Pick<EditionContent, 'key' | 'title' | 'footer'> | null>;
  /** All frozen editions, the newest month first, of a month the last print first. */
  listFrozen(): Promise<readonly FrozenLabel[]>;
  /** The last print of the month `key` (`2020-08`), or that print; null where there is none. */
  findFrozen(key: string, print?: number): Promise<FrozenEdition | null>;
  /**
   * Keeps the edition for good, as the next print of its month. Where the last print of the month has the same
   * content, nothing is written and that one is given.
   */
  freeze(
    edition: Omit<FrozenEdition, 'print'>,
  ): Promise<{ readonly isNew: boolean; readonly label: FrozenLabel }>;
}

/** What is told of a frozen edition. */
export interface FrozenLabel {
  /** `2020-08` */
  readonly key: string;
  /** Counts the prints of a month, from 1. */
  readonly print: number;
  readonly title: string;
  /** SHA-256 of its content, hexadecimal. */
  readonly sha256: string;
  readonly frozenAt: Date;
  readonly by: Author;
}

export interface FrozenEdition extends FrozenLabel {
  /** The content in the format of edition files, word for word. */
  readonly content: string;
}
