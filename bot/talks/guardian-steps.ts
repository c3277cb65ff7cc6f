import type { Guardian } from '../../domain/codes.ts';
import { isYouth } from '../../domain/consent.ts';
import { verbOf } from '../../domain/talk-pages.ts';
import { caseStep, leaving, old } from '../act.ts';
import { addTry, leaveExcuse, saveExcuse, undoExcuse } from './save-excuse.ts';
import { rangInVain, saveGuardianTalk } from './save-guardian-talk.ts';
import { savePractical } from './save-practical.ts';

/** From 18 there is no guardian to talk with: an old button leads home. */
const open = (guardian: Guardian) =>
  caseStep({
    readsOnly: true,
    during: ['PREPARING'],
    run: ({ file, today }) => (isYouth(file.case, today) ? old(file) : { code: 'ok', page: verbOf(guardian) }),
  });

/** The buttons of one guardian's pages. */
export const guardianSteps = (guardian: Guardian) => ({
  '.open': open(guardian),
  '.save': saveGuardianTalk(guardian),
  '.back': leaving(saveGuardianTalk(guardian)),
  '.practical': saveGuardianTalk(guardian, `${verbOf(guardian)}Practical`),
  '.savePractical': savePractical(guardian),
  'Practical.back': leaving(savePractical(guardian, verbOf(guardian))),
  '.rang': rangInVain(guardian),
  '.excuse': saveGuardianTalk(guardian, `${verbOf(guardian)}Excuse`),
  '.tried': addTry(guardian),
  '.saveExcuse': saveExcuse(guardian),
  'Excuse.back': leaving(leaveExcuse(guardian)),
  '.undoExcuse': undoExcuse(guardian),
});
