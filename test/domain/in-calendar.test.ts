/** Whose mailbox an address is, and who stands in an event beside those who are called. */
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { placeGuests } from '../../bot/meeting/place-guests.ts';
import { placeInCalendar } from '../../domain/calendar-place.ts';
import {
  guestsOf,
  guestsToPlace,
  inCalendar,
  outOfCalendar,
  SOMEBODY_ELSE,
  sortFound,
  withInCalendar,
} from '../../domain/in-calendar.ts';
import { addressesOf, mailboxAddress } from '../../domain/mailbox.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import type { Register } from '../../domain/rows/register.ts';
import { UNREADABLE } from '../../domain/unreadable.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow } from '../support/case-rows.ts';
import { registerWith } from '../support/case-views.ts';
import { momentAt } from '../support/moment-at.ts';

const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');
const X500 = '/o=ExchangeLabs/cn=Recipients/cn=Lena';
const known = registerWith();
const personOf = (name: string) => {
  const person = known.people.find((one) => one.name === name);
  if (!person) throw new Error(name);
  return person;
};
const [LENA, PETRA, NILS, OSKAR, KARIN] = ['Lena Hassel', 'Petra Ask', 'Nils Lönn', 'Oskar Gran', 'Karin Ek'].map(
  personOf,
);
const register: Register = {
  ...known,
  people: known.people.map((one) =>
    one.id === LENA?.id ? { ...one, aliases: [X500, 'SMTP:L.Hassel@vgregion.example'] } : one,
  ),
};
const MAILBOX = 'bup@vgregion.example';

function called(set: Partial<Meeting> = {}): CaseFile & { meeting: Meeting } {
  const row = caseRow({ status: 'INVITED', unitId: 'elevhalsan', convenerId: KARIN?.id ?? '' });
  const startAt = Temporal.Instant.from('2027-03-09T12:00:00Z');
  const meeting = meetingRow(row.id, {
    status: 'SENT',
    organizerId: KARIN?.id ?? null,
    startAt,
    endAt: startAt.add({ hours: 1 }),
    placeId: 'stadshuset-dalbo',
    ...set,
  });
  const parties = ['elevhalsan', 'individ-och-familj', 'bup-dalsland'];
  const file = caseFile(row, {
    consents: (['GUARDIAN_1', 'GUARDIAN_2'] as const).map((givenBy) => consentRow(row.id, { givenBy, parties })),
    meetings: [meeting],
    participants: [
      participantRow(meeting.id, {
        id: 'lena',
        unitId: 'bup-dalsland',
        personId: LENA?.id ?? null,
        mail: LENA?.mail ?? '',
      }),
      participantRow(meeting.id, { id: 'typed', unitId: 'individ-och-familj', mail: 'Jour@vanersborg.example' }),
    ],
  });
  return { ...file, meeting };
}
const momentOf = (file: CaseFile) => ({ ...momentAt(file, NOW), register });
const from = (mail: string, answer: 'NONE' | 'ACCEPTED' = 'ACCEPTED', at: string | null = null) => ({
  mail: mailboxAddress(mail),
  answer,
  at,
});
const sorted = (file: CaseFile & { meeting: Meeting }, ...found: ReturnType<typeof from>[]) =>
  sortFound({ file, register }, file.meeting, found, () => 'new');

test.each([
  ['Lena Hassel <Lena.Hassel@VGRegion.example>', 'lena.hassel@vgregion.example'],
  [' SMTP:lena@x.example ', 'lena@x.example'],
  [X500, X500.toLowerCase()],
  ['"A <b>" <a@x.example>', 'a@x.example'],
  ['a <', 'a <'],
  ['', ''],
  [`${'<'.repeat(50_000)}a`, `${'<'.repeat(50_000)}a`],
])('an address as it is compared: %.40s', (text, expected) => {
  expect(mailboxAddress(text)).toBe(expected);
});

test('every address of a person; of a unit’s mailbox those of the unit; of a typed one that one', () => {
  const unit = { unitId: 'bup-dalsland', personId: null };
  const units = register.units.map((one) =>
    one.id === 'bup-dalsland' ? { ...one, functionalMail: MAILBOX, aliases: ['bup.old@vgregion.example'] } : one,
  );
  const [lena] = called().participants;
  expect(lena && addressesOf(register, lena)).toEqual([LENA?.mail, X500.toLowerCase(), 'l.hassel@vgregion.example']);
  expect(addressesOf({ ...register, units }, { ...unit, mail: MAILBOX })).toEqual([
    MAILBOX,
    'bup.old@vgregion.example',
  ]);
  expect(addressesOf({ ...register, units }, { ...unit, mail: 'x@y.example' })).toEqual(['x@y.example']);
});

