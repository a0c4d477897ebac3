import type { EditionContent } from '../domain/edition.ts';
import { asOfColumns } from './period-rows.ts';
import { checksumOf } from './storable.ts';

/** The row of an edition, however its content comes into the store. */
export function editionRow(content: EditionContent, { id, at }: { readonly id: string; readonly at: Date }) {
  const { key, title, asOf, footer } = content;
  return {
    id,
    key,
    title,
    checksum: editionChecksum(content),
    loadedAt: at,
    ...asOfColumns(asOf),
    footer: [...footer],
  };
}

/** Without the footer, so that an edition is the same as one that was loaded before footers were kept. */
export function editionChecksum({ footer: _footer, ...table }: EditionContent): string {
  return checksumOf(table);
}
