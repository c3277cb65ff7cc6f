/** Cases that were begun before consent was asked for as it is now, as the migration leaves them. */

import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { commonConsent, requiredSigners } from '../../domain/consent.ts';
import { missingBeforeKallelse } from '../../domain/gates.ts';
import { forEachDatabase, openTestDatabase } from '../support/databases.ts';
import { momentAt } from '../support/moment-at.ts';
import { fillBefore } from '../support/older-database.ts';

const BEFORE = '0019_consent_really_given';
const today = Temporal.PlainDate.from('2027-03-01');

/** One case with a guardian who is not waited for and the other's form; one about somebody of age, with its own. */
const ROWS = `
INSERT INTO "Unit" ("id", "name", "kind", "principal") VALUES ('school', 'Elevhälsan', 'STUDENT_HEALTH', 'MUNICIPALITY');
INSERT INTO "Person" ("id", "tenantId", "name", "mail", "role", "unitId")
  VALUES ('moa', 't', 'Moa', 'moa@example.org', 'kurator', 'school');
INSERT INTO "Case" ("id", "code", "tenantId", "status", "convenerId", "unitId", "language", "createdAt", "ageBand",
    "guardianOne", "guardianTwo", "safety", "excusedGuardian", "excusedRole", "excusedOn", "excusedRefSealed") VALUES
  ('child', 'K7M-3XQ', 't', 'PREPARING', 'moa', 'school', 'sv', now(), 'A6_11', 'MOTHER', 'FATHER', 'OPEN',
    'GUARDIAN_2', 'HEAD_TEACHER', '2027-02-01', 'x'),
  ('youth', 'K7M-3XR', 't', 'PREPARING', 'moa', 'school', 'sv', now(), 'A18_20', NULL, NULL, 'OPEN', NULL, NULL, NULL, NULL);
INSERT INTO "Talk" ("id", "caseId", "with", "notReached", "present", "wants", "wishes", "support")
  VALUES ('talk', 'child', 'GUARDIAN_2', ARRAY['2027-01-20'], '{}', '{}', '{}', '{}');
INSERT INTO "Consent" ("id", "caseId", "givenBy", "signedOn", "validFromOn", "validToOn", "parties", "topics", "scopes",
    "recordedAt") VALUES
  ('c1', 'child', 'GUARDIAN_1', '2027-02-01', '2027-02-01', '2027-08-01', ARRAY['school', 'bup'], ARRAY['SCHOOL'],
    ARRAY['MEETING', 'PREPARE', 'PLAN_COPY'], now()),
  ('c2', 'youth', 'YOUTH', '2027-02-01', '2027-02-01', '2027-08-01', ARRAY['school', 'bup'], ARRAY['SCHOOL'],
    ARRAY['MEETING', 'PREPARE', 'PLAN_COPY'], now());
`;

forEachDatabase((create) => {
  test('a signed consent and a manager’s decision stand as they were given; what they lack is asked for at the next kallelse', async () => {
    const { location, remove } = await create();
    await fillBefore(location, BEFORE, ROWS);
    const { database, close } = await openTestDatabase(location);
    const find = async (id: string) => {
      const file = await database.transaction((store) => store.lockCase(id));
      if (!file) throw new Error('the case is gone');
      return file;
    };
    const gatesOf = (file: Awaited<ReturnType<typeof find>>) =>
      missingBeforeKallelse(momentAt(file, today)).map(({ gate, who }) => (who ? `${gate} ${who}` : gate));

    const child = await find('child');
    expect(requiredSigners(child.case, today)).toEqual(['GUARDIAN_1']);
    expect([...(commonConsent(child, [today])?.units ?? [])]).toEqual(['school', 'bup']);
    expect([...(commonConsent(child, [today])?.scopes ?? [])].sort()).toEqual(['MEETING', 'PLAN_COPY', 'PREPARE']);
    expect(child.talks.map(({ notReached, otherTries }) => [notReached, otherTries])).toEqual([[['2027-01-20'], []]]);
    expect(gatesOf(child)).toContain('excused GUARDIAN_2');
    expect(gatesOf(child)).not.toContain('signature GUARDIAN_1');

    const youth = await find('youth');
    expect(commonConsent(youth, [today])?.units.size).toBe(2);
    expect(gatesOf(youth)).toContain('decides');
    expect(gatesOf(youth)).not.toContain('signature YOUTH');
    // What was not asked then is not a no.
    for (const { needsBoth, initiative, familyAskedOn, decides, requestRefusal, excusedChecked } of [
      child.case,
      youth.case,
    ])
      expect([needsBoth, initiative, familyAskedOn, decides, requestRefusal, excusedChecked]).toEqual(
        Array(6).fill(null),
      );

    await close();
    await remove();
  });
});
