/**
 * Cases from before the child was a signer, as the migration leaves them: what is sent, booked or locked goes on, what
 * was said stands as it was said, and what is lacking is asked for at the next kallelse.
 */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { doesChildObject, sharesOf } from '../../domain/child-answer.ts';
import { reasonsToClose } from '../../domain/closing.ts';
import { commonConsent, requiredSigners } from '../../domain/consent.ts';
import { formToStartFrom } from '../../domain/consent-start.ts';
import { consentWarning } from '../../domain/consent-watch.ts';
import { missingBeforeKallelse } from '../../domain/gates.ts';
import { nextStep } from '../../domain/next-step.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { forEachDatabase, openTestDatabase } from '../support/databases.ts';
import { momentAt } from '../support/moment-at.ts';
import { fillBefore } from '../support/older-database.ts';

const BEFORE = '0017_the_childs_own_voice';
const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');
const TODAY = Temporal.PlainDate.from('2027-03-01');

const CASES = [
  // A yes in writing, with day, way and receiver, and none of what the form said.
  { id: 'written', status: 'INVITED', band: 'A12_14', own: "'YES'", on: "'2027-02-10'", reason: 'NULL' },
  { id: 'spoken', status: 'PLAN_ACTIVE', band: 'A15_17', own: "'YES'", on: 'NULL', reason: 'NULL' },
  { id: 'great', status: 'INVITED', band: 'A15_17', own: "'NO'", on: 'NULL', reason: "'NEED_IS_GREAT'" },
  { id: 'greatNotSent', status: 'PREPARING', band: 'A15_17', own: "'NO'", on: 'NULL', reason: "'NEED_IS_GREAT'" },
  { id: 'open', status: 'INVITED', band: 'A15_17', own: "'NO'", on: 'NULL', reason: 'NULL' },
  { id: 'notAsked', status: 'INVITED', band: 'A12_14', own: "'NOT_ASKED'", on: 'NULL', reason: 'NULL' },
  { id: 'stopped', status: 'STOPPED', band: 'A6_11', own: 'NULL', on: 'NULL', reason: 'NULL' },
] as const;

const ROWS = `
INSERT INTO "Unit" ("id", "name", "kind", "principal") VALUES ('school-1', 'Elevhälsan', 'STUDENT_HEALTH', 'MUNICIPALITY');
INSERT INTO "Person" ("id", "tenantId", "name", "mail", "role", "unitId")
  VALUES ('moa', 't', 'Moa', 'moa@example.org', 'kurator', 'school-1');
${CASES.map(
  ({ id, status, band, own, on, reason }, n) => `
INSERT INTO "Case" ("id", "code", "tenantId", "status", "convenerId", "unitId", "language", "createdAt", "ageBand",
    "guardianOne", "guardianTwo", "needNoticedOn", "safety", "placement", "turns18On", "childNoReason")
  VALUES ('${id}', 'K7M-3X${n}', 't', '${status}', 'moa', 'school-1', 'sv', now(), '${band}',
    'MOTHER', 'FATHER', '2027-02-01', 'OPEN', 'NO', ${band === 'A15_17' ? "'2028-06-01'" : 'NULL'}, ${reason});
INSERT INTO "Talk" ("id", "caseId", "with", "outcome", "heldOn", "informed", "ownConsent", "ownConsentOn", "ownConsentMethod", "ownConsentById")
  VALUES ('${id}-c', '${id}', 'CHILD', 'DONE', '2027-02-10', true, ${own}, ${on}, ${on === 'NULL' ? 'NULL' : "'E_SIGNATURE'"}, 'moa');
INSERT INTO "Talk" ("id", "caseId", "with", "heldOn", "informed", "present")
  VALUES ('${id}-g', '${id}', 'GUARDIAN_1', '2027-02-10', true, '{GUARDIAN_1,GUARDIAN_2}');
${['GUARDIAN_1', 'GUARDIAN_2']
  .map(
    (who) => `
INSERT INTO "Consent" ("id", "caseId", "givenBy", "signedOn", "validFromOn", "validToOn", "validMonths", "parties", "topics", "scopes", "method", "receivedById", "recordedAt")
  VALUES ('${id}-${who}', '${id}', '${who}', '2027-02-12', '2027-02-12', '2027-08-12', 6, '{school-1,social-1}', '{SCHOOL}', '{MEETING,BETWEEN_MEETINGS}', 'PAPER', 'moa', '2027-02-12T09:00:00Z');`,
  )
  .join('')}
