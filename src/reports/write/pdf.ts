import { createRequire } from 'node:module';
import type { TableCell, TableGrid } from '../table/grid.ts';
import { japaneseFonts } from './fonts.ts';
import { indentOf, isBold, lineKind } from './line-kind.ts';
import type { ReportPicture } from './report-picture.ts';
import { storableText } from './safe-text.ts';

/** A node of pdfmake's document: https://pdfmake.github.io/docs/0.3/document-definition-object/ */
type Content = Readonly<Record<string, unknown>>;

/**
 * What is used of pdfmake. Its published types would bring those of browsers into the whole program.
 */
interface PdfMake {
  setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
  setUrlAccessPolicy(allows: (url: string) => boolean): void;
  setLocalAccessPolicy(allows: (path: string) => boolean): void;
  createPdf(document: Content): { getBuffer(): Promise<Uint8Array> };
}

const fontSize = 8.5;
const grey = '#666666';

/**
 * The table as a PDF: A4 landscape, the header repeated on every page, page numbers, the Japanese font inside.
 *
 * @param at When it was made, for its properties.
 */
export async function writePdf(
  { title, header, rows, footer }: TableGrid,
  at: Date,
  pictures: readonly ReportPicture[] = [],
): Promise<Uint8Array> {
  const pdfMake = createRequire(import.meta.url)('pdfmake') as PdfMake;
  const fonts = japaneseFonts();
  pdfMake.setFonts({ japanese: { ...fonts, italics: fonts.normal, bolditalics: fonts.bold } });
  // Nothing is fetched, and no file read but the font.
  pdfMake.setUrlAccessPolicy(() => false);
  pdfMake.setLocalAccessPolicy((path) => path === fonts.normal || path === fonts.bold);
  const document = pdfMake.createPdf({
    info: { title: storableText(title), creator: 'Shinchoku', creationDate: at, modDate: at },
    language: 'ja-JP',
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [40, 30, 40, 30],
    defaultStyle: { font: 'japanese', fontSize, lineHeight: 0.95 },
    footer: (current: number, total: number) => ({
      text: `${current} / ${total}`,
      alignment: 'center',
      fontSize: 8,
      color: grey,
      margin: [0, 10, 0, 0],
    }),
    content: [
      { text: storableText(title), bold: true, fontSize: 12, alignment: 'center', margin: [0, 0, 0, 8] },
      {
        table: {
          headerRows: 1,
          // A row that is higher than a page would lose its end.
          dontBreakRows: rows.every(({ cells }) => cells.every(fitsOnPage)),
          widths: ['21%', '42%', '37%'],
          body: [header.map(headerCell), ...rows.map(({ cells }) => cells.map(bodyCell))],
        },
        layout: tableLayout(rows.map(({ cells: [name] }) => name.length > 0)),
      },
      ...footer.map((line): Content => ({ text: storableText(line), fontSize: 8, margin: [0, 6, 0, 0] })),
      ...pictures.map(pictureOf),
    ],
  });
  return document.getBuffer();
}

/** Whether the text is surely lower than a page, counted in characters of full width. */
function fitsOnPage(lines: TableCell, column: number): boolean {
  const characters = column === 0 ? 16 : 30;
  const count = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / characters)), 0);
  return count <= 34;
}

/** Lines around all cells; none above the first cell of a row that goes on with the project above. */
function tableLayout(isNamed: readonly boolean[]) {
  return {
    hLineWidth: () => 0.5,
    vLineWidth: () => 0.5,
    hLineColor: (line: number, _node: unknown, column: number) =>
      column === 0 && isNamed[line - 1] === false ? '#ffffff' : '#333333',
    vLineColor: () => '#333333',
    paddingLeft: () => 4,
    paddingRight: () => 4,
    paddingTop: () => 2,
    paddingBottom: () => 2,
  };
}

function headerCell(text: string): Content {
  return { text: storableText(text), bold: true, alignment: 'center', fillColor: '#dce6f1' };
}

function bodyCell(lines: TableCell): Content {
  return { stack: lines.map(lineOf) };
}

/** What wraps hangs behind its mark: the margin moves all lines, the negative indent brings the first one back. */
function lineOf(line: string): Content {
  const kind = lineKind(line);
  const { left, hanging } = indentOf(kind);
  return {
    text: storableText(line),
    bold: isBold(kind),
    leadingIndent: -hanging * fontSize,
    margin: [(left + hanging) * fontSize, line === '指標' ? 3 : 0, 0, 0],
  };
}

/** The picture says its title itself. */
function pictureOf({ png, alt }: ReportPicture): Content {
  return {
    pageBreak: 'before',
    image: `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
    fit: [760, 500],
    alignment: 'center',
    alt: storableText(alt),
  };
}
