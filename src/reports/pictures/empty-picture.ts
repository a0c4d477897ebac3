import type { Drawing } from './drawing.ts';
import { canvas, emptyLabels, headHeight } from './frame.ts';

/** A picture that says in a sentence why there is nothing to see. */
export function emptyPicture(title: string, sentence: string): Drawing {
  return {
    title,
    page: 1,
    pages: 1,
    total: 0,
    width: canvas.width,
    height: headHeight + 80,
    chart: {},
    labels: emptyLabels(title, sentence),
    rules: [],
    alt: `${title}: ${sentence}`,
  };
}
