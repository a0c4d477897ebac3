import { el } from '../parts/dom.ts';
import { type Json, objectIn, stringIn } from '../parts/json.ts';

/**
 * A picture from `image_url` or `slack_file`; its alt text in a frame when it cannot be loaded (the page's security
 * policy lets in pictures of the sandbox only).
 */
export function drawPicture(json: Json, size: 'full' | 'thumbnail' | 'icon'): HTMLElement {
  const file = objectIn(json, 'slack_file');
  const alt = stringIn(json, 'alt_text');
  const src = stringIn(json, 'image_url') || (file === null ? '' : addressOf(file));
  const picture = el('img', { class: `picture ${size}`, src, alt, loading: 'lazy' });
  picture.onerror = () =>
    picture.replaceWith(el('span', { class: `picture missing ${size}`, role: 'img' }, alt));
  return picture;
}

/** Where the page finds a file of the workspace, which a block names by its id or by its private address. */
function addressOf(file: Json): string {
  const id = stringIn(file, 'id') || /\/files-pri\/\w+-(\w+)\//.exec(stringIn(file, 'url'))?.[1];
  return id ? `/ui/files/${encodeURIComponent(id)}` : stringIn(file, 'url');
}
