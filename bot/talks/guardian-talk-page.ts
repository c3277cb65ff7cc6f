import { Temporal } from 'temporal-polyfill';
import { guardianTalk } from '../../cards/talks/guardian-talk.ts';
import { sayDay } from '../../cards/texts/dates.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { type Guardian, PRESENT_ROLES, type PresentRole } from '../../domain/codes.ts';
import { guardiansOf } from '../../domain/consent.ts';
import { verbOf } from '../../domain/talk-pages.ts';
import { talkWith } from '../../domain/talks.ts';
import { caseOf, definePage } from '../act.ts';

/** Roles that can have been there: a second guardian only where there is one. */
const presentRoles = (hasTwo: boolean) => PRESENT_ROLES.filter((role) => hasTwo || role !== 'GUARDIAN_2');

/** One page per guardian, kept apart. What must not be written down has no box: it is a spoken prompt. */
export const guardianTalkPage = (guardian: Guardian) =>
  definePage(guardianTalk, (view) => {
    const file = caseOf(view);
    const { language, register } = view;
    const talk = talkWith(file, guardian);
    const hasTwo = guardiansOf(file.case, view.today).includes('GUARDIAN_2');
    const days = (talk?.notReached ?? []).map((day) => sayDay(language, Temporal.PlainDate.from(day)));
    const isRole = (role: PresentRole): role is Guardian => role === 'GUARDIAN_1' || role === 'GUARDIAN_2';
    return {
      data: {
        title: say(language, 'talk.guardian.title', {
          who: sayPartner(language, file.case, guardian),
          code: file.case.code,
        }),
        next: say(language, hasTwo ? 'talk.guardian.two' : 'talk.guardian.intro'),
        prompts: [
          say(language, 'talk.guardian.whoNot'),
          say(language, 'talk.guardian.not'),
          say(language, 'talk.guardian.safe'),
        ],
        unitChoices: register.units.map(({ id, name }) => ({ title: name, value: id })),
        presentChoices: presentRoles(hasTwo).map((role) => ({
          title: isRole(role) ? sayPartner(language, file.case, role) : say(language, `present.${role}`),
          value: role,
        })),
        verb: verbOf(guardian),
        rang: days.length > 0 ? say(language, 'talk.rang', { days: days.join(', ') }) : null,
        canExcuse: hasTwo,
      },
      values: {
        heldOn: talk?.heldOn?.toString() ?? '',
        present: talk?.present ?? [guardian],
        informed: talk?.informed ?? false,
        wants: talk?.wants ?? [],
        wishes: talk?.wishes ?? [],
      },
    };
  });
