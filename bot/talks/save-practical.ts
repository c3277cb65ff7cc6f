import type { z } from 'zod';
import { practical } from '../../cards/talks/practical.ts';
import { worksIn } from '../../domain/access.ts';
import type { TalkPartner } from '../../domain/codes.ts';
import type { PageName } from '../../domain/names.ts';
import { talkChange } from '../../domain/talks.ts';
import type { CaseStep } from '../act.ts';
import { verbOf } from './guardians.ts';

export const savePractical = (
  partner: TalkPartner,
  page: PageName = 'guide',
): CaseStep<z.output<ReturnType<typeof practical.form>>> => ({
  case: true,
  during: ['PREPARING'],
  inputsOn: `${verbOf(partner)}Practical`,
  mayPress: worksIn,
  typed: ['interpreterBooking'],
  form: () => practical.form(),
  run: ({ form, file, newId }) => ({ code: 'ok', changes: [talkChange(file, partner, newId(), form)], page }),
});
