import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF's words, page by page, and what it says about itself. */
export async function readPdf(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
  return { raw: bytes.toString('latin1'), info, pages, text: pages.join(' ') };
}
