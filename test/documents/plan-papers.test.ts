/** Which words of a case stand on which paper: a canary in every field, and every paper read back by each reader. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { paperOf } from '../../bot/print/paper-of.ts';
import { makeDocument } from '../../documents/documents.ts';
import type { Language } from '../../domain/codes.ts';
import type { DocumentName } from '../../domain/names.ts';
import { aboutPaper, offersOf } from '../../domain/papers.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { newGoal, newMeasure, newNeed, newOpenPoint, newPlan, type Plan } from '../../domain/rows/plan.ts';
import type { Register, Settings } from '../../domain/rows/register.ts';
import { SettingsSchema } from '../../prisma/settings.ts';
import {
  caseFile,
  caseRow,
  consentRow,
  meetingRow,
  participantRow,
  talkRow,
  withdrawalRow,
} from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';
import { readPdf } from '../support/read-pdf.ts';
import { NO_MORE } from '../support/register-rows.ts';

const today = Temporal.PlainDate.from('2027-03-22');
const lockedAt = Temporal.Instant.from('2027-03-20T12:00:00Z');
const startAt = Temporal.Instant.from('2027-03-20T11:00:00Z');

const UNITS = {
  'school-1': ['Dalboskolan', 'SCHOOL'],
  'bup-1': ['BUP Dalsland', 'BUP'],
  'soc-1': ['Individ- och familjeomsorgen', 'SOCIAL_SERVICES'],
  'hab-1': ['Habiliteringen Norra', 'HABILITATION'],
} as const;

/** One that somebody has rung, and one that nobody has. */
const NUMBERS = {
  acuteNumbers: {
    NIGHT_DUTY: { number: '031-390 06 01', checkedOn: '2027-03-01' },
    BRIS: { number: '08-465 004 10', checkedOn: '2027-03-01' },
    ADULT_PSYCHIATRY: { number: '031-390 06 07', checkedOn: '2027-03-01' },
    EMERGENCY_ROOM: { number: '031-390 06 98', checkedOn: null },
    BUP: { number: '031-390 06 99', checkedOn: null },
  },
};

const registerWith = (settings: Partial<Settings> = {}): Register => ({
  units: Object.entries(UNITS).map(([id, [name, kind]]) => ({
    id,
    name,
    kind,
    principal: kind === 'BUP' || kind === 'HABILITATION' ? 'REGION' : 'MUNICIPALITY',
    convenes: kind === 'SCHOOL',
    functionalMail: null,
    phone: '0521-72 00 00',
    mailDomains: [],
    ...NO_MORE.unit,
  })),
  people: [
    {
      id: 'person-2',
      tenantId: 'tenant-1',
      name: 'NAMEOFSTAFF',
      mail: 'staff@bup.example',
      role: 'ROLEOFSTAFF',
      unitId: 'bup-1',
      mayCall: false,
      active: true,
      ...NO_MORE.person,
    },
  ],
  places: [],
  channels: [],
  settings: { ...SettingsSchema.parse({}), ...NUMBERS, ...settings },
});

const ALL = ['school-1', 'bup-1', 'soc-1', 'hab-1'];

type Made = { set?: Partial<Plan>; row?: Partial<CaseFile['case']>; scopes?: CaseFile['consents'][number]['scopes'] };

