/** Every paper, by its name. A pack is several in one press, each on a page of its own. */
import type { Content } from 'pdfmake/interfaces.js';
import { codeSlip } from './code-slip.ts';
import { consentForm } from './consent-form.ts';
import { deviation } from './deviation.ts';
import { information } from './information.ts';
import { childInvitation, familyInvitation, partySummons } from './invitations.ts';
import type { Paper } from './paper.ts';
import { renderPdf } from './render-pdf.ts';
import { childQuestions, guardianQuestions } from './talk-sheets.ts';

type Part = (paper: Paper) => Content[];

/** From 18 nobody talks with a guardian. */
const startPack = (paper: Paper): Part[] => [
  ...(paper.youth ? [] : [guardianQuestions]),
  childQuestions,
  information,
  consentForm,
  codeSlip,
];

/** One for each home. */
const invitations = ({ homes }: Paper): Part[] => homes.map(familyInvitation);

const DOCUMENTS = {
  'print-pack': { title: 'Underlag inför samtalen', parts: startPack },
  'paper-pack': {
    title: 'Allt på papper',
    parts: (paper: Paper) => [...startPack(paper), ...invitations(paper), ...(paper.youth ? [] : [childInvitation]), partySummons],
  },
  'guardian-questions': { title: 'Frågor till vårdnadshavare', parts: () => [guardianQuestions] },
  'child-questions': { title: 'Frågor till barnet', parts: () => [childQuestions] },
  information: { title: 'Informationsblad', parts: () => [information] },
  'consent-form': { title: 'Samtyckesblankett', parts: () => [consentForm] },
  'code-slip': { title: 'Kodlapp', parts: () => [codeSlip] },
  'family-invitation': { title: 'Inbjudan till familjen', parts: invitations },
  'child-invitation': { title: 'Inbjudan till barnet', parts: () => [childInvitation] },
  'party-summons': { title: 'Kallelse på papper', parts: () => [partySummons] },
  deviation: { title: 'Utkast till avvikelse', parts: () => [deviation] },
} as const satisfies Record<string, { title: string; parts: (paper: Paper) => Part[] }>;

export type DocumentName = keyof typeof DOCUMENTS;
export const DOCUMENT_NAMES = Object.keys(DOCUMENTS) as DocumentName[];

export function makeDocument(name: DocumentName, paper: Paper): Promise<Buffer> {
  const { title, parts } = DOCUMENTS[name];
  const { code, municipality } = paper;
  return renderPdf({ title, code, municipality, parts: (parts as (paper: Paper) => Part[])(paper).map((part) => part(paper)) });
}
