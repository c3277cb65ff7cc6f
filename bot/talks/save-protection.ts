import { protection } from '../../cards/talks/protection.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { currentMeeting } from '../../domain/current.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { homePage } from '../../domain/posting.ts';
import { safetyOf } from '../../domain/safety.ts';
import { offChanges, placeChanges } from '../../domain/safety-changes.ts';
import { caseStep, type Outcome } from '../act.ts';

/**
 * Only what the answers lead to is kept, never why. "Vet inte" is fine until the kallelse; "ja" sends the case to
 * paper, at any time.
 */
export const saveProtection = caseStep({
  during: GOES_ON,
  inputsOn: 'protection',
  waitsForSending: true,
  form: () => protection.form(),
  run({ form, file }): Outcome {
    // Somebody else may have put the case on paper since this page was opened.
    if (isPaperOnly(file)) return { code: 'paperOnly', page: 'protection' };
    const safety = safetyOf(form) ?? file.case.safety;
    const meeting = currentMeeting(file);
    const place = placeChanges(file, safety);
    const off = offChanges(file, safety);
    const clears = place.length > 0 && safety === 'PLACE_ORALLY' && meeting?.eventId != null;
    return {
      code: safety === file.case.safety ? 'ok' : 'modeChanged',
      changes: [{ in: 'case', id: file.case.id, set: { safety } }, ...place, ...off],
      page: off.length > 0 ? 'guide' : homePage(file),
      ...(clears ? { notice: { key: 'prot.placeCleared' } } : {}),
    };
  },
});

/**
 * "Tillbaka" keeps what is answered while the case is prepared. Later an answer could call the meeting off: then only
 * "Spara" does.
 */
export const leaveProtection: typeof saveProtection = {
  ...saveProtection,
  run: (context) =>
    context.file.case.status === 'PREPARING' && !isPaperOnly(context.file)
      ? saveProtection.run(context)
      : { code: 'ok', page: homePage(context.file) },
};
