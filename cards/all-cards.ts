/** Every card, in the order of the process. */

import { caseCard } from './case/case.ts';
import { cases } from './case/cases.ts';
import { check } from './case/check.ts';
import { close } from './case/close.ts';
import { guide } from './case/guide.ts';
import { handover } from './case/handover.ts';
import { help } from './case/help.ts';
import { more } from './case/more.ts';
import { propose } from './case/propose.ts';
import { start } from './case/start.ts';
import { startMore } from './case/start-more.ts';
import { team } from './case/team.ts';
import { consent } from './consent/consent.ts';
import { consentScope } from './consent/consent-scope.ts';
import { reasonsToGoOn } from './consent/reasons-to-go-on.ts';
import { refuse } from './consent/refuse.ts';
import { withdraw } from './consent/withdraw.ts';
import type { CardContract } from './contract.ts';
import { deviation } from './deviation/deviation.ts';
import { deviations } from './deviation/deviations.ts';
import { measure } from './followup/measure.ts';
import { measureOpen } from './followup/measure-open.ts';
import { plan } from './followup/plan.ts';
import { answers } from './meeting/answers.ts';
import { cancel } from './meeting/cancel.ts';
import { childVoice } from './meeting/child-voice.ts';
import { family } from './meeting/family.ts';
import { invitationsGiven } from './meeting/invitations-given.ts';
import { invite } from './meeting/invite.ts';
import { missing } from './meeting/missing.ts';
import { move } from './meeting/move.ts';
import { moveCheck } from './meeting/move-check.ts';
import { partiesTold } from './meeting/parties-told.ts';
import { preview } from './meeting/preview.ts';
import { time } from './meeting/time.ts';
import { timeSearching } from './meeting/time-searching.ts';
import { neutralLine } from './posting/neutral-line.ts';
import { print } from './print/print.ts';
import { attendance } from './sip/attendance.ts';
import { childGoal } from './sip/child-goal.ts';
import { closing } from './sip/closing.ts';
import { goals } from './sip/goals.ts';
import { measures } from './sip/measures.ts';
import { readback } from './sip/readback.ts';
import { review } from './sip/review.ts';
import { allOnPaper } from './talks/all-on-paper.ts';
import { childMore } from './talks/child-more.ts';
import { childOwn } from './talks/child-own.ts';
import { childTalk } from './talks/child-talk.ts';
import { excuse } from './talks/excuse.ts';
import { guardianTalk } from './talks/guardian-talk.ts';
import { paperOnlyLifted } from './talks/paper-only-lifted.ts';
import { practical } from './talks/practical.ts';
import { protection } from './talks/protection.ts';

export const allCards: readonly CardContract[] = [
  help,
  propose,
  cases,
  neutralLine,
  start,
  startMore,
  allOnPaper,
  guide,
  print,
  more,
  team,
  handover,
  close,
  guardianTalk,
  practical,
  excuse,
  childTalk,
  childMore,
  childOwn,
  protection,
  paperOnlyLifted,
  consent,
  consentScope,
  refuse,
  reasonsToGoOn,
  withdraw,
  invite,
  timeSearching,
  time,
  family,
  missing,
  check,
  preview,
  caseCard,
  partiesTold,
  invitationsGiven,
  answers,
  move,
  moveCheck,
  cancel,
  childVoice,
  attendance,
  childGoal,
  goals,
  review,
  measures,
  closing,
  readback,
  measure,
  measureOpen,
  plan,
  deviations,
  deviation,
];
