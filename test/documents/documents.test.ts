/** Every paper: made, tagged, in both languages, and read back word for word. */
import { describe, expect, it } from 'vitest';
import { DOCUMENT_NAMES, makeDocument } from '../../documents/documents.ts';
import type { Paper } from '../../documents/paper.ts';
import { AGE_BANDS } from '../../domain/codes.ts';
import type { DocumentName } from '../../domain/names.ts';
import { SAMPLE_PAPER, sampleScript } from '../printouts/sample-paper.ts';
import { LONG_PLAN, SAMPLE_PLAN_OF_YOUTH } from '../printouts/sample-plan.ts';
import { readPdf } from '../support/read-pdf.ts';

async function read(name: DocumentName, more: Partial<Paper> = {}) {
  return readPdf(await makeDocument(name, () => ({ ...SAMPLE_PAPER, ...more })));
}

const BELOW = { sv: /Ärende K7M-3XQ.*Sida (\d+) av (\d+)/, en: /Case K7M-3XQ.*Page (\d+) of (\d+)/ };

describe.each(DOCUMENT_NAMES)('%s', (name) => {
  it('is tagged, in Swedish, with its code and page below and nothing left to fill in by the program', async () => {
    const { raw, info, pages } = await read(name);
    expect(raw.includes('/Marked true'), 'tagged').toBe(true);
    expect(info.Language).toBe('sv-SE');
    expect(info.Title).not.toBe('');
    for (const page of pages) {
      expect(page).toMatch(BELOW.sv);
      expect(page).not.toMatch(/[{}]|undefined|null/);
    }
  });

  it('each paper of a pack has its own pages: the first is one, and the last is as many as there are', async () => {
    const { pages } = await read(name, { plan: LONG_PLAN });
    const numbers = pages.map((page) => BELOW.sv.exec(page)?.slice(1).map(Number) ?? []);
    for (const [index, [n = 0, of = 0]] of numbers.entries()) {
      const [before = 0, beforeOf = 0] = numbers[index - 1] ?? [];
      expect(n).toBe(before === beforeOf ? 1 : before + 1);
      if (n > 1) expect(of).toBe(beforeOf);
    }
    const [last = 0, lastOf = -1] = numbers.at(-1) ?? [];
    expect(last).toBe(lastOf);
  });
});

