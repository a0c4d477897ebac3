import type { Drawing } from '../../reports/pictures/drawing.ts';
import { indicatorsPicture } from '../../reports/pictures/indicators-picture.ts';
import { timelinePicture } from '../../reports/pictures/timeline-picture.ts';
import type { ReportPicture } from '../../reports/write/report-picture.ts';
import type { PicturePort } from '../pictures.ts';
import type { Report } from './compose-report.ts';

/** Pages of each kind: what of five hundred projects does not fit is asked for by itself. */
const mostPages = 4;

/** The pictures of a table: all indicators against their targets, then what is coming; painted one after the other. */
export async function reportPictures(
  report: Pick<Report, 'projects' | 'day'>,
  { paint }: PicturePort,
): Promise<readonly ReportPicture[]> {
  const { projects, day } = report;
  if (projects.length === 0) return [];
  const showing = { language: 'ja', today: day } as const;
  const coming = projects.map((project) => ({ ...project, milestones: project.scheduled }));
  const drawings = [
    ...pagesOf((page) => indicatorsPicture({ projects, ofAll: true }, { ...showing, page })),
    ...pagesOf((page) => timelinePicture({ projects: coming, ofAll: true }, { ...showing, page })),
  ];
  const pictures: ReportPicture[] = [];
  for (const drawing of drawings) pictures.push({ png: await paint(drawing), alt: drawing.alt });
  return pictures;
}

function pagesOf(draw: (page: number) => Drawing): readonly Drawing[] {
  const first = draw(1);
  const pages = Math.min(first.pages, mostPages);
  return [first, ...Array.from({ length: pages - 1 }, (_, at) => draw(at + 2))];
}
