import { allOnPaper } from '../../cards/talks/all-on-paper.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import type { Guardian } from '../../domain/codes.ts';
import { guardiansOf } from '../../domain/consent.ts';
import { talkWith } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';

export const allOnPaperPage = definePage(allOnPaper, (view) => {
  const file = caseOf(view);
  const { language, today } = view;
  const guardians = guardiansOf(file.case, today);
  const who = (one: string) => sayPartner(language, file.case, one);
  const label = (guardian: Guardian) =>
    guardians.includes(guardian) ? say(language, 'row.guardian', { who: who(guardian) }) : null;
  const partners = [...guardians, 'CHILD'] as const;
  const heldOn = (one: (typeof partners)[number]) => talkWith(file, one)?.heldOn?.toString() ?? '';
  return {
    data: {
      title: say(language, 'allOnPaper.title', { code: file.case.code }),
      next: say(language, 'allOnPaper.next'),
      guardian1: label('GUARDIAN_1'),
      guardian2: label('GUARDIAN_2'),
      child: say(language, 'row.child'),
      informedChoices: partners.map((one) => ({
        title:
          one === 'CHILD'
            ? say(language, 'input.childInformed.title')
            : say(language, 'allOnPaper.sheet', { who: who(one) }),
        value: one,
      })),
    },
    values: {
      guardian1On: heldOn('GUARDIAN_1'),
      guardian2On: heldOn('GUARDIAN_2'),
      childOn: heldOn('CHILD'),
      outcome: talkWith(file, 'CHILD')?.outcome ?? '',
      informed: partners.filter((one) => talkWith(file, one)?.informed),
    },
  };
});
