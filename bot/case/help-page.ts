import { help } from '../../cards/case/help.ts';
import { say } from '../../cards/texts/say.ts';
import { definePage } from '../act.ts';

export const helpPage = definePage(help, ({ language, register }) => ({
  data: {
    title: register.settings.meetingWord,
    next: say(language, 'help.next'),
    greeting: say(language, 'help.greeting', { word: register.settings.meetingWord }),
    newCase: say(language, 'button.newCase', { word: register.settings.meetingWord }),
    acute: register.settings.emergencyLine,
  },
}));
