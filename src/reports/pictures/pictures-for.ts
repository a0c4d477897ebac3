import type { Project } from '../../domain/project.ts';
import type { Drawing } from './drawing.ts';
import { canvas, type Showing } from './frame.ts';
import { indicatorsPicture, mostIndicators } from './indicators-picture.ts';
import type { Painter } from './painter.ts';
import { mostEvents, timelinePicture } from './timeline-picture.ts';

/** A picture with the numbers in words. Its size is in pixels, twice as many as it is to be wide on paper. */
export interface Picture {
  readonly png: Uint8Array;
  readonly alt: string;
  readonly title: string;
  readonly width: number;
  readonly height: number;
}

/** All pictures of a report: the indicators of the projects and what is coming, as many as it takes. */
export async function picturesFor(
  projects: readonly Project[],
  { painter, ...showing }: Omit<Showing, 'page'> & { readonly painter: Painter },
): Promise<readonly Picture[]> {
  const indicators = projects.reduce((sum, project) => sum + project.indicators.length, 0);
  const events = timelinePicture({ projects, ofAll: true }, { ...showing, page: 1 }).total;
  const drawings = [
    ...pages(indicators, mostIndicators, (page) =>
      indicatorsPicture({ projects, ofAll: true }, { ...showing, page }),
    ),
    ...pages(events, mostEvents, (page) => timelinePicture({ projects, ofAll: true }, { ...showing, page })),
  ];
  const pictures: Picture[] = [];
  // One after the other: the thread draws one at a time, and they need not all lie in memory twice.
  for (const drawing of drawings) pictures.push(await pictureOf(drawing, painter));
  return pictures;
}

/** The drawing as a picture. Rejects where it cannot be drawn. */
export async function pictureOf(drawing: Drawing, painter: Pick<Painter, 'paint'>): Promise<Picture> {
  const { alt, title, height } = drawing;
  return { png: await painter.paint(drawing), alt, title, width: canvas.width, height };
}

function pages(total: number, most: number, draw: (page: number) => Drawing): readonly Drawing[] {
  return Array.from({ length: Math.ceil(total / most) }, (_, index) => draw(index + 1));
}
