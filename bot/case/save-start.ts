import type { Temporal } from 'temporal-polyfill';
import { start } from '../../cards/case/start.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { latestConsent } from '../../domain/consent.ts';
import { earliest } from '../../domain/days.ts';
import type { PageName } from '../../domain/names.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import { safetyOf } from '../../domain/safety.ts';
import { mayAnswerSafety, placeChanges } from '../../domain/safety-changes.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';

/**
 * Keeps what is answered on the first page, also when custody or age has changed later on: who must sign follows.
 * Nothing is required here: the gates stand at "Skicka kallelse". Only the agreement's age limit (up to and including
 * 20) is a refusal at once.
 */
export const saveStart = (page: PageName) =>
  caseStep({
    during: GOES_ON,
    inputsOn: 'start',
    form: () => start.form(),
    run({ form, file, register, today }): Outcome {
      const { ageBand, protectedIdentity, secretPlace, ...guardians } = form;
      if (ageBand === 'OVER')
        return invalid({ ageBand: { key: 'age.tooOld', values: { word: register.settings.meetingWord } } });
      const becameYouth = ageBand === 'A18_20' && file.case.ageBand !== 'A18_20';
      const turns18On = becameYouth ? birthdayPassed(file, today) : ageBand === 'A15_17' ? file.case.turns18On : null;
      const asked = mayAnswerSafety(file) ? safetyOf({ protectedIdentity, secretPlace }) : null;
      const safety = asked ?? file.case.safety;
      const changes: Change[] = [
        { in: 'case', id: file.case.id, set: { ageBand, ...guardians, turns18On, safety } },
        ...placeChanges(file, safety),
      ];
      if (asked === 'RESTRICTED') return { code: 'modeChanged', changes, page: 'guide' };
      return {
        code: 'ok',
        changes,
        page,
        ...(becameYouth ? { notice: { key: 'age.18' }, aside: true } : {}),
      };
    },
  });

/**
 * The month belongs to the band it was asked in. Who has signed as a child keeps one, at the latest today: the form is
 * asked about.
 */
function birthdayPassed(file: CaseFile, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (!latestConsent(file, 'YOUTH', today)) return null;
  return earliest(today, file.case.turns18On ?? today);
}
