/**
 * Content → PDF: A4, the municipality's name and room for its logo on top, the code and the page below, never a name.
 * Tagged, in Swedish.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { fill, texts } from './texts/texts.ts';

const FONTS = join(dirname(fileURLToPath(import.meta.resolve('pdfmake/package.json'))), 'fonts', 'Roboto');

pdfmake.setFonts({
  Roboto: {
    normal: join(FONTS, 'Roboto-Regular.ttf'),
    bold: join(FONTS, 'Roboto-Medium.ttf'),
    italics: join(FONTS, 'Roboto-Italic.ttf'),
    bolditalics: join(FONTS, 'Roboto-MediumItalic.ttf'),
  },
});
// Nothing is fetched, and no file but the fonts is read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path: string) => path.startsWith(FONTS));

type Printed = { title: string; code: string; municipality: string; parts: Content[][] };

export function renderPdf({ title, code, municipality, parts }: Printed): Promise<Buffer> {
  const definition: TDocumentDefinitions & { tagged: boolean; displayTitle: boolean } = {
    pageSize: 'A4',
    pageMargins: [56, 84, 56, 64],
    language: 'sv-SE',
    version: '1.7',
    tagged: true,
    displayTitle: true,
    info: { title, creator: municipality },
    header: { text: municipality, alignment: 'right', margin: [0, 36, 56, 0], color: '#555555', fontSize: 10 },
    footer: (page: number, of: number) => ({
      columns: [
        { text: fill(texts.common.code, { code }) },
        { text: fill(texts.common.page, { page: String(page), of: String(of) }), alignment: 'right' },
      ],
      margin: [56, 20, 56, 0],
      color: '#555555',
      fontSize: 9,
    }),
    defaultStyle: { font: 'Roboto', fontSize: 12, lineHeight: 1.25 },
    styles: {
      title: { fontSize: 24, bold: true, margin: [0, 0, 0, 10] },
      heading: { fontSize: 14, bold: true, margin: [0, 10, 0, 4] },
      lead: { fontSize: 13, margin: [0, 0, 0, 10] },
      subtle: { fontSize: 10, color: '#555555', margin: [0, 0, 0, 6] },
      label: { fontSize: 10, color: '#555555' },
      fact: { fontSize: 15, bold: true },
      large: { fontSize: 18, margin: [0, 4, 0, 12] },
    },
    // A heading never stands last on a page.
    pageBreakBefore: (node, nodes) => node.headlineLevel === 2 && nodes.getFollowingNodesOnPage().length === 0,
    content: parts.map((part, n) => ({ stack: part, ...(n > 0 ? { pageBreak: 'before' as const } : {}) })),
  };
  return pdfmake.createPdf(definition).getBuffer();
}
