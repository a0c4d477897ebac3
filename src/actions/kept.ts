/** A reading, and which projects were changed since it began. */
interface Entry<Value> {
  readonly reading: Promise<Value>;
  /** What was read, once it is there. */
  value?: Value;
  readonly changed: ReadonlySet<string>;
}

/** Readings by what was asked for; the first key is the one that was used longest ago. */
export type Kept<Key, Value> = Map<Key, Entry<Value>>;

interface Keeping<Key, Value> {
  readonly key: Key;
  readonly most: number;
  readonly read: () => Promise<Value>;
  /** Reads again what the changed projects have to do with. */
  readonly mend: (value: Value, changed: ReadonlySet<string>) => Promise<Value>;
}

/** Beyond as many it is as well to read everything again. */
const mostToMend = 100;

const nothing: ReadonlySet<string> = new Set();

/** The value under the key: kept, mended or read. Forgets those that were used longest ago, and whatever failed. */
export function keep<Key, Value>(kept: Kept<Key, Value>, keeping: Keeping<Key, Value>): Promise<Value> {
  const { key, most } = keeping;
  const entry = current(kept, keeping);
  kept.delete(key);
  kept.set(key, entry);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return entry.reading;
}

function current<Key, Value>(kept: Kept<Key, Value>, { key, read, mend }: Keeping<Key, Value>): Entry<Value> {
  const entry = kept.get(key);
  if (entry === undefined) return reading(kept, key, read());
  if (entry.changed.size === 0) return entry;
  return reading(
    kept,
    key,
    entry.reading.then((value) => mend(value, entry.changed)),
  );
}

function reading<Key, Value>(kept: Kept<Key, Value>, key: Key, value: Promise<Value>): Entry<Value> {
  const entry: Entry<Value> = { reading: value, changed: nothing };
  const forget = () => {
    if (kept.get(key) === entry) kept.delete(key);
  };
  value.then((found) => {
    entry.value = found;
    if (found === null) forget();
  }, forget);
  return entry;
}

/**
 * What is left when these projects have changed. `isStill` tells of a value that is there already whether it holds as it
 * is; the others remember what to mend when they are used next.
 */
export function without<Key, Value>(
  kept: Kept<Key, Value>,
  changed: ReadonlySet<string>,
  isStill?: (value: Value) => boolean,
): Kept<Key, Value> {
  const left: Kept<Key, Value> = new Map();
  for (const [key, entry] of kept) {
    if (isStill !== undefined && entry.value !== undefined) {
      if (isStill(entry.value)) left.set(key, entry);
    } else {
      const all = new Set([...entry.changed, ...changed]);
      if (all.size <= mostToMend) left.set(key, { reading: entry.reading, changed: all });
    }
  }
  return left;
}
