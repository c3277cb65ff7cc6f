import type { z } from 'zod';
import { given } from '../../cards/given.ts';
import { worksIn } from '../../domain/access.ts';
import { homePage } from '../../domain/posting.ts';
import type { Change } from '../../domain/rows.ts';
import type { CaseStep } from '../act.ts';

/** The day stands as it was first ticked. Somebody who was not talked with in a talk of their own has no row to note it on. */
export const saveGiven: CaseStep<z.output<ReturnType<typeof given.form>>> = {
  case: true,
  during: ['PREPARING', 'INVITED'],
  at: 'given',
  who: worksIn,
  form: () => given.form(),
  run: ({ form, file, today }) => ({
    code: 'ok',
    changes: file.talks.map(
      (talk): Change => ({
        in: 'talk',
        id: talk.id,
        set: {
          invitedOn: form.invited.includes(talk.with) ? (talk.invitedOn ?? today) : null,
          reachedOn: form.reached.includes(talk.with) ? (talk.reachedOn ?? today) : null,
        },
      }),
    ),
    page: homePage(file),
  }),
};
