/** Every paper for every reader: what must not stand on any of them, and that nobody reads another's answer. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { paperOf } from '../../bot/print/paper-of.ts';
import { makeDocument } from '../../documents/documents.ts';
import en from '../../documents/texts/en.json' with { type: 'json' };
import sv from '../../documents/texts/sv.json' with { type: 'json' };
import { LANGUAGES, type Language, type Signer } from '../../domain/codes.ts';
import type { DocumentName } from '../../domain/names.ts';
import { aboutPaper, offersOf } from '../../domain/papers.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Consent } from '../../domain/rows/consent.ts';
import { newPlanRecipient, type PlanRecipient } from '../../domain/rows/plan-recipient.ts';
import { SOURCES } from '../../domain/sources.ts';
import { withdrawalRow } from '../support/case-rows.ts';
import { fullFile, NOW, registerWith } from '../support/case-views.ts';
import { momentAt } from '../support/moment-at.ts';
import { readPdf } from '../support/read-pdf.ts';

const today = Temporal.PlainDate.from('2027-03-02');
const day = (text: string) => Temporal.PlainDate.from(text);

/** As it is in the sandbox, with one number that nobody has rung to check. */
const UNCHECKED = '031-390 06 99';
const register = registerWith({
  acuteNumbers: {
    NIGHT_DUTY: { number: '031-390 06 01', checkedOn: '2026-09-01' },
    BUP: { number: UNCHECKED, checkedOn: null },
    BRIS: { number: UNCHECKED, checkedOn: null },
    ADULT_PSYCHIATRY: { number: UNCHECKED, checkedOn: null },
  },
});

const BOTH: Signer[] = ['GUARDIAN_1', 'GUARDIAN_2'];
/** Two homes that have said yes to different things. */
const answered = (file: CaseFile, answers: Partial<Record<Signer, Partial<Consent>>>): CaseFile => ({
  ...file,
  consents: file.consents.map((one) => ({ ...one, ...answers[one.givenBy] })),
});
const MOTHERS: Partial<Consent> = { parties: ['elevhalsan', 'bup-dalsland'], topics: ['SCHOOL'] };
const FATHERS: Partial<Consent> = {
  parties: ['elevhalsan', 'habiliteringen'],
  topics: ['HEALTH'],
  scopes: ['MEETING'],
  validToOn: day('2027-05-31'),
};
const homes = answered(fullFile({}, BOTH), { GUARDIAN_1: MOTHERS, GUARDIAN_2: FATHERS });
const planned = (file: CaseFile): CaseFile => ({
  ...file,
  case: { ...file.case, status: 'PLAN_ACTIVE' },
  plans: file.plans.map((plan) => ({ ...plan, lockedAt: NOW })),
  meetings: file.meetings.map((meeting) => ({ ...meeting, status: 'HELD' })),
});
const stopped = (file: CaseFile, givenBy: Signer): CaseFile => ({
  ...file,
  case: { ...file.case, status: 'STOPPED' },
  meetings: file.meetings.map((meeting) => ({ ...meeting, status: 'CANCELLED' })),
  withdrawals: [withdrawalRow(file.case.id, { givenBy, recordedAt: NOW.add({ hours: 1 }) })],
});
const youth = { ageBand: 'A18_20', guardianOne: null, guardianTwo: null } as const;

const CASES: Record<string, CaseFile> = {
  'one that is prepared, with two homes': homes,
  'one on paper only': { ...homes, case: { ...homes.case, safety: 'RESTRICTED' } },
  'one with a plan': planned(fullFile({}, BOTH)),
  'one of somebody of age': fullFile(youth, ['YOUTH']),
  'one of somebody of age with a plan': planned(fullFile(youth, ['YOUTH'])),
  'one that somebody has stopped': stopped(fullFile({}, BOTH), 'GUARDIAN_1'),
};

async function read(file: CaseFile, name: DocumentName, language: Language = 'sv') {
  const asked = { document: name, about: aboutPaper({ language, version: null }) };
  const made = await makeDocument(
    name,
    (said) => paperOf({ ...momentAt(file, today), register }, asked, said),
    language,
  );
  return readPdf(made.pdf);
}

const MONTHS =
  'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|january|february|march|may|june|july|august|october|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|oct|nov|dec';
const DAY_WITHOUT_YEAR = new RegExp(String.raw`\b\d{1,2} (?:${MONTHS})\b(?! \d{4})`, 'i');
const LAWS = Object.values(SOURCES).flatMap((source) => ('short' in source ? [source.short] : []));
const PARAGRAPH = new RegExp(String.raw`§|\bkap\.|\b(?:${LAWS.join('|')})\b|\b(?:paragraf|paragraph|section) \d`);

