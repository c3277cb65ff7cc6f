import type { Paper } from '../../documents/paper.ts';

/** Made up, and as long as it gets in real use. */
export const SAMPLE_PAPER: Paper = {
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
  convener: { role: 'skolkurator', unit: 'Elevhälsan, Dalboskolan', phone: '0521-72 00 00' },
  when: 'tisdag 3 mars kl. 13.00–14.00 (v. 10)',
  place: 'Stadshuset, rum Dalbo',
  called: [
    { unit: 'Individ- och familjeomsorgen', role: 'socialsekreterare' },
    { unit: 'BUP Dalsland', role: 'psykolog' },
    { unit: 'Barn- och ungdomshabiliteringen', role: '' },
  ],
  consentTo: 'onsdag 2 september',
  childPart: { from: '13.00', to: '13.20' },
  homes: ['mamma', 'pappa'],
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
};
