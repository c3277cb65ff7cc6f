import { withChanges } from '../../domain/changes.ts';
import { endingChanges, isExtension, mayErase } from '../../domain/closing.ts';
import { isYouth, requiredSigners } from '../../domain/consent.ts';
import { consentAnswered } from '../../domain/consent-before.ts';
import { homePage } from '../../domain/posting.ts';
import { restChanges } from '../../domain/withdrawal.ts';
import { type CaseContext, caseStep, type Outcome, old } from '../act.ts';
import { CONSENT_DURING } from './save-consent.ts';

/** Who can say no now: whoever held the page open before the young person was of age can not say it for the young person. */
type Asked = 'FAMILY' | 'YOUTH';
const isAsked = ({ file, today }: CaseContext, asked: Asked): boolean =>
  isYouth(file.case, today) === (asked === 'YOUTH');

/**
 * Somebody says no. No verb and no page tells who. Where several must sign the case rests, whoever it was: nothing is
 * erased until somebody closes it, so what became of it tells nobody who said no. Where one signs alone it is
 * closed, and kept are the day and that consent was not given (SKR: document and end). A no to an extension closes nothing: the plan is the
 * family's, and each unit keeps its own measures.
 */
export const saveRefusal = (asked: Asked) =>
  caseStep({
    during: CONSENT_DURING,
    inputsOn: 'refuse',
    waitsForSending: true,
    run(context): Outcome {
      const { file, register, now, today } = context;
      if (!isAsked(context, asked)) return old(file);
      if (isExtension(file))
        return {
          code: 'notExtended',
          changes: consentAnswered(file, 'NOT_EXTENDED', now),
          notice: { key: 'refuse.notExtended' },
          page: homePage(file),
        };
      if (requiredSigners(file.case, today).length > 1) {
        const changes = restChanges(file, 'NOT_SIGNED');
        return { code: 'ok', changes, page: homePage(withChanges(file, changes)) };
      }
      return {
        code: 'ok',
        changes: endingChanges(context, { reason: 'NO_CONSENT', familyInformed: null, on: today }),
        page: 'case',
        notice: { key: mayErase(register) ? 'refuse.done' : 'refuse.kept' },
      };
    },
  });
