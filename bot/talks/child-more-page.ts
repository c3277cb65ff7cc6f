import { childMore } from '../../cards/talks/child-more.ts';
import { say } from '../../cards/texts/say.ts';
import { mayKeepFromGuardians, mayOwnSign } from '../../domain/consent.ts';
import { talkWith } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';

export const childMorePage = definePage(childMore, (view) => {
  const file = caseOf(view);
  const { language, today, register } = view;
  const talk = talkWith(file, 'CHILD');
  const askOwn = mayOwnSign(file.case, today);
  const askTell = mayKeepFromGuardians(file.case, today);
  const askVoice = talk?.participation != null && talk.participation !== 'WHOLE';
  return {
    data: {
      title: say(language, 'childMore.title', { code: file.case.code }),
      next: say(language, 'childMore.next'),
      informed: say(language, 'input.childInformed'),
      informedTitle: say(language, 'input.childInformed.title'),
      wants: say(language, 'input.childWants'),
      voice: say(language, 'input.voiceKeeper'),
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
