import { missing } from '../../cards/meeting/missing.ts';
import { talkAnew } from '../../cards/talks/talk-anew.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import type { TalkPartner } from '../../domain/codes.ts';
import { isYouth } from '../../domain/consent.ts';
import type { Unit } from '../../domain/rows/register.ts';
import {
  ANEW_PAGES,
  OUTCOME_PRESET,
  outcomesAnew,
  partnersAnew,
  talkAnewWith,
  talksLeft,
  unitsNextTime,
} from '../../domain/talk-anew.ts';
import { talkWith } from '../../domain/talks.ts';
import { caseOf, definePage, type View } from '../act.ts';

const nameOf = (view: View, partner: TalkPartner): string => sayPartner(view.language, caseOf(view).case, partner);

/** With whom it is to be talked before the follow-up, each with the way there. */
export const anewPage = definePage(missing, (view) => {
  const file = caseOf(view);
  const { language } = view;
  const left = talksLeft({ ...view, file });
  return {
    data: {
      title: say(language, 'anew.title', { code: file.case.code }),
      next: say(language, left.length > 0 ? 'anew.next' : 'anew.done'),
      rows: partnersAnew({ ...view, file }).map((partner) => ({
        label: say(language, 'anew.row', {
          who: nameOf(view, partner),
          is: left.includes(partner) ? 'left' : 'done',
        }),
        button: say(language, left.includes(partner) ? 'button.goThere' : 'button.change'),
        verb: `${ANEW_PAGES[partner]}.open` as const,
        isNext: partner === left[0],
      })),
      canSend: false,
    },
  };
});

const choicesOf = (units: readonly Unit[]) => units.map(({ id, name }) => ({ title: name, value: id }));

/** What was said in this round; whom they want there as they said it last. */
export const talkAnewPage = (partner: TalkPartner) =>
  definePage(talkAnew, (view) => {
    const file = caseOf(view);
    const { language, register, today } = view;
    const talk = talkAnewWith(file, partner);
    const known = unitsNextTime({ ...view, file }, partner);
    return {
      data: {
        title: say(language, 'anew.with', { code: file.case.code, who: nameOf(view, partner) }),
        next: say(language, 'anew.fillIn'),
        verb: ANEW_PAGES[partner],
        outcomeChoices: outcomesAnew(partner, isYouth(file.case, today)).map((value) => ({
          title: say(language, `outcome.${value}`),
          value,
        })),
        asksToShow: partner === 'CHILD',
        unitChoices: known.flatMap((id) => choicesOf(register.units.filter((one) => one.id === id))),
        otherChoices: choicesOf(register.units.filter(({ id }) => !known.includes(id))),
      },
      values: {
        outcome: talk?.outcome ?? OUTCOME_PRESET,
        heldOn: talk?.heldOn?.toString() ?? '',
        better: talk?.better ?? '',
        notBetter: talk?.notBetter ?? '',
        wordsMayBeShown: talk?.wordsMayBeShown ?? false,
        wants: talkWith(file, partner)?.wants ?? [],
        // Wished for once, it stands among those above.
        wantsOthers: [],
      },
    };
  });