describe('who stands in the event', () => {
  test('the called by any address; the organizer is nobody’s answer; the rest are guests, and how many were not seen', () => {
    const { answers, guests, unseen } = sorted(
      called(),
      from(X500),
      from(KARIN?.mail ?? ''),
      from('x@y.example'),
      from(''),
    );
    expect(answers.map(({ row, found }) => `${row.id} ${found.length}`)).toEqual(['lena 1', 'typed 0']);
    expect(guests.map(({ mail, of }) => [mail, of])).toEqual([
      ['x@y.example', null],
      ['', null],
    ]);
    expect(unseen).toBe(1);
  });

  test('an address that was placed is theirs from now on, also in a meeting that is called anew', () => {
    const guests = [{ id: 'g', ...from('x@y.example'), of: 'typed' }];
    const file = called();
    const before = meetingRow(file.case.id, { inCalendar: withInCalendar(file.meeting, { guests }) });
    const old = file.participants.map((row) => ({ ...row, meetingId: before.id }));
    const anew = file.participants.map((row) => ({ ...row, id: `new-${row.id}` }));
    const next = { ...file, meetings: [before, file.meeting], participants: [...old, ...anew] };
    const { answers, guests: now } = sorted(next, from('x@y.example'));
    expect(answers.map(({ row, found }) => `${row.id} ${found.length}`)).toEqual(['new-lena 0', 'new-typed 1']);
    expect(now).toMatchObject([{ of: 'new-typed' }]);
  });

  test('one without an address can be placed; of two nobody could tell which is which', () => {
    const placed = [{ id: 'g', ...from(''), of: 'typed' }];
    const file = called({ inCalendar: withInCalendar({ inCalendar: null }, { guests: placed }) });
    expect(sorted(file, from('')).guests).toMatchObject([{ of: 'typed' }]);
    const two = sorted(file, from(''), from(''));
    expect(two.guests).toMatchObject([{ of: null }, { of: null }]);
    expect(two.answers.map(({ row, found }) => `${row.id} ${found.length}`)).toEqual(['lena 0', 'typed 0']);
    const there = (guests: typeof two.guests) =>
      guestsToPlace(register, { ...file.meeting, inCalendar: withInCalendar(file.meeting, { guests }) });
    expect(there(two.guests)).toEqual([]);
    expect(there(two.guests.slice(1))).toHaveLength(1);
  });

  test('the same address twice is one, with what it answered last', () => {
    const at = (answer: 'NONE' | 'ACCEPTED', when: string | null) => from('x@y.example', answer, when);
    const { guests } = sorted(called(), at('NONE', null), at('ACCEPTED', '2027-03-02T08:00:00Z'), at('NONE', null));
    expect(guests.map(({ answer, at: when }) => [answer, when])).toEqual([['ACCEPTED', '2027-03-02T08:00:00Z']]);
  });

  test.each([[UNREADABLE], ['{'], ['{"called":7,"guests":[{"mail":1}],"unseen":"x"}'], ['[]']])(
    'what does not open, or is another program’s, says nothing: %.12s',
    (text) => {
      expect(inCalendar({ inCalendar: text })).toEqual({ called: null, guests: [], unseen: 0 });
    },
  );

  test('an address that may be one of the called is no guest; one too many is, and units by the consent', () => {
    const said = (unseen: number, ...mails: string[]) => {
      const guests = mails.map((mail, n) => ({ id: `${n}`, ...from(mail), of: null }));
      const meeting = withInCalendar({ inCalendar: null }, { guests, unseen });
      return guestsOf(momentOf(called({ inCalendar: meeting })));
    };
    expect(said(1, 'x@y.example')).toEqual({ answers: 1, unknown: 0, covered: [], outside: [] });
    expect(said(0, 'x@y.example')).toEqual({ answers: 0, unknown: 1, covered: [], outside: [] });
    expect(said(1, 'x@y.example', 'z@y.example')).toMatchObject({ answers: 2, unknown: 1 });
    expect(said(0, OSKAR?.mail ?? '', NILS?.mail ?? '')).toEqual({
      answers: 0,
      unknown: 0,
      covered: ['individ-och-familj'],
      outside: ['habiliteringen'],
    });
  });
});