/** Everything that can be written is written, and each word is its own. */
function fileWith({ set = {}, row: of = {}, scopes = ['MEETING', 'PLAN_COPY'] }: Made = {}): CaseFile {
  const row = caseRow({
    unitId: 'school-1',
    status: set.lockedAt === null ? 'MEETING' : 'PLAN_ACTIVE',
    ageBand: 'A12_14',
    excusedRef: 'EXCUSEDREF',
    ...of,
  });
  const meeting = meetingRow(row.id, {
    status: 'HELD',
    startAt,
    endAt: startAt.add({ minutes: 60 }),
    childAttendance: 'PART',
  });
  const plan = newPlan({
    id: 'plan-1',
    caseId: row.id,
    meetingId: meeting.id,
    version: 1,
    question: 'QUESTION',
    childGoal: 'OWNWORDS',
    ownWordsInPlan: 'YES',
    works: 'WORKS',
    worksNot: 'HARD',
    principal: 'REGION',
    ownerUnitId: 'bup-1',
    crisisWhere: 'CRISISPLACE',
    childTellerRole: 'SCHOOL_STAFF',
    childTellByOn: today.add({ days: 3 }),
    followUpOn: Temporal.PlainDate.from('2027-06-01'),
    lockedAt,
    ...set,
  });
  const at = { planId: plan.id };
  const goal = newGoal({ ...at, id: 'goal-1', ordinal: 1, text: 'GOAL', own: true });
  const due = { dueOn: Temporal.PlainDate.from('2027-04-20'), goalId: goal.id };
  return caseFile(row, {
    talks: [
      talkRow(row.id, { with: 'CHILD', words: 'TALKOFCHILD', participation: 'PART', interpreterBooking: 'BOOKING' }),
      talkRow(row.id, { with: 'GUARDIAN_1', words: 'TALKOFMOTHER', wants: ['WANTED'] }),
      talkRow(row.id, { with: 'GUARDIAN_2', words: 'TALKOFFATHER' }),
    ],
    consents: (['GUARDIAN_1', 'GUARDIAN_2'] as const).map((givenBy) =>
      consentRow(row.id, { givenBy, parties: [...ALL], scopes, originalLocation: 'ORIGINAL' }),
    ),
    meetings: [meeting],
    participants: [
      participantRow(meeting.id, { unitId: 'bup-1', personId: 'person-2', attendance: 'IN_ROOM' }),
      participantRow(meeting.id, { unitId: 'soc-1', mail: 'TYPEDMAIL@soc.example', attendance: 'IN_ROOM' }),
      participantRow(meeting.id, { unitId: 'hab-1', attendance: 'ABSENT' }),
    ],
    attendees: [
      { id: 'a-1', meetingId: meeting.id, who: 'CONVENER', n: 1, attendance: 'IN_ROOM', revision: 0 },
      { id: 'a-2', meetingId: meeting.id, who: 'GUARDIAN_1', n: 1, attendance: 'IN_ROOM', revision: 0 },
      { id: 'a-3', meetingId: meeting.id, who: 'GUARDIAN_2', n: 1, attendance: 'ABSENT', revision: 0 },
    ],
    plans: [plan],
    needs: [newNeed({ ...at, id: 'need-1', ordinal: 1, text: 'NEED' })],
    goals: [goal],
    measures: [
      newMeasure({
        ...at,
        ...due,
        id: 'm-1',
        ordinal: 1,
        what: 'BYBUP',
        unitId: 'bup-1',
        personId: 'person-2',
        often: 'OFTEN',
        sign: 'SIGN',
      }),
      newMeasure({ ...at, ...due, id: 'm-2', ordinal: 2, what: 'BYSOCIAL', unitId: 'soc-1' }),
      newMeasure({ ...at, id: 'm-3', ordinal: 3, what: 'BYCHILD', unitId: 'school-1', actor: 'CHILD' }),
      newMeasure({ ...at, id: 'm-4', ordinal: 4, what: 'BYOTHERS', unitId: 'school-1', actor: 'OTHER' }),
    ],
    openPoints: [newOpenPoint({ ...at, id: 'o-1', ordinal: 1, unitId: 'hab-1', text: 'OPENPOINT' })],
  });
}

async function read(
  name: DocumentName,
  file: CaseFile,
  {
    language = 'sv',
    version = null,
    settings,
  }: { language?: Language; version?: string | null; settings?: Partial<Settings> } = {},
) {
  const asked = { document: name, about: aboutPaper({ language, version }) };
  const moment = { ...momentAt(file, today), register: registerWith(settings) };
  return readPdf((await makeDocument(name, (said) => paperOf(moment, asked, said), language)).pdf);
}

/** The pages of one unit's own: from the one that is made out to it to the next paper's first. */
function partOf(pages: string[], unit: string): string {
  const from = pages.findIndex((page) => page.includes(`Till ${unit}`));
  const after = pages.findIndex((page, n) => n > from && page.includes('Sida 1 av'));
  return from < 0 ? '' : pages.slice(from, after < 0 ? undefined : after).join(' ');
}