describe.each(Object.entries(CASES))('in %s', (_, file) => {
  test.each(LANGUAGES)(
    'no paper (%s) has a paragraph, a day without its year or a number that nobody has checked',
    async (language) => {
      const offered = offersOf(file, today);
      expect(offered.length).toBeGreaterThan(0);
      for (const name of offered) {
        const { text } = await read(file, name, language);
        expect(text, name).not.toMatch(PARAGRAPH);
        expect(text, name).not.toMatch(DAY_WITHOUT_YEAR);
        expect(text, name).not.toContain(UNCHECKED);
      }
    },
  );
});

test('what they look for is found', () => {
  for (const words of ['enligt OSL 10:1', 'SoL 19 kap. 1 §', 'GDPR']) expect(words).toMatch(PARAGRAPH);
  for (const words of ['tisdag 3 mars.', 'Tuesday 3 March at 13:00', 'fre 17 apr'])
    expect(words).toMatch(DAY_WITHOUT_YEAR);
  expect('tisdag 3 mars 2027').not.toMatch(DAY_WITHOUT_YEAR);
});

test.each([
  ['sv', JSON.stringify(sv)],
  ['en', JSON.stringify(en)],
])('no text of the papers (%s) names a paragraph', (_, texts) => {
  expect(texts).not.toMatch(PARAGRAPH);
});

const pagesTo = (pages: string[], who: string): string =>
  pages.filter((page) => page.includes(`Till ${who}`)).join(' ');

describe('whoever signs reads their own answers', () => {
  test('and no other’s: units, topics, uses and days', async () => {
    const { pages, written } = await read(homes, 'consent-given');
    expect(written).toHaveLength(2);
    const [mothers, fathers] = [pagesTo(pages, 'mamma'), pagesTo(pages, 'pappa')];
    for (const words of ['BUP Dalsland', 'Skola och förskola', 'veta vem det gäller före mötet', '25 augusti 2027']) {
      expect(mothers).toContain(words);
      expect(fathers).not.toContain(words);
    }
    for (const words of ['Barn- och ungdomshabiliteringen', 'Hälsa', '31 maj 2027']) {
      expect(fathers).toContain(words);
      expect(mothers).not.toContain(words);
    }
    for (const [page, other] of [
      [mothers, 'pappa'],
      [fathers, 'mamma'],
    ])
      expect(page).not.toContain(other);
  });

  test('what another one answers, or takes back, changes not a letter of it', async () => {
    const others: CaseFile[] = [
      answered(homes, { GUARDIAN_2: MOTHERS }),
      { ...homes, consents: homes.consents.filter(({ givenBy }) => givenBy === 'GUARDIAN_1') },
      { ...homes, withdrawals: stopped(homes, 'GUARDIAN_2').withdrawals },
    ];
    const mothers = async (file: CaseFile) => pagesTo((await read(file, 'consent-given')).pages, 'mamma');
    const own = await mothers(homes);
    expect(own).not.toBe('');
    for (const file of others) expect(await mothers(file)).toBe(own);
  });

  test('a part that was taken back stands there no more; where all was, there is no paper', async () => {
    const back = { givenBy: 'GUARDIAN_1', recordedAt: NOW.add({ hours: 1 }) } as const;
    const part = [withdrawalRow(homes.case.id, { ...back, scope: 'SCOPE', ofScope: 'PREPARE' })];
    const { pages } = await read({ ...homes, withdrawals: part }, 'consent-given');
    expect(pagesTo(pages, 'mamma')).not.toContain('veta vem det gäller');
    const all = { ...homes, withdrawals: [withdrawalRow(homes.case.id, back)] };
    expect(pagesTo((await read(all, 'consent-given')).pages, 'mamma')).toBe('');
  });

  test('on paper only none is made out to a guardian', () => {
    const hidden: CaseFile = { ...stopped(homes, 'GUARDIAN_1'), case: { ...homes.case, safety: 'RESTRICTED' } };
    expect(offersOf(hidden, today)).not.toContain('consent-given');
    expect(offersOf(hidden, today)).not.toContain('withdrawal-receipt');
  });
});

