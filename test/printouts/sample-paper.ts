import { chairAlways, chairWords, PART_MINUTES } from '../../cards/texts/chair.ts';
import { say, type Voice } from '../../cards/texts/say.ts';
import type { Paper } from '../../documents/paper.ts';
import { MEETING_PARTS } from '../../domain/meeting-pages.ts';
import { SAMPLE_PLAN } from './sample-plan.ts';

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
  convener: { role: 'skolkurator', unit: 'Elevhälsan, Dalboskolan', phone: '0521-72 00 00' },
  when: 'tisdag 3 mars kl. 13.00–14.00 (v. 10)',
  length: '60 minuter',
  place: 'Stadshuset, rum Dalbo',
  placeByHand: false,
  how: 'IN_ROOM',
  joinUrl: null,
  childAfar: false,
  linkByHand: true,
  called: [
    { unit: 'Individ- och familjeomsorgen', role: 'socialsekreterare', duty: true },
    { unit: 'BUP Dalsland', role: 'psykolog', duty: true },
    { unit: 'Barn- och ungdomshabiliteringen', role: '', duty: true },
    { unit: 'Folktandvården Vänersborg', role: '', duty: false },
  ],
  about: 'BY_HAND',
  answerBy: 'måndag 23 februari',
  childJoins: 'En stund',
  interpreter: true,
  support: ['Bildstöd', 'Pauser'],
  consentTo: 'onsdag 2 september',
  childPart: { from: '13.00', to: '13.20' },
  numbers: {
    more: [{ who: 'BRIS', number: '08-465 004 21' }],
    nightDuty: '031-390 06 01',
    bup: '031-390 06 02',
    patientBoard: '031-390 06 03',
    inspectorate: null,
  },
  script: sampleScript('sv'),
  plan: SAMPLE_PLAN,
  deviation: {
    type: 'Kallad part uteblev',
    day: 'tisdag 3 mars',
    unitKind: 'Barn- och ungdomspsykiatri',
    what: 'Verksamheten var kallad till mötet tisdag 3 mars. Ingen kom, och ingen ersättare.',
    incident: null,
    consequences: [
      { label: 'Hjälpen kom senare', ticked: true },
      { label: 'Vet inte', ticked: false },
    ],
  },
  homes: [
    { to: 'mamma', interpreter: true, afar: false },
    { to: 'pappa', interpreter: false, afar: false },
  ],
};

/** Everything that somebody who is threatened must not have on paper is filled in by hand. */
export const ON_PAPER_ONLY: Paper = {
  ...SAMPLE_PAPER,
  ageBand: 'A15_17',
  signers: [null],
  guardians: [],
  mayOwnSign: true,
  when: null,
  length: null,
  place: null,
  called: [],
  about: 'IF_CONSENTED',
  answerBy: null,
  childJoins: null,
  childPart: null,
  interpreter: false,
  support: [],
  homes: [{ to: null, interpreter: null, afar: false }],
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
