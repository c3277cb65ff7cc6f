/** The few things a paper is built from: generous type, one message at a time, lines to write on. */
import type { Content, TableCell } from 'pdfmake/interfaces.js';

const WIDTH = 483;

export const title = (text: string): Content => ({ text, style: 'title', headlineLevel: 1 });
export const heading = (text: string): Content => ({ text, style: 'heading', headlineLevel: 2 });
/** The same on a paper with much to say. */
export const tight = (text: string): Content => ({ text, style: 'heading', headlineLevel: 2, margin: [0, 6, 0, 2] });
export const lead = (text: string): Content => ({ text, style: 'lead' });
export const plain = (text: string): Content => ({ text, margin: [0, 0, 0, 6] });
export const subtle = (text: string): Content => ({ text, style: 'subtle' });
export const bullets = (lines: readonly string[], fontSize = 13, gap = 3): Content => ({
  ul: lines.map((text) => ({ text, margin: [0, 0, 0, gap] as [number, number, number, number] })),
  fontSize,
  margin: [0, 2, 0, 2 * gap + 2],
});
/** Bullets of a paper with much to say. */
export const dense = (lines: readonly string[]): Content => bullets(lines, 12, 2);
export const large = (text: string): Content => ({ text, style: 'large' });

/** Empty lines to write on. */
export const writingLines = (count: number, gap = 26): Content => ({
  canvas: Array.from({ length: count }, (_, n) => ({
    type: 'line' as const,
    x1: 0,
    y1: gap * (n + 1),
    x2: WIDTH,
    y2: gap * (n + 1),
    lineWidth: 0.6,
    lineColor: '#888888',
  })),
  margin: [0, 0, 0, 12],
});

/** Of the width of a page, for two beside each other. */
export const HALF = 228;

/** A label with a line after it. */
export const field = (label: string, width = WIDTH): Content => ({
  stack: [
    { canvas: [{ type: 'line', x1: 0, y1: 28, x2: width, y2: 28, lineWidth: 0.6, lineColor: '#888888' }] },
    { text: label, style: 'label' },
  ],
  margin: [0, 0, 0, 8],
  unbreakable: true,
});

/** Two short things beside each other. */
export const beside = (left: Content, right: Content): Content => ({
  columns: [left, right],
  columnGap: 27,
  unbreakable: true,
});

/** Two fields beside each other: a signature, and the name in print. */
export const fields = (left: string, right: string): Content => beside(field(left, HALF), field(right, HALF));

/** A longer one makes a code whose squares are too small for a camera, and stands on no paper. Real ones have about 250. */
const LONGEST_CODE = 600;
export const fitsCode = (link: string): boolean => Buffer.byteLength(link) <= LONGEST_CODE;

/** In points: a square of the code is whole points, and at least two. */
const codeSize = (link: string): number => (link.length > 400 ? 172 : 140);

/** A link as a code for a telephone's camera, with what to do beside it. */
export const codeBeside = (link: string, ...beside: Content[]): Content => ({
  columns: [
    { qr: link, fit: codeSize(link), eccLevel: 'L', width: codeSize(link) },
    { stack: beside, width: '*' },
  ],
  columnGap: 18,
  margin: [0, 4, 0, 12],
  unbreakable: true,
});

/** A heading that stays with what follows it. */
export const together = (...parts: Content[]): Content => ({ stack: parts, unbreakable: true });

/** A box to tick; `ticked` stands ticked in print. */
export const box = (label: string, ticked = false): Content => ({
  columns: [
    {
      width: 22,
      canvas: [
        { type: 'rect', x: 0, y: 1, w: 12, h: 12, lineWidth: 1 },
        ...(ticked
          ? [
              { type: 'line' as const, x1: 2.5, y1: 7, x2: 5.5, y2: 10.5, lineWidth: 1.6 },
              { type: 'line' as const, x1: 5.5, y1: 10.5, x2: 10, y2: 3.5, lineWidth: 1.6 },
            ]
          : []),
      ],
    },
    { width: '*', text: label },
  ],
  // Beside another column it would take over that one's gap.
  columnGap: 0,
  margin: [0, 2, 0, 4],
  unbreakable: true,
});

/** A box to tick with a line after it: what it is stands nowhere else. */
export const boxWithLine = (label: string): Content => ({
  columns: [
    { width: 22, canvas: [{ type: 'rect', x: 0, y: 1, w: 12, h: 12, lineWidth: 1 }] },
    { width: 'auto', text: label },
    { width: '*', canvas: [{ type: 'line', x1: 6, y1: 14, x2: HALF, y2: 14, lineWidth: 0.6, lineColor: '#888888' }] },
  ],
  columnGap: 0,
  margin: [0, 8, 0, 4],
  unbreakable: true,
});

/** A question with a box for each answer, and below it what one of them leads to; null: nothing stands there. */
export const question = (text: string, consequence: string | null, answers: readonly string[]): Content => ({
  columns: [
    {
      width: '*',
      stack: [
        { text, bold: true, margin: [0, 0, 0, consequence === null ? 6 : 0] },
        ...(consequence === null ? [] : [{ text: consequence, style: 'subtle', margin: [0, 0, 0, 3] } as Content]),
      ],
    },
    ...answers.map((answer) => ({ width: 62, stack: [box(answer)] })),
  ],
  columnGap: 6,
  margin: [0, 2, 0, 0],
  unbreakable: true,
});

/** A short label and what is said of it, as a paragraph. */
export const labelled = (label: string, text: string): Content => ({
  stack: [{ text: label, bold: true }, { text }],
  margin: [0, 0, 0, 4],
  unbreakable: true,
});

/** An empty frame to draw in. */
export const drawingFrame = (height: number): Content => ({
  canvas: [{ type: 'rect', x: 0, y: 0, w: WIDTH, h: height, r: 8, lineWidth: 1, lineColor: '#888888' }],
  margin: [0, 4, 0, 10],
});

/** "När: tisdag 3 mars", the fact in large type. */
export const fact = (label: string, value: string): Content => ({
  stack: [
    { text: label, style: 'label' },
    { text: value, style: 'fact' },
  ],
  margin: [0, 0, 0, 8],
  unbreakable: true,
});

/** What is not known stands as a line to write on. */
export const factOrLine = (label: string, value: string | null, width?: number): Content =>
  value ? fact(label, value) : field(label, width);

/** A heading with which a new page begins. */
export const onNewPage = (text: string): Content => ({
  text,
  style: 'heading',
  headlineLevel: 2,
  pageBreak: 'before',
  marginTop: 0,
});

/** Of a table of three: what, who and when. Given, so that the longest word breaks inside its column. */
const THREE = [225, 140, 94];
const LINE = '#888888';

/**
 * Rows with a line between; no row stands on two pages, and what the table is about and its head stand on each.
 */
export const table = (about: Content | null, head: readonly string[], rows: TableCell[][]): Content => ({
  table: {
    widths: THREE,
    headerRows: about ? 2 : 1,
    keepWithHeaderRows: 1,
    dontBreakRows: true,
    body: [
      ...(about ? [[{ ...(about as object), colSpan: 3 } as TableCell, {}, {}]] : []),
      head.map((text) => ({ text, bold: true })),
      ...rows,
    ],
  },
  layout: {
    hLineWidth: (row) => (about && row === 0 ? 0 : 0.6),
    vLineWidth: () => 0,
    hLineColor: () => LINE,
    paddingLeft: () => 0,
    paddingRight: () => 8,
    paddingTop: () => 4,
    paddingBottom: () => 4,
  },
  margin: [0, 0, 0, 8],
});
