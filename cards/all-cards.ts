/** Every card, in the order of the process. */
import { allOnPaper } from './all-on-paper.ts';
import { answers } from './answers.ts';
import { attendance } from './attendance.ts';
import { cancel } from './cancel.ts';
import { caseCard } from './case.ts';
import { cases } from './cases.ts';
import { check } from './check.ts';
import { childGoal } from './child-goal.ts';
import { childMore } from './child-more.ts';
import { childOwn } from './child-own.ts';
import { childTalk } from './child-talk.ts';
import { childVoice } from './child-voice.ts';
import { close } from './close.ts';
import { closing } from './closing.ts';
import { consent } from './consent.ts';
import { consentScope } from './consent-scope.ts';
import type { CardContract } from './contract.ts';
import { deviation } from './deviation.ts';
import { deviations } from './deviations.ts';
import { excuse } from './excuse.ts';
import { family } from './family.ts';
import { given } from './given.ts';
import { goOn } from './go-on.ts';
import { goals } from './goals.ts';
import { guardianTalk } from './guardian-talk.ts';
import { guide } from './guide.ts';
import { handover } from './handover.ts';
import { help } from './help.ts';
import { invite } from './invite.ts';
import { lift } from './lift.ts';
import { line } from './line.ts';
import { measure } from './measure.ts';
import { measureOpen } from './measure-open.ts';
import { measures } from './measures.ts';
import { missing } from './missing.ts';
import { more } from './more.ts';
import { move } from './move.ts';
import { moveCheck } from './move-check.ts';
import { plan } from './plan.ts';
import { practical } from './practical.ts';
import { preview } from './preview.ts';
import { print } from './print.ts';
import { propose } from './propose.ts';
import { protection } from './protection.ts';
import { readback } from './readback.ts';
import { refuse } from './refuse.ts';
import { review } from './review.ts';
import { start } from './start.ts';
import { startMore } from './start-more.ts';
import { team } from './team.ts';
import { time } from './time.ts';
import { timeSearching } from './time-searching.ts';
import { told } from './told.ts';
import { withdraw } from './withdraw.ts';

export const allCards: readonly CardContract[] = [
  help,
  propose,
  cases,
  line,
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
  lift,
  consent,
  consentScope,
  refuse,
  goOn,
  withdraw,
  invite,
  timeSearching,
  time,
  family,
  missing,
  check,
  preview,
  caseCard,
  told,
  given,
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
