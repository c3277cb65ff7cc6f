import { childVoice } from '../../cards/meeting/child-voice.ts';
import { say } from '../../cards/texts/say.ts';
import { talkWith } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';

export const childVoicePage = definePage(childVoice, (view) => {
  const file = caseOf(view);
  const { language } = view;
  const talk = talkWith(file, 'CHILD');
  const isThere = talk?.participation === 'WHOLE' || talk?.participation === 'PART';
  return {
    data: {
      title: say(language, 'childVoice.title', { code: file.case.code }),
      next: say(language, 'childVoice.next'),
      how: say(language, 'childVoice.how'),
      voice: say(language, 'input.voiceKeeper'),
    },
    values: { participation: isThere ? '' : (talk?.participation ?? ''), voiceKeeper: talk?.voiceKeeper ?? 'CONVENER' },
  };
});
