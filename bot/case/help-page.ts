import { help } from '../../cards/case/help.ts';
import { say } from '../../cards/texts/say.ts';
import { sayPersonWithPhone } from '../../cards/texts/say-phone.ts';
import { coordinatorsOf } from '../../domain/access.ts';
import { checkedNumber } from '../../domain/acute-numbers.ts';
import { isAmongOthers } from '../../domain/channel-id.ts';
import { ACUTE_NUMBERS } from '../../domain/codes.ts';
import { personOf } from '../../domain/in-register.ts';
import { WORD_NAMES } from '../../domain/names.ts';
import type { Person } from '../../domain/rows/register.ts';
import { definePage, type View } from '../act.ts';

/** What can be typed, whom to ring when it is urgent, and who knows more. */
export const helpPage = definePage(help, (view) => {
  const { language, register } = view;
  const word = register.settings.meetingWord;
  return {
    data: {
      title: word,
      next: say(language, 'help.next'),
      greeting: say(language, 'help.greeting', { word }),
      newCase: say(language, 'button.newCase', { word }),
      words: WORD_NAMES.map((name) =>
        say(language, 'help.word', {
          word: say(language, `word.${name}`, { word }),
          why: say(language, `wordWhy.${name}`),
        }),
      ),
      acute: [register.settings.emergencyLine, register.settings.concernLine],
      numbers: ACUTE_NUMBERS.flatMap((who) => {
        const number = checkedNumber(register.settings, who);
        return number ? [say(language, 'help.number', { who: say(language, `acute.${who}`), number })] : [];
      }),
      about: whoKnowsMore(view).map((person) => sayPersonWithPhone(language, register, person)),
    },
  };
});

/** Those who coordinate in the own unit. Nobody is named where others read. */
function whoKnowsMore({ register, posting: { personId, conversationId } }: View): Person[] {
  const unitId = personOf(register, personId)?.unitId;
  return unitId && !isAmongOthers(conversationId) ? coordinatorsOf(register, unitId) : [];
}
