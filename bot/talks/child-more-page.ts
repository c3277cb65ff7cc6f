import { childMore } from '../../cards/talks/child-more.ts';
import { say } from '../../cards/texts/say.ts';
import { isYouth, mayOwnSign } from '../../domain/consent.ts';
import { talkWith } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';

export const childMorePage = definePage(childMore, (view) => {
  const file = caseOf(view);
  const { language, today, register } = view;
  const talk = talkWith(file, 'CHILD');
  const { ageBand } = file.case;
  const minor = !isYouth(file.case, today);
  const askOwn = mayOwnSign(file.case, today);
  const askTell = minor && ageBand === 'A15_17';
  const askVoice = talk?.participation != null && talk.participation !== 'WHOLE';
  return {
    data: {
      title: say(language, minor ? 'childMore.title' : 'childMore.titleYouth', { code: file.case.code }),
      next: say(language, minor ? 'childMore.next' : 'childMore.nextYouth'),
      informed: say(language, minor ? 'input.childInformed' : 'input.youthInformed'),
      informedTitle: say(language, minor ? 'input.childInformed.title' : 'input.youthInformed.title'),
      wants: say(language, minor ? 'input.childWants' : 'input.youthWants'),
      voice: say(language, minor ? 'input.voiceKeeper' : 'input.youthVoice'),
      unitChoices: register.units.map(({ id, name }) => ({ title: name, value: id })),
      askVoice,
      askOwn,
      askTell,
      why: askOwn ? say(language, 'childMore.why') : null,
    },
    values: {
      informed: talk?.informed ?? false,
      wants: talk?.wants ?? [],
      // Somebody must see to it; until somebody else is named it is the one who calls.
      voiceKeeper: talk?.voiceKeeper ?? (askVoice ? 'CONVENER' : ''),
      ownConsent: talk?.ownConsent ?? '',
      mayTell: '',
    },
  };
});
