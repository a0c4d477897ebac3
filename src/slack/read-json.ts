import type { z } from 'zod';

/**
 * What the value of a button or the metadata of a view says: whatever a stranger may have written there. Null where it
 * is no JSON, or not what the schema says.
 */
export function readJson<Value>(schema: z.ZodType<Value>, text: string | undefined): Value | null {
  try {
    const read = schema.safeParse(JSON.parse(text ?? ''));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
