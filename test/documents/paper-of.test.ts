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
      'Vilka får prata om dig?',
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
    const { written } = await read('party-summons', fullFile(), UNCONFIRMED);
    expect(written[0]).toContain('Vi ber er komma.');
    expect(written[0]).not.toContain('ska delta');
    expect(written[1]).toContain('Ni är inbjudna, och bestämmer själva om ni kommer.');
  });

  test('4.1: says until when to answer, who is called and who only invited, how the child takes part, and that there is an interpreter, never which', async () => {
    const { pages, written } = await read('party-summons', fullFile());
    expect(written).toHaveLength(2);
    const [called = '', invited = ''] = written;
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
    const { written } = await read('family-invitation', fullFile());
    const [mother = '', father = ''] = written;
    expect(written).toHaveLength(2);
    for (const page of written) expect(page).toMatch(/60 minuter.*Från 13\.00 till 13\.20.*Ni får ta med er någon/);
    expect(mother).toContain('Ja. Tolken är inte bokad än.');
    expect(father).toContain('Nej. Behövs det? Ring');
    expect((await read('child-invitation', fullFile())).text).toMatch(
      /20 april 2027 kl\. 13\.00– ?13\.20.*Någon från BUP.*Den som möter dig heter/,
    );
  });
});

describe('barnkonventionen 12: what the child has said of coming', () => {
  const saying = (participation: CaseFile['talks'][number]['participation']) => {
    const file = fullFile({ code: 'K7M-3XQ' });
    return {
      ...file,
      talks: file.talks.map((talk) => (talk.with === 'CHILD' ? { ...talk, participation } : talk)),
      meetings: file.meetings.map((meeting) => ({ ...meeting, childFrom: null, childTo: null })),
    };
  };

  test.each(['family-invitation', 'party-summons'] as const)(
    'that it does not want to stands on nobody else’s paper: %s is as where it has not been asked',
    async (name) => {
      const { text } = await read(name, saying('NONE'));
      expect(text).not.toContain('Inte alls');
      expect(text).toBe((await read(name, saying(null))).text);
      expect((await read(name, saying('PART'))).text).toContain('En stund');
    },
  );

  test('on its own it says that this is okay', async () => {
    expect((await read('child-invitation', saying('NONE'))).text).toContain('Du behöver inte komma, och det är okej.');
    expect((await read('child-invitation', saying('WHOLE'))).text).toContain('Du bestämmer om du vill komma.');
  });

  test('who is with it afterwards is asked where the others go on for longer', async () => {
    const until = (childTo: string) => {
      const file = fullFile();
      return { ...file, meetings: file.meetings.map((meeting) => ({ ...meeting, childTo })) };
    };
    expect((await read('child-invitation', until('13:20'))).text).toMatch(/Efter 13\.20 är _+ med dig/);
    expect((await read('child-invitation', until('14:00'))).text).not.toMatch(/Efter 14\.00/);
  });
});

describe('that the others of the family are invited', () => {
  test.each([
    ['is said where nobody is protected, prevented or placed', {}, true],
    ['is not where the place is told by word of mouth', { safety: 'PLACE_ORALLY' }, false],
    ['is not on paper only', { safety: 'RESTRICTED' }, false],
    ['is not where it has not been asked whether somebody is protected', { safety: null }, false],
    ['is not where one cannot be reached', { excusedGuardian: 'GUARDIAN_2' }, false],
    ['is not where the child is placed', { placement: 'LVU' }, false],
  ] as const)('%s', async (_, set, isSaid) => {
    const [family, childs] = await Promise.all(
      (['family-invitation', 'child-invitation'] as const).map(async (name) => (await read(name, fullFile(set))).text),
    );
    expect(childs?.includes('vårdnadshavare')).toBe(isSaid);
    expect(family?.includes('Vill ni veta vilka mer som är bjudna?')).toBe(isSaid);
  });
});

describe('what the child’s own form leads to', () => {
  test.each([
    ['nobody has judged it', { childAble: null, childAbleAt: null, childAbleBand: null }, 'NOT_JUDGED'],
    ['it signs too', { childAble: 'YES' }, 'SIGNS'],
    ['in doubt it signs too', { childAble: 'UNSURE' }, 'SIGNS'],
    ['others decide', { childAble: 'NO' }, 'HEARD'],
    ['others decide, as it was judged when it was younger', { childAble: 'NO', childAbleBand: 'A6_11' }, 'NOT_JUDGED'],
    [
      'others decide, and a second has not said so',
      { ageBand: 'A15_17', childAble: 'NO', childAbleSecond: null },
      'NOT_JUDGED',
    ],
  ] as const)('%s', (_, set, formCounts) => {
    const moment = { ...momentAt(fullFile(set), today), register };
    expect(paperOf(moment, { document: 'child-consent', about: null }, 'sv').formCounts).toBe(formCounts);
  });
});

test('FB 6:11: that both guardians must say yes is told before anybody signs, and where one decides alone it is not', async () => {
  const alone = { guardianTwo: 'NONE' } as const;
  for (const name of ['information', 'consent-form'] as const) {
    expect((await read(name, fullFile())).text).toContain('Båda vårdnadshavarna måste säga ja.');
    const { text } = await read(name, fullFile(alone));
    expect(text).not.toContain('Båda');
    expect(text).toContain('Är barnet moget nog behövs barnets ja också. Bara det som alla har kryssat för gäller.');
    expect((await read(name, fullFile({ ageBand: 'A18_20' }))).text).not.toMatch(/Båda|barnets ja/);
    // Whether somebody is not waited for is on no paper.
    expect((await read(name, fullFile({ safety: 'RESTRICTED' }))).text).not.toContain('Båda');
  }
});
