import type { z } from 'zod';
import { practical } from '../../cards/practical.ts';
import { worksIn } from '../../domain/access.ts';
import { talkChange } from '../../domain/talks.ts';
import type { CaseStep } from '../act.ts';
import { type Guardian, verbOf } from './guardians.ts';

export const savePractical = (guardian: Guardian, page = 'guide'): CaseStep<z.output<ReturnType<typeof practical.form>>> => ({
  case: true,
  during: ['PREPARING'],
  at: `${verbOf(guardian)}Practical`,
  who: worksIn,
  typed: ['interpreterBooking'],
  form: () => practical.form(),
  run: ({ form, file, newId }) => ({ code: 'ok', changes: [talkChange(file, guardian, newId(), form)], page }),
});
