import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { Language } from '../../src/domain/person.ts';
import type { Camera } from './camera.ts';
import type { Chapter } from './chapter.ts';

/** One picture of the book. */
export interface Picture {
  readonly chapter: string;
  readonly language: Language;
  readonly name: string;
  readonly caption: string;
  readonly width: number;
  readonly kind: string;
  /** What can be read on it. */
  readonly words: string;
  readonly overflows: boolean;
  /** The functions that were called for it, as `drawingFunctions` names them. */
  readonly draws: readonly string[];
}

interface Book {
  readonly pictures: readonly Picture[];
  readonly chapters: readonly Chapter[];
  /** Functions of which no picture was taken. */
  readonly missing: readonly string[];
  readonly camera: Camera;
  /** Where the pictures are, below it by language and chapter. */
  readonly folder: URL;
  /** Whether the sheets of docs are renewed. */
  readonly publish: boolean;
}

const docs = new URL('../../docs/picture-book/', import.meta.url);
const sheetWidth = 1_380;
const quality = 40;

/** Makes a page to browse for each chapter and, where it is to be published, a sheet of it, and the contents. */
export async function bind(book: Book): Promise<void> {
  const { folder, chapters, pictures, camera, publish } = book;
  if (publish) {
    await rm(docs, { recursive: true, force: true });
    await mkdir(docs, { recursive: true });
  }
  for (const language of ['ja', 'en'] as const) {
    for (const chapter of chapters) {
      const own = pictures.filter((each) => each.chapter === chapter.id && each.language === language);
      const page = new URL(`${language}/${chapter.id}.html`, folder);
      await writeFile(page, pageOf(chapter, own));
      if (!publish) continue;
      const sheet = await camera.photograph(page, { width: sheetWidth, quality });
      await writeFile(new URL(`${chapter.id}-${language}.webp`, docs), sheet);
    }
  }
  if (!publish) return;
  await writeFile(new URL('contents.json', docs), `${JSON.stringify(contentsOf(book), null, 2)}\n`);
  await writeFile(new URL('README.md', docs), indexOf(book));
}

/** What a test reads: which function draws on which picture. */
function contentsOf({ pictures }: Book) {
  const japanese = pictures.filter(({ language }) => language === 'ja');
  const names = [...new Set(pictures.flatMap(({ draws }) => draws))].toSorted();
  return Object.fromEntries(
    names.map((name) => {
      const first =
        japanese.find(({ draws }) => draws.includes(name)) ??
        pictures.find(({ draws }) => draws.includes(name));
      return [name, `${first?.chapter}/${first?.name}`];
    }),
  );
}

function indexOf({ chapters, pictures }: Book): string {
  const lines = chapters.map(({ id, title }) => {
    const count = pictures.filter(({ chapter, language }) => chapter === id && language === 'ja').length;
    return `| ${title} | ${count} | [ja](${id}-ja.webp) | [en](${id}-en.webp) |`;
  });
  return [
    '# The picture-book',
    '',
    'Every message, modal and Home of the bot, as the sandbox draws what the bot really sent. `npm run picture-book` renews it',
    '(Chromium is needed; CHROMIUM names another than /usr/bin/chromium) and leaves each picture at its full size, and pages',
    'to browse, in `data/picture-book`. `npm run picture-book -- CHAPTER` takes one chapter and leaves this folder alone.',
    '`contents.json` names a picture for each function that draws; a test fails when one has none.',
    '',
    '| chapter | pictures | Japanese | English |',
    '| --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

function pageOf({ id, title }: Chapter, pictures: readonly Picture[]): string {
  const figures = pictures.map(
    ({ name, caption, width }) =>
      `<figure style="width:${Math.round((width / 600) * 100)}%"><figcaption><b>${inHtml(name)}</b> ${inHtml(caption)}</figcaption><img src="${id}/${name}.png" alt="${inHtml(caption)}"></figure>`,
  );
  return [
    `<!doctype html><html lang="ja"><meta charset="utf-8"><title>${inHtml(title)}</title>`,
    '<style>body{margin:12px;background:#e8e8ec;font:14px sans-serif;columns:3;column-gap:10px}h1{font-size:18px;margin:0 0 10px;column-span:all}',
    'figure{margin:0 0 10px;break-inside:avoid;background:#fff}figcaption{padding:4px 8px;background:#dcdce4;color:#333;font-size:12px}img{width:100%;display:block}</style>',
    `<h1>${inHtml(title)}</h1>`,
    ...figures,
    '</html>',
  ].join('\n');
}

function inHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
