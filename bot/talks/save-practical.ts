import { practical } from '../../cards/talks/practical.ts';
import type { TalkPartner } from '../../domain/codes.ts';
import { type PageName, partIn } from '../../domain/names.ts';
import { verbOf } from '../../domain/talk-pages.ts';
import { talkChange } from '../../domain/talks.ts';
import { caseStep } from '../act.ts';

/** Whoever came from the family's page is back there. */
export const savePractical = (partner: TalkPartner, page: PageName = 'guide') =>
  caseStep({
    during: ['PREPARING'],
    inputsOn: `${verbOf(partner)}Practical`,
    typed: ['interpreterBooking'],
    form: () => practical.form(),
    run: ({ form, file, posting, newId }) => ({
      code: 'ok',
      changes: [talkChange(file, partner, newId(), form)],
      page: partIn(posting?.page ?? '') === 'family' ? 'family' : page,
    }),
  });
