import { start } from '../../cards/case/start.ts';
import { say } from '../../cards/texts/say.ts';
import { withPhones } from '../../cards/texts/say-phone.ts';
import { isYouth } from '../../domain/consent.ts';
import { answersOf } from '../../domain/safety.ts';
import { mayAnswerSafety } from '../../domain/safety-changes.ts';
import { caseOf, definePage } from '../act.ts';

export const startPage = definePage(
  start,
  (view) => {
    const file = caseOf(view);
    const { case: row } = file;
    // What stands in the chat does not say what was answered.
    const { protectedIdentity, secretPlace } = answersOf(view.viewer ? row.safety : null);
    const { language, register } = view;
    return {
      data: {
        title: say(language, 'start.title', { word: register.settings.meetingWord, code: row.code }),
        next: say(language, 'start.next'),
        privacy: `${say(language, 'code.created', { code: row.code })} ${say(language, 'start.privacy')}`,
        acute: register.settings.emergencyLine,
        worry: withPhones({ ...view, file }, 'start.worry', say(language, 'start.worry')),
        youth: isYouth(row, view.today),
        askSafety: mayAnswerSafety(file),
      },
      values: {
        ageBand: row.ageBand ?? '',
        guardianOne: row.guardianOne ?? '',
        guardianTwo: row.guardianTwo ?? '',
        protectedIdentity: protectedIdentity ?? '',
        secretPlace: secretPlace ?? '',
      },
    };
  },
  { stands: true },
);
