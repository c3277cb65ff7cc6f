/** Every paper, by its name. A pack is several in one press, each on a page of its own. */
import type { Content } from 'pdfmake/interfaces.js';
import { codeSlip } from './code-slip.ts';
import { childConsent, consentForm } from './consent-form.ts';
import { deviation } from './deviation.ts';
import { information } from './information.ts';
import { childInvitation, familyInvitation, partyInvitation, partySummons } from './invitations.ts';
import type { Paper } from './paper.ts';
import { renderPdf } from './render-pdf.ts';
import { childQuestions, guardianQuestions } from './talk-sheets.ts';

type Part = (paper: Paper) => Content[];

const consentForms = ({ signers }: Paper): Part[] => signers.map(consentForm);

/** From 18 nobody talks with a guardian; until then with each of them, apart. */
const startPack = (paper: Paper): Part[] => [
  ...paper.guardians.map(guardianQuestions),
  childQuestions,
  information,
  ...consentForms(paper),
  ...(paper.mayOwnSign ? [childConsent] : []),
  codeSlip,
];

/** One for each home. */
const invitations = ({ homes }: Paper): Part[] => homes.map(familyInvitation);

/** Who has a duty is called, who has none is invited: a paper each. */
const toParties = ({ called }: Paper): Part[] => [
  ...(called.length === 0 || called.some(({ duty }) => duty) ? [partySummons] : []),
  ...(called.some(({ duty }) => !duty) ? [partyInvitation] : []),
];

const DOCUMENTS = {
  'print-pack': { title: 'Underlag inför samtalen', parts: startPack },
  'paper-pack': {
    title: 'Allt på papper',
    parts: (paper: Paper) => [
      ...startPack(paper),
      ...invitations(paper),
      ...(paper.youth ? [] : [childInvitation]),
      ...toParties(paper),
    ],
  },
  'guardian-questions': {
    title: 'Frågor till vårdnadshavare',
    parts: ({ guardians }: Paper) => guardians.map(guardianQuestions),
  },
  'child-questions': { title: 'Frågor till barnet', titleYouth: 'Frågor till den unge', parts: () => [childQuestions] },
  information: { title: 'Informationsblad', parts: () => [information] },
  'consent-form': { title: 'Samtyckesblankett', parts: consentForms },
  'child-consent': { title: 'Barnets egen blankett', parts: () => [childConsent] },
  'code-slip': { title: 'Kodlapp', parts: () => [codeSlip] },
  'family-invitation': { title: 'Inbjudan till familjen', titleYouth: 'Inbjudan till den unge', parts: invitations },
  'child-invitation': { title: 'Inbjudan till barnet', parts: () => [childInvitation] },
  'party-summons': { title: 'Kallelse på papper', parts: toParties },
  deviation: { title: 'Utkast till avvikelse', parts: () => [deviation] },
} as const satisfies Record<string, { title: string; titleYouth?: string; parts: (paper: Paper) => Part[] }>;

export type DocumentName = keyof typeof DOCUMENTS;
export const DOCUMENT_NAMES = Object.keys(DOCUMENTS) as DocumentName[];

export function makeDocument(name: DocumentName, paper: Paper): Promise<Buffer> {
  const { parts, ...titles } = DOCUMENTS[name];
  const { code, municipality, youth } = paper;
  const title = youth && 'titleYouth' in titles ? titles.titleYouth : titles.title;
  return renderPdf({
    title,
    code,
    municipality,
    parts: (parts as (paper: Paper) => Part[])(paper).map((part) => part(paper)),
  });
}
