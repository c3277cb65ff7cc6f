/**
 * Each paper of a file begins on the front of a sheet: a printer that prints on both sides would put one guardian's
 * answers on the back of the other's, and what is for a grown-up on the back of the child's. So an empty page follows a
 * paper that ends on a front, and the file asks to be printed on one side.
 */
import { prototypeIn } from './rooms.ts';

/** A paper's pages have its own foot, and no other's. */
type Page = { items: object[]; customProperties: { footer?: object } };
type Builder = { layoutDocument(...of: unknown[]): Page[] };

const build = prototypeIn<Builder>('pdfmake/js/LayoutBuilder.js');
const layOut = build.layoutDocument;
build.layoutDocument = function (...of) {
  const pages: Page[] = [];
  for (const page of layOut.apply(this, of)) {
    const before = pages.at(-1);
    const beginsPaper = before && before.customProperties.footer !== page.customProperties.footer;
    if (beginsPaper && pages.length % 2 === 1) pages.push({ ...page, items: [], customProperties: {} });
    pages.push(page);
  }
  return pages;
};

/** Before the document ends. */
export function askForOneSide(document: object): void {
  const { _root: root } = document as { _root: { data: { ViewerPreferences: { data: Record<string, string> } } } };
  root.data.ViewerPreferences.data.Duplex = 'Simplex';
}
