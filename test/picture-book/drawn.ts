import { Session } from 'node:inspector/promises';
import { sourceFiles } from '../support/source-files.ts';

/** Return types of what puts a message, a modal or Home together. */
const drawnTypes = /\b(?:Reply|ModalView|HomeView|DigestMessage)\b/;

/** Hand a finished message on, send it, or decide which one it is; those they call are in the list themselves. */
const passers =
  /^slack\/(?:answer|reply|reply-kind|restore|undo|subcommands\/.*|digests\/(?:deeds|poster|renderer|show-list)|modals\/(?:redraw|open-modal|entrances|proposal\/place|proposal\/amend)|messages\/parts\/.*)\.ts$/;

/**
 * Every function of the source that draws a message, a modal or Home, as `messages/help.ts helpMessage`: all that is
 * exported below src/slack and src/slack alone, by its return type.
 */
export function drawingFunctions(): readonly string[] {
  return sourceFiles()
    .filter(({ path }) => path.startsWith('slack/') && !passers.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?:async )?function (\w+)[\s\S]*?\n?\): ([^{]+?) \{$/gm)]
        .filter(([, , type = '']) => drawnTypes.test(type))
        .map(([, name]) => `${path.slice('slack/'.length)} ${name}`),
    )
    .toSorted();
}

/** Watches which of them are called. */
export interface Watch {
  /** Those that were called since it was asked last. */
  called(): Promise<readonly string[]>;
  stop(): void;
}

/** Begins to watch this process with V8's own counters. */
export async function watchDrawing(): Promise<Watch> {
  const wanted = new Set(drawingFunctions());
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return {
    async called() {
      const { result } = await session.post('Profiler.takePreciseCoverage');
      return result
        .flatMap(({ url, functions }) => {
          const [, path] = /\/src\/slack\/(.*)$/.exec(url) ?? [];
          return functions
            .filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0)
            .map(({ functionName }) => `${path} ${functionName}`);
        })
        .filter((name) => wanted.has(name))
        .toSorted();
    },
    stop: () => session.disconnect(),
  };
}
