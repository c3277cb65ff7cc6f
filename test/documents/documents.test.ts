/** Every paper: made, tagged, in both languages, and read back word for word. */
import type { Content } from 'pdfmake/interfaces.js';
import { describe, expect, it } from 'vitest';
import { childConsent } from '../../documents/child-consent.ts';
import { codeSlip } from '../../documents/code-slip.ts';
import { consentForm } from '../../documents/consent-form.ts';
import { DOCUMENT_NAMES, makeDocument } from '../../documents/documents.ts';
import { box, plain } from '../../documents/layout.ts';
import type { Paper } from '../../documents/paper.ts';
import { renderPdf } from '../../documents/render-pdf.ts';
import sv from '../../documents/texts/sv.json' with { type: 'json' };
import { AGE_BANDS, LANGUAGES, SCOPES, TOPICS } from '../../domain/codes.ts';
import type { DocumentName } from '../../domain/names.ts';
import { BARE, HYBRID, LONG, OF_TWELVE, OF_YOUTH, ON_PAPER_ONLY, SAMPLE_PAPER } from '../printouts/sample-paper.ts';
import { LONG_PLAN } from '../printouts/sample-plan.ts';
import { readPdf } from '../support/read-pdf.ts';

async function read(name: DocumentName, more: Partial<Paper> = {}) {
  return readPdf((await makeDocument(name, () => ({ ...SAMPLE_PAPER, ...more }))).pdf);
}

const BELOW = { sv: /Ärende K7M-3XQ.*Sida (\d+) av (\d+)/, en: /Case K7M-3XQ.*Page (\d+) of (\d+)/ };

