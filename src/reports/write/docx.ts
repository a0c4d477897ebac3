import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { TableCell as Lines, TableGrid } from '../table/grid.ts';
import { indentOf, isBold, lineKind } from './line-kind.ts';
import { storableText } from './safe-text.ts';

const font = 'ＭＳ Ｐゴシック';
/** Half points. */
const size = { body: 18, title: 24, small: 16 };
/** A full-width character of the body in twentieths of a point. */
const character = size.body * 10;

const page = { width: 210, height: 297, margin: { top: 15, bottom: 14, side: 15 } };
const printable = page.height - 2 * page.margin.side;
/** The share of each column in the width, in per cent. */
const shares = [21, 42, 37] as const;

/**
 * The table as a Word document: A4 landscape, the header repeated on every page, page numbers. All text is runs of
 * text. The Japanese font is set for East Asian characters and for others.
 *
 * @param at When it was made, for its properties.
 */
export async function writeDocx({ title, header, rows, footer }: TableGrid, at: Date): Promise<Uint8Array> {
  const document = new Document({
    title: storableText(title),
    creator: 'Shinchoku',
    description: at.toISOString(),
    styles: {
      default: {
        document: {
          run: { font, size: size.body, language: { value: 'ja-JP', eastAsia: 'ja-JP' } },
          // Exact, so that pages break alike whatever font a computer has.
          paragraph: { spacing: { line: 250, lineRule: LineRuleType.EXACT } },
        },
      },
    },
    sections: [
      {
        properties: { page: pageProperties() },
        footers: { default: new Footer({ children: [pageNumbers()] }) },
        children: [
          paragraph(title, {
            alignment: AlignmentType.CENTER,
            spacing: { after: 140, line: 340, lineRule: LineRuleType.EXACT },
            run: { bold: true, size: size.title },
          }),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            columnWidths: shares.map(widthOf),
            layout: TableLayoutType.FIXED,
            rows: [headerRow(header), ...rows.map(({ cells }) => row(cells))],
          }),
          ...footer.map((line) => paragraph(line, { spacing: { before: 80 }, run: { size: size.small } })),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function pageProperties() {
  const { width, height, margin } = page;
  const side = convertMillimetersToTwip(margin.side);
  return {
    // The library swaps them for a landscape page.
    size: {
      width: convertMillimetersToTwip(width),
      height: convertMillimetersToTwip(height),
      orientation: PageOrientation.LANDSCAPE,
    },
    margin: {
      top: convertMillimetersToTwip(margin.top),
      bottom: convertMillimetersToTwip(margin.bottom),
      left: side,
      right: side,
      footer: convertMillimetersToTwip(6),
    },
  };
}

function pageNumbers(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: size.small }),
    ],
  });
}

function headerRow(header: TableGrid['header']): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: header.map((name, at) =>
      cell([paragraph(name, { alignment: AlignmentType.CENTER, run: { bold: true } })], at, {
        shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'DCE6F1' },
        verticalAlign: VerticalAlign.CENTER,
      }),
    ),
  });
}

function row(cells: readonly Lines[]): TableRow {
  return new TableRow({
    cantSplit: cells.every((lines, at) => linesOf(lines, shares[at] ?? 1) <= linesKeptTogether),
    children: cells.map((lines, at) =>
      // A row without a name goes on with the project above: no line between them.
      cell(
        lines.length === 0 ? [new Paragraph({})] : lines.map(lineParagraph),
        at,
        at === 0 && lines.length === 0
          ? { borders: { top: { style: BorderStyle.NIL, size: 0, color: 'auto' } } }
          : {},
      ),
    ),
  });
}

/** A row that leaves room on a page is not torn. */
const linesKeptTogether = 30;

/** About how many lines the text fills in a column of that share of the width. */
function linesOf(lines: Lines, share: number): number {
  const characters = widthOf(share) / character;
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / characters)), 0);
}

type CellLook = Partial<ConstructorParameters<typeof TableCell>[0]>;

function cell(children: readonly Paragraph[], column: number, look: CellLook): TableCell {
  return new TableCell({
    children,
    width: { size: widthOf(shares[column] ?? 0), type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    ...look,
  });
}

function widthOf(share: number): number {
  return Math.round((convertMillimetersToTwip(printable) * share) / 100);
}

function lineParagraph(line: string): Paragraph {
  const kind = lineKind(line);
  const { left, hanging } = indentOf(kind);
  return paragraph(line, {
    indent: { left: Math.round((left + hanging) * character), hanging: hanging * character },
    ...(line === '指標' ? { spacing: { before: 60 }, keepNext: true } : {}),
    run: { bold: isBold(kind) },
  });
}

function paragraph(
  text: string,
  { run, ...options }: IParagraphOptions & { readonly run?: IRunOptions },
): Paragraph {
  return new Paragraph({ ...options, children: [new TextRun({ text: storableText(text), ...run })] });
}
