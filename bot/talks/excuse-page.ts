import { excuse } from '../../cards/talks/excuse.ts';
import { sayDayShort } from '../../cards/texts/dates.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import type { Guardian } from '../../domain/codes.ts';
import { verbOf } from '../../domain/talk-pages.ts';
import { talkWith } from '../../domain/talks.ts';
import { triesOf } from '../../domain/unreachable.ts';
import { caseOf, definePage } from '../act.ts';

export const excusePage = (guardian: Guardian) =>
  definePage(excuse, (view) => {
    const file = caseOf(view);
    const { case: row } = file;
    const { language, register, today } = view;
    const isExcused = row.excusedGuardian === guardian;
    const tries = triesOf(talkWith(file, guardian)).map(
      ({ on, how }) => `${sayDayShort(language, on)} (${say(language, `wayToReach.${how}.short`)})`,
    );
    return {
      data: {
        title: say(language, 'excuse.title', { code: row.code, who: sayPartner(language, row, guardian) }),
        next: say(language, 'excuse.next'),
        verb: verbOf(guardian),
        isExcused,
        tries:
          tries.length > 0
            ? say(language, 'excuse.tries', { tries: tries.join(', ') })
            : say(language, 'excuse.noTries'),
        need: say(language, 'excuse.need', { days: register.settings.unreachableDays }),
      },
      values: {
        hindrance: (isExcused && row.excusedHindrance) || '',
        tryHow: '',
        triedOn: today.toString(),
        checked: isExcused && row.excusedChecked === true,
        role: (isExcused && row.excusedRole) || '',
        decidedOn: (isExcused && row.excusedOn?.toString()) || '',
        reference: (isExcused && row.excusedRef) || '',
      },
    };
  });
