import { propose } from '../../cards/case/propose.ts';
import { say } from '../../cards/texts/say.ts';
import { sayPersonWithPhone } from '../../cards/texts/say-phone.ts';
import { mayStart } from '../../domain/access.ts';
import { personOf } from '../../domain/in-register.ts';
import type { Register } from '../../domain/rows/register.ts';
import { definePage } from '../act.ts';

/** Those who may call, the own unit's first. */
export function conveners(register: Register, personId: string | null) {
  const own = personOf(register, personId)?.unitId;
  return register.people
    .filter((one) => mayStart(one) && one.id !== personId)
    .sort((a, b) => Number(b.unitId === own) - Number(a.unitId === own) || a.name.localeCompare(b.name, 'sv'));
}

export const proposePage = definePage(
  propose,
  ({ language, register, posting }) => ({
    data: {
      title: register.settings.meetingWord,
      next: say(language, 'propose.next', { word: register.settings.meetingWord }),
      people: conveners(register, posting.personId).map((one) => ({
        title: sayPersonWithPhone(language, register, one),
        value: one.id,
      })),
    },
  }),
  { stands: true },
);
