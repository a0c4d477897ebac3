import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { Camera } from './camera.ts';

/** Which picture stands beside which point of docs/experience.md: chapter and name, in Japanese. */
const pointPictures: Readonly<Record<number, string>> = {
  1: 'first-steps/welcome',
  2: 'home/todo',
  3: 'empty/administrator',
  4: 'first-steps/unknown',
  5: 'events/complete-event',
  6: 'recording/value',
  7: 'recording/record-errors',
  8: 'trouble/waiting',
  9: 'recording/value-written',
  10: 'events/delete-milestone',
  11: 'sharing/share-done',
  12: 'digests/preview',
  13: 'digests/digest-phone',
  14: 'digests/digest',
  15: 'digests/digest-quiet',
  16: 'events/overdue-phone',
  17: 'reading/indicators',
  18: 'reading/agenda',
  19: 'words/search',
  20: 'people/grant-role',
  21: 'digests/list-paused',
  22: 'digests/settings',
  23: 'reminders/lead-phone',
  24: 'proposals/asked',
  25: 'home/lead-phone',
  26: 'recording/which-project',
  27: 'trouble/failure',
  28: 'events/conflict',
  29: 'reports/file',
  30: 'manage/refused',
};

const docs = new URL('../../docs/experience/', import.meta.url);
/** Of a long message the beginning is enough. */
const mostHeight = 620;

/** Makes the small pictures of docs/experience.md out of those of the book. */
export async function takePoints(camera: Camera, folder: URL): Promise<void> {
  await rm(docs, { recursive: true, force: true });
  await mkdir(docs, { recursive: true });
  for (const [point, picture] of Object.entries(pointPictures)) {
    const page = new URL(`point-${point}.html`, folder);
    const style = `body{margin:0;max-height:${mostHeight}px;overflow:hidden}img{width:100%;display:block}`;
    const narrow = picture.endsWith('-phone');
    await writeFile(page, `<!doctype html><style>${style}</style><body><img src="ja/${picture}.png" alt="">`);
    const small = await camera.photograph(page, { width: narrow ? 300 : 480, quality: 45 });
    await writeFile(new URL(`${point.padStart(2, '0')}.webp`, docs), small);
    await rm(page);
  }
}
