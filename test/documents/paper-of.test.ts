/** What of a case comes onto its papers. */

import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { paperOf } from '../../bot/print/paper-of.ts';
import { makeDocument } from '../../documents/documents.ts';
import { offersOf } from '../../domain/papers.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Register } from '../../domain/rows/register.ts';
import { SettingsSchema } from '../../prisma/settings.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow, talkRow } from '../support/case-rows.ts';
import { momentAt } from '../support/moment-at.ts';
import { readPdf } from '../support/read-pdf.ts';
import { NO_MORE } from '../support/register-rows.ts';

const today = Temporal.PlainDate.from('2027-03-22');
const startAt = Temporal.Instant.from('2027-04-20T11:00:00Z');

const unit = (id: string, name: string, kind: 'SCHOOL' | 'BUP' | 'OTHER_AGENCY'): Register['units'][number] => ({
  id,
  name,
  kind,
  principal: kind === 'BUP' ? 'REGION' : kind === 'SCHOOL' ? 'MUNICIPALITY' : 'OTHER',
  convenes: kind === 'SCHOOL',
  functionalMail: null,
  phone: '0521-72 00 00',
  mailDomains: [],
  ...NO_MORE.unit,
});
const register: Register = {
  units: [
    unit('school-1', 'Dalboskolan', 'SCHOOL'),
    unit('bup-1', 'BUP Dalsland', 'BUP'),
    unit('fk-1', 'Försäkringskassan', 'OTHER_AGENCY'),
  ],
  people: [],
  places: [{ id: 'room', name: 'Stadshuset, rum Dalbo', mail: null, active: true }],
  channels: [],
  settings: SettingsSchema.parse({
    agreement: { holdsUntil: '2027-12-31', confirmedBy: 'utvecklingschefen', confirmedOn: '2026-09-01' },
  }),
};

const CONSENT = { parties: ['school-1', 'bup-1', 'fk-1'], scopes: ['MEETING', 'PREPARE'] as const };

/** Everything is there, and a time was chosen. */
function fullFile(
  set: Partial<CaseFile['case']> = {},
  scopes: readonly ('MEETING' | 'PREPARE')[] = CONSENT.scopes,
): CaseFile {
  const row = caseRow({ unitId: 'school-1', ...set });
  const meeting = meetingRow(row.id, {
    startAt,
    endAt: startAt.add({ minutes: 60 }),
    placeId: 'room',
    childFrom: '13:00',
    childTo: '13:20',
  });
  return caseFile(row, {
    talks: [
      talkRow(row.id, { with: 'CHILD', participation: 'PART', support: ['BREAKS'] }),
      talkRow(row.id, { with: 'GUARDIAN_1', interpreter: 'ar' }),
      talkRow(row.id, { with: 'GUARDIAN_2' }),
    ],
    consents: (['GUARDIAN_1', 'GUARDIAN_2', 'YOUTH'] as const).map((givenBy) =>
      consentRow(row.id, { givenBy, parties: CONSENT.parties, scopes: [...scopes] }),
    ),
    meetings: [meeting],
    participants: [
      participantRow(meeting.id, { unitId: 'bup-1' }),
      participantRow(meeting.id, { unitId: 'fk-1', kind: 'INVITED', mail: 'x@fk.example' }),
    ],
  });
}

const UNCONFIRMED: Register = { ...register, settings: SettingsSchema.parse({}) };
const read = async (name: Parameters<typeof makeDocument>[0], file: CaseFile, from = register) =>
  readPdf(
    (
      await makeDocument(name, (language) =>
        paperOf({ ...momentAt(file, today), register: from }, { document: name, about: null }, language),
      )
    ).pdf,
  );

describe('T27, E: on paper only', () => {
  const restricted = fullFile({ safety: 'RESTRICTED', ageBand: 'A15_17' });

  test('no paper says when, where or who comes, though a time was chosen before; none is made out to a guardian', async () => {
    const { pages, text } = await read('paper-pack', restricted);
    expect((await read('paper-pack', fullFile({ ageBand: 'A15_17' }))).text).toMatch(
      /Stadshuset.*mamma|mamma.*Stadshuset/,
    );
    expect(text).not.toMatch(/Stadshuset|20 april|1[34]\.[02]0|60 minuter|Svara senast .*april/);
    expect(text).not.toMatch(/mamma|pappa/);
    for (const title of [
      'Inbjudan till Västbusmöte',
      'Samtycke till att dela uppgifter',
      'Din egen blankett',
      'Kallelse till Västbusmöte',
    ])
      expect(
        pages.filter((page) => page.includes(title)),
        title,
      ).toHaveLength(1);
    expect(text).toContain('bara om samtycket säger ja till förberedelse');
  });

  test('no paper that leads to a guardian is offered', () => {
    expect(offersOf(restricted, today)).toEqual([
      'paper-pack',
      'child-questions',
      'information',
      'consent-form',
      'child-consent',
      'code-slip',
      'plan-blank',
      'chair-script',
    ]);
  });
});

