import type { PicturePort } from '../actions/pictures.ts';
import type { FileSender } from './files/sender.ts';

/** Draws pictures and sends them. */
export interface PictureDesk extends PicturePort, FileSender {
  /** Work of that key that is under way is not begun a second time: of a double click both get its result. */
  once<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
}

/** A desk that draws with `painter` and sends with `files`. */
export function pictureDesk(painter: PicturePort, files: FileSender): PictureDesk {
  const under = new Map<string, Promise<unknown>>();
  return {
    paint: painter.paint,
    send: (...given) => files.send(...given),
    once: <Result>(key: string, work: () => Promise<Result>): Promise<Result> => {
      const running = under.get(key) as Promise<Result> | undefined;
      if (running !== undefined) return running;
      const begun = work().finally(() => under.delete(key));
      under.set(key, begun);
      return begun;
    },
  };
}