INSERT INTO "Meeting" ("id", "caseId", "status", "startAt", "endAt", "placeId", "familyAgreed", "sentAt")
  VALUES ('${id}-m', '${id}', '${{ INVITED: 'SENT', PREPARING: 'DRAFT', PLAN_ACTIVE: 'HELD', STOPPED: 'CANCELLED' }[status]}',
    '2027-03-10T12:00:00Z', '2027-03-10T13:00:00Z', 'room', true, ${status === 'PREPARING' ? 'NULL' : "'2027-02-13T09:00:00Z'"});
INSERT INTO "Participant" ("id", "meetingId", "unitId", "mail", "kind", "answer") VALUES ('${id}-p', '${id}-m', 'social-1', 's@example.org', 'SUMMONED', 'ACCEPTED');`,
).join('')}
`;

const at = (file: CaseFile, set: Partial<CaseRow> = {}) => momentAt({ ...file, case: { ...file.case, ...set } }, NOW);
/** What stands between it and the next kallelse, of what is the child's. */
const gaps = (file: CaseFile, set: Partial<CaseRow> = {}) =>
  missingBeforeKallelse(at(file, { status: 'PREPARING', ...set })).flatMap(({ gate, who }) =>
    ['childAble', 'childNo', 'signature'].includes(gate) ? [who ? `${gate} ${who}` : gate] : [],
  );
const judged = (childAble: 'YES' | 'NO', { case: { ageBand } }: CaseFile): Partial<CaseRow> => ({
  childAble,
  childAbleAt: NOW,
  childAbleBand: ageBand,
  childAbleSecond: 'NURSE',
});

forEachDatabase((create) => {
  test('OSL 12:3: older cases go on, nothing is assumed of what the child said, and the next kallelse asks', async () => {
    const { location, remove } = await create();
    await fillBefore(location, BEFORE, ROWS);
    const { database, close } = await openTestDatabase(location);
    const files = new Map<string, CaseFile>();
    for (const { id } of CASES) {
      const file = await database.transaction((store) => store.lockCase(id));
      if (file) files.set(id, file);
    }
    const fileOf = (id: (typeof CASES)[number]['id']): CaseFile => {
      const file = files.get(id);
      if (!file) throw new Error(`no ${id}`);
      return file;
    };

    for (const { id, status } of CASES) {
      const file = fileOf(id);
      // Nobody has judged it, and what was signed stands as it was given.
      expect(file.case.childAble, id).toBeNull();
      expect(requiredSigners(file.case, TODAY), id).toEqual(['GUARDIAN_1', 'GUARDIAN_2']);
      expect(commonConsent(file, [TODAY])?.units, id).toEqual(new Set(['school-1', 'social-1']));
      // Only a no that nobody had answered is said, as before.
      expect(consentWarning(at(file))?.key ?? null, id).toBe(id === 'open' ? 'consent.childNo' : null);
      // The next kallelse asks, from 12.
      expect(gaps(file), id).toEqual(file.case.ageBand === 'A6_11' ? [] : ['childAble']);
      if (status !== 'STOPPED') expect(nextStep(at(file)).key, id).not.toMatch(/consent\.(withdrawn|rests)/);
    }

    // An older yes is none to sharing; its day and way are known where the form is recorded whole.
    expect(['written', 'spoken', 'notAsked'].map((id) => sharesOf(fileOf(id as 'written')))).toEqual([
      null,
      null,
      null,
    ]);
    const form = formToStartFrom(fileOf('written'), 'YOUTH');
    expect([form.signedOn?.toString(), form.method, form.parties]).toEqual(['2027-02-10', 'E_SIGNATURE', undefined]);
    expect(formToStartFrom(fileOf('spoken'), 'YOUTH').signedOn).toBeNull();
    expect(gaps(fileOf('written'), judged('YES', fileOf('written')))).toEqual(['signature YOUTH']);

    // An older no is not taken for silence, and does not rest a case by itself.
    for (const id of ['great', 'greatNotSent', 'open'] as const) {
      const file = fileOf(id);
      expect(doesChildObject(at(file)), id).toBe(true);
      expect(gaps(file, judged('NO', file)), id).toEqual(['childNo']);
      expect(gaps(file, judged('YES', file)), id).toEqual(['signature YOUTH']);
    }
    expect(fileOf('great').case.childNoReason, 'history').toBe('NEED_IS_GREAT');

    expect(nextStep(at(fileOf('stopped'))).key).toBe('consent.withdrawn');
    expect(reasonsToClose(fileOf('stopped'))).toContain('WITHDRAWN');
    await close();
    await remove();
  });
});
