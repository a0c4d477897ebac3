import { el } from '../parts/dom.ts';
import { type Json, objectIn, stringIn } from '../parts/json.ts';

/**
 * A picture from `image_url` or `slack_file`; its alt text in a frame when it cannot be loaded (the page's security
 * policy lets in pictures of the sandbox only).
 */
export function drawPicture(json: Json, size: 'full' | 'thumbnail' | 'icon'): HTMLElement {
  const file = objectIn(json, 'slack_file');
  const alt = stringIn(json, 'alt_text');
  const src = stringIn(json, 'image_url') || (file === null ? '' : stringIn(file, 'url'));
  const picture = el('img', { class: `picture ${size}`, src, alt, loading: 'lazy' });
  picture.onerror = () =>
    picture.replaceWith(el('span', { class: `picture missing ${size}`, role: 'img' }, alt));
  return picture;
}