describe('who goes out of it when the called change', () => {
  const remembered = (called: string[], more = {}) => withInCalendar({ inCalendar: null }, { called, ...more });

  test('whom the bot called before, with all their addresses; not a colleague whom the convener added', () => {
    const file = called({ inCalendar: remembered([LENA?.mail ?? '', PETRA?.mail ?? '']) });
    expect(outOfCalendar(momentOf(file), file.meeting)).toEqual({ addresses: [PETRA?.mail], domains: [] });
    const instead = { ...file, participants: file.participants.filter(({ id }) => id !== 'lena') };
    expect(outOfCalendar(momentOf(instead), file.meeting).addresses).toEqual([
      LENA?.mail,
      PETRA?.mail,
      X500.toLowerCase(),
      'l.hassel@vgregion.example',
    ]);
  });

  test('everybody of a unit that the consent covered and does not any more', () => {
    const file = called({ inCalendar: remembered([]) });
    const withdrawn = {
      ...file,
      participants: file.participants.filter(({ id }) => id !== 'lena'),
      consents: file.consents
        .map((row) => ({ ...row, parties: ['elevhalsan', 'individ-och-familj'] }))
        .concat(file.consents.map((row) => ({ ...row, id: `old-${row.id}`, recordedAt: NOW.subtract({ hours: 1 }) }))),
    };
    const { addresses } = outOfCalendar(momentOf(withdrawn), file.meeting);
    expect(addresses).toEqual(expect.arrayContaining([LENA?.mail, PETRA?.mail]));
    expect(addresses).not.toContain(NILS?.mail);
  });

  test('an address that was placed as somebody who is called stays; somebody else’s too', () => {
    const guests = [
      { id: 'a', ...from('x@y.example'), of: 'lena' },
      { id: 'b', ...from('tolk@y.example'), of: SOMEBODY_ELSE },
    ];
    const file = called({ inCalendar: remembered([], { guests }) });
    expect(outOfCalendar(momentOf(file), file.meeting).addresses).toEqual([]);
  });

  test('of a meeting that an older program called nobody knows: the register’s own domains, as it had it', () => {
    const file = called();
    const { addresses, domains } = outOfCalendar(momentOf(file), file.meeting);
    expect(addresses).toContain(PETRA?.mail);
    expect(domains).toContain('vgregion.example');
  });
});

describe('where the meeting is by its event', () => {
  const { meeting } = called();
  const at = (text: string, set: Partial<Meeting> = {}) => placeInCalendar(register, { ...meeting, ...set }, text);
  test.each<[string, string, Partial<Meeting>, string | null, boolean]>([
    ['as it was', 'Stadshuset, rum Dalbo', {}, 'stadshuset-dalbo', false],
    ['with a room beside it', 'stadshuset, rum dalbo ; Rum 12', {}, 'stadshuset-dalbo', false],
    ['another of the register', 'Elevhälsan, samtalsrummet', {}, 'elevhalsan-samtalsrum', false],
    ['somewhere else', 'Hemma hos mormor', {}, 'stadshuset-dalbo', true],
    ['nowhere', '', {}, 'stadshuset-dalbo', true],
    ['nowhere, where none was chosen', '', { placeId: null }, null, false],
    ['by word of mouth, and none there', '', { placeOral: true }, 'stadshuset-dalbo', false],
    ['by word of mouth, and one there', 'Stadshuset, rum Dalbo', { placeOral: true }, 'stadshuset-dalbo', true],
  ])('%s', (_what, text, set, placeId, placeChanged) => {
    expect(at(text, set)).toEqual({ placeId, placeChanged });
  });
});

test('what was said of an address stands: taken back it stays so, and whoever is called no more takes theirs out', () => {
  const file = called();
  const guest = { id: 'g', mail: 'x@y.example', answer: 'ACCEPTED' as const, at: null };
  const within = (of: string | null) =>
    withInCalendar({ inCalendar: null }, { called: [], guests: [{ ...guest, of }] });
  const older = { ...file.meeting, id: '0', status: 'CANCELLED' as const, inCalendar: within('OTHER') };
  const seenAs = (of: string | null, participants = file.participants) => {
    const meeting = { ...file.meeting, inCalendar: within(of) };
    const now = { ...file, participants, meeting, meetings: [older, meeting] };
    return { now, guests: sorted(now, from('x@y.example')).guests };
  };
  expect(seenAs(null).guests).toMatchObject([{ of: null }]);
  const [lena] = file.participants;
  const left = seenAs(lena?.id ?? '', []);
  expect(left.guests).toMatchObject([{ of: lena?.id }]);
  expect(outOfCalendar(momentOf(left.now), left.now.meeting).addresses).toContain('x@y.example');
  const fresh = { ...file, meetings: [older, file.meeting] };
  expect(sorted(fresh, from('x@y.example')).guests).toMatchObject([{ of: 'OTHER' }]);
});

test('an answer without a time that was placed wrong is theirs whose it is, and no longer the other’s', () => {
  const file = called();
  const [lena, typed] = file.participants;
  const guest = { id: 'g', mail: 'x@y.example', answer: 'ACCEPTED' as const, at: null, of: lena?.id ?? '' };
  const meeting = { ...file.meeting, inCalendar: withInCalendar({ inCalendar: null }, { guests: [guest] }) };
  const participants = file.participants.map((row) =>
    row.id === lena?.id ? { ...row, answer: 'ACCEPTED' as const, answeredAt: null } : row,
  );
  const changes = placeGuests({ file: { ...file, participants }, register }, meeting, { g: typed?.id ?? '' });
  expect(changes).toContainEqual(
    expect.objectContaining({ id: lena?.id, set: expect.objectContaining({ answer: 'NONE' }) }),
  );
  expect(changes).toContainEqual(
    expect.objectContaining({ id: typed?.id, set: expect.objectContaining({ answer: 'ACCEPTED' }) }),
  );
});
