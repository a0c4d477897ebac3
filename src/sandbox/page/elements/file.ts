import { el } from '../parts/dom.ts';
import { icon } from '../parts/icons.ts';
import type { PageFile } from '../protocol.ts';

/** A file of a message: a picture with its alt text, or a card from which it can be saved. */
export function drawFile(file: PageFile): HTMLElement {
  const address = `/ui/files/${encodeURIComponent(file.id)}`;
  if (file.mimetype.startsWith('image/')) return drawShownPicture(file, address);
  return el(
    'a',
    { class: 'file-card', href: address, download: file.name, 'aria-label': `${file.name} を保存` },
    el('span', { class: 'file-sign' }, icon('file')),
    el(
      'span',
      { class: 'file-words' },
      el('b', {}, file.title),
      el('span', {}, `${file.name}・${printSize(file.size)}`),
    ),
  );
}

function drawShownPicture({ title, altText }: PageFile, address: string): HTMLElement {
  const picture = el('img', { class: 'picture full', src: address, alt: altText ?? '', loading: 'lazy' });
  return el('figure', { class: 'block image' }, el('figcaption', {}, title), picture);
}

/** 820 B, 12 KB, 3.4 MB. */
export function printSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
