import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { ALL_OF_IT, withdraw as withdrawCard } from '../../cards/withdraw.ts';
import { worksIn } from '../../domain/access.ts';
import { withChanges } from '../../domain/changes.ts';
import { currentMeeting } from '../../domain/current.ts';
import { homePage } from '../../domain/posting.ts';
import type { CaseFile, Withdrawal } from '../../domain/rows.ts';
import { mayWithdraw, withdraw } from '../../domain/withdrawal.ts';
import { type CaseStep, invalid, type Outcome } from '../act.ts';
import { partsToWithdraw } from './withdrawal-parts.ts';

type Form = z.output<ReturnType<typeof withdrawCard.form>>;

const scopeOf = (file: CaseFile, what: string, today: Temporal.PlainDate): Pick<Withdrawal, 'scope' | 'unitId' | 'topic'> => {
  const part = partsToWithdraw(file, today).find(({ value }) => value === what);
  if (!part) return { scope: 'ALL', unitId: null, topic: null };
  return { scope: part.unitId ? 'PARTY' : 'TOPIC', unitId: part.unitId, topic: part.topic };
};

/** At once: nothing more is sent or shared, the meeting is cancelled neutrally, the cards in the channel say nothing more. */
export const saveWithdrawal: CaseStep<Form> = {
  case: true,
  during: ['PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE'],
  at: 'withdraw',
  alone: true,
  who: worksIn,
  form: ({ file, today }) =>
    withdrawCard.form(file ? mayWithdraw(file, today) : [], file ? partsToWithdraw(file, today).map(({ value }) => value) : []),
  run({ form, file, person, now, today, newId }): Outcome {
    const { givenBy, what, withdrawnOn } = form;
    if (!givenBy) return invalid({ givenBy: 'error.withdrawnBy' });
    if (withdrawnOn && Temporal.PlainDate.compare(withdrawnOn, today) > 0) return invalid({ withdrawnOn: 'error.futureDay' });
    const received: Withdrawal = {
      id: newId(),
      caseId: file.case.id,
      givenBy,
      ...scopeOf(file, what ?? ALL_OF_IT, today),
      withdrawnOn: withdrawnOn ?? today,
      receivedById: person?.id ?? null,
      recordedAt: now,
    };
    const { what: ended, changes } = withdraw(file, received, today);
    const caseId = file.case.id;
    const stray = { kind: 'cancel-stray', caseId, subjectId: caseId };
    if (ended === 'ALL') return { code: 'ok', changes, effects: [stray], page: 'case' };
    const after = withChanges(file, changes);
    const meeting = currentMeeting(after);
    return {
      code: 'ok',
      changes,
      effects: meeting ? [{ kind: 'update-attendees', caseId, subjectId: meeting.id }, stray] : [stray],
      page: homePage(after),
      notice: { key: 'consent.partWithdrawn' },
    };
  },
};

/** The family changes its mind: a new consent is needed, and what comes of it is a new meeting. Never an old consent again. */
export const resumeCase: CaseStep = {
  case: true,
  during: ['STOPPED'],
  who: worksIn,
  run: ({ file }) => ({ code: 'ok', changes: [{ in: 'case', id: file.case.id, set: { status: 'PREPARING' } }], page: 'guide' }),
};
