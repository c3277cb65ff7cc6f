/**
 * Table of contents: everything that can happen, in the order of the process, and the step that answers it. Long
 * because it is the one list.
 */
import type { Language } from '../domain/codes.ts';
import type { PersonLimit } from '../domain/limits.ts';
import {
  type DueKind,
  type EventName,
  findIn,
  type NotificationName,
  type ResultName,
  under,
  type Verb,
  type WordName,
} from '../domain/names.ts';
import { type Act, leaving, type Step } from './act.ts';
import { moreCases, showAges } from './case/cases-page.ts';
import { chooseLanguage, sayLanguage } from './case/choose-language.ts';
import { closeCase, followCase } from './case/close-case.ts';
import { connectChannel } from './case/connect-channel.ts';
import { greet } from './case/greet.ts';
import { handOver } from './case/hand-over.ts';
import { newSibling } from './case/new-sibling.ts';
import { openHome, openPage, openPages } from './case/open-page.ts';
import { postOverview } from './case/post-overview.ts';
import { saveStart } from './case/save-start.ts';
import { saveStartMore } from './case/save-start-more.ts';
import { saveTeam } from './case/save-team.ts';
import { sayConcern, sayTooMuch } from './case/say-line.ts';
import { sendProposal } from './case/send-proposal.ts';
import { showCase } from './case/show-case.ts';
import { startCase } from './case/start-case.ts';
import { tellGivenUp } from './case/tell-given-up.ts';
import { consentNotExtended, consentRenewed, consentStands } from './consent/consent-before.ts';
import { consentSteps } from './consent/consent-steps.ts';
import { ownFormStands } from './consent/own-form-stands.ts';
import { saveReasonsToGoOn } from './consent/save-reasons-to-go-on.ts';
import { saveRefusal } from './consent/save-refusal.ts';
import { resumeCase, saveWithdrawal } from './consent/save-withdrawal.ts';
import { watchConsent } from './consent/watch-consent.ts';
import { chooseDeviation } from './deviation/choose-deviation.ts';
import { printDeviation } from './deviation/print-deviation.ts';
import { settleDeviation } from './deviation/settle-deviation.ts';
import { callFollowUp, leaveFollowUp } from './followup/call-follow-up.ts';
import { finishFromPlan, finishMeasure } from './followup/finish-measure.ts';
import { handPlanOver } from './followup/hand-plan.ts';
import { letInColleague, letOutColleague } from './followup/let-in-colleague.ts';
import { remindFollowUp, remindTellChild } from './followup/remind.ts';
import { saveHomes } from './followup/save-homes.ts';
import { saveTellChild } from './followup/save-tell-child.ts';
import {
  chooseColleague,
  closeCopy,
  noteFiled,
  showCopy,
  showMoreOfCopy,
  showMoreOwnText,
  showOwnText,
} from './followup/show-copy.ts';
import { closeMeasure, showMeasure } from './followup/show-measure.ts';
import { showMoreOfPlan, showPlan, showVersion } from './followup/show-plan.ts';
import { kallelseNotSent, kallelseSent, kallelseStopped } from './meeting/book-meeting.ts';
import { cancelMeeting, keepMeeting } from './meeting/cancel-meeting.ts';
import { calendarCleared, cancelNotTold, cancelTold } from './meeting/cancel-stray.ts';
import { checkAnswers } from './meeting/check-answers.ts';
import { placeStands } from './meeting/clear-place.ts';
import { eventChanged, subscriptionLost } from './meeting/event-changed.ts';
import { timesFound, timesNotFound } from './meeting/find-times.ts';
import { linkByHand } from './meeting/link-by-hand.ts';
import { meetingOpens } from './meeting/meeting-opens.ts';
import { moveNotSent, moveSent, moveStopped } from './meeting/move-meeting.ts';
import { openCheck, openPreview } from './meeting/open-check.ts';
import { openInvite } from './meeting/open-invite.ts';
import { openTime } from './meeting/open-time.ts';
import { answersNotRead, answersRead } from './meeting/read-answers.ts';
import { retrySending } from './meeting/retry-sending.ts';
import { leaveAnswers, saveAnswer } from './meeting/save-answer.ts';
import { saveChildVoice } from './meeting/save-child-voice.ts';
import { saveFamily } from './meeting/save-family.ts';
import { saveInvitationsGiven } from './meeting/save-invitations-given.ts';
import { leaveInvite, saveInvite } from './meeting/save-invite.ts';
import { leaveMove, moveForChild, saveMove } from './meeting/save-move.ts';
import { leaveMoved, saveMoved } from './meeting/save-moved.ts';
import { savePartiesTold } from './meeting/save-parties-told.ts';
import { leaveTime, moreTimes, saveTime } from './meeting/save-time.ts';
import { sendKallelse } from './meeting/send-kallelse.ts';
import { leaveMoveCheck, sendMove } from './meeting/send-move.ts';
import { renewSubscription, subscribed } from './meeting/subscribe.ts';
import { attendeesNotUpdated, attendeesUpdated } from './meeting/update-attendees.ts';
import { openDuring } from './pages.ts';
import { postWaiting } from './posting/post-waiting.ts';
import { cardNotSent, cardSent } from './posting/send-card.ts';
import { showAnew } from './posting/show-anew.ts';
import { printChildPage } from './print/print-child-page.ts';
import { printSteps } from './print/print-steps.ts';
import { lockPlan } from './sip/lock-plan.ts';
import { meetingNotHeld } from './sip/meeting-not-held.ts';
import { moreOfReadback } from './sip/more-of-readback.ts';
import { openMeeting } from './sip/open-meeting.ts';
import { breakOffMeeting, leaveScreen, openScreen, pauseMeeting, resumeMeeting } from './sip/pause-meeting.ts';
import { moreRowsOf, undoChange } from './sip/plan-row-steps.ts';
import { saveAllCame, saveAttendance } from './sip/save-attendance.ts';
import { saveChildGoal } from './sip/save-child-goal.ts';
import { leaveClosing, openNextTime, saveOldClosing } from './sip/save-closing.ts';
import { removeGoal, saveGoal } from './sip/save-goal.ts';
import { removeMeasure, saveMeasure } from './sip/save-measure.ts';
import { saveMeasureMore } from './sip/save-measure-more.ts';
import { removeNeed, saveNeed } from './sip/save-need.ts';
import { leaveNextTime, saveNextTime, searchNextTime } from './sip/save-next-time.ts';
import { removeOpenPoint, saveOpenPoint } from './sip/save-open-point.ts';
import { saveResponsibility } from './sip/save-responsibility.ts';
import { saveReview } from './sip/save-review.ts';
import { guardianSteps } from './talks/guardian-steps.ts';
import { liftPaperOnly } from './talks/lift-paper-only.ts';
import { leaveAllOnPaper, saveAllOnPaper } from './talks/save-all-on-paper.ts';
import { leaveChildAble, saveChildAble } from './talks/save-child-able.ts';
import { saveChildMore } from './talks/save-child-more.ts';
import { saveChildTalk } from './talks/save-child-talk.ts';
import { savePractical } from './talks/save-practical.ts';
import { leaveProtection, saveProtection } from './talks/save-protection.ts';
import { openAnew, talkAnewSteps } from './talks/talk-anew-steps.ts';

