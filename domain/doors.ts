/** What is seldom needed and still always at hand: where each thing is possible. In the order they stand under "Mer …". */
import type { Temporal } from 'temporal-polyfill';
import { reasonsToClose } from './closing.ts';
import type { Signer } from './codes.ts';
import { CONSENT_PAGES, requiredSigners } from './consent.ts';
import { lockedPlan } from './current.ts';
import { mayLeaveFollowUp } from './follow-up.ts';
import type { CaseFile } from './rows.ts';
import { mayWithdraw } from './withdrawal.ts';

/** `key`: its texts; `verb`: its button; `who`: the person it is about. */
export type Door = { key: string; verb: string; who?: Signer };

const goesOn = ({ case: { status } }: CaseFile) => status !== 'STOPPED' && status !== 'CLOSED';

export function doorsOf(file: CaseFile, today: Temporal.PlainDate): Door[] {
  const isPreparing = file.case.status === 'PREPARING';
  const renewals = goesOn(file) && !isPreparing ? requiredSigners(file.case, today) : [];
  const doors: (Door | false)[] = [
    file.case.status === 'PLAN_ACTIVE' && { key: 'followUp', verb: 'followUp.call' },
    goesOn(file) && file.case.status !== 'PLAN_ACTIVE' && lockedPlan(file) !== undefined && { key: 'plan', verb: 'plan.show' },
    mayLeaveFollowUp(file, today) && { key: 'leaveFollowUp', verb: 'followUp.leave' },
    goesOn(file) && !isPreparing && { key: 'print', verb: 'print.open' },
    file.case.status === 'INVITED' && { key: 'told', verb: 'told.open' },
    file.case.status === 'INVITED' && { key: 'given', verb: 'given.open' },
    ...renewals.map((who): Door => ({ key: 'renew', verb: `${CONSENT_PAGES[who]}.open`, who })),
    mayWithdraw(file, today).length > 0 && { key: 'withdraw', verb: 'withdraw.open' },
    goesOn(file) && !isPreparing && { key: 'protection', verb: 'protection.open' },
    goesOn(file) && { key: 'deviation', verb: 'deviations.open' },
    goesOn(file) && { key: 'team', verb: 'team.open' },
    goesOn(file) && { key: 'handover', verb: 'handover.open' },
    goesOn(file) && file.case.siblingId === null && { key: 'sibling', verb: 'sibling.new' },
    { key: 'cases', verb: 'case.list' },
    reasonsToClose(file).length > 0 && { key: 'close', verb: 'close.open' },
  ];
  return doors.filter((door): door is Door => door !== false);
}