describe('the kallelse on paper', () => {
  test('who took the initiative, and what staff judged of the need, make no difference to any paper', () => {
    const paper = (set: Partial<CaseFile['case']>) => {
      const file = fullFile();
      const moment = { ...momentAt({ ...file, case: { ...file.case, ...set } }, today), register };
      return JSON.stringify(paperOf(moment, { document: 'print-pack', about: null }, 'sv')).replaceAll(
        file.case.code,
        '',
      );
    };
    const told = { initiative: 'CHILD', familyAskedOn: today, needsBoth: 'NO', requestRefusal: 'NOT_BOTH' } as const;
    expect(paper(told)).toBe(paper({}));
  });

  test('the agreement: where nobody has confirmed that it holds, who is called is asked to come', async () => {
    const { pages } = await read('party-summons', fullFile(), UNCONFIRMED);
    expect(pages[0]).toContain('Vi ber er komma.');
    expect(pages[0]).not.toContain('ska delta');
    expect(pages[1]).toContain('Ni är inbjudna, och bestämmer själva om ni kommer.');
  });

  test('4.1: says until when to answer, who is called and who only invited, how the child takes part, and that there is an interpreter, never which', async () => {
    const { pages } = await read('party-summons', fullFile());
    expect(pages).toHaveLength(2);
    const [called = '', invited = ''] = pages;
    // Five working days from Monday 22 March, over Good Friday and Easter Monday.
    for (const words of [
      'Svara senast onsdag 31 mars 2027',
      'Kallade',
      'BUP Dalsland',
      'Inbjudna',
      'Försäkringskassan',
      'Från 13.00 till 13.20',
      'Tolk behövs, inte bokad än, Pauser',
    ])
      expect(called).toContain(words);
    expect(called).toContain('Alla som är kallade ska delta.');
    expect(called).not.toContain('Vi ber er komma.');
    expect(invited).toContain('Inbjudan till Västbusmöte');
    expect(invited).not.toContain('ska delta');
    expect(pages.join()).not.toMatch(/arab/i);
  });

  test('3.2, E: without "Förberedelse" in everybody’s consent there is no line for whom it is about', async () => {
    expect((await read('party-summons', fullFile())).text).toContain('Personnummer');
    const { text } = await read('party-summons', fullFile({}, ['MEETING']));
    expect(text).not.toContain('Personnummer');
    expect(text).toContain('Vem det gäller får ni veta på mötet.');
  });

  test('T13, E: without a live consent there is none', () => {
    const file = fullFile();
    expect(offersOf(file, today)).toContain('party-summons');
    expect(offersOf({ ...file, consents: file.consents.slice(0, 1) }, today)).not.toContain('party-summons');
  });
});

describe('a meeting that was changed in Outlook', () => {
  const changed = (set: Partial<CaseFile['meetings'][number]>): CaseFile => {
    const file = fullFile();
    return { ...file, meetings: file.meetings.map((row) => ({ ...row, ...set })) };
  };

  test.each(['family-invitation', 'party-summons'] as const)(
    '%s: another room is filled in by hand: neither the old one, nor by word of mouth',
    async (name) => {
      const { text } = await read(name, changed({ placeChanged: true }));
      expect((await read(name, fullFile())).text).toContain('Stadshuset, rum Dalbo');
      expect(text).not.toMatch(/Stadshuset|muntligt/);
    },
  );

  test('whole days: which, and neither midnight nor how long', async () => {
    const at = (text: string) => Temporal.Instant.from(text);
    const [startAt, endAt] = [at('2027-04-19T22:00:00Z'), at('2027-04-20T22:00:00Z')];
    const { text } = await read('family-invitation', changed({ startAt, endAt, allDay: true }));
    expect(text).toContain('tisdag 20 april 2027, hela dagen');
    expect(text).not.toMatch(/00\.00|minuter/);
  });
});

describe('the family’s invitation', () => {
  test('says how long, the child’s part and whether there is an interpreter: to each home its own', async () => {
    const { pages } = await read('family-invitation', fullFile());
    const [mother = '', father = ''] = pages;
    expect(pages).toHaveLength(2);
    for (const page of pages) expect(page).toMatch(/60 minuter.*Från 13\.00 till 13\.20.*Ni får ta med er någon/);
    expect(mother).toContain('Ja. Tolken är inte bokad än.');
    expect(father).toContain('Nej. Behövs det? Ring');
    expect((await read('child-invitation', fullFile())).text).toMatch(
      /20 april 2027 kl\. 13\.00– ?13\.20.*Den som möter dig heter.*Någon från BUP.*gå ut när du vill/,
    );
  });
});