/**
 * Typed words, tried from the top. The language is that of the word. What the meeting is called is a setting: any word
 * for a meeting starts one.
 */
export const words: { name: WordName; pattern: RegExp; language?: Language; step: Step }[] = [
  {
    name: 'start',
    pattern: /^(nytt|ny|starta)\s+(v[äa]st[\s-]?bus(\s?m[öo]te)?|sip|[\p{L}-]*m[öo]te)\b/iu,
    language: 'sv',
    step: startCase,
  },
  {
    name: 'start',
    pattern: /^(new|start)\s+(v[äa]st[\s-]?bus|sip|[\p{L}-]*(m[öo]te|meeting))\b/iu,
    language: 'en',
    step: startCase,
  },
  {
    name: 'cases',
    pattern: /^(visa\s+)?((mina|mitt)\s+)?[äa]rende(n|na)?$/i,
    language: 'sv',
    step: postOverview('CASES'),
  },
  { name: 'cases', pattern: /^(show\s+)?(my\s+)?cases?$/i, language: 'en', step: postOverview('CASES') },
  {
    name: 'concern',
    pattern: /orosanm|orolig|far illa|misshand|övergrepp|blir slag(en|na)|slår (mig|henne|honom|dem|barne[nt])/i,
    language: 'sv',
    step: sayConcern,
  },
  {
    name: 'concern',
    pattern: /report of concern|worried|abuse|being (hit|beaten|harmed)/i,
    language: 'en',
    step: sayConcern,
  },
  { name: 'language', pattern: /^språk$/i, language: 'sv', step: sayLanguage },
  { name: 'language', pattern: /^language$/i, language: 'en', step: sayLanguage },
  { name: 'swedish', pattern: /^((språk|language)\s+)?(svenska|swedish)$/i, step: chooseLanguage('sv') },
  { name: 'english', pattern: /^((språk|language)\s+)?(engelska|english)$/i, step: chooseLanguage('en') },
  { name: 'channel', pattern: /^(koppla|anslut)\s+(den här\s+)?kanal(en)?$/i, language: 'sv', step: connectChannel },
  { name: 'channel', pattern: /^connect\s+((the|this)\s+)?channel$/i, language: 'en', step: connectChannel },
  { name: 'help', pattern: /^(hj[äa]lp|hej|tack)$/i, language: 'sv', step: postOverview('HELP') },
  { name: 'help', pattern: /^(help|hello|hi|thanks)$/i, language: 'en', step: postOverview('HELP') },
];

