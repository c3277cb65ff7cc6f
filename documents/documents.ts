/** Every paper, by its name. A pack is several in one press, each on a page of its own. */
import type { Content } from 'pdfmake/interfaces.js';
import type { DocumentName } from '../domain/names.ts';
import { codeSlip } from './code-slip.ts';
import { childConsent, consentForm } from './consent-form.ts';
import { deviation } from './deviation.ts';
import { information } from './information.ts';
import { childInvitation, familyInvitation, partyInvitation, partySummons } from './invitations.ts';
import type { Paper } from './paper.ts';
import { planBlank } from './plan-blank.ts';
import { planFamily } from './plan-family.ts';
import { planFile } from './plan-file.ts';
import { planParty } from './plan-party.ts';
import { renderPdf } from './render-pdf.ts';
import { childQuestions, guardianQuestions } from './talk-sheets.ts';
import { textsFor } from './texts/texts.ts';

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
  planBlank,
];

/** One for each home. */
const invitations = ({ homes }: Paper): Part[] => homes.map(familyInvitation);

/** Who has a duty is called, who has none is invited: a paper each. */
const toParties = ({ called }: Paper): Part[] => [
  ...(called.length === 0 || called.some(({ duty }) => duty) ? [partySummons] : []),
  ...(called.some(({ duty }) => !duty) ? [partyInvitation] : []),
];

/** One for each home. */
const plansForFamily = ({ plan, homes }: Paper): Part[] =>
  plan === null ? [] : homes.map(({ to }) => planFamily(plan, to));
const plansForParties = ({ plan }: Paper): Part[] =>
  plan === null ? [] : plan.parties.map((party) => planParty(plan, party));
const planForFile = ({ plan }: Paper): Part[] => (plan === null ? [] : [planFile(plan)]);

const DOCUMENTS: Record<DocumentName, (paper: Paper) => Part[]> = {
  'print-pack': startPack,
  'paper-pack': (paper) => [
    ...startPack(paper),
    ...invitations(paper),
    ...(paper.youth ? [] : [childInvitation]),
    ...toParties(paper),
  ],
  'guardian-questions': ({ guardians }) => guardians.map(guardianQuestions),
  'child-questions': () => [childQuestions],
  information: () => [information],
  'consent-form': consentForms,
  'child-consent': () => [childConsent],
  'code-slip': () => [codeSlip],
  'family-invitation': invitations,
  'child-invitation': () => [childInvitation],
  'party-summons': toParties,
  plan: (paper) => [...plansForFamily(paper), ...plansForParties(paper), ...planForFile(paper)],
  'plan-family': plansForFamily,
  'plan-parties': plansForParties,
  'plan-file': planForFile,
  'plan-blank': () => [planBlank],
  deviation: () => [deviation],
};

export const DOCUMENT_NAMES = Object.keys(DOCUMENTS) as DocumentName[];

export function makeDocument(name: DocumentName, paper: Paper): Promise<Buffer> {
  const { code, municipality } = paper;
  const title = textsFor(paper).titles[name];
  const parts = DOCUMENTS[name](paper);
  return renderPdf({ title, code, municipality, parts: parts.map((part) => part(paper)) });
}
