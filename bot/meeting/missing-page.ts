import { missing } from '../../cards/missing.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { isYouth } from '../../domain/consent.ts';
import { missingBeforeKallelse } from '../../domain/gates.ts';
import { caseOf, definePage } from '../act.ts';

/** What stands between the case and its kallelse, each with the way there. */
/** From 18 nobody is called a child. */
const OF_YOUTH: Record<string, string> = { childTalk: 'youthTalk', childInformed: 'youthInformed' };

export const missingPage = definePage(missing, (view) => {
  const file = caseOf(view);
  const { language, register, now } = view;
  const missing = missingBeforeKallelse({ file, settings: register.settings, now });
  const said = missing.map(({ gate, at, who }) => ({
    label: say(language, `missing.${(isYouth(file.case, view.today) && OF_YOUTH[gate]) || gate}`, {
      who: who ? sayPartner(language, file.case, who) : '',
    }),
    verb: `${at}.open`,
  }));
  return {
    data: {
      title: say(language, 'missing.title', { word: register.settings.meetingWord, code: file.case.code }),
      next: say(language, 'consent.blocked'),
      rows: said.filter((row, n) => said.findIndex((same) => same.label === row.label) === n),
    },
  };
});