/** Any other word: what can be done here, and the acute line. */
export const otherWords: Step = postOverview('HELP', { key: 'help.unknown' }, { notUnderstood: true });

/** A personnummer typed in the chat: a sentence about it, and nothing is kept. */
export const personnummerTyped: Step = postOverview('HELP', { key: 'err.pnr' }, { notUnderstood: true });

/** A picture or a file: not looked at, and asked to be taken away. */
const pictureSent: Step = postOverview('HELP', { key: 'help.file' });

/** More than a limit lets through, by which one it is. */
export const tooMuch: Record<PersonLimit, Step> = {
  presses: sayTooMuch('presses'),
  words: sayTooMuch('words'),
  cases: sayTooMuch('cases'),
  posts: sayTooMuch('posts'),
};

/** The client says that something happened to the chat itself. */
const events: Record<EventName, Step> = { installed: greet, submitted: showAnew, attached: pictureSent };

/** The "Tillbaka" of a page. */
const leavingOf = (page: string): Step | undefined => findIn(verbs as Record<string, Step>, `${page}.back`);

/** Buttons on the cards. */
const verbs: Record<Verb, Step> = {
  ...openPages(openDuring),

  'case.new': startCase,
  'case.list': postOverview('CASES'),
  'cases.more': moreCases,
  'cases.ages': showAges,
  'case.show': showCase,
  'guide.open': openHome,
  'propose.send': sendProposal,

  'start.save': saveStart('startMore'),
  'start.back': leaving(saveStart('guide')),
  'startMore.save': saveStartMore('guide'),
  'startMore.back': leaving(saveStartMore('start')),
  'startMore.paper': saveStartMore('allOnPaper'),
  'allOnPaper.save': saveAllOnPaper,
  'allOnPaper.back': leaving(leaveAllOnPaper),

  ...under('guardian1', guardianSteps('GUARDIAN_1')),
  ...under('guardian2', guardianSteps('GUARDIAN_2')),
  'child.save': saveChildTalk('childMore'),
  'child.back': leaving(saveChildTalk('guide')),
  'child.practical': saveChildTalk('childPractical'),
  'child.savePractical': savePractical('CHILD'),
  'childPractical.back': leaving(savePractical('CHILD', 'child')),
  'childMore.save': saveChildMore('guide'),
  'childMore.back': leaving(saveChildMore('child')),
  'childMore.able': saveChildMore('childAble'),
  'childAble.save': saveChildAble,
  'childAble.back': leaving(leaveChildAble),
  'protection.save': saveProtection,
  'protection.back': leaving(leaveProtection),
  'lift.save': liftPaperOnly,

  ...under('consent1', consentSteps('GUARDIAN_1')),
  ...under('consent2', consentSteps('GUARDIAN_2')),
  ...under('consentYouth', consentSteps('YOUTH')),
  ...under('consentBoard', consentSteps('SOCIAL_BOARD')),
  'ownForm.stands': ownFormStands,

  ...under('print.', printSteps),
  'team.save': saveTeam,
  'handover.save': handOver,
  'sibling.new': newSibling,
  'close.save': closeCase,
  'case.follow': followCase,

  'refuse.save': saveRefusal('FAMILY'),
  'refuse.youth': saveRefusal('YOUTH'),
  'goOn.save': saveReasonsToGoOn,
  'goOn.back': leaving(saveReasonsToGoOn),
  'withdraw.save': saveWithdrawal,
  'case.resume': resumeCase,

  'invite.open': openInvite,
  'invite.save': saveInvite,
  'invite.back': leaving(leaveInvite),
  'time.open': openTime,
  'time.byHand': openPage('time', ['PREPARING', 'INVITED']),
  'time.more': moreTimes,
  'time.save': saveTime,
  'time.back': leaving(leaveTime),
  'family.save': saveFamily(),
  'guardian1.delivery': saveFamily('GUARDIAN_1'),
  'guardian2.delivery': saveFamily('GUARDIAN_2'),
  'child.delivery': saveFamily('CHILD'),
  'family.back': leaving(saveFamily()),
  'check.open': openCheck,
  'preview.open': openPreview,
  'kallelse.send': sendKallelse,
  'kallelse.retry': retrySending,

  'told.save': savePartiesTold,
  'told.back': leaving(savePartiesTold),
  'given.save': saveInvitationsGiven,
  'given.back': leaving(saveInvitationsGiven),

  'answers.save': saveAnswer,
  'answers.back': leaving(leaveAnswers),
  'move.save': saveMove,
  'move.back': leaving(leaveMove),
  'move.send': sendMove,
  'moveCheck.back': leaving(leaveMoveCheck),
  'moved.save': saveMoved,
  'moved.back': leaving(leaveMoved),
  'cancel.keep': keepMeeting,
  'cancel.send': cancelMeeting,
  'calendar.cleared': calendarCleared,
  'link.byHand': linkByHand,
  'childAbsent.move': moveForChild,
  'childVoice.save': saveChildVoice,

  'meeting.open': openMeeting,
  'meeting.pause': pauseMeeting(leavingOf),
  'meeting.resume': resumeMeeting,
  'meeting.breakOff': breakOffMeeting(leavingOf),
  'notHeld.save': meetingNotHeld,
  'screen.open': openScreen(leavingOf),
  'screen.back': leaveScreen,
  'attendance.all': saveAllCame,
  'attendance.save': saveAttendance('childGoal'),
  'attendance.back': leaving(saveAttendance('case')),
  'childGoal.save': saveChildGoal('needs', true),
  'childGoal.back': leaving(saveChildGoal('attendance')),
  'row.undo': undoChange,
  'need.add': saveNeed('needs', true),
  'need.change': saveNeed('CHANGE'),
  'need.remove': removeNeed,
  'needs.more': moreRowsOf('needs'),
  'needs.next': saveNeed('goals'),
  'needs.back': leaving(saveNeed('childGoal')),
  'goal.add': saveGoal('goals', true),
  'goal.change': saveGoal('CHANGE'),
  'goal.remove': removeGoal,
  'goals.more': moreRowsOf('goals'),
  'goals.next': saveGoal('measures'),
  'goals.back': leaving(saveGoal('needs')),
  'review.save': saveReview('measures', true),
  'review.back': leaving(saveReview('goals')),
  'measure.add': saveMeasure('measures', true),
  'measure.change': saveMeasure('CHANGE'),
  'measure.more': saveMeasure('MORE'),
  'measureMore.save': saveMeasureMore('LIST'),
  'measureMore.back': leaving(saveMeasureMore('CHANGE')),
  'measure.remove': removeMeasure,
  'measures.more': moreRowsOf('measures'),
  'measures.next': saveMeasure('responsibility'),
  'measures.back': leaving(saveMeasure('goals')),
  'responsibility.save': saveResponsibility('readback'),
  'responsibility.points': saveResponsibility('openPoints'),
  'responsibility.back': leaving(saveResponsibility('measures')),
  'readback.more': moreOfReadback,
  'readback.back': leaving(openPage('responsibility', ['MEETING'])),
  'openPoint.add': saveOpenPoint('openPoints', true),
  'openPoint.change': saveOpenPoint('CHANGE'),
  'openPoint.remove': removeOpenPoint,
  'openPoints.more': moreRowsOf('openPoints'),
  'openPoints.next': saveOpenPoint('readback'),
  'openPoints.back': leaving(saveOpenPoint('responsibility')),
  'closing.save': saveOldClosing,
  'closing.time': openNextTime,
  'closing.back': leaving(leaveClosing),
  'nextTime.search': searchNextTime,
  'nextTime.save': saveNextTime('closing'),
  'nextTime.back': leaving(leaveNextTime),
  'plan.lock': lockPlan,

  'hand.save': handPlanOver,
  'copy.show': showCopy,
  'copy.more': showMoreOfCopy,
  'copy.close': closeCopy,
  'copy.filed': noteFiled,
  'copy.text': showOwnText,
  'copy.moreText': showMoreOwnText,
  'copy.colleague': chooseColleague,
  'copy.letIn': letInColleague,
  'copy.letOut': letOutColleague,

  'measure.show': showMeasure,
  'measure.close': closeMeasure,
  'measure.done': finishMeasure,
  'plan.show': showPlan,
  'plan.version': showVersion,
  'plan.more': showMoreOfPlan,
  'plan.measureDone': finishFromPlan,
  'homes.save': saveHomes(true),
  'homes.back': leaving(saveHomes(false)),
  'tellChild.save': saveTellChild(true),
  'tellChild.back': leaving(saveTellChild(false)),
  'tellChild.print': printChildPage,
  'anew.open': openAnew,
  ...under('anew1', talkAnewSteps('GUARDIAN_1')),
  ...under('anew2', talkAnewSteps('GUARDIAN_2')),
  ...under('anewChild', talkAnewSteps('CHILD')),
  'consentBefore.stands': consentStands,
  'consentBefore.renewed': consentRenewed,
  'consentBefore.notExtended': consentNotExtended,
  'followUp.call': callFollowUp,
  'followUp.leave': leaveFollowUp,

  'deviations.choose': chooseDeviation,
  'deviation.print': printDeviation,
  'deviation.registered': settleDeviation('REGISTERED'),
  'deviation.notNeeded': settleDeviation('NOT_NEEDED'),
};

/** Graph says that a calendar changed. */
const notifications: Record<NotificationName, Step> = {
  'event.changed': eventChanged,
  'subscription.lost': subscriptionLost,
};

/** What was planned for a point in time. */
const dueItems: Record<DueKind, Step> = {
  'meeting.opens': meetingOpens,
  'meeting.asks': meetingOpens,
  'answers.check': checkAnswers,
  'consent.watch': watchConsent,
  'followUp.remind': remindFollowUp,
  'tellChild.remind': remindTellChild,
  'followUp.day': watchConsent,
  'card.waits': postWaiting,
  'subscription.renew': renewSubscription,
};

/** What came of an effect. */
const results: Record<ResultName, Step> = {
  givenUp: tellGivenUp,
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
  'answers.notRead': answersNotRead,
  'attendees.updated': attendeesUpdated,
  'attendees.waiting': attendeesNotUpdated('NOT_SENT'),
  'attendees.notUpdated': attendeesNotUpdated('FAILED'),
  'cancel.told': cancelTold,
  'cancel.notTold': cancelNotTold,
  'move.sent': moveSent,
  'move.waiting': moveNotSent('NOT_SENT'),
  'move.notSent': moveNotSent('FAILED'),
  'move.stopped': moveStopped,
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