describe('the consent form', () => {
  it('5, E: one for each who signs, with one signature and nothing that another one has excluded', async () => {
    const { pages, text } = await read('consent-form');
    for (const signer of SAMPLE_PAPER.signers) {
      const own = pages.filter((page) => page.includes(`Din blankett (${signer})`));
      expect(own, `${signer}'s`).toHaveLength(1);
      for (const other of SAMPLE_PAPER.signers.filter((one) => one !== signer)) expect(own[0]).not.toContain(other);
    }
    for (const once of ['Det här ska inte delas eller tas upp', 'Namnförtydligande'])
      expect(text.split(once), once).toHaveLength(SAMPLE_PAPER.signers.length + 1);
    expect(text).not.toMatch(/Underskrift \(/);
  });

  it('has a box for each unit and none for all, and says how it is taken back', async () => {
    const { text } = await read('consent-form', { signers: ['mamma'] });
    for (const unit of SAMPLE_PAPER.units) expect(text).toContain(unit);
    expect(text).not.toMatch(/\balla\b/i);
    for (const words of [
      'Personnummer',
      'ta tillbaka',
      'Ingen får fråga varför',
      'Högst 12 månader',
      'Originalet förvaras',
      'Stryk det du inte vill',
    ])
      expect(text).toContain(words);
  });

  it('5: from 12 there is a form of its own kind for the child, without a guardian and without what is excluded', async () => {
    const { pages } = await read('print-pack', { ageBand: 'A12_14', mayOwnSign: true });
    const own = pages.filter((page) => page.includes('Din egen blankett'));
    expect(own).toHaveLength(1);
    expect(own[0]).toContain('Namnförtydligande');
    expect(own[0]).not.toMatch(/mamma|pappa|inte delas/);
    expect((await read('print-pack')).text).not.toContain('Din egen blankett');
  });
});

describe('the talk with the child', () => {
  it.each(AGE_BANDS)('has its own questions at %s', async (ageBand) => {
    const { text, pages } = await read('child-questions', { ageBand });
    expect(text).toContain('Du får säga ”jag vet inte”');
    expect(pages).toHaveLength(ageBand === 'A0_5' || ageBand === 'A6_11' ? 2 : 1);
  });
});

describe('to the family it is an invitation', () => {
  it('one for each home, in plain words, and never a summons', async () => {
    const { text, pages } = await read('family-invitation');
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('Till mamma');
    expect(pages[0]).not.toContain('pappa');
    expect(text).toContain('Ni kan ändra er när ni vill');
    expect(text).not.toMatch(/kallelse|kallad/i);
  });

  it('the child’s says that going out is fine, and its own part of the time', async () => {
    const { text } = await read('child-invitation');
    expect(text).toContain('Du får gå ut när du vill.');
    expect(text).toContain('Du är med från 13.00 till 13.20.');
  });

  it('from 18 the young person is spoken to, and no guardian', async () => {
    const { text } = await read('paper-pack', {
      youth: true,
      ageBand: 'A18_20',
      signers: ['den unge'],
      guardians: [],
      homes: [{ to: 'den unge', interpreter: false, afar: false }],
    });
    expect(text).toContain('Dina föräldrar är med om du vill det');
    expect(text).not.toMatch(/vårdnadshavare|mamma|pappa/i);
  });
});

const NO_FAMILY = /vårdnadshavare|mamma|pappa|familjen|barnets?\b/i;
it.each(
  DOCUMENT_NAMES.filter(
    (name) => name !== 'guardian-questions' && name !== 'child-invitation' && name !== 'child-consent',
  ),
)('from 18, %s speaks of no child, family or guardian', async (name) => {
  const { text, info } = await read(name, {
    youth: true,
    ageBand: 'A18_20',
    signers: ['den unge'],
    guardians: [],
    mayOwnSign: false,
    homes: [{ to: 'den unge', interpreter: false, afar: false }],
    childPart: null,
    plan: SAMPLE_PLAN_OF_YOUTH,
    script: sampleScript('sv-youth'),
  });
  expect(`${info.Title} ${text}`).not.toMatch(NO_FAMILY);
});

it.each(DOCUMENT_NAMES)('%s calls the meeting what the setting calls it', async (name) => {
  const { text, raw } = await read(name, { word: 'SIP-möte' });
  expect(text).not.toMatch(/västbus/i);
  expect(raw).not.toMatch(/V.stbus/);
});

describe('the summons on paper', () => {
  it('has lines for name and personnummer to fill in by hand, the duty, and until when there is consent', async () => {
    const { text } = await read('party-summons');
    for (const words of [
      'fylls i för hand',
      'Personnummer',
      'Alla som är kallade ska delta',
      'besluta',
      'onsdag 2 september',
    ])
      expect(text).toContain(words);
  });

  it('a place told by word of mouth does not stand there', async () => {
    const { text } = await read('party-summons', { place: null });
    expect(text).toContain('Platsen lämnas muntligt.');
  });
});

it('the print pack is everything for the talks in one press, a sheet and a form for each guardian', async () => {
  const { pages } = await read('print-pack');
  for (const title of [
    'Samtal med vårdnadshavare (mamma)',
    'Samtal med vårdnadshavare (pappa)',
    'Samtal med dig',
    'information till familjen',
    'Din blankett (mamma)',
    'Din blankett (pappa)',
    'Kodlapp',
  ])
    expect(
      pages.filter((page) => page.includes(title)),
      title,
    ).toHaveLength(1);
});

describe('a link as a code', () => {
  const { homes } = SAMPLE_PAPER;
  const online = (joinUrl: string) =>
    read('family-invitation', { how: 'ONLINE', joinUrl, homes: homes.map((home) => ({ ...home, afar: true })) });

  it.each([
    ['as long as can be read by a camera', `https://teams.example/${'x'.repeat(578)}`, /Rikta mobilens kamera/],
    ['longer', `https://teams.example/${'x'.repeat(579)}`, /Länken får ni av den som bjuder in/],
    [
      'longer in bytes than in letters',
      `https://teams.example/${'ö'.repeat(500)}`,
      /Länken får ni av den som bjuder in/,
    ],
    ['too large for any code', `https://teams.example/${'ö'.repeat(1900)}`, /Länken får ni av den som bjuder in/],
  ])('%s', async (_, joinUrl, said) => {
    expect((await online(joinUrl)).text).toMatch(said);
  });
});