describe('the receipt of a withdrawal', () => {
  test('is for whoever took it back: what, when, and what became of the meeting', async () => {
    const { text } = await read(stopped(homes, 'GUARDIAN_1'), 'withdrawal-receipt');
    for (const words of [
      'Till mamma',
      'Allt du hade sagt ja till',
      'måndag 1 mars 2027 klockan 11.00',
      'Mötet är inställt.',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/pappa|Hälsa|habiliteringen|31 maj/);
  });

  test('of a unit: the meeting is held without it, and nobody else’s answer changes a letter', async () => {
    const back = { scope: 'PARTY', unitId: 'bup-dalsland', recordedAt: NOW.add({ hours: 1 }) } as const;
    const file: CaseFile = {
      ...homes,
      case: { ...homes.case, status: 'INVITED' },
      withdrawals: [withdrawalRow(homes.case.id, back)],
    };
    const { text } = await read(file, 'withdrawal-receipt');
    expect(text).toContain('Mötet blir av utan BUP Dalsland.');
    for (const other of [answered(file, { GUARDIAN_2: MOTHERS }), { ...file, consents: file.consents.slice(0, 1) }])
      expect((await read(other, 'withdrawal-receipt')).text).toBe(text);
  });

  test('says whether the others learn who it was; one who signs alone is not told of others', async () => {
    const others = 'Vi säger inte till de andra vem som har ändrat sig.';
    const told = async (file: CaseFile) => (await read(file, 'withdrawal-receipt')).text;
    expect(await told(stopped(homes, 'GUARDIAN_1'))).toContain(
      `${others} De får veta att mötet ändras, och kan gissa.`,
    );
    const noMeeting = { ...stopped(homes, 'GUARDIAN_1'), meetings: [] };
    expect(await told(noMeeting)).toContain(`${others} De kan gissa.`);
    expect(await told(stopped(fullFile(youth, ['YOUTH']), 'YOUTH'))).not.toContain('de andra');
    // That a child signs too is not for a guardian to read.
    const able = { ageBand: 'A12_14', childAble: 'YES', guardianTwo: 'NONE' } as const;
    expect(await told(stopped(fullFile(able, ['GUARDIAN_1', 'YOUTH']), 'GUARDIAN_1'))).not.toContain('de andra');
    expect(await told(stopped(fullFile(able, ['GUARDIAN_1', 'YOUTH']), 'YOUTH'))).toContain(others);
  });

  test('says when it was said and when it stopped here, where these are two days', async () => {
    const { text } = await read(stopped(homes, 'GUARDIAN_1'), 'withdrawal-receipt');
    expect(text).toContain('Stoppat här måndag 1 mars 2027 klockan 11.00');
    expect(text).not.toContain('Du sa till');
    const file = stopped(homes, 'GUARDIAN_1');
    const earlier = file.withdrawals.map((back) => ({ ...back, withdrawnOn: day('2027-02-26') }));
    expect((await read({ ...file, withdrawals: earlier }, 'withdrawal-receipt')).text).toContain(
      'Du sa till fredag 26 februari 2027 Stoppat här måndag 1 mars 2027 klockan 11.00',
    );
  });

  test('the plan stays with those who were handed all of it, whatever the consents would have let be handed', async () => {
    const file = planned(fullFile({}, BOTH));
    const [planId = ''] = file.plans.map(({ id }) => id);
    const [caseId, how, givenOn] = [file.case.id, 'PAPER', today] as const;
    const row = (unitId: string, whole: boolean) =>
      newPlanRecipient({ id: unitId, caseId, planId, to: 'UNIT', how, unitId, whole, givenOn });
    const home = newPlanRecipient({ id: 'home', caseId, planId, to: 'GUARDIAN_1', how, whole: true, givenOn });
    const withdrawals = [withdrawalRow(caseId, { givenBy: 'GUARDIAN_1', recordedAt: NOW.add({ hours: 2 }) })];
    const said = async (...planRecipients: PlanRecipient[]) =>
      /Planen (?:kan )?finn.*?\./.exec(
        (await read({ ...file, withdrawals, planRecipients }, 'withdrawal-receipt')).text,
      )?.[0];
    const given = 'Planen finns kvar hos dem som har fått den: Elevhälsan';
    expect(await said(row('habiliteringen', true), home)).toBe(`${given} · Barn- och ungdomshabiliteringen.`);
    expect(await said(row('habiliteringen', false))).toBe(`${given}.`);
    expect(await said(home)).toMatch(/^Planen kan finnas hos: Elevhälsan · .*BUP Dalsland/);
  });

  test('where the plan may be is told whatever anybody took back since', async () => {
    const file = { ...planned(fullFile({}, BOTH)), planRecipients: [] };
    const at = (hours: number) => ({ recordedAt: NOW.add({ hours }) });
    const fathers = withdrawalRow(file.case.id, {
      givenBy: 'GUARDIAN_2',
      scope: 'PARTY',
      unitId: 'bup-dalsland',
      ...at(1),
    });
    const mothers = withdrawalRow(file.case.id, { givenBy: 'GUARDIAN_1', ...at(2) });
    const alone = await read({ ...file, withdrawals: [mothers] }, 'withdrawal-receipt');
    expect(alone.text).toMatch(/Planen kan finnas hos: Elevhälsan · .*BUP Dalsland/);
    expect((await read({ ...file, withdrawals: [fathers, mothers] }, 'withdrawal-receipt')).text).toBe(alone.text);
  });

  test('is gone when they have signed anew', () => {
    const file = { ...stopped(homes, 'GUARDIAN_1') };
    const [own] = file.consents;
    const anew = own ? [...file.consents, { ...own, id: 'new', recordedAt: NOW.add({ hours: 2 }) }] : [];
    expect(offersOf(file, today)).toEqual(['withdrawal-receipt']);
    expect(offersOf({ ...file, consents: anew }, today)).toEqual([]);
  });
});
