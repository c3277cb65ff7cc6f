import { excuse } from '../../cards/talks/excuse.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import type { Guardian } from '../../domain/codes.ts';
import { caseOf, definePage } from '../act.ts';
import { verbOf } from './guardians.ts';

export const excusePage = (guardian: Guardian) =>
  definePage(excuse, (view) => {
    const { case: row } = caseOf(view);
    const { language } = view;
    const isExcused = row.excusedGuardian === guardian;
    return {
      data: {
        title: say(language, 'excuse.title', { code: row.code, who: sayPartner(language, row, guardian) }),
        next: say(language, 'excuse.next'),
        verb: verbOf(guardian),
        isExcused,
      },
      values: isExcused
        ? { role: row.excusedRole ?? '', decidedOn: row.excusedOn?.toString() ?? '', reference: row.excusedRef ?? '' }
        : { role: '', decidedOn: '', reference: '' },
    };
  });