const READERS: Record<string, () => Promise<string>> = {
  family: async () => (await read('plan-family', fileWith())).text,
  'party with a copy': async () => partOf((await read('plan-parties', fileWith())).pages, 'BUP Dalsland'),
  'party without': async () =>
    partOf((await read('plan-parties', fileWith({ scopes: ['MEETING'] }))).pages, 'BUP Dalsland'),
  file: async () => (await read('plan-file', fileWith())).text,
  blank: async () => (await read('plan-blank', fileWith({ set: { lockedAt: null } }))).text,
  script: async () => (await read('chair-script', fileWith({ set: { lockedAt: null } }))).text,
  'not said yes to': async () => (await read('plan', fileWith({ set: { ownWordsInPlan: 'ASK_LATER' } }))).text,
};

/** ● it stands there, · it does not. */
const STANDS: Record<string, string> = {
  // family, party with a copy, party without, file, blank, script, own words not said yes to (all papers)
  QUESTION: '● ● · ● · · ●',
  OWNWORDS: '● ● · ● · · ·',
  WORKS: '● ● · ● · · ●',
  HARD: '● ● · ● · · ●',
  NEED: '● ● · ● · · ●',
  GOAL: '● ● · ● · · ●',
  BYBUP: '● ● ● ● · · ●',
  OFTEN: '● ● ● ● · · ●',
  SIGN: '● ● ● ● · · ●',
  ROLEOFSTAFF: '● ● ● ● · · ●',
  BYSOCIAL: '● ● · ● · · ●',
  BYCHILD: '● ● · ● · · ●',
  BYOTHERS: '● ● · ● · · ●',
  OPENPOINT: '● ● · ● · · ●',
  CRISISPLACE: '● ● · ● · · ●',
  NAMEOFSTAFF: '· · · · · · ·',
  TYPEDMAIL: '· · · · · · ·',
  TALKOFCHILD: '· · · · · · ·',
  TALKOFMOTHER: '· · · · · · ·',
  TALKOFFATHER: '· · · · · · ·',
  WANTED: '· · · · · · ·',
  BOOKING: '· · · · · · ·',
  ORIGINAL: '· · · · · · ·',
  EXCUSEDREF: '· · · · · · ·',
};

test('each field stands on the papers that it may stand on, and on no other', async () => {
  const texts = await Promise.all(Object.values(READERS).map((reader) => reader()));
  const table = Object.keys(STANDS).map((canary) => [
    canary,
    texts.map((text) => (text.includes(canary) ? '●' : '·')).join(' '),
  ]);
  expect(Object.fromEntries(table)).toEqual(STANDS);
});

describe('1: what no paper says', () => {
  test('who was not there of the family; units that were not are said', async () => {
    const { text } = await read('plan-file', fileWith());
    expect(text).toContain('Med på mötet Barnet · mamma · Dalboskolan · BUP Dalsland · Individ- och familjeomsorgen');
    expect(text).toContain('Verksamheter som inte var med Habiliteringen Norra');
    expect(text).not.toContain('pappa');
    const noChild = fileWith();
    noChild.meetings = noChild.meetings.map((meeting) => ({ ...meeting, childAttendance: 'NONE' }));
    expect((await read('plan-file', noChild)).text).not.toMatch(/Barnet ·|Så var barnet med|Inte alls/);
  });

  test('nobody’s picture, nobody’s consent, no reason, nobody who proposed it', async () => {
    const { text } = await read('plan', fileWith());
    expect(text).not.toMatch(/mammas|pappas|bild av|godkänner|underskrift|sagt nej|tackat nej|initiativ|orosanmäl/i);
    // The last day is what all have in common: for the parties and the file, and on no paper of the family.
    expect(text).toContain('Samtycket gäller till och med onsdag 25 augusti 2027.');
    expect((await read('plan-family', fileWith())).text).not.toContain('augusti');
  });

  test('a line for having got it is a setting, off, and says no more than that', async () => {
    expect((await read('plan', fileWith())).text).not.toContain('Jag har fått planen');
    expect((await read('plan', fileWith(), { settings: { planSignatures: true } })).text).toContain(
      'Jag har fått planen',
    );
  });
});

