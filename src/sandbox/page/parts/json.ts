/** A piece of Block Kit as it came over the wire: nothing about its fields is known until one of these readers asks. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether the value is an object with fields. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object in a field, or null. */
export function objectIn(json: Json, field: string): Json | null {
  const value = json[field];
  return isJson(value) ? value : null;
}

/** The objects of a list in a field; empty when there is no list. */
export function objectsIn(json: Json, field: string): readonly Json[] {
  const value = json[field];
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** The string in a field; empty when it is none. */
export function stringIn(json: Json, field: string): string {
  const value = json[field];
  return typeof value === 'string' ? value : '';
}

/** The strings of a list in a field. */
export function stringsIn(json: Json, field: string): readonly string[] {
  const value = json[field];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The number in a field, also when Block Kit wants it as a string ("min_value": "0"); null when it is none. */
export function numberIn(json: Json, field: string): number | null {
  const value = json[field];
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
    return Number(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The words of a text object in a field (`{type, text}`), unformatted; empty when it is none. */
export function wordsIn(json: Json, field: string): string {
  const text = objectIn(json, field);
  return text === null ? '' : stringIn(text, 'text');
}
