/**
 * What each line on a page is, for those who hear a paper read: headings, paragraphs, lists and tables in the order of
 * the text. pdfmake writes the root of that structure and nothing under it, so its builder is asked which node each
 * line comes from, and its renderer to mark the line as that node's. What is drawn, and every page's head and foot, is
 * marked as decoration.
 */
import type { Content } from 'pdfmake/interfaces.js';
import { prototypeIn } from './rooms.ts';

type Kind = 'Document' | 'Sect' | 'H1' | 'H2' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD';

/** pdfkit's, as far as it is used here. */
type Marked = object;
type Struct = { dictionary: { data: Record<string, unknown> } };
type PdfKit = {
  markStructureContent(kind: Kind): Marked;
  markContent(kind: 'Artifact', options: { type: 'Layout' | 'Pagination' }): void;
  endMarkedContent(): void;
  struct(kind: Kind, options: { lang?: string }, children: (Marked | Struct)[]): Struct;
  addStructure(struct: Struct): void;
};

/** What it is, what stands in it in the order of the text, and its lines once they are drawn. */
export type Element = {
  kind: Kind;
  lang?: string;
  columns?: number;
  label?: Element;
  inside: Element[];
  marked: Marked[];
};
const element = (kind: Kind, inside: Element[] = []): Element => ({ kind, inside, marked: [] });

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Which element a node's lines belong to. */
const ELEMENT_OF = new WeakMap<object, Element>();
/** Heads of tables stand on each page, and are read once. */
const DRAWN = new WeakSet<object>();

const TEXT_KINDS: Record<string, Kind> = { title: 'H1', heading: 'H2' };

function elementsOf(node: unknown): Element[] {
  if (Array.isArray(node)) return node.flatMap(elementsOf);
  if (!isNode(node)) return [];
  if (node.stack) return listIn(node.stack).flatMap(elementsOf);
  if (node.columns) return listIn(node.columns).flatMap(elementsOf);
  if (node.ul || node.ol) return [element('L', listIn(node.ul ?? node.ol).map(listItem))];
  if (isNode(node.table)) return [tableOf(node.table)];
  if (node.text === undefined || node.text === '') return [];
  const text = element(TEXT_KINDS[String(node.style)] ?? 'P');
  ELEMENT_OF.set(node, text);
  return [text];
}

/** A number before an item is a line of its own, drawn with the item's first. */
function listItem(item: unknown): Element {
  const label = element('Lbl');
  const body = elementsOf(item);
  for (const text of body) text.label = label;
  return element('LI', [label, element('LBody', body)]);
}

const tableOf = ({ body, headerRows }: Node): Element =>
  element(
    'Table',
    listIn(body).map((row, n) =>
      element(
        'TR',
        listIn(row).flatMap((cell) => {
          const inside = elementsOf(cell);
          const kind = n < Number(headerRows ?? 0) ? 'TH' : 'TD';
          const columns = isNode(cell) && typeof cell.colSpan === 'number' ? cell.colSpan : 1;
          return inside.length > 0 ? [{ ...element(kind, inside), columns }] : [];
        }),
      ),
    ),
  );

/** The structure of a document of parts, each in its language. Asked for before it is drawn. */
export const structureOf = (parts: { section: Content; lang: string }[]): Element =>
  element(
    'Document',
    parts.map(({ section, lang }) => ({ ...element('Sect', elementsOf(section)), lang })),
  );

type Line = { inlines: object[]; from?: object };
type Builder = { buildNextLine(node: object): Line | null };
type Drawing = {
  renderLine(this: { pdfDocument: object }, line: Line, x: number, y: number): void;
  renderVector(this: { pdfDocument: object }, vector: object): void;
};
const build = prototypeIn<Builder>('pdfmake/js/LayoutBuilder.js');
const nextLine = build.buildNextLine;
build.buildNextLine = function (node) {
  const line = nextLine.call(this, node);
  if (line) line.from = node;
  return line;
};

const draw = prototypeIn<Drawing>('pdfmake/js/Renderer.js');
const { renderLine, renderVector } = draw;
const asDecoration = (pdf: PdfKit, drawIt: () => void): void => {
  pdf.markContent('Artifact', { type: 'Layout' });
  drawIt();
  pdf.endMarkedContent();
};

/** What was drawn last: a list's number comes right after it. */
let last: Element | undefined;

draw.renderLine = function (line, x, y) {
  const pdf = this.pdfDocument as PdfKit;
  const of = line.from ? ELEMENT_OF.get(line.from) : last?.label;
  const drawIt = () => renderLine.call(this, line, x, y);
  if (!of || DRAWN.has(line.inlines)) return asDecoration(pdf, drawIt);
  DRAWN.add(line.inlines);
  last = of;
  of.marked.push(pdf.markStructureContent(of.kind));
  drawIt();
  pdf.endMarkedContent();
};

draw.renderVector = function (vector) {
  asDecoration(this.pdfDocument as PdfKit, () => renderVector.call(this, vector));
};

function structIn(pdf: PdfKit, { kind, lang, columns, inside, marked }: Element): Struct[] {
  const children = [...marked, ...inside.flatMap((one) => structIn(pdf, one))];
  if (children.length === 0) return [];
  const struct = pdf.struct(kind, lang ? { lang } : {}, children);
  // pdfkit has no word for a cell over several columns.
  if (kind === 'TH') struct.dictionary.data.A = { O: 'Table', Scope: 'Column', ColSpan: columns ?? 1 };
  return [struct];
}

/** Once all of it is drawn. */
export function addTags(document: object, structure: Element): void {
  const pdf = document as PdfKit;
  for (const root of structIn(pdf, structure)) pdf.addStructure(root);
}
