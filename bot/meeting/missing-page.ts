import { missing } from '../../cards/meeting/missing.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { type Missing, missingBeforeKallelse } from '../../domain/gates.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { caseOf, definePage, type View } from '../act.ts';

/** What is missing, in words. */
export const sayMissing = ({ language }: View, file: CaseFile, { gate, who }: Missing): string =>
  say(language, `missing.${gate}`, {
    who: who ? sayPartner(language, file.case, who) : '',
  });

/** What stands between the case and its kallelse, each with the way there. */
export const missingPage = definePage(missing, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  const missing = missingBeforeKallelse({ ...view, file });
  const said = missing.map((gap) => ({ label: sayMissing(view, file, gap), verb: `${gap.at}.open` as const }));
  return {
    data: {
      title: say(language, 'missing.title', { word: register.settings.meetingWord, code: file.case.code }),
      // Somebody else may have filled in the last of it.
      next: say(language, missing.length > 0 ? 'consent.blocked' : 'next.send'),
      canSend: missing.length === 0,
      rows: said
        .filter((row, n) => said.findIndex((same) => same.label === row.label) === n)
        .map((row, n) => ({ ...row, button: say(language, 'button.goThere'), isNext: n === 0 })),
    },
  };
});
