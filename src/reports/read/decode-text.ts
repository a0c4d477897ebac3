import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import type { FileRefusal } from '../table/file-refusal.ts';

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one, otherwise Shift_JIS (Windows-31J), as
 * Excel in Japan writes it. Refuses bytes that are none of them.
 */
export function decodeText(bytes: Uint8Array): Outcome<string, FileRefusal> {
  for (const encoding of encodingsOf(bytes)) {
    const text = decoded(bytes, encoding);
    if (text !== null) return accept(text);
  }
  return refuse({ kind: 'unknown-encoding' });
}

function encodingsOf([first, second]: Uint8Array): readonly string[] {
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  return ['utf-8', 'shift_jis'];
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // A picture or a program is no text, whatever it decodes to.
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
