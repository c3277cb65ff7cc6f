import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConsentMissing } from '../../domain/ports.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { Consent } from '../../domain/rows/consent.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { added, caseRow, consentRow, meetingRow, participantRow } from '../support/case-rows.ts';
import { forEachDatabase, openTestDatabase, type TestDatabase, testClock } from '../support/databases.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const both = [{ givenBy: 'GUARDIAN_1' }, { givenBy: 'GUARDIAN_2' }] as const;

forEachDatabase((create) => {
  let place: TestDatabase;
  let open: OpenDatabase;
  const clock = testClock();
  beforeAll(async () => {
    place = await create();
    open = await openTestDatabase(place.location, { clock });
  });
  afterAll(async () => {
    await open.close();
    await place.remove();
  });

  async function call(
    unitId: string,
    consents: readonly Partial<Consent>[],
    set: Partial<CaseRow> = {},
    startAt: Temporal.Instant | null = null,
  ) {
    const file = caseRow(set);
    const meeting = meetingRow(file.id, { startAt });
    const participant = participantRow(meeting.id, { unitId });
    await open.database.transaction((store) =>
      store.apply([added('case', file), ...consents.map((consent) => added('consent', consentRow(file.id, consent)))]),
    );
    await open.database.transaction((store) =>
      store.apply([added('meeting', meeting), added('participant', participant)]),
    );
    return { file, participant, consents };
  }

  test('a unit that both guardians have named is called', async () => {
    await expect(call('social-1', both)).resolves.toBeDefined();
  });

  test.each<[string, string, readonly Partial<Consent>[], Partial<CaseRow>?]>([
    ['nobody has consented', 'social-1', []],
    ['the unit is named by nobody', 'bup-1', both],
    ['only one of two guardians has consented', 'social-1', [{ givenBy: 'GUARDIAN_1' }]],
    [
      'only one of two guardians has named the unit',
      'social-1',
      [{ givenBy: 'GUARDIAN_1' }, { givenBy: 'GUARDIAN_2', parties: ['school-1'] }],
    ],
    [
      'a consent is not recorded yet',
      'social-1',
      [{ givenBy: 'GUARDIAN_1' }, { givenBy: 'GUARDIAN_2', recordedAt: null }],
    ],
    [
      'a consent has ended',
      'social-1',
      [{ givenBy: 'GUARDIAN_1' }, { givenBy: 'GUARDIAN_2', validToOn: day('2027-02-28') }],
    ],
    [
      'a consent has not begun',
      'social-1',
      [{ givenBy: 'GUARDIAN_1' }, { givenBy: 'GUARDIAN_2', validFromOn: day('2027-03-02') }],
    ],
    [
      'a later consent no longer names the unit',
      'social-1',
      [
        ...both,
        { givenBy: 'GUARDIAN_1', parties: ['school-1'], recordedAt: Temporal.Instant.from('2027-03-01T09:00:01Z') },
      ],
    ],
    ['a guardian consents for a youth of age', 'social-1', both, { ageBand: 'A18_20' }],
  ])('nobody is called when %s', async (_, unitId, consents, set) => {
    await expect(call(unitId, consents, set)).rejects.toThrow(ConsentMissing);
  });

  test("nobody is called when the convener's own unit is not named", async () => {
    const refused = call('social-1', [{ givenBy: 'YOUTH', parties: ['social-1'] }], { ageBand: 'A18_20' });
    await expect(refused).rejects.toMatchObject({ unitId: 'school-1' });
  });

  test('sole custody: one consent is enough; from 18 the own one', async () => {
    await expect(call('social-1', [{ givenBy: 'GUARDIAN_1' }], { guardianTwo: 'NONE' })).resolves.toBeDefined();
    await expect(call('social-1', [{ givenBy: 'YOUTH' }], { ageBand: 'A18_20' })).resolves.toBeDefined();
  });

  test('T13, T26: a birthday before the meeting: the young person must have named the unit too', async () => {
    const soon = { ageBand: 'A15_17', turns18On: day('2027-03-08') } as const;
    const after = Temporal.Instant.from('2027-03-11T09:00:00Z');
    await expect(call('social-1', both, soon, after)).rejects.toThrow(ConsentMissing);
    await expect(
      call('social-1', [...both, { givenBy: 'YOUTH', parties: ['school-1', 'bup-1'] }], soon, after),
    ).rejects.toThrow(ConsentMissing);
    await expect(call('social-1', [...both, { givenBy: 'YOUTH' }], soon, after)).resolves.toBeDefined();
  });

  test('a call that is refused leaves nothing behind', async () => {
    await expect(call('bup-2', both)).rejects.toThrow(ConsentMissing);
    expect(await open.prisma.participant.count({ where: { unitId: 'bup-2' } })).toBe(0);
  });

  test('a consent recorded in the same decision counts', async () => {
    const file = caseRow({ guardianTwo: 'NONE' });
    const meeting = meetingRow(file.id);
    const changes = [
      added('case', file),
      added('meeting', meeting),
      added('participant', participantRow(meeting.id)),
      added('consent', consentRow(file.id)),
    ];
    await expect(open.database.transaction((store) => store.apply(changes))).resolves.toBeUndefined();
  });

  test('an answer from Outlook is stored also when the consent has ended; moving the row to another unit is not', async () => {
    const { participant } = await call('social-1', [{ givenBy: 'YOUTH', validToOn: day('2027-03-01') }], {
      ageBand: 'A18_20',
    });
    clock.set('2027-03-02T09:00:00Z');
    await open.database.transaction((store) =>
      store.apply([{ in: 'participant', id: participant.id, set: { answer: 'ACCEPTED' } }]),
    );
    const moved = open.database.transaction((store) =>
      store.apply([{ in: 'participant', id: participant.id, set: { unitId: 'school-1' } }]),
    );
    await expect(moved).rejects.toThrow(ConsentMissing);
    clock.set('2027-03-01T09:00:00Z');
  });

  test('a recorded consent can be neither changed nor deleted; a draft can', async () => {
    const draft = consentRow('', { recordedAt: null });
    const file = caseRow();
    await open.database.transaction((store) =>
      store.apply([added('case', file), added('consent', { ...draft, caseId: file.id } as Consent)]),
    );
    await open.database.transaction((store) =>
      store.apply([{ in: 'consent', id: draft.id, set: { parties: ['school-1'] } }]),
    );
    await open.database.transaction((store) =>
      store.apply([{ in: 'consent', id: draft.id, set: { recordedAt: clock.now() } }]),
    );
    const change = open.database.transaction((store) =>
      store.apply([{ in: 'consent', id: draft.id, set: { parties: ['bup-1'] } }]),
    );
    await expect(change).rejects.toThrow('Consent is append-only');
    await expect(open.prisma.consent.delete({ where: { id: draft.id } })).rejects.toThrow('append-only');
    await expect(open.prisma.$executeRaw`TRUNCATE "Consent"`).rejects.toThrow('append-only');
  });
});
