import { childMore } from '../../cards/talks/child-more.ts';
import { say } from '../../cards/texts/say.ts';
import { isAskedToShare, sharesOf } from '../../domain/child-answer.ts';
import { mayKeepFromGuardians } from '../../domain/consent.ts';
import { talkWith } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';

export const childMorePage = definePage(childMore, (view) => {
  const file = caseOf(view);
  const { language, today, register } = view;
  const talk = talkWith(file, 'CHILD');
  const askShares = isAskedToShare(file.case, today);
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
      askShares,
      askTell,
    },
    values: {
      informed: talk?.informed ?? false,
      wants: talk?.wants ?? [],
      // Somebody must see to it; until somebody else is named it is the one who calls.
      voiceKeeper: talk?.voiceKeeper ?? (askVoice ? 'CONVENER' : ''),
      shares: sharesOf(file) ?? '',
      mayTell: '',
    },
  };
});
