import { chairAlways, chairWords, PART_MINUTES } from '../../cards/texts/chair.ts';
import { say, type Voice } from '../../cards/texts/say.ts';
import type { Paper } from '../../documents/paper.ts';
import { MEETING_PARTS } from '../../domain/meeting-pages.ts';
import { SAMPLE_PLAN, SAMPLE_PLAN_OF_YOUTH } from './sample-plan.ts';

export const sampleScript = (voice: Voice): Paper['script'] => ({
  parts: MEETING_PARTS.map((part) => ({
    part: say(voice, `part.${part}`),
    minutes: String(PART_MINUTES[part]),
    lines: chairWords(voice, part, {
      ends: '14.00',
      topics: 'skola, psykisk hälsa',
      isChildThere: true,
      childLeaves: '13.20',
      follower: 'SCHOOL_STAFF',
      blank: '____________',
    }),
  })),
  always: chairAlways(voice),
});

/** Made up, and as long as it gets in real use. */
export const SAMPLE_PAPER: Paper = {
  language: 'sv',
  code: 'K7M-3XQ',
  municipality: 'Vänersborgs kommun (påhittad)',
  word: 'Västbusmöte',
  onPaperOnly: false,
  youth: false,
  ageBand: 'A6_11',
  units: [
    'Elevhälsan, Dalboskolan',
    'Individ- och familjeomsorgen, Vänersborg',
    'BUP Dalsland',
    'Barn- och ungdomshabiliteringen, Vänersborg',
    'Vårdcentralen Lindängen',
    'Ungdomsmottagningen Vänersborg',
  ],
  signers: ['mamma', 'pappa'],
  guardians: ['mamma', 'pappa'],
  mayOwnSign: false,
  convener: {
    role: 'skolkurator',
    unit: 'Elevhälsan, Dalboskolan',
    kind: 'STUDENT_HEALTH',
    phone: '031-390 06 11',
    late: '070-174 06 05',
  },
  longest: '12 månader',
  beginsWith: 'TALKS',
  when: 'tisdag 3 mars 2026 kl. 13.00–14.00 (v. 10)',
  childWhen: 'tisdag 3 mars 2026 kl. 13.00–13.20',
  length: '60 minuter',
  place: 'Stadshuset, rum Dalbo',
  placeByHand: false,
  how: 'IN_ROOM',
  joinUrl: null,
  childAfar: false,
  linkByHand: true,
  called: [
    { unit: 'Individ- och familjeomsorgen', kind: 'SOCIAL_SERVICES', role: 'socialsekreterare', duty: true },
    { unit: 'BUP Dalsland', kind: 'BUP', role: 'psykolog', duty: true },
    { unit: 'Barn- och ungdomshabiliteringen', kind: 'HABILITATION', role: '', duty: true },
    { unit: 'Folktandvården Vänersborg', kind: 'DENTAL_CARE', role: '', duty: false },
  ],
  hasDuty: true,
  about: 'BY_HAND',
  answerBy: 'måndag 23 februari 2026',
  childJoins: 'En stund',
  interpreter: 'BOOKED',
  support: ['Bildstöd', 'Pauser'],
  consentTo: 'onsdag 2 september 2026',
  childPart: { from: '13.00', to: '13.20' },
  personalData: {
    responsible: 'Barn- och utbildningsnämnden (påhittad)',
    contact: 'namnden@kommun.example, 031-390 06 12',
    officer: 'dataskyddsombud@kommun.example',
  },
  links: {
    HANDBOOK: 'https://handbok.kommun.example',
    ROUTINE: 'https://rutin.kommun.example',
    FORMS: 'https://blanketter.kommun.example',
    DEVIATIONS: 'https://avvikelser.region.example',
  },
  given: [
    {
      to: 'mamma',
      day: 'måndag 2 mars 2026',
      units: ['Elevhälsan, Dalboskolan', 'Individ- och familjeomsorgen, Vänersborg', 'BUP Dalsland'],
      topics: ['Skola och förskola', 'Psykisk hälsa', 'Familj och hem'],
      scopes: ['PREPARE', 'MEETING', 'PLAN_COPY', 'BETWEEN_MEETINGS'],
      from: 'måndag 2 mars 2026',
      until: 'onsdag 2 september 2026',
    },
    {
      to: 'pappa',
      day: 'tisdag 3 mars 2026',
      units: ['Elevhälsan, Dalboskolan', 'Ungdomsmottagningen Vänersborg'],
      topics: ['Hälsa', 'Socialt stöd'],
      scopes: ['MEETING'],
      from: 'tisdag 3 mars 2026',
      until: 'torsdag 3 september 2026',
    },
  ],
  receipt: {
    to: 'mamma',
    day: 'onsdag 4 mars 2026',
    clock: '13.05',
    saidOn: 'tisdag 3 mars 2026',
    what: { kind: 'unit', name: 'BUP Dalsland' },
    meeting: 'WITHOUT',
    planWith: ['Elevhälsan, Dalboskolan', 'BUP Dalsland'],
  },
  numbers: {
    more: [{ who: 'BRIS', number: '08-465 004 21' }],
    nightDuty: '031-390 06 01',
    bup: '031-390 06 02',
    patientBoard: '031-390 06 03',
    inspectorate: null,
  },
  script: sampleScript('sv'),
  plan: SAMPLE_PLAN,
  childPage: {
    said: 'Jag vill kunna gå i skolan utan att få ont i magen.',
    sentences: [
      'Du får en lugn plats i klassrummet, nära dörren.',
      'Någon på BUP pratar med dig om sömnen varje tisdag.',
      'Socialtjänsten ringer hem en gång i veckan och frågar hur det går.',
    ],
    first: {
      day: 'fredag 27 mars 2026',
      unit: 'Elevhälsan, Dalboskolan',
      what: 'Prata med läraren om en lugn plats.',
    },
    month: 'maj 2026',
    teller: 'Någon i skolan',
  },
  deviation: {
    type: 'Kallad part uteblev',
    day: 'tisdag 3 mars 2026',
    unitKind: 'Barn- och ungdomspsykiatri',
    what: 'Verksamheten var kallad till mötet tisdag 3 mars 2026. Ingen kom, och ingen ersättare.',
    incident: null,
    consequences: [
      { label: 'Hjälpen kom senare', ticked: true },
      { label: 'Vet inte', ticked: false },
    ],
  },
  homes: [
    { to: 'mamma', interpreter: 'BOOKED', afar: false },
    { to: 'pappa', interpreter: 'WANTED', afar: false },
  ],
};

