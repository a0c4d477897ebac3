import type { EditionContent } from '../../domain/edition.ts';
import type { ReportFormat } from '../../domain/report-format.ts';
import { gridOfContent } from '../table/grid-of-content.ts';
import type { ReportPicture } from './report-picture.ts';

/**
 * The table as the bytes of a file. The libraries of a format are loaded when it is asked for the first time.
 *
 * @param at When it was made, for the properties of the file.
 */
export async function writeReport(
  content: EditionContent,
  {
    format,
    at,
    pictures = [],
  }: {
    readonly format: ReportFormat;
    readonly at: Date;
    readonly pictures?: readonly ReportPicture[];
  },
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return (await import('./docx.ts')).writeDocx(gridOfContent(content), at);
    case 'xlsx':
      return (await import('./xlsx.ts')).writeXlsx(content, at);
    case 'pdf':
      return (await import('./pdf.ts')).writePdf(gridOfContent(content), at, pictures);
    case 'csv':
      return (await import('./csv.ts')).writeCsv(gridOfContent(content));
    case 'md':
      return (await import('./markdown.ts')).writeMarkdown(gridOfContent(content));
    case 'json':
      return (await import('./edition-json.ts')).writeEditionJson(content);
  }
}
