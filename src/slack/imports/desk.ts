import type { ImportPorts } from '../../actions/imports/review-import.ts';
import { accept, type Outcome } from '../../domain/outcome.ts';
import type { ReadGrid } from '../../reports/read/find-grid.ts';
import type { TableReader } from '../../reports/read/table-reader.ts';
import type { FileRefusal } from '../../reports/table/file-refusal.ts';
import type { FetchFile } from './fetch-file.ts';

/** What importing in Slack works with. */
export interface ImportDesk {
  readonly ports: ImportPorts;
  /**
   * The table in a file that the person has uploaded. A step of a review reads it again wherever it lands, so that
   * neither a restart nor a second process loses one; the last few are remembered.
   */
  readonly read: (
    file: string,
    uploader: string,
  ) => Promise<Outcome<ReadGrid, FileRefusal | { readonly kind: 'unreachable' }>>;
}

/** A review is a matter of minutes and of one file: more are read again. */
const remembered = 4;

/** A desk that fetches files with `fetchFile` and reads them with `readTable`. */
export function importDesk({
  ports,
  fetchFile,
  readTable,
}: {
  readonly ports: ImportPorts;
  readonly fetchFile: FetchFile;
  readonly readTable: TableReader;
}): ImportDesk {
  const known = new Map<string, ReadGrid>();
  return {
    ports,
    read: async (file, uploader) => {
      const key = `${file} ${uploader}`;
      const before = known.get(key);
      if (before !== undefined) return accept(before);
      const fetched = await fetchFile(file, uploader);
      if (!fetched.ok) return fetched;
      const read = await readTable(fetched.value);
      if (!read.ok) return read;
      known.set(key, read.value);
      const [oldest] = known.keys();
      if (known.size > remembered && oldest !== undefined) known.delete(oldest);
      return read;
    },
  };
}
