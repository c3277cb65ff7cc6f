import type { z } from 'zod';
import { withdraw as withdrawCard } from '../../cards/consent/withdraw.ts';
import { withChanges } from '../../domain/changes.ts';
import { NO_NOT_ANSWERED, noBecomes } from '../../domain/child-answer.ts';
import { GOES_ON } from '../../domain/codes.ts';
import { currentMeeting } from '../../domain/current.ts';
import { isAfter } from '../../domain/days.ts';
import type { Moment } from '../../domain/moment.ts';
import { homePage } from '../../domain/posting.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Withdrawal } from '../../domain/rows/consent.ts';
import { newMeeting } from '../../domain/rows/meeting.ts';
import { talkChange } from '../../domain/talks.ts';
import { mayWithdraw, withdraw } from '../../domain/withdrawal.ts';
import { partsToWithdraw } from '../../domain/withdrawal-parts.ts';
import { askOnce, type CaseContext, caseStep, invalid, type Outcome, type Say } from '../act.ts';
import { sayWhatFollows } from './say-what-follows.ts';

type Form = z.output<ReturnType<typeof withdrawCard.form>>;

const ALL = { scope: 'ALL', unitId: null, topic: null, ofScope: null } as const;

const partOf = (moment: Moment, what: string | null): Pick<Withdrawal, keyof typeof ALL> =>
  partsToWithdraw(moment).find(({ value }) => value === what)?.part ?? ALL;

/**
 * The no of a child who does not sign must be answered: one choice of three. Where nobody has judged whether it can
 * decide, that comes first.
 */
const childSaysNo = (file: CaseFile, newId: string): Outcome => ({
  code: 'ok',
  changes: [talkChange(file, 'CHILD', newId, { shares: 'NO' }), { in: 'case', id: file.case.id, set: NO_NOT_ANSWERED }],
  page: homePage(file),
  notice: { key: 'child.ownNo' },
});

/**
 * What follows is said once; nothing is stored or sent before the second press. Then at once: nothing more is sent or
 * shared, the meeting is cancelled neutrally, the cards in the channel say nothing more. An old button asks too.
 */
export const saveWithdrawal = caseStep({
  during: GOES_ON,
  inputsOn: 'withdraw',
  worksWhenOld: true,
  waitsForSending: true,
  form: (context) =>
    withdrawCard.form(
      mayWithdraw(context),
      partsToWithdraw(context).map(({ value }) => value),
    ),
  // From an old card the page comes back, whatever the card has turned to since.
  run: (context): Outcome => ({ page: 'withdraw', ...takenBack(context) }),
});

/** Whose, what and of which day stand in it too, unsaid: with another answer it is another question. */
const asks = ({ key, values }: Say, { givenBy, what, withdrawnOn }: Form): Say => ({
  key,
  values: { ...values, givenBy: givenBy ?? '', what: what ?? '', withdrawnOn: withdrawnOn?.toString() ?? '' },
});

function takenBack(context: CaseContext<Form>): Outcome {
  const { form, file, person, now, today, newId } = context;
  const { givenBy, what, withdrawnOn } = form;
  if (!givenBy) return invalid({ givenBy: 'error.withdrawnBy' });
  if (withdrawnOn && isAfter(withdrawnOn, today)) return invalid({ withdrawnOn: 'error.futureDay' });
  if (givenBy === 'CHILD')
    return askOnce(context, 'whatFollows', asks({ key: 'withdraw.ask.CHILD' }, form)) ?? childSaysNo(file, newId());
  const received: Withdrawal = {
    id: newId(),
    caseId: file.case.id,
    givenBy,
    ...partOf(context, what),
    withdrawnOn: withdrawnOn ?? today,
    receivedById: person?.id ?? null,
    recordedAt: now,
  };
  const withdrawn = withdraw(context, received);
  const asked = askOnce(context, 'whatFollows', asks(sayWhatFollows(context, { ...withdrawn, received }), form));
  if (asked) return asked;
  const { what: ended, changes } = withdrawn;
  const done: Outcome = { code: 'ok', changes, page: homePage(withChanges(file, changes)) };
  return ended === 'ALL'
    ? done
    : { ...done, notice: { key: ended === 'KEPT' ? 'consent.ownBack' : 'consent.partWithdrawn' } };
}

/**
 * The family changes its mind: a new consent is needed, and what comes of it is a new meeting. Never an old consent
 * again. The clocks start anew; the day of need and the meetings of the old run stay as they were.
 */
export const resumeCase = caseStep({
  during: ['STOPPED'],
  run({ file, today, newId }) {
    const set = { status: 'PREPARING', resumedOn: today, restReason: null } as const;
    const again: Change[] = [{ in: 'case', id: file.case.id, set }, ...noBecomes(file, null)];
    const meeting = newMeeting({ id: newId(), caseId: file.case.id, placeOral: file.case.safety === 'PLACE_ORALLY' });
    const isHeld = currentMeeting(file)?.status === 'HELD';
    return {
      code: 'ok',
      changes: isHeld ? [...again, { in: 'meeting', id: meeting.id, set: meeting }] : again,
      page: 'guide',
    };
  },
});
