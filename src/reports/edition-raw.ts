/** A value of a JSON document with the place where it stands. */
export interface Raw {
  readonly value: unknown;
  readonly path: readonly PropertyKey[];
}

/** The member of that name; undefined where the value is no object or has none. */
export function member({ value, path }: Raw, key: string): Raw {
  const found = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return { value: found, path: [...path, key] };
}

/** The items of the member of that name; none where it is no list. */
export function items(raw: Raw, key: string): readonly Raw[] {
  const { value, path } = member(raw, key);
  return Array.isArray(value) ? value.map((item: unknown, at) => ({ value: item, path: [...path, at] })) : [];
}

/** The text without blanks around it; null where the value is none. */
export function textOf({ value }: Raw): string | null {
  return typeof value === 'string' ? value.trim() : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
