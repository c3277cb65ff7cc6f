/** Every paper, by its name. A pack is several in one press, each with pages of its own. */
import type { Content } from 'pdfmake/interfaces.js';
import type { Language } from '../domain/codes.ts';
import type { DocumentName } from '../domain/names.ts';
import { adultCare } from './adult-care.ts';
import { chairScript } from './chair-script.ts';
import { childConsent } from './child-consent.ts';
import { childPage } from './child-page.ts';
import { codeSlip } from './code-slip.ts';
import { consentForm } from './consent-form.ts';
import { deviation } from './deviation.ts';
import { information } from './information.ts';
import { childInvitation, familyInvitation } from './invitations.ts';
import { consentGiven, withdrawalReceipt } from './own-answers.ts';
import type { Paper } from './paper.ts';
import { partyInvitation, partySummons } from './party-papers.ts';
import { planBlank } from './plan-blank.ts';
import { planFamily } from './plan-family.ts';
import { planFile } from './plan-file.ts';
import { versionLine, wordsOf } from './plan-parts.ts';
import { planParty } from './plan-party.ts';
import { type PrintedPart, renderPdf } from './render-pdf.ts';
import { childQuestions, childTalk, guardianQuestions } from './talk-sheets.ts';
import { textsFor } from './texts/texts.ts';

type Draw = (paper: Paper) => Content[];
type Part = PrintedPart & { isFamilys: boolean };

const partOf = (paper: Paper, draw: Draw, isFamilys: boolean): Part => ({
  content: draw(paper),
  language: paper.language,
  isFamilys,
  below: null,
  mark: null,
});

/** In the language that the family reads. */
const toFamily = (paper: Paper, ...draws: Draw[]): Part[] => draws.map((draw) => partOf(paper, draw, true));
/** In Swedish, whatever the family reads. */
const toStaff = (paper: Paper, ...draws: Draw[]): Part[] => draws.map((draw) => partOf(paper, draw, false));

/** Which version it is stands on every page of a plan, and that it is not locked, where it is not. */
const marked = (paper: Paper, parts: Part[]): Part[] =>
  parts.map((part) => ({
    ...part,
    below: paper.plan && versionLine(wordsOf(paper), paper.plan),
    mark: paper.plan?.lockedOn === null ? wordsOf(paper).preliminary : null,
  }));

const consentForms = (paper: Paper): Part[] => toFamily(paper, ...paper.signers.map(consentForm));

/** From 18 nobody talks with a guardian; until then with each of them, apart. */
const guardianSheets = (paper: Paper): Part[] => toStaff(paper, ...paper.guardians.map(guardianQuestions));

const formsToSign = (paper: Paper): Part[] => [
  ...consentForms(paper),
  ...toFamily(paper, ...(paper.mayOwnSign ? [childConsent] : [])),
];

/** What staff keep comes first, so that none of it lies among the family's: least of all the slip with name and code. */
const staffsStart = (paper: Paper): Part[] => [
  ...guardianSheets(paper),
  ...toStaff(paper, childTalk, codeSlip, planBlank),
];

/** It begins with what is asked for: the child's talk, or once the talks are held the forms. */
const familysStart = (paper: Paper): Part[] =>
  paper.beginsWith === 'CONSENT'
    ? [...formsToSign(paper), ...toFamily(paper, information, childQuestions)]
    : [...toFamily(paper, childQuestions, information), ...formsToSign(paper)];

/** One for each home. */
const invitations = (paper: Paper): Part[] => toFamily(paper, ...paper.homes.map(familyInvitation));

/** Who has a duty is called, who has none is invited: a paper each. */
const toParties = (paper: Paper): Part[] =>
  toStaff(
    paper,
    ...(paper.called.length === 0 || paper.called.some(({ duty }) => duty) ? [partySummons] : []),
    ...(paper.called.some(({ duty }) => !duty) ? [partyInvitation] : []),
  );

/** One for each home. */
function plansForFamily(paper: Paper): Part[] {
  const { plan, homes } = paper;
  return plan === null ? [] : marked(paper, toFamily(paper, ...homes.map(({ to }) => planFamily(plan, to))));
}

function plansForParties(paper: Paper): Part[] {
  const { plan } = paper;
  return plan === null ? [] : marked(paper, toStaff(paper, ...plan.parties.map((party) => planParty(plan, party))));
}

function planForFile(paper: Paper): Part[] {
  const { plan } = paper;
  return plan === null ? [] : marked(paper, toStaff(paper, planFile(plan)));
}

const DOCUMENTS: Record<DocumentName, (paper: Paper) => Part[]> = {
  'print-pack': (paper) => [...staffsStart(paper), ...familysStart(paper)],
  'paper-pack': (paper) => [
    ...staffsStart(paper),
    ...toStaff(paper, chairScript),
    ...toParties(paper),
    ...familysStart(paper),
    ...invitations(paper),
    ...toFamily(paper, ...(paper.youth ? [] : [childInvitation])),
  ],
  'guardian-questions': guardianSheets,
  'child-questions': (paper) => [...toFamily(paper, childQuestions), ...toStaff(paper, childTalk)],
  information: (paper) => toFamily(paper, information),
  'consent-form': consentForms,
  'child-consent': (paper) => toFamily(paper, childConsent),
  'consent-given': (paper) => toFamily(paper, ...paper.given.map(consentGiven)),
  'withdrawal-receipt': (paper) => toFamily(paper, withdrawalReceipt),
  'code-slip': (paper) => toStaff(paper, codeSlip),
  'family-invitation': invitations,
  'child-invitation': (paper) => toFamily(paper, childInvitation),
  'party-summons': toParties,
  plan: (paper) => [...plansForFamily(paper), ...plansForParties(paper), ...planForFile(paper)],
  'plan-family': plansForFamily,
  'plan-parties': plansForParties,
  'plan-file': planForFile,
  'plan-blank': (paper) => toStaff(paper, planBlank),
  'adult-care': (paper) => toFamily(paper, adultCare),
  'child-page': (paper) => toFamily(paper, childPage),
  'chair-script': (paper) => toStaff(paper, chairScript),
  deviation: (paper) => toStaff(paper, deviation),
};

export const DOCUMENT_NAMES = Object.keys(DOCUMENTS) as DocumentName[];

export type Made = { pdf: Buffer; fileName: string };

/** `paperIn`: what stands on it, said in a language; the same parts in both. */
export async function makeDocument(
  name: DocumentName,
  paperIn: (language: Language) => Paper,
  language: Language = 'sv',
): Promise<Made> {
  const paper = paperIn(language);
  const inSwedish = language === 'sv' ? paper : paperIn('sv');
  const swedish = DOCUMENTS[name](inSwedish);
  const parts = DOCUMENTS[name](paper).map((part, n) => (part.isFamilys ? part : (swedish[n] ?? part)));
  const isFamilys = parts.some((part) => part.isFamilys);
  const { language: said, code, municipality, ...of } = isFamilys ? paper : inSwedish;
  const { titles, files } = textsFor({ ...of, language: said });
  const pdf = await renderPdf({ title: titles[name], language: said, code, municipality, parts });
  return { pdf, fileName: `${files[name]}-${code}.pdf` };
}
