import type { Guardian } from '../../domain/codes.ts';
import { isYouth } from '../../domain/consent.ts';
import { caseStep, type Step } from '../act.ts';
import { verbOf } from './guardians.ts';
import { leaveExcuse, saveExcuse, undoExcuse } from './save-excuse.ts';
import { rangInVain, saveGuardianTalk } from './save-guardian-talk.ts';
import { savePractical } from './save-practical.ts';

/** From 18 there is no guardian to talk with: an old button leads home. */
const open = (guardian: Guardian) =>
  caseStep({
    readsOnly: true,
    during: ['PREPARING'],
    run: ({ file, today }) =>
      isYouth(file.case, today)
        ? { code: 'expired', page: 'guide', notice: { key: 'err.expired' } }
        : { code: 'ok', page: verbOf(guardian) },
  });

/** The buttons of one guardian's pages. */
export function guardianSteps(guardian: Guardian): Record<string, Step> {
  const verb = verbOf(guardian);
  return {
    [`${verb}.open`]: open(guardian),
    [`${verb}.save`]: saveGuardianTalk(guardian),
    [`${verb}.back`]: saveGuardianTalk(guardian),
    [`${verb}.practical`]: saveGuardianTalk(guardian, `${verb}Practical`),
    [`${verb}.savePractical`]: savePractical(guardian),
    [`${verb}Practical.back`]: savePractical(guardian, verb),
    [`${verb}.rang`]: rangInVain(guardian),
    [`${verb}.excuse`]: saveGuardianTalk(guardian, `${verb}Excuse`),
    [`${verb}.saveExcuse`]: saveExcuse(guardian),
    [`${verb}Excuse.back`]: leaveExcuse(guardian),
    [`${verb}.undoExcuse`]: undoExcuse(guardian),
  };
}
