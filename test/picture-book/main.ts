// npm run picture-book [-- CHAPTER …]: every message, modal and Home of the bot in Japanese and English, as the page of
// the sandbox draws them. Pictures and pages to browse go to data/picture-book; without arguments the sheets and
// contents.json of docs/picture-book and the pictures of docs/experience are renewed as well.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Language } from '../../src/domain/person.ts';
import { wordsIn } from '../../src/slack/words/index.ts';
import { ADMINISTRATOR } from '../e2e/roles-and-people.ts';
import { compiledPage } from '../sandbox/page/support.ts';
import { type Running, run } from '../support/running.ts';
import { bind, type Picture } from './bind.ts';
import { openCamera, type Scene } from './camera.ts';
import type { Chapter } from './chapter.ts';
import { chapters } from './chapters/index.ts';
import { drawingFunctions, type Watch, watchDrawing } from './drawn.ts';
import { takePoints } from './experience.ts';
import type { Stage } from './stage.ts';

const mostTries = 6;
const widths = { wide: 600, phone: 375 } as const;
const folder = new URL('../../data/picture-book/', import.meta.url);

type Setup = { readonly default: () => Promise<void> };
const support = (name: string): Promise<Setup> =>
  import(new URL(`../support/${name}.mjs`, import.meta.url).href) as Promise<Setup>;

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? chapters : chapters.filter(({ id }) => wanted.includes(id));
await (await support('postgres-setup')).default();
const camera = await openCamera();
const watch = await watchDrawing();
try {
  const pictures: Picture[] = [];
  for (const language of ['ja', 'en'] as const)
    for (const chapter of chosen) pictures.push(...(await play(chapter, language, watch)));
  const called = new Set(pictures.flatMap(({ draws }) => draws));
  const missing = drawingFunctions().filter((name) => !called.has(name));
  await bind({ pictures, chapters: chosen, missing, camera, folder, publish: wanted.length === 0 });
  if (wanted.length === 0) await takePoints(camera, folder);
  for (const { name, chapter, language, overflows, words } of pictures) {
    if (overflows) console.log(`too wide: ${language}/${chapter}/${name}`);
    const [unknown] = /:[a-z_]{3,}:/.exec(words) ?? [];
    if (unknown !== undefined)
      console.log(`not drawn by the page: ${unknown} on ${language}/${chapter}/${name}`);
  }
  console.log(`${pictures.length} pictures; not drawn: ${missing.join(', ') || 'nothing'}`);
} finally {
  watch.stop();
  await camera.close();
  await (await support('postgres-teardown')).default();
}

/** Tests fail after five seconds of waiting; a book may take longer on a busy machine. */
function patient(running: Running): Running {
  const { slack } = running;
  const until: Running['slack']['until'] = async (read) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await slack.until(read);
      } catch (problem) {
        if (tries === mostTries) throw problem;
      }
    }
  };
  return { ...running, slack: { ...slack, until } };
}

/** The callback id of the modal that is photographed. */
function formsOf({ kind, as }: Scene, { slack }: Running): readonly string[] {
  const id = kind === 'modal' ? slack.modals(as).at(-1)?.view.callback_id : undefined;
  return typeof id === 'string' && id !== '' ? [id] : [];
}

async function play(chapter: Chapter, language: Language, watched: Watch): Promise<readonly Picture[]> {
  const opened = await chapter.open();
  const { store } = opened;
  const running = patient(
    await run({
      intake: 'http',
      reader: store,
      changes: store,
      reports: store,
      digests: store,
      words: store,
      administrators: [ADMINISTRATOR],
      locale: language === 'ja' ? 'ja-JP' : 'en-US',
      pageDirectory: pathToFileURL(`${await compiledPage()}/`),
      ...chapter.options,
    }),
  );
  const out = new URL(`${language}/${chapter.id}/`, folder);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await camera.pointAt(running.slack.url);
  await watched.called();
  const pictures: Picture[] = [];
  const stage: Stage = {
    running,
    opened,
    language,
    words: wordsIn(language),
    async take(name, scene, { caption, phone = false }) {
      for (const size of phone ? (['wide', 'phone'] as const) : (['wide'] as const)) {
        const { bytes, words, overflows } = await camera.shoot(scene, widths[size]);
        const full = size === 'wide' ? name : `${name}-phone`;
        await writeFile(new URL(`${full}.png`, out), bytes);
        const draws = [...(await watched.called()), ...formsOf(scene, running)];
        pictures.push({
          chapter: chapter.id,
          language,
          name: full,
          caption,
          width: widths[size],
          kind: scene.kind,
          words,
          overflows,
          draws,
        });
      }
    },
  };
  try {
    await chapter.play(stage);
  } catch (problem) {
    console.error(`${language}/${chapter.id} after ${pictures.at(-1)?.name}:`, problem);
    process.exitCode = 1;
  }
  const complaints = await running.stop();
  for (const complaint of complaints) console.log(`${language}/${chapter.id}: ${complaint.slice(0, 300)}`);
  await opened.cleanUp();
  return pictures;
}
