import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../src/', import.meta.url));

/** A file of src with its path from there (`domain/rate.ts`) and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file of src but the generated ones. */
export function sourceFiles(): readonly SourceFile[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.startsWith('generated/'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** What the file imports or re-exports: a path from src (`domain/rate.ts`) or the name of a package. */
export function importsOf({
  path,
  text,
}: SourceFile): readonly { readonly to: string; readonly isType: boolean }[] {
  const statements = text.matchAll(
    /^(?:import|export)\s(type\s)?[^;]*?from\s'([^']+)'|\bimport[\s(]+'([^']+)'/gm,
  );
  return [...statements].map(([, type, from = '', called = '']) => {
    const name = from || called;
    const to = name.startsWith('.') ? relative(root, join(root, dirname(path), name)) : name;
    return { to: to.replaceAll('\\', '/'), isType: type !== undefined };
  });
}
