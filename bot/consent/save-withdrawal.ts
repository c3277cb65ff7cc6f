import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { withdraw } from '../../cards/withdraw.ts';
import { isConvener } from '../../domain/access.ts';
import { mayWithdraw, withdrawalChanges } from '../../domain/withdrawal.ts';
import { type CaseStep, invalid, type Outcome } from '../act.ts';

/** At once: nothing more is sent or shared, the meeting is cancelled neutrally, the cards in the channel say nothing more. */
export const saveWithdrawal: CaseStep<z.output<ReturnType<typeof withdraw.form>>> = {
  case: true,
  during: ['PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE'],
  at: 'withdraw',
  alone: true,
  who: isConvener,
  form: ({ file }) => withdraw.form(file ? mayWithdraw(file) : []),
  run({ form, file, person, now, today, newId }): Outcome {
    if (!form.givenBy) return invalid({ givenBy: 'error.withdrawnBy' });
    if (form.withdrawnOn && Temporal.PlainDate.compare(form.withdrawnOn, today) > 0) return invalid({ withdrawnOn: 'error.futureDay' });
    const received = {
      id: newId(),
      givenBy: form.givenBy,
      withdrawnOn: form.withdrawnOn ?? today,
      receivedById: person?.id ?? null,
      recordedAt: now,
    };
    return {
      code: 'ok',
      changes: withdrawalChanges(file, received),
      effects: [{ kind: 'cancel-stray', caseId: file.case.id, subjectId: file.case.id }],
      page: 'case',
    };
  },
};

/** The family changes its mind: a new consent is needed, and what comes of it is a new meeting. Never an old consent again. */
export const resumeCase: CaseStep = {
  case: true,
  during: ['STOPPED'],
  who: isConvener,
  run: ({ file }) => ({ code: 'ok', changes: [{ in: 'case', id: file.case.id, set: { status: 'PREPARING' } }], page: 'guide' }),
};
