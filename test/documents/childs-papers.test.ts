/** What a child reads on its own papers: true for the child that gets it, and kind. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';
import { paperOf } from '../../bot/print/paper-of.ts';
import { makeDocument } from '../../documents/documents.ts';
import type { Paper } from '../../documents/paper.ts';
import en from '../../documents/texts/en.json' with { type: 'json' };
import sv from '../../documents/texts/sv.json' with { type: 'json' };
import { AGE_BANDS, SCOPES, type VoiceKeeper } from '../../domain/codes.ts';
import type { DocumentName } from '../../domain/names.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { PLANNED } from '../printouts/sample-case.ts';
import { BARE, HYBRID, OF_TWELVE, OF_YOUTH, SAMPLE_PAPER } from '../printouts/sample-paper.ts';
import { SAMPLE_REGISTER } from '../printouts/sample-register.ts';
import { momentAt } from '../support/moment-at.ts';
import { readPdf } from '../support/read-pdf.ts';

const read = async (name: DocumentName, more: Partial<Paper> = {}, paper: Paper = OF_TWELVE) =>
  readPdf((await makeDocument(name, () => ({ ...paper, ...more }))).pdf);
const count = (text: string, words: string): number => text.split(words).length - 1;

describe('its own form', () => {
  const NO_MEETING = /kallar vi inte till något möte|ses vi inte|blir det inget möte/;

  it('of a child who must sign: what a no leads to, question by question, and that it is okay', async () => {
    const { text } = await read('child-consent', { formCounts: 'SIGNS' });
    expect(text).toMatch(NO_MEETING);
    for (const words of ['Det är okej att säga nej.', 'Det gäller direkt.', 'Det du inte kryssar för tar vi inte upp.'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/vuxna som bestämmer/);
  });

  it.each(['HEARD', 'NOT_JUDGED'] as const)(
    'barnkonventionen 12: of a child who is %s it promises nothing that a no of theirs does not do',
    async (formCounts) => {
      const { text } = await read('child-consent', { formCounts });
      expect(text).not.toMatch(NO_MEETING);
      expect(text).not.toMatch(/Det gäller direkt|tar vi inte upp/);
      for (const scope of SCOPES) expect(text).not.toContain(sv.consentForm[`ifNot.${scope}`]);
      expect(text).toContain('Säger du nej lyssnar vi på det.');
      // That grown-ups decide is said of nobody before it has been judged.
      expect(text.includes('vuxna som bestämmer')).toBe(formCounts === 'HEARD');
    },
  );

  it('says why, what a SIP is, that nothing is lost by a no, and where the form is kept', async () => {
    const { text } = await read('child-consent');
    for (const words of [
      'en plan för vad som kan bli bättre för dig. Den heter SIP.',
      'Du behöver inte skriva under. Du har kvar den hjälp du har.',
      'Blanketten sparas hos',
      'Dina vårdnadshavare får den inte med sina.',
      'Frågor? Ring skolkurator, Elevhälsan, Dalboskolan, 031-390 06 11.',
    ])
      expect(text).toContain(words);
  });

  it('calls social services by what they are', async () => {
    expect((await read('child-consent')).text).toContain('Socialtjänsten (Individ- och familjeomsorgen, Vänersborg)');
    expect((await read('consent-form')).text).not.toContain('Socialtjänsten (');
  });
});

describe('the sheet for the talk', () => {
  it.each(AGE_BANDS.filter((band) => band !== 'A18_20'))(
    'at %s it begins with who asks, why, and where its words go',
    async (ageBand) => {
      const { pages } = await read('child-questions', { ageBand });
      expect(pages[0]).toMatch(
        /vill veta vad du tycker\. Du behöver inte svara\..*visar vi bara om du vill.*säger jag det till dig först, om jag kan/,
      );
      expect(pages[0]).toContain('Den som pratar med dig heter');
    },
  );

  it.each(['A6_11', 'A12_14', 'A15_17'] as const)(
    'at %s it asks whether they may talk about the child apart from how it wants to come, and says who learns that',
    async (ageBand) => {
      const { text } = await read('child-questions', { ageBand });
      expect(text).toContain('Får de som kommer prata med varandra om dig? Du kan säga ja, nej eller ja till en del.');
      expect(text).toMatch(/hela tiden, en stund eller inte alls\? Det berättar vi för dem som kommer\./);
      expect(text).not.toContain('skriva under');
      for (const asked of ['Var vill du att vi ses?', 'vill ha sagt']) expect(text).toContain(asked);
    },
  );

  it('what may not be raised, and who is not wanted there, is asked without a line to write it on', () => {
    const asked = JSON.stringify([sv.childQuestions.A12_14, sv.childQuestions.A15_17, sv.childQuestions.A6_11]);
    expect(asked).not.toMatch(/inte vill ha med|inte ska prata om/);
    expect(sv.childQuestions.apart).toMatch(/inte vill ha med.*inte ska prata om.*Du behöver inte skriva det/);
    expect(sv.childQuestions.askTitle).toContain('Skriv inte ned svaren');
  });
});

describe('its invitation', () => {
  it('says first that the child decides; where it has said that it stays away, that this is okay', async () => {
    expect((await read('child-invitation')).text).toMatch(/vad du tycker\. Du bestämmer om du vill komma\./);
    const { text } = await read('child-invitation', { childStaysAway: true });
    expect(text).toMatch(/vad du tycker\. Du behöver inte komma, och det är okej\. Ändrar du dig är du välkommen\./);
    // The paper lies at home: it does not say what the child has said.
    expect(text).not.toMatch(/du har sagt|inte alls/i);
  });

  it('where the others go on for longer there is a line for who is with the child; else there is none', async () => {
    expect((await read('child-invitation')).text).toMatch(/De vuxna håller på längre\. Efter 13\.20 är _+ med dig\./);
    expect((await read('family-invitation')).text).toMatch(/Efter 13\.20 är _+ med barnet\./);
    for (const name of ['child-invitation', 'family-invitation'] as const)
      expect((await read(name, { childLeaves: null })).text).not.toMatch(/Efter 13\.20/);
  });

  it('on a screen somebody is with the child, and there is a way out where the link does not work', async () => {
    const { text } = await read('child-invitation', {}, HYBRID);
    expect(text).toContain('Den som är hos dig heter');
    expect(text).toContain('Går det inte? Ring.');
  });

  it('names no guardian where that could lead somebody to somebody', async () => {
    expect((await read('child-invitation')).text).toContain('Dina vårdnadshavare är också bjudna.');
    const { text } = await read('child-invitation', { mayNameFamily: false });
    expect(text).not.toMatch(/vårdnadshavare/);
    expect((await read('family-invitation', { mayNameFamily: false })).text).not.toContain('vilka mer som är bjudna');
  });
});

describe('the page of what was decided', () => {
  const page = (file: CaseFile, register = SAMPLE_REGISTER) =>
    paperOf(
      { ...momentAt(file, Temporal.PlainDate.from('2026-03-03')), register },
      { document: 'child-page', about: null },
      'sv',
    );
  const toldBy = (childTellerRole: VoiceKeeper): CaseFile => ({
    ...PLANNED,
    plans: PLANNED.plans.map((plan) => ({ ...plan, childTellerRole })),
  });

  it('says whom to talk to in words that a child knows, and by what they do where that is known', async () => {
    const said = async (teller: VoiceKeeper, register = SAMPLE_REGISTER) =>
      /Prata med (.*) Eller ring/.exec((await read('child-page', {}, page(toldBy(teller), register))).text)?.[1];
    expect(await said('CONVENER')).toBe('Skolkurator');
    expect(await said('CONVENER', { ...SAMPLE_REGISTER, people: [] })).toBe('Den vuxna som bjöd in till mötet');
    expect(await said('GUARDIAN')).toBe('En vuxen hemma');
    expect(JSON.stringify(sv.childPage)).not.toMatch(/kallade|vårdnadshavare|närstående/i);
  });

  it('what comes first is by a day, not on it, and from somebody whom a child can place', async () => {
    expect((await read('child-page', {}, page(PLANNED))).text).toContain(
      'Först Senast fredag 17 april 2026. Någon från BUP: Bedömning av sömn och ångest',
    );
  });

  it.each(['sv', 'en'] as const)('is one page, also with many words of the child’s own: %s', async (language) => {
    const said = 'Jag vill orka vara kvar till lunch, och att någon möter mig vid dörren. '.repeat(4).trim();
    const full = page(PLANNED);
    const childPage = full.childPage && { ...full.childPage, said };
    expect((await read('child-page', { language, childPage }, full)).pages).toHaveLength(1);
  });
});

const CHILDS = ['child-questions', 'child-consent', 'child-invitation', 'consent-given', 'withdrawal-receipt'] as const;

it.each(CHILDS)('%s: Bris stands there where somebody has checked the number, and only there', async (name) => {
  const more = [{ who: 'SOCIAL_SERVICES' as const, number: '031-390 06 05' }, ...OF_TWELVE.numbers.more];
  const { text } = await read(name, { numbers: { ...OF_TWELVE.numbers, more } });
  expect(count(text, 'Ring Bris, 08-465 004 21.')).toBe(1);
  expect(count(text, 'Bris')).toBe(1);
  expect((await read(name, { numbers: BARE.numbers })).text).not.toContain('Bris');
  if (name !== 'child-consent' && name !== 'child-invitation')
    expect((await read(name, {}, OF_YOUTH)).text).not.toContain('Bris');
});

test('the law’s exception is said to a child as to a child, to a guardian as the law does, once a paper', async () => {
  const [mothers = '', , , , childs = ''] = (await read('consent-given')).pages;
  expect(count(mothers, sv.common.exceptions)).toBe(1);
  expect(count(childs, sv.common.childExceptions)).toBe(1);
  expect(childs).not.toContain(sv.common.exceptions);
  expect(sv.common.exceptions).toBe(
    'I några fall säger lagen att uppgifter får eller ska lämnas ändå, till exempel om ett barn far illa.',
  );
  for (const name of ['information', 'consent-form', 'withdrawal-receipt'] as const) {
    const { text } = await read(name, { signers: ['mamma'] }, SAMPLE_PAPER);
    expect(count(text, sv.common.exceptions), name).toBe(1);
  }
});

test('in English a child is never "it"', () => {
  const about = [en.consentForm.child, en.information.about, en.childQuestions.adultLead, en.guardianQuestions.first];
  expect(JSON.stringify(about)).not.toMatch(/\bits?\b (?:want|think|own)|one of its/);
  expect(JSON.stringify(en)).not.toMatch(/child[^.?"]* what it thinks|how it wants/);
});