describe('the family’s', () => {
  test('is one for each home, with the numbers of the settings, and lines where there is none', async () => {
    const { pages, text } = await read('plan-family', fileWith());
    expect(pages.filter((page) => page.includes('Sida 1 av'))).toHaveLength(2);
    expect(text).toMatch(/Till mamma.*Till pappa/);
    expect(text).toContain('Socialjouren: 031-390 06 01');
    // Nobody has rung it.
    expect(text).toMatch(/BUP: _{10}/);
    expect(text).not.toMatch(/031-390 06 9[89]/);
    expect(text).toContain('Bris, för dig som är under 18: 08-465 004 10');
    expect(text).not.toContain('Vuxenpsykiatrin: ');
    const youth = await read('plan-family', fileWith({ row: { ageBand: 'A18_20' } }));
    expect(youth.text).toContain('Vuxenpsykiatrin: 031-390 06 07');
    expect(youth.text).not.toMatch(/Bris|BUP: _/);
    // Of those whom one can complain to only who has a number.
    expect(text).not.toMatch(/Patientnämnden|IVO/);
    const settings = { patientBoardPhone: '031-390 06 03', inspectoratePhone: '' };
    expect((await read('plan-family', fileWith(), { settings })).text).toMatch(
      /Skolinspektionen\. Patientnämnden \(om vården\): 031-390 06 03 Akut/,
    );
    expect(text).toContain('BUP Dalsland: 0521-72 00 00. De håller ihop planen.');
    expect(text).toContain('Tisdag 1 juni 2027. Dalboskolan kallar. Tid och plats kommer då.');
    expect(text).toContain('Du kan ta tillbaka det när du vill.');
    expect(text).toContain('Version 1, lördag 20 mars 2027');
  });

  test('that time and place come later only where they were not agreed on', async () => {
    const at = (hour: number) => Temporal.Instant.from(`2027-06-01T${hour}:00:00Z`);
    const agreed = fileWith({ set: { followUpAt: at(11), followUpEndAt: at(12) } });
    expect((await read('plan-family', agreed)).text).toMatch(
      /Tisdag 1 juni 2027 kl\. 13\.00– ?14\.00 \(v\. 22\)\. Dalboskolan kallar\. Undrar du något/,
    );
  });

  test('says what is new since the version before, in the words of what was decided', async () => {
    const file = fileWith();
    const [bup, soc] = file.measures;
    const plan = file.plans[0];
    if (!bup || !soc || !plan) throw new Error('a measure is missing');
    const next = { ...plan, id: 'plan-2', version: 2 };
    const followed: CaseFile = {
      ...file,
      plans: [plan, next],
      measures: [
        ...file.measures,
        { ...bup, id: 'n-1', planId: next.id, rootId: bup.id, dueOn: Temporal.PlainDate.from('2027-05-03') },
        newMeasure({ id: 'n-2', planId: next.id, ordinal: 5, what: 'NEWONE', unitId: 'soc-1' }),
        newMeasure({ id: 'n-3', planId: next.id, ordinal: 6, what: 'ASKED', unitId: 'hab-1' }),
      ],
    };
    const { text } = await read('plan-family', followed);
    // What a unit that was not there is asked for is no promise, and no duty what the child did itself.
    expect(text).toContain(
      'Ny dag: BYBUP (mån 3 maj 2027) Görs inte längre: BYSOCIAL Ny åtgärd: NEWONE Ny fråga till Habiliteringen Norra: ASKED Det här ska',
    );
    const old = (await read('plan-family', followed, { version: '1' })).text;
    expect(old).toContain('Det finns en nyare plan. Den här gäller inte längre.');
    expect(old).not.toContain('NEWONE');
  });

  test('in English for a family that reads it; what is for staff stays in Swedish', async () => {
    const { pages, info } = await read('plan', fileWith(), { language: 'en' });
    const [family, staff] = [
      pages.filter((page) => page.includes('Case ')),
      pages.filter((page) => page.includes('Ärende ')),
    ];
    expect(family.join()).toMatch(/Our plan \(SIP\).*In my own words OWNWORDS.*What we do ourselves/);
    expect(family.join()).not.toMatch(/Med egna ord|Vem|Senast/);
    expect(staff.join()).toMatch(/Samordnad individuell plan.*till akten/);
    expect(info.Language).toBe('en-GB');
  });
});

