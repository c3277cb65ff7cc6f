/** What the papers of the made-up case say, in either language, and of cases that differ from it. */
import { Temporal } from 'temporal-polyfill';
import { paperOf } from '../../bot/print/paper-of.ts';
import type { Paper } from '../../documents/paper.ts';
import type { Language } from '../../domain/codes.ts';
import type { DocumentName } from '../../domain/names.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { momentAt } from '../support/moment-at.ts';
import { ofTwelve, ofYouth, PLANNED, PREPARED, STOPPED } from './sample-case.ts';
import { SAMPLE_REGISTER } from './sample-register.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

/** Of one case what stands on its papers before the meeting, after it, and when a part was taken back. */
function papersOf(as: (file: CaseFile) => CaseFile, language: Language): Paper {
  const paper = (file: CaseFile, on: string, document: DocumentName, about: string | null = null) =>
    paperOf({ ...momentAt(as(file), day(on)), register: SAMPLE_REGISTER }, { document, about }, language);
  return {
    ...paper(PREPARED, '2026-02-16', 'paper-pack'),
    plan: paper(PLANNED, '2026-03-03', 'plan').plan,
    childPage: paper(PLANNED, '2026-03-03', 'child-page').childPage,
    receipt: paper(STOPPED, '2026-04-22', 'withdrawal-receipt').receipt,
    deviation: paper(PLANNED, '2026-03-03', 'deviation', 'PARTY_ABSENT:p-vc:2026-03-03|LATER_HELP').deviation,
  };
}

export const sampleIn = (language: Language): Paper => papersOf((file) => file, language);
export const SAMPLE_PAPER = sampleIn('sv');

/** 18 and older: spoken to, alone, and nobody's guardian. */
export const youthIn = (language: Language): Paper => papersOf(ofYouth, language);
export const OF_YOUTH = youthIn('sv');

/** A child that signs too. */
export const twelveIn = (language: Language): Paper => papersOf(ofTwelve, language);
export const OF_TWELVE = twelveIn('sv');

/** Everything that somebody who is threatened must not have on paper is filled in by hand. */
export const ON_PAPER_ONLY: Paper = papersOf(
  (file) => ({ ...file, case: { ...file.case, ageBand: 'A15_17', safety: 'RESTRICTED' } }),
  'sv',
);

/** Nothing is chosen, and the register has next to nothing. */
export const BARE: Paper = {
  ...SAMPLE_PAPER,
  ageBand: 'A12_14',
  mayOwnSign: true,
  when: null,
  childWhen: null,
  length: null,
  place: null,
  called: [],
  hasDuty: false,
  answerBy: null,
  childJoins: null,
  childPart: null,
  childLeaves: null,
  interpreter: 'NONE',
  support: [],
  consentTo: null,
  convener: { ...SAMPLE_PAPER.convener, phone: null, late: null },
  personalData: null,
  links: {},
  numbers: { more: [], nightDuty: null, bup: null, patientBoard: null, inspectorate: null },
};

/** As many units as a register has, with long names, and fifteen of them called. */
const MANY = Array.from(
  { length: 15 },
  (_, n) => `Barn- och ungdomshabiliteringen, mottagningen i ${n + 1}:a stadsdelen`,
);
export const LONG: Paper = {
  ...SAMPLE_PAPER,
  mayOwnSign: true,
  formCounts: 'HEARD',
  ageBand: 'A15_17',
  units: MANY.map((name) => ({ name, kind: 'HABILITATION' })),
  called: MANY.map((unit, n) => ({ unit, kind: 'HABILITATION', role: 'specialpedagog', duty: n % 4 > 0 })),
  homes: [{ to: 'förordnad vårdnadshavare', interpreter: 'WANTED', afar: false }],
  signers: ['förordnad vårdnadshavare'],
  guardians: ['förordnad vårdnadshavare'],
  interpreter: 'WANTED',
  support: ['Bildstöd', 'Ledsagare', 'Lugnt rum', 'Pauser', 'Lokal utan trappor'],
  given: SAMPLE_PAPER.given.slice(0, 1).map((own) => ({ ...own, units: MANY })),
};

/** As long as Teams makes them. */
const JOIN_URL = `https://teams.example/l/meetup-join/19%3ameeting_${'aB3'.repeat(16)}%40thread.v2/0?context=${encodeURIComponent(
  JSON.stringify({ Tid: '11111111-1111-4111-8111-111111111111', Oid: '22222222-2222-4222-8222-222222222222' }),
)}`;

/** Some in the room, one home and the child from afar. */
export const hybridIn = (language: Language): Paper => {
  const paper = twelveIn(language);
  return {
    ...paper,
    how: 'HYBRID',
    joinUrl: JOIN_URL,
    childAfar: true,
    homes: paper.homes.map((home, n) => ({ ...home, afar: n === 0 })),
  };
};
export const HYBRID = hybridIn('sv');
