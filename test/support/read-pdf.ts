import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF's words, page by page (`written`: without empty ones) and each with its place from the left and its size in points, and what it says of itself. */
export async function readPdf(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  const places: { str: string; x: number; size: number }[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    for (const item of items)
      if ('str' in item) places.push({ str: item.str, x: Number(item.transform[4]), size: item.height });
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
  const written = pages.filter((page) => page.trim() !== '');
  return { raw: bytes.toString('latin1'), info, pages, written, places, text: pages.join(' ') };
}

type Tag = { role?: string; type?: string; id?: string; lang?: string; children?: Tag[] };
type Item = { type?: string; id?: string; str?: string };

export type Spoken = { kind: string; text: string };

/** What each marked piece of a page says, by its id; and what is said by nobody: decoration. */
function piecesOf(items: readonly Item[]) {
  const said = new Map<string, string>();
  let decoration = '';
  const open: (string | undefined)[] = [];
  for (const { type, id, str = '' } of items) {
    if (type?.startsWith('beginMarkedContent')) open.push(id);
    else if (type === 'endMarkedContent') open.pop();
    else {
      const of = open.findLast((one) => one !== undefined);
      if (of === undefined) decoration += `${str} `;
      else said.set(of, `${said.get(of) ?? ''}${str}`);
    }
  }
  return { said, decoration };
}

/** A PDF as it is read aloud: which elements there are, what they say in their order, and what is left unsaid. */
export async function hearPdf(bytes: Buffer) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const kinds: Record<string, number> = {};
  const spoken: Spoken[] = [];
  const languages = new Set<string>();
  let decoration = '';
  /** The pieces in the order of the structure; a number is drawn after its item. */
  const isInOrder: boolean[] = [];
  for (let n = 1; n <= pdf.numPages; n += 1) {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const pieces = piecesOf(items as Item[]);
    decoration += pieces.decoration;
    const order = [...pieces.said.keys()];
    let before = -1;
    const walk = ({ role = '', type, id = '', lang, children = [] }: Tag, kind: string): void => {
      if (lang) languages.add(lang);
      if (type === 'content') {
        spoken.push({ kind, text: (pieces.said.get(id) ?? '').trim() });
        if (kind !== 'Lbl') {
          isInOrder.push(order.indexOf(id) > before);
          before = order.indexOf(id);
        }
        return;
      }
      kinds[role] = (kinds[role] ?? 0) + 1;
      for (const child of children) walk(child, role);
    };
    const tree = (await page.getStructTree()) as Tag | null;
    if (tree) walk(tree, '');
  }
  return { kinds, spoken, decoration, languages: [...languages], isInOrder: isInOrder.every(Boolean) };
}