test('not locked: PRELIMINÄR on every page of every paper; locked: on none', async () => {
  const draft = await read('plan', fileWith({ set: { lockedAt: null } }));
  expect(draft.pages.length).toBeGreaterThan(4);
  for (const page of draft.written) expect(page).toContain('PRELIMINÄR');
  expect((await read('plan', fileWith())).text).not.toContain('PRELIMINÄR');
});

test('locked before there were needs: what it was not asked for says so, and its own words stand as they did', async () => {
  const file = fileWith({
    set: {
      ownWordsInPlan: null,
      question: null,
      works: null,
      worksNot: null,
      ownerUnitId: null,
      ownerPersonId: 'person-2',
    },
  });
  const { text } = await read('plan-file', { ...file, needs: [], openPoints: [] });
  expect(text).toMatch(/Det här behövs Står inte i den här versionen\./);
  expect(text).toMatch(/Det här ska vi hjälpas åt med Står inte i den här versionen\./);
  expect(text).toContain('OWNWORDS');
  expect(text).toContain('BUP Dalsland håller ihop planen.');
});

test('what a unit that was not there shall do is a question, until somebody of it has said yes', async () => {
  const file = fileWith();
  const byAbsent = (acceptedOn: Temporal.PlainDate | null) => ({
    ...file,
    measures: [
      newMeasure({
        id: 'm-9',
        planId: 'plan-1',
        goalId: 'goal-1',
        ordinal: 9,
        what: 'BYABSENT',
        unitId: 'hab-1',
        acceptedOn,
      }),
    ],
  });
  expect((await read('plan-file', byAbsent(null))).text).toContain(
    '9. BYABSENT Habiliteringen Norra vi har frågat, inte fått svar',
  );
  expect((await read('plan-file', byAbsent(today))).text).toContain('9. BYABSENT Habiliteringen Norra löpande');
});

test('they did not agree: by when the managers decide stands in place of who is responsible', async () => {
  const set = { principal: null, ownerUnitId: null, responsibilityByOn: Temporal.PlainDate.from('2027-04-01') };
  const { text } = await read('plan-family', fileWith({ set }));
  expect(text).toContain('Inte klart: cheferna avgör senast torsdag 1 april 2027.');
  expect(text).toContain('Dalboskolan: 0521-72 00 00');
  expect(text).not.toContain('De håller ihop planen');
});

