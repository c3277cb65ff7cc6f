import { check } from '../../cards/case/check.ts';
import { sayDay } from '../../cards/texts/dates.ts';
import { sayTopics, sayUnits } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { SIGNERS } from '../../domain/codes.ts';
import { CONSENT_PAGES, commonConsent, latestConsent } from '../../domain/consent.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { daysToCover } from '../../domain/deadlines.ts';
import { missingBeforeKallelse } from '../../domain/gates.ts';
import type { OpenPage } from '../../domain/names.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { talkWith } from '../../domain/talks.ts';
import { warningsBeforeKallelse } from '../../domain/warnings.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { phasesOf } from './guide-rows.ts';

export const checkPage = definePage(check, (view) => {
  const file = caseOf(view);
  const { language } = view;
  const canSend = missingBeforeKallelse({ ...view, file }).length === 0;
  return {
    data: {
      title: say(language, 'check.title', { code: file.case.code }),
      // A gate may have closed since the page was opened.
      next: say(language, canSend ? 'check.next' : 'check.closed'),
      canSend,
      warnings: warningsBeforeKallelse({ ...view, file }).map((key) => say(language, key)),
      topics: sayTopics(language, commonConsent(file, daysToCover(currentMeeting(file)?.startAt, view.today))?.topics),
      rows: phasesOf(view, file)
        .flatMap(({ rows }) => rows)
        .map(({ label, state, at }) => ({
          label,
          state,
          verb: `${at}.open` as const,
          detail: detailOf(view, file, at),
        })),
    },
  };
});

/** One more line where the state alone does not say what was answered. Never a typed word. */
function detailOf(view: View, file: CaseFile, page: OpenPage): string | null {
  const signer = SIGNERS.find((one) => CONSENT_PAGES[one] === page);
  if (signer) return sayUnits(view.register, latestConsent(file, signer, view.today)?.parties ?? []) || null;
  if (page === 'invite')
    return (
      sayUnits(
        view.register,
        participantsOf(file, currentMeeting(file)).map(({ unitId }) => unitId),
      ) || null
    );
  const own = page === 'child' ? talkWith(file, 'CHILD') : undefined;
  if (own?.ownConsentOn)
    return say(view.language, 'check.ownInWriting', {
      day: sayDay(view.language, own.ownConsentOn),
      how: say(view.language, `method.${own.ownConsentMethod ?? 'PAPER'}`),
    });
  const participation = page === 'child' ? talkWith(file, 'CHILD')?.participation : null;
  return participation ? say(view.language, `participation.${participation}`) : null;
}
