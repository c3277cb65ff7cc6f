/** Table of contents: everything that can happen, in the order of the process, and the step that answers it. */
import type { Act, Step } from './act.ts';
import { closeCase, followCase } from './case/close-case.ts';
import { greet } from './case/greet.ts';
import { handOver } from './case/hand-over.ts';
import { newSibling } from './case/new-sibling.ts';
import { openHome, openPage } from './case/open-page.ts';
import { postOverview } from './case/post-overview.ts';
import { saveStart } from './case/save-start.ts';
import { saveStartMore } from './case/save-start-more.ts';
import { saveTeam } from './case/save-team.ts';
import { sayConcern, sayLine } from './case/say-line.ts';
import { sendProposal } from './case/send-proposal.ts';
import { showCase } from './case/show-case.ts';
import { startCase } from './case/start-case.ts';
import { consentSteps } from './consent/consent-steps.ts';
import { resumeCase, saveWithdrawal } from './consent/save-withdrawal.ts';
import { watchConsent } from './consent/watch-consent.ts';
import { finishFromPlan, finishMeasure } from './followup/finish-measure.ts';
import { closeMeasure, showMeasure } from './followup/show-measure.ts';
import { answersRead } from './meeting/answers-read.ts';
import { checkAnswers } from './meeting/check-answers.ts';
import { placeStands } from './meeting/clear-place.ts';
import { eventChanged, subscriptionLost } from './meeting/event-changed.ts';
import { kallelseNotSent, kallelseSent, kallelseStopped } from './meeting/kallelse-sent.ts';
import { meetingOpens } from './meeting/meeting-opens.ts';
import { openCheck, openPreview } from './meeting/open-check.ts';
import { openInvite } from './meeting/open-invite.ts';
import { openTime } from './meeting/open-time.ts';
import { saveFamily } from './meeting/save-family.ts';
import { saveGiven } from './meeting/save-given.ts';
import { saveInvite } from './meeting/save-invite.ts';
import { leaveTime, moreTimes, saveTime } from './meeting/save-time.ts';
import { saveTold } from './meeting/save-told.ts';
import { retryKallelse, sendKallelse } from './meeting/send-kallelse.ts';
import { renewSubscription, subscribed } from './meeting/subscribe.ts';
import { timesFound, timesNotFound } from './meeting/times-found.ts';
import { cardNotSent, cardSent } from './posting/card-sent.ts';
import { showAnew } from './posting/show-anew.ts';
import { printSteps } from './print/print-steps.ts';
import { lockPlan } from './sip/lock-plan.ts';
import { openMeeting } from './sip/open-meeting.ts';
import { saveAttendance } from './sip/save-attendance.ts';
import { saveChildGoal } from './sip/save-child-goal.ts';
import { saveClosing } from './sip/save-closing.ts';
import { removeGoal, saveGoal } from './sip/save-goal.ts';
import { removeMeasure, saveMeasure } from './sip/save-measure.ts';
import { guardianSteps } from './talks/guardian-steps.ts';
import { saveChildMore } from './talks/save-child-more.ts';
import { saveChildTalk } from './talks/save-child-talk.ts';
import { saveLift } from './talks/save-lift.ts';
import { savePractical } from './talks/save-practical.ts';
import { leaveProtection, saveProtection } from './talks/save-protection.ts';

/** Typed words, tried from the top. The language is that of the word. */
export const words: { pattern: RegExp; language?: 'sv' | 'en'; step: Step }[] = [
  { pattern: /^(nytt|ny|starta)\s+(v[äa]stbus(möte)?|sip(-möte)?)\b/i, language: 'sv', step: startCase },
  { pattern: /^(new|start)\s+(v[äa]stbus|sip)\b/i, language: 'en', step: startCase },
  { pattern: /^(mina\s+)?[äa]renden$/i, language: 'sv', step: postOverview('CASES') },
  { pattern: /^(my\s+)?cases$/i, language: 'en', step: postOverview('CASES') },
  {
    pattern: /orosanm|orolig|far illa|misshand|övergrepp|blir slag(en|na)|slår (mig|henne|honom|dem|barne[nt])/i,
    language: 'sv',
    step: sayConcern,
  },
  { pattern: /report of concern|worried|abuse|being (hit|beaten|harmed)/i, language: 'en', step: sayConcern },
  { pattern: /^(hjälp|hej|tack)$/i, language: 'sv', step: postOverview('HELP') },
  { pattern: /^(help|hello|hi|thanks)$/i, language: 'en', step: postOverview('HELP') },
];

/** Any other word: what can be done here, and the acute line. */
export const otherWords: Step = postOverview('HELP', { key: 'help.unknown' });

/** A personnummer typed in the chat: a sentence about it, and nothing is kept. */
export const personnummerTyped: Step = sayLine('err.pnr');

/** The client says that something happened to the chat itself. */
const events: Record<string, Step> = { installed: greet, submitted: showAnew };