describe('a party', () => {
  test('reads whom to answer: the whole or its own part, and what it is asked for is a question to it', async () => {
    const file = fileWith();
    const absent = newMeasure({ id: 'm-9', planId: 'plan-1', ordinal: 9, what: 'BYABSENT', unitId: 'hab-1' });
    for (const scopes of [['MEETING', 'PLAN_COPY'], ['MEETING']] as const) {
      const asked = { ...fileWith({ scopes: [...scopes] }), measures: [...file.measures, absent] };
      const { pages } = await read('plan-parties', asked);
      for (const unit of ['BUP Dalsland', 'Habiliteringen Norra'])
        expect(partOf(pages, unit)).toMatch(/Svar, frågor eller ändringar\? Ring .*Dalboskolan, \d{4}-/);
      expect(partOf(pages, 'Habiliteringen Norra')).toContain('9. BYABSENT Habiliteringen Norra en fråga till er');
      if (scopes.length > 1) expect(partOf(pages, 'BUP Dalsland')).toContain('vi har frågat, inte fått svar');
    }
  });

  test('that came in with a later form reads that it did; nobody else does', async () => {
    const file = fileWith();
    const first = file.consents.map((one) => ({ ...one, parties: ['school-1', 'bup-1', 'soc-1'] }));
    const later = file.consents.map((one) => ({ ...one, id: `${one.id}-2`, recordedAt: lockedAt.add({ hours: 1 }) }));
    const { text } = await read('plan-parties', { ...file, consents: [...first, ...later] });
    expect(text.split('Ni kom med efter mötet')).toHaveLength(2);
    expect(text).toContain('Till Habiliteringen Norra Ni kom med efter mötet där planen gjordes.');
  });

  test('that a later form names no longer gets no paper; the others get theirs', async () => {
    const file = fileWith();
    const withdrawals = [
      withdrawalRow(file.case.id, { scope: 'PARTY', unitId: 'bup-1', recordedAt: lockedAt, withdrawnOn: today }),
    ];
    const { text } = await read('plan-parties', { ...file, withdrawals });
    expect(text).not.toContain('Till BUP Dalsland');
    expect(text).toContain('Till Individ- och familjeomsorgen');
  });

  test('has its own measures where the consent for copies has ended', async () => {
    const file = fileWith();
    const consents = file.consents.map((one) => ({ ...one, validToOn: today.subtract({ days: 1 }) }));
    const text = partOf((await read('plan-parties', { ...file, consents })).pages, 'BUP Dalsland');
    expect(text).toContain('BYBUP');
    expect(text).not.toContain('OWNWORDS');
  });

  test('that gets its own part only stands on the family’s plan as that, and not among those with a copy', async () => {
    const { text } = await read('plan-family', fileWith({ scopes: ['MEETING'] }));
    expect(text).toContain('Kopior till Familjen · Dalboskolan (akten) En del av planen BUP Dalsland · ');
    expect(text).toContain('(bara det de själva ska göra)');
    expect((await read('plan-family', fileWith())).text).not.toContain('En del av planen');
  });
});

test('to adult care: what is ticked and signed is one sheet, what units have promised and goes on another', async () => {
  const file = fileWith({ row: { ageBand: 'A18_20', guardianOne: null, guardianTwo: null } });
  const asked = newMeasure({ id: 'm-9', planId: 'plan-1', ordinal: 9, what: 'BYABSENT', unitId: 'hab-1' });
  const { pages } = await read('adult-care', { ...file, measures: [...file.measures, asked] });
  expect(pages).toHaveLength(2);
  expect(pages[0]).toMatch(/Jag säger ja till det som jag har kryssat för/);
  expect(pages[0]).not.toMatch(/BYBUP|BYSOCIAL/);
  expect(pages[1]).toMatch(/lämnas bara om du har kryssat.*BYBUP.*BYSOCIAL/);
  expect(pages[1]).not.toMatch(/BYCHILD|BYABSENT/);
});

test('the blank form says first what not to write, and the file has its rows for copies on one page', async () => {
  const [first = ''] = (await read('plan-blank', fileWith())).pages;
  expect(first).toMatch(/Skriv inte: .* Det här ska vi hjälpas åt med/);
  const { pages } = await read('plan-file', fileWith());
  expect(pages.map((page) => page.includes('Vem som har fått en kopia'))).toEqual([false, false, true]);
});

describe('is offered', () => {
  const plan = (file: CaseFile) => offersOf(file, today).filter((name) => name.startsWith('plan'));
  test.each([
    ['while it is written', fileWith({ set: { lockedAt: null } }), true],
    ['in force', fileWith(), true],
    ['while a follow-up is prepared', fileWith({ row: { status: 'PREPARING' } }), true],
    [
      'written, at a meeting that was broken off',
      fileWith({ set: { lockedAt: null }, row: { status: 'PREPARING' } }),
      true,
    ],
    ['stopped', fileWith({ row: { status: 'STOPPED' } }), false],
    ['on paper only', fileWith({ row: { safety: 'RESTRICTED' } }), false],
    ['closed', fileWith({ row: { status: 'CLOSED' } }), false],
  ] as const)('%s: %#', (_, file, isOffered) => {
    expect(plan(file).includes('plan')).toBe(isOffered);
    expect(plan(file).includes('plan-family')).toBe(isOffered);
  });
});