/** Everything that somebody who is threatened must not have on paper is filled in by hand. */
export const ON_PAPER_ONLY: Paper = {
  ...SAMPLE_PAPER,
  onPaperOnly: true,
  ageBand: 'A15_17',
  signers: [null],
  guardians: [],
  mayOwnSign: true,
  when: null,
  childWhen: null,
  length: null,
  place: null,
  called: [],
  about: 'IF_CONSENTED',
  answerBy: null,
  childJoins: null,
  childPart: null,
  interpreter: 'NONE',
  support: [],
  homes: [{ to: null, interpreter: null, afar: false }],
  given: [],
  receipt: null,
};

/** 18 and older: spoken to, alone, and nobody's guardian. */
export const OF_YOUTH: Paper = {
  ...SAMPLE_PAPER,
  youth: true,
  ageBand: 'A18_20',
  signers: ['den unge'],
  guardians: [],
  mayOwnSign: false,
  childWhen: null,
  childPart: null,
  homes: [{ to: 'den unge', interpreter: 'NONE', afar: false }],
  plan: SAMPLE_PLAN_OF_YOUTH,
  script: sampleScript('sv-youth'),
  given: SAMPLE_PAPER.given.slice(0, 1).map((own) => ({ ...own, to: 'den unge' })),
  receipt: SAMPLE_PAPER.receipt && {
    ...SAMPLE_PAPER.receipt,
    to: 'den unge',
    what: { kind: 'all' },
    meeting: 'CANCELLED',
  },
};

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
  ageBand: 'A15_17',
  units: MANY,
  called: MANY.map((unit, n) => ({ unit, kind: 'HABILITATION', role: 'specialpedagog', duty: n % 4 > 0 })),
  homes: [{ to: 'förordnad vårdnadshavare', interpreter: 'WANTED', afar: false }],
  signers: ['förordnad vårdnadshavare'],
  interpreter: 'WANTED',
  support: ['Bildstöd', 'Ledsagare', 'Lugnt rum', 'Pauser', 'Lokal utan trappor'],
  given: SAMPLE_PAPER.given.slice(0, 1).map((own) => ({ ...own, units: MANY })),
};

/** As long as Teams makes them. */
const JOIN_URL = `https://teams.example/l/meetup-join/19%3ameeting_${'aB3'.repeat(16)}%40thread.v2/0?context=${encodeURIComponent(
  JSON.stringify({ Tid: '11111111-1111-4111-8111-111111111111', Oid: '22222222-2222-4222-8222-222222222222' }),
)}`;

/** Some in the room, one home and the child from afar. */
export const HYBRID: Paper = {
  ...SAMPLE_PAPER,
  how: 'HYBRID',
  joinUrl: JOIN_URL,
  childAfar: true,
  homes: SAMPLE_PAPER.homes.map((home, n) => ({ ...home, afar: n === 0 })),
};
