import type { SearchDocument } from '../documents.ts';
import type { Cutter } from '../tokeniser.ts';
import type { IndexEntry } from './entry.ts';
import { slotOf, TermTable } from './term-table.ts';

/** A document in the index. */
export interface IndexedDocument {
  readonly document: SearchDocument;
  readonly length: number;
  readonly by: Cutter;
}

/** Below this many dead slots nothing is gained by taking them out. */
const fewDead = 200;

/**
 * The inverted index: documents in numbered slots, and for each word and each pair of neighbours the slots where
 * it stands. A removed document leaves its slot empty until a quarter of them is.
 */
export class SearchIndex {
  readonly words = new TermTable();
  readonly pairs = new TermTable();
  #slots: (IndexedDocument | null)[] = [];
  /** By slot, -1 where it is empty. Beside the documents, since ranking looks at thousands of them. */
  #lengthsOf: number[] = [];
  #projectsOf: number[] = [];
  #isHeadOf: boolean[] = [];
  readonly #byProject = new Map<number, number[]>();
  #alive = 0;
  #lengths = 0;
  #revision = 0;

  /** Counts the changes: what was derived from an earlier revision is out of date. */
  get revision(): number {
    return this.#revision;
  }

  /** How many documents there are. */
  get size(): number {
    return this.#alive;
  }

  /** How many slots there are, empty ones included. */
  get slotCount(): number {
    return this.#slots.length;
  }

  /** The mean length of a document, at least 1. */
  get meanLength(): number {
    return this.#alive === 0 ? 1 : Math.max(1, this.#lengths / this.#alive);
  }

  at(slot: number): IndexedDocument | null {
    return this.#slots[slot] ?? null;
  }

  /** The length of the document in the slot; -1 of an empty one. */
  lengthAt(slot: number): number {
    return this.#lengthsOf[slot] ?? -1;
  }

  /** The number of the project whose line is in the slot; -1 of an empty one. */
  projectAt(slot: number): number {
    return this.#projectsOf[slot] ?? -1;
  }

  /** Whether the slot holds the name of a project. */
  isHeadAt(slot: number): boolean {
    return this.#isHeadOf[slot] ?? false;
  }

  /** The slots of a project, in the order of its lines as they came. */
  slotsOf(projectNumber: number): readonly number[] {
    return this.#byProject.get(projectNumber) ?? [];
  }

  projectNumbers(): readonly number[] {
    return [...this.#byProject.keys()];
  }

  /** Whether some document that is still there holds the word. */
  holds(postings: readonly number[]): boolean {
    return postings.some((posting) => this.at(slotOf(posting)) !== null);
  }

  /** In one step: of the project stay the documents that `stays` names, all others go, the entries come. */
  change(
    projectNumber: number,
    { stays, entries }: { stays: (indexed: IndexedDocument) => boolean; entries: readonly IndexEntry[] },
  ): void {
    this.#revision += 1;
    const kept: number[] = [];
    for (const slot of this.slotsOf(projectNumber)) {
      const indexed = this.at(slot);
      if (indexed !== null && stays(indexed)) kept.push(slot);
      else if (indexed !== null) this.#clear(slot, indexed);
    }
    const added = entries.map((entry) => this.#add(entry));
    const slots = [...kept, ...added];
    if (slots.length === 0) this.#byProject.delete(projectNumber);
    else this.#byProject.set(projectNumber, slots);
    const dead = this.#slots.length - this.#alive;
    if (dead > fewDead && dead * 4 > this.#slots.length) this.compact();
  }

  /** Takes the empty slots out. Costs a walk over all postings. */
  compact(): void {
    const numbers: (number | null)[] = [];
    const slots = this.#slots.filter((indexed) => indexed !== null);
    let next = 0;
    for (const indexed of this.#slots) {
      numbers.push(indexed === null ? null : next);
      if (indexed !== null) next += 1;
    }
    const renumber = (slot: number): number | null => numbers[slot] ?? null;
    this.words.rebuild(renumber);
    this.pairs.rebuild(renumber);
    for (const [project, old] of this.#byProject) {
      this.#byProject.set(
        project,
        old.flatMap((slot) => renumber(slot) ?? []),
      );
    }
    this.#slots = slots;
    this.#lengthsOf = slots.map(({ length }) => length);
    this.#projectsOf = slots.map(({ document }) => document.projectNumber);
    this.#isHeadOf = slots.map(({ document }) => document.kind === 'project');
  }

  #add({ terms, ...indexed }: IndexEntry): number {
    const slot = this.#append(indexed);
    for (const { term, reading, isPair, weight } of terms) {
      (isPair ? this.pairs : this.words).add(term, reading, slot * 64 + weight);
    }
    return slot;
  }

  #append(indexed: IndexedDocument): number {
    this.#lengthsOf.push(indexed.length);
    this.#projectsOf.push(indexed.document.projectNumber);
    this.#isHeadOf.push(indexed.document.kind === 'project');
    this.#alive += 1;
    this.#lengths += indexed.length;
    return this.#slots.push(indexed) - 1;
  }

  #clear(slot: number, { length }: IndexedDocument): void {
    this.#slots[slot] = null;
    this.#lengthsOf[slot] = -1;
    this.#projectsOf[slot] = -1;
    this.#isHeadOf[slot] = false;
    this.#alive -= 1;
    this.#lengths -= length;
  }
}
