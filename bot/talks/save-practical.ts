import { practical } from '../../cards/talks/practical.ts';
import type { TalkPartner } from '../../domain/codes.ts';
import type { PageName } from '../../domain/names.ts';
import { talkChange } from '../../domain/talks.ts';
import { caseStep } from '../act.ts';
import { verbOf } from './guardians.ts';

export const savePractical = (partner: TalkPartner, page: PageName = 'guide') =>
  caseStep({
    during: ['PREPARING'],
    inputsOn: `${verbOf(partner)}Practical`,
    typed: ['interpreterBooking'],
    form: () => practical.form(),
    run: ({ form, file, newId }) => ({ code: 'ok', changes: [talkChange(file, partner, newId(), form)], page }),
  });
