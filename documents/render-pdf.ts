/**
 * Content → PDF: A4, the municipality's name and room for its logo on top, the code and the page below, never a name.
 * Tagged (`tags.ts`), in the language of who reads it.
 */
import pdfmake from 'pdfmake';
import type { Content, ContentSection, Node, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Language } from '../domain/codes.ts';
import { endFlush } from './end-flush.ts';
import { FONTS, isFontFile } from './fonts.ts';
import { IF_LETTER_LACKS } from './letters.ts';
import { askForOneSide } from './odd-pages.ts';
import { addTags, structureOf } from './tags.ts';
import { fill, textsFor } from './texts/texts.ts';

pdfmake.setFonts(FONTS);
// Nothing is fetched, and no file but the fonts is read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(isFontFile);

const LOCALES: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };
const GREY = '#555555';

/** One paper of a pack: with its own pages, counted by themselves. */
export type PrintedPart = {
  content: Content[];
  language: Language;
  /** Stands below beside the code, on each page. */
  below: string | null;
  /** Large on top of each page: PRELIMINÄR. */
  mark: string | null;
};
type Printed = { title: string; code: string; municipality: string; language: Language; parts: PrintedPart[] };

/** @param owners of each page, which part it is of: told as the page begins, known when heads and feet are drawn. */
function sectionOf(
  part: PrintedPart,
  index: number,
  { code, municipality }: Printed,
  owners: number[],
): ContentSection {
  const { common } = textsFor({ language: part.language, youth: false });
  const isOwn = (owner: number) => owner === index;
  return {
    section: part.content,
    background(page) {
      // A page that was laid out anew takes those after it with it.
      owners.splice(page - 1, owners.length, index);
      return null;
    },
    header: () => ({
      columns: [
        { text: part.mark ?? '', fontSize: 22, bold: true, width: '*' },
        { text: municipality, alignment: 'right', color: GREY, width: 'auto' },
      ],
      margin: [56, 32, 56, 0],
    }),
    footer: (page) => ({
      columns: [
        {
          text: [
            [fill(common.code, { code }), part.below].filter(Boolean).join(' · '),
            { text: `\n${common.letterLacks}`, ...IF_LETTER_LACKS },
          ],
          width: '*',
        },
        {
          text: fill(common.page, {
            page: String(page - owners.findIndex(isOwn)),
            of: String(owners.filter(isOwn).length),
          }),
          alignment: 'right',
          width: 'auto',
        },
      ],
      margin: [56, 16, 56, 0],
      color: GREY,
    }),
  };
}

/** In points. */
const MARGINS = { side: 56, top: 72, bottom: 64 };
const A4_HEIGHT = 841.89;
const isInBody = ({ startPosition: { top } }: Node): boolean => top >= MARGINS.top && top < A4_HEIGHT - MARGINS.bottom;

export async function renderPdf({ parts, ...of }: Printed): Promise<Buffer> {
  const printed = { ...of, parts: parts.map((part) => ({ ...part, content: endFlush(part.content) })) };
  const owners: number[] = [];
  const sections = printed.parts.map((part, index) => sectionOf(part, index, printed, owners));
  const structure = structureOf(
    printed.parts.map(({ content, language }) => ({ section: content, lang: LOCALES[language] })),
  );
  const definition: TDocumentDefinitions & { tagged: boolean; displayTitle: boolean } = {
    pageSize: 'A4',
    pageMargins: [MARGINS.side, MARGINS.top, MARGINS.side, MARGINS.bottom],
    language: LOCALES[printed.language],
    version: '1.7',
    tagged: true,
    displayTitle: true,
    info: { title: printed.title, creator: printed.municipality },
    defaultStyle: { font: 'Roboto', fontSize: 12, lineHeight: 1.25 },
    styles: {
      title: { fontSize: 24, bold: true, margin: [0, 0, 0, 10] },
      heading: { fontSize: 14, bold: true, margin: [0, 10, 0, 4] },
      lead: { fontSize: 13, margin: [0, 0, 0, 10] },
      subtle: { color: GREY, margin: [0, 0, 0, 6] },
      label: { fontSize: 12, color: GREY },
      fact: { fontSize: 15, bold: true },
      spoken: { fontSize: 15, margin: [12, 0, 0, 8] },
      large: { fontSize: 18, margin: [0, 4, 0, 12] },
    },
    // A heading never stands last on a page: heads and feet are no company.
    pageBreakBefore: (node, nodes) => node.headlineLevel === 2 && !nodes.getFollowingNodesOnPage().some(isInBody),
    content: sections,
  };
  const document = pdfmake.createPdf(definition);
  const drawn = await document.getStream();
  addTags(drawn, structure);
  askForOneSide(drawn);
  return document.getBuffer();
}