/** Buttons on the cards. */
const verbs: Record<string, Step> = {
  'case.new': startCase,
  'case.list': postOverview('CASES'),
  'case.show': showCase,
  'guide.open': openHome,
  'propose.send': sendProposal as Step,

  'start.open': openPage('start', 'PREPARING'),
  'start.save': saveStart('startMore'),
  'start.back': saveStart('guide'),
  'startMore.open': openPage('startMore', 'PREPARING'),
  'startMore.save': saveStartMore('guide'),
  'startMore.back': saveStartMore('start'),

  ...guardianSteps('GUARDIAN_1'),
  ...guardianSteps('GUARDIAN_2'),
  'child.open': openPage('child', 'PREPARING'),
  'child.save': saveChildTalk('childMore'),
  'child.back': saveChildTalk('guide'),
  'child.practical': saveChildTalk('childPractical'),
  'child.savePractical': savePractical('CHILD'),
  'childMore.open': openPage('childMore', 'PREPARING'),
  'childMore.save': saveChildMore('guide'),
  'childMore.back': saveChildMore('child'),
  'protection.open': openPage('protection', 'PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE'),
  'protection.save': saveProtection,
  'protection.back': leaveProtection,
  'lift.open': openPage('lift', 'PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE'),
  'lift.save': saveLift,

  ...consentSteps('GUARDIAN_1'),
  ...consentSteps('GUARDIAN_2'),
  ...consentSteps('YOUTH'),
  ...consentSteps('SOCIAL_BOARD'),

  'print.open': openPage('print', 'PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE'),
  ...printSteps(),
  'more.open': openPage('more', 'PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE', 'STOPPED'),
  'team.open': openPage('team', 'PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE'),
  'team.save': saveTeam,
  'handover.open': openPage('handover', 'PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE'),
  'handover.save': handOver,
  'sibling.new': newSibling,
  'close.open': openPage('close', 'PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE', 'STOPPED'),
  'close.save': closeCase,
  'case.follow': followCase,

  'withdraw.open': openPage('withdraw', 'PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE'),
  'withdraw.save': saveWithdrawal,
  'case.resume': resumeCase,

  'invite.open': openInvite,
  'invite.save': saveInvite,
  'invite.back': saveInvite,
  'time.open': openTime,
  'time.byHand': openPage('time', 'PREPARING'),
  'time.more': moreTimes,
  'time.save': saveTime,
  'time.back': leaveTime,
  'family.open': openPage('family', 'PREPARING'),
  'family.save': saveFamily,
  'family.back': saveFamily,
  'check.open': openCheck,
  'preview.open': openPreview,
  'kallelse.send': sendKallelse,
  'kallelse.retry': retryKallelse,

  'told.open': openPage('told', 'INVITED'),
  'told.save': saveTold,
  'told.back': saveTold,
  'given.open': openPage('given', 'PREPARING', 'INVITED'),
  'given.save': saveGiven,
  'given.back': saveGiven,

  'meeting.open': openMeeting,
  'attendance.open': openPage('attendance', 'MEETING'),
  'attendance.save': saveAttendance('childGoal'),
  'attendance.back': saveAttendance('case'),
  'childGoal.open': openPage('childGoal', 'MEETING'),
  'childGoal.save': saveChildGoal('goals'),
  'childGoal.back': saveChildGoal('attendance'),
  'goals.open': openPage('goals', 'MEETING'),
  'goal.add': saveGoal('goals', true),
  'goal.remove': removeGoal,
  'goals.next': saveGoal('measures'),
  'goals.back': saveGoal('childGoal'),
  'measures.open': openPage('measures', 'MEETING'),
  'measure.add': saveMeasure('measures', true),
  'measure.remove': removeMeasure,
  'measures.next': saveMeasure('closing'),
  'measures.back': saveMeasure('goals'),
  'closing.open': openPage('closing', 'MEETING'),
  'closing.save': saveClosing('readback'),
  'closing.back': saveClosing('measures'),
  'plan.lock': lockPlan,

  'measure.show': showMeasure,
  'measure.close': closeMeasure,
  'measure.done': finishMeasure,
  'plan.show': openPage('plan', 'PLAN_ACTIVE'),
  'plan.measureDone': finishFromPlan,
};

/** Graph says that a calendar changed. */
const notifications: Record<string, Step> = { 'event.changed': eventChanged, 'subscription.lost': subscriptionLost };

/** What was planned for a point in time. */
const dueItems: Record<string, Step> = {
  'meeting.opens': meetingOpens,
  'answers.check': checkAnswers,
  'consent.watch': watchConsent,
  'subscription.renew': renewSubscription,
};

/** What came of an effect. */
const results: Record<string, Step> = {
  'card.sent': cardSent,
  'card.notSent': cardNotSent,
  'times.found': timesFound,
  'times.notFound': timesNotFound,
  'kallelse.sent': kallelseSent,
  'kallelse.waiting': kallelseNotSent('NOT_SENT'),
  'kallelse.notSent': kallelseNotSent('FAILED'),
  'kallelse.stopped': kallelseStopped,
  'place.stands': placeStands,
  'answers.read': answersRead,
  subscribed,
};

/** The names of acts by kind, for whoever looks a step up. */
export const steps: Record<Exclude<Act['kind'], 'words'>, Record<string, Step>> = {
  verb: verbs,
  event: events,
  notification: notifications,
  due: dueItems,
  result: results,
};
