/** Where a term stands, and how it is read. */
export interface TermRow {
  readonly term: string;
  reading: string | null;
  /** One number a document: its slot × 64 + the weight of the term there. Small integers need no memory of their own. */
  postings: number[];
}

/** The slot of a posting. */
export function slotOf(posting: number): number {
  return posting >>> 6;
}

/** The weight of a posting in eighths. */
export function weightOf(posting: number): number {
  return posting & 63;
}

interface Listing {
  readonly text: string;
  readonly starts: readonly number[];
  readonly rows: readonly TermRow[];
}

/** The terms of an index with their postings, found by their writing or by the beginning of their reading. */
export class TermTable {
  readonly #rows = new Map<string, TermRow>();
  #readings: { readonly reading: string; readonly row: TermRow }[] = [];
  #isSorted = true;
  /** All terms in one text, a line each, with the row of each and where it begins; null when terms have come or gone. */
  #listing: Listing | null = null;

  /** Adds a posting. The first reading that is told stays. */
  add(term: string, reading: string | null, posting: number): void {
    const row = this.#rows.get(term) ?? this.#insert(term);
    row.postings.push(posting);
    if (row.reading === null && reading !== null && reading !== '') this.#tellReading(row, reading);
  }

  get(term: string): TermRow | undefined {
    return this.#rows.get(term);
  }

  rows(): IterableIterator<TermRow> {
    return this.#rows.values();
  }

  get size(): number {
    return this.#rows.size;
  }

  /** The rows whose reading begins so, at most `most`, the nearest in length first. */
  startingWithReading(beginning: string, most: number): readonly TermRow[] {
    this.#sort();
    const found: TermRow[] = [];
    for (let at = this.#firstFrom(beginning); at < this.#readings.length; at += 1) {
      const each = this.#readings[at];
      if (each === undefined || !each.reading.startsWith(beginning)) break;
      found.push(each.row);
    }
    return found.toSorted((a, b) => (a.reading?.length ?? 0) - (b.reading?.length ?? 0)).slice(0, most);
  }

  /** The rows whose term holds the text somewhere, itself included. */
  containing(text: string): readonly TermRow[] {
    this.#listing ??= this.#list();
    const { text: all, starts, rows } = this.#listing;
    const found: TermRow[] = [];
    for (let at = all.indexOf(text); at >= 0; ) {
      const line = firstFrom(starts.length, (index) => (starts[index] ?? 0) > at) - 1;
      const row = rows[line];
      if (row !== undefined) found.push(row);
      const next = starts[line + 1];
      at = next === undefined ? -1 : all.indexOf(text, next);
    }
    return found;
  }

  /** Renumbers the postings; those for which `renumber` gives null go, and with its last one a term. */
  rebuild(renumber: (slot: number) => number | null): void {
    for (const row of this.#rows.values()) {
      row.postings = row.postings.flatMap((posting) => {
        const slot = renumber(slotOf(posting));
        return slot === null ? [] : [slot * 64 + weightOf(posting)];
      });
      if (row.postings.length === 0) this.#rows.delete(row.term);
    }
    this.#readings = this.#readings.filter(({ row }) => row.postings.length > 0);
    this.#listing = null;
  }

  #insert(term: string): TermRow {
    const row: TermRow = { term, reading: null, postings: [] };
    this.#rows.set(term, row);
    this.#listing = null;
    return row;
  }

  #tellReading(row: TermRow, reading: string): void {
    row.reading = reading;
    this.#readings.push({ reading, row });
    this.#isSorted = false;
  }

  #sort(): void {
    if (this.#isSorted) return;
    this.#readings.sort((a, b) => Number(a.reading > b.reading) - Number(a.reading < b.reading));
    this.#isSorted = true;
  }

  #list(): Listing {
    const rows = [...this.#rows.values()];
    const starts: number[] = [];
    let length = 0;
    for (const { term } of rows) {
      starts.push(length);
      length += term.length + 1;
    }
    return { text: rows.map(({ term }) => `${term}\n`).join(''), starts, rows };
  }

  /** The first reading that does not stand before `reading`. */
  #firstFrom(reading: string): number {
    return firstFrom(this.#readings.length, (at) => (this.#readings[at]?.reading ?? '') >= reading);
  }
}

/** Binary search: the first of `count` places from which on `holds` is true. */
function firstFrom(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