describe.each(DOCUMENT_NAMES)('%s', (name) => {
  it('is tagged, in Swedish, with its code and page below and nothing left to fill in by the program', async () => {
    const { raw, info, written } = await read(name);
    expect(raw.includes('/Marked true'), 'tagged').toBe(true);
    expect(info.Language).toBe('sv-SE');
    expect(info.Title).not.toBe('');
    for (const page of written) {
      expect(page).toMatch(BELOW.sv);
      expect(page).not.toMatch(/[{}]|undefined|null/);
    }
  });

  it('each paper of a pack has its own pages: the first is one, and the last is as many as there are', async () => {
    const { written } = await read(name, { plan: LONG_PLAN });
    const numbers = written.map((page) => BELOW.sv.exec(page)?.slice(1).map(Number) ?? []);
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
  it('5, E: one for each who signs, with one signature and nothing that another one has left out', async () => {
    const { pages, text } = await read('consent-form');
    for (const signer of SAMPLE_PAPER.signers) {
      const own = pages.filter((page) => page.includes(`Din blankett (${signer})`));
      expect(own, `${signer}'s`).toHaveLength(1);
      for (const other of SAMPLE_PAPER.signers.filter((one) => one !== signer)) expect(own[0]).not.toContain(other);
    }
    expect(text.split('Namnförtydligande')).toHaveLength(SAMPLE_PAPER.signers.length + 1);
    expect(text).not.toMatch(/Underskrift \(/);
    // What may not be raised is never written.
    expect(text).not.toMatch(/ska inte delas|inte tas upp/);
  });

  it('has a box for each unit and none for all, and says how it is taken back', async () => {
    const { text } = await read('consent-form', { signers: ['mamma'] });
    for (const { name } of SAMPLE_PAPER.units) expect(text).toContain(name);
    expect(text).not.toMatch(/\balla (de|verksamheter)\b|^alla$/im);
    for (const words of ['Personnummer', 'ta tillbaka', 'Du behöver inte säga varför', 'Originalet förvaras'])
      expect(text).toContain(words);
  });

  it('how long it lasts at most is the setting’s', async () => {
    expect((await read('consent-form', { longest: '3 månader' })).text).toContain('Högst 3 månader.');
    expect((await read('information', { longest: '3 månader' })).text).toContain('högst 3 månader');
  });

  it.each([
    ['consent-form', consentForm('mamma')],
    ['child-consent', childConsent],
  ] as const)(
    'GDPR 4: on %s nothing stands ticked, and each use is a question with what a no leads to',
    (name, draw) => {
      const drawn = JSON.stringify(draw(OF_TWELVE));
      const ifNot = {
        ...sv.consentForm,
        ...(name === 'child-consent' ? { 'ifNot.MEETING': sv.childConsent.SIGNS.ifNo } : {}),
      };
      // A tick is two strokes in a box.
      expect(drawn).not.toContain('"lineWidth":1.6');
      expect(JSON.stringify(box('ticked', true))).toContain('"lineWidth":1.6');
      for (const scope of SCOPES) {
        expect(drawn).toContain(sv.consentForm[`scope.${scope}`]);
        expect(drawn).toContain(ifNot[`ifNot.${scope}`]);
        expect(sv.consentForm[`scope.${scope}`]).toMatch(/^Får de .*\?$/);
      }
    },
  );

  it('units, topics and uses stand in the order that a card that copies it has', async () => {
    const { text } = await read('consent-form', { signers: ['mamma'] });
    const at = [
      ...TOPICS.map((topic) => sv.consentForm[`topic.${topic}`]),
      ...SCOPES.map((scope) => sv.consentForm[`scope.${scope}`]),
    ];
    const places = at.map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    const scopes = places.slice(TOPICS.length);
    expect(scopes).toEqual([...scopes].sort((a, b) => a - b));
  });

  it('5: from 12 there is a form of its own kind for the child, that asks the same, without a guardian', async () => {
    const { pages } = await read('print-pack', { ageBand: 'A12_14', mayOwnSign: true });
    const first = pages.findIndex((page) => page.includes('Vilka får prata om dig?'));
    const own = pages.slice(first, first + 2).join(' ');
    for (const words of ['Skriv ditt namn tydligt', 'De får prata om', 'Vad får de göra?', 'Hur länge gäller det?'])
      expect(own).toContain(words);
    expect(own).not.toMatch(/mamma|pappa/);
    expect((await read('print-pack')).text).not.toContain('Vilka får prata om dig?');
  });
});

describe('the talk with the child', () => {
  it.each(AGE_BANDS)('has its own questions at %s', async (ageBand) => {
    const { pages } = await read('child-questions', { ageBand });
    const [adults = ''] = pages.slice(-1);
    const childs = pages.slice(0, -1).join(' ');
    expect(childs).toContain('Samtal med dig');
    // What the adult says first and asks last is not on the child's.
    expect(childs).not.toMatch(/Säg först|Fråga också|Fråga sist/);
    expect(adults).toMatch(/Till dig som pratar med.*Säg först.*jag vet inte.*Fråga också.*Fråga sist/s);
  });
});

describe('to the family it is an invitation', () => {
  it('one for each home, in plain words, and never a summons', async () => {
    const { text, pages, written } = await read('family-invitation');
    expect(written).toHaveLength(2);
    expect(pages[0]).toContain('Till mamma');
    expect(pages[0]).not.toContain('pappa');
    expect(text).toContain('Har ni sagt ja kan ni ta tillbaka det när ni vill');
    expect(text).not.toMatch(/kallelse|kallad/i);
  });

  it('the child’s says that going out is fine, and its own part of the time', async () => {
    const { text } = await read('child-invitation');
    expect(text).toContain('Du får gå ut när du vill.');
    expect(text).toMatch(/tisdag 3 mars 2026 kl\. 13\.00– ?13\.20/);
    expect(text).not.toContain('14.00');
    expect(text).toMatch(/Den som möter dig heter.*Undrar du något\? Ring.*031-390 06 11/s);
    expect(text).toContain('Någon från socialtjänsten');
    expect(text).not.toMatch(/Individ- och familjeomsorgen|socialsekreterare|habiliteringen,/);
  });

  it('an invitation is one page, also with the way in from afar', async () => {
    for (const paper of [SAMPLE_PAPER, HYBRID, BARE])
      for (const language of LANGUAGES)
        for (const name of ['family-invitation', 'child-invitation'] as const) {
          const { written } = await readPdf((await makeDocument(name, () => ({ ...paper, language }))).pdf);
          expect(written, name).toHaveLength(name === 'child-invitation' ? 1 : paper.homes.length);
        }
  });

  it('from 18 the young person is spoken to, and no guardian', async () => {
    const { text } = await read('paper-pack', OF_YOUTH);
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
  const { text, info } = await read(name, OF_YOUTH);
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

  it('LAW: with the agreement confirmed they must come, else they are asked to', async () => {
    expect((await read('party-summons', { hasDuty: true })).text).not.toContain('Vi ber er komma');
    const { text } = await read('party-summons', { hasDuty: false });
    expect(text).toContain('Vi ber er komma.');
    expect(text).not.toContain('ska delta');
  });

  it('an interpreter is booked only where there is a booking', async () => {
    expect((await read('party-summons', { interpreter: 'WANTED' })).text).toContain('Tolk behövs, inte bokad än');
    expect((await read('party-summons', { interpreter: 'WANTED' })).text).not.toContain('Tolk bokad');
  });

  it('who calls stands first among who comes, there is a line for who leads, and a number for who is late', async () => {
    for (const name of ['party-summons', 'family-invitation'] as const) {
      const { text } = await read(name);
      expect(text).toMatch(/Elevhälsan, Dalboskolan.*som kallar/);
      for (const words of ['Mötet leds av', 'Blir ni sena? Ring 070-174 06 05']) expect(text, name).toContain(words);
      const { convener } = SAMPLE_PAPER;
      expect((await read(name, { convener: { ...convener, late: null } })).text, name).not.toContain('Blir ni sena');
    }
  });

  it('T27: on paper only nothing is answered in Outlook', async () => {
    const pack = readPdf((await makeDocument('paper-pack', () => ON_PAPER_ONLY)).pdf);
    expect((await pack).text).not.toMatch(/Outlook/);
    expect((await read('party-summons')).text).toContain('Svara i Outlook');
  });

  it('a place told by word of mouth does not stand there', async () => {
    const { text } = await read('party-summons', { place: null });
    expect(text).toContain('Platsen lämnas muntligt.');
  });
});

it('the code slip has a line to write on for each of its fields, over the whole width', () => {
  const drawn = codeSlip(SAMPLE_PAPER) as { stack?: [{ canvas?: { x2: number }[] }, { text?: string }] }[];
  const lines = drawn.flatMap(({ stack }) => stack?.[0].canvas?.map(({ x2 }) => x2) ?? []);
  expect(lines).toEqual(sv.codeSlip.fields.map(() => 483));
});

it('what the family gets begins with what is still to be done: the child’s talk, or the form', async () => {
  const first = async (beginsWith: Paper['beginsWith']) => {
    const { pages } = await read('print-pack', { beginsWith });
    return pages[pages.findLastIndex((page) => page.includes(sv.planBlank.tells)) + 1];
  };
  expect(await first('TALKS')).toContain('Samtal med dig');
  expect(await first('CONSENT')).toContain('Din blankett (mamma)');
});

const STAFFS = /Till dig som pratar med|Kodlapp|Plan att fylla i|Manus för den som leder/;
const FAMILYS = /Samtal med dig|information till familjen|Din blankett|Vilka får prata om dig|Inbjudan till|Hej!/;
it.each(['print-pack', 'paper-pack'] as const)(
  'in %s what staff keep lies before all that the family gets: the slip with name and code not among it',
  async (name) => {
    const { pages } = await read(name, { ...OF_TWELVE, called: [] });
    const titles = pages.filter((page) => page.includes('Sida 1 av'));
    const last = titles.findLastIndex((page) => STAFFS.test(page));
    const first = titles.findIndex((page) => FAMILYS.test(page));
    expect(last).toBeGreaterThan(0);
    expect(first).toBeGreaterThan(last);
  },
);

it.each([
  ['family-invitation', 'sv', 'inbjudan-K7M-3XQ.pdf'],
  ['family-invitation', 'en', 'invitation-K7M-3XQ.pdf'],
  ['consent-form', 'en', 'consent-form-K7M-3XQ.pdf'],
  // For staff: in Swedish, whatever the family reads.
  ['code-slip', 'en', 'kodlapp-K7M-3XQ.pdf'],
  ['guardian-questions', 'en', 'fragor-vardnadshavare-K7M-3XQ.pdf'],
] as const)('the file of %s in %s is called %s', async (name, language, fileName) => {
  const made = await makeDocument(name, (said) => ({ ...SAMPLE_PAPER, language: said }), language);
  expect(made.fileName).toBe(fileName);
});

it.each(DOCUMENT_NAMES)('the name of the file of %s goes into a header as it is', async (name) => {
  for (const paper of [SAMPLE_PAPER, OF_YOUTH])
    expect((await makeDocument(name, () => paper)).fileName).toMatch(/^[a-z-]+-K7M-3XQ\.pdf$/);
});

it.each(Object.entries({ SAMPLE_PAPER, OF_YOUTH, BARE, LONG }))(
  'the information sheet of %s is a front and a back, in both languages',
  async (_, paper) => {
    for (const language of LANGUAGES) {
      const { pages } = await readPdf(
        (await makeDocument('information', () => ({ ...paper, language }), language)).pdf,
      );
      expect(pages).toHaveLength(2);
    }
  },
);

it('a paper that just fills its page leaves no empty one, and the next has its own foot', async () => {
  const part = (above: number, below: string) => {
    const last: Content = { text: 'rad', margin: [0, above, 0, 30] };
    const content = [{ stack: [...Array.from({ length: 26 }, () => plain('rad')), last] }];
    return { content, language: 'sv' as const, mark: null, below };
  };
  for (let above = 0; above < 60; above += 10) {
    const parts = [part(above, 'ett'), part(above, 'två')];
    const { written } = await readPdf(
      await renderPdf({ title: 't', code: 'K7M-3XQ', municipality: 'm', language: 'sv', parts }),
    );
    for (const page of written) expect(page, String(above)).toContain('rad');
    expect(written.filter((page) => page.includes('två')).length, String(above)).toBe(written.length / 2);
  }
});

it('the print pack is everything for the talks in one press, a sheet and a form for each guardian', async () => {
  const { pages } = await read('print-pack');
  for (const title of [
    'Till dig som pratar med vårdnadshavare (mamma)',
    'Till dig som pratar med vårdnadshavare (pappa)',
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
