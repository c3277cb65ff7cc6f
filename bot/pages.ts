/**
 * Every page of every card that stands in Teams: its name, and the projection that draws it. In the order of the
 * process.
 */
import { type CaseStatus, GOES_ON } from '../domain/codes.ts';
import type { OpenPage, PageName } from '../domain/names.ts';
import type { Page } from './act.ts';
import { casePage } from './case/case-page.ts';
import { casesPage } from './case/cases-page.ts';
import { checkPage } from './case/check-page.ts';
import { closePage } from './case/close-page.ts';
import { guidePage } from './case/guide-page.ts';
import { handoverPage } from './case/handover-page.ts';
import { helpPage } from './case/help-page.ts';
import { moreCasePage, morePage } from './case/more-page.ts';
import { paperPage } from './case/paper-page.ts';
import { proposePage } from './case/propose-page.ts';
import { startMorePage } from './case/start-more-page.ts';
import { startPage } from './case/start-page.ts';
import { teamPage } from './case/team-page.ts';
import { consentPage, consentScopePage } from './consent/consent-page.ts';
import { reasonsToGoOnPage } from './consent/reasons-to-go-on-page.ts';
import { refusePage } from './consent/refuse-page.ts';
import { withdrawPage } from './consent/withdraw-page.ts';
import { deviationPage } from './deviation/deviation-page.ts';
import { deviationsPage } from './deviation/deviations-page.ts';
import { homesPage } from './followup/homes-page.ts';
import { measureOpenPage, measurePage } from './followup/measure-page.ts';
import { planPage } from './followup/plan-page.ts';
import { tellChildPage } from './followup/tell-child-page.ts';
import { answersPage } from './meeting/answers-page.ts';
import { cancelPage } from './meeting/cancel-page.ts';
import { childAbsentPage } from './meeting/child-absent-page.ts';
import { childVoicePage } from './meeting/child-voice-page.ts';
import { familyPage } from './meeting/family-page.ts';
import { invitationsGivenPage } from './meeting/invitations-given-page.ts';
import { invitePage } from './meeting/invite-page.ts';
import { missingPage } from './meeting/missing-page.ts';
import { moveCheckPage } from './meeting/move-check-page.ts';
import { movePage } from './meeting/move-page.ts';
import { movedPage } from './meeting/moved-page.ts';
import { partiesToldPage } from './meeting/parties-told-page.ts';
import { previewPage } from './meeting/preview-page.ts';
import { timePage, timeSearchingPage } from './meeting/time-page.ts';
import { printPage } from './print/print-page.ts';
import { attendancePage } from './sip/attendance-page.ts';
import { childGoalPage } from './sip/child-goal-page.ts';
import { closingPage } from './sip/closing-page.ts';
import { goalsPage } from './sip/goals-page.ts';
import { measureMorePage } from './sip/measure-more-page.ts';
import { measuresPage } from './sip/measures-page.ts';
import { needsPage } from './sip/needs-page.ts';
import { notHeldPage } from './sip/not-held-page.ts';
import { notKeptPage } from './sip/not-kept-page.ts';
import { openPointsPage } from './sip/open-points-page.ts';
import { pausedPage } from './sip/paused-page.ts';
import { readbackPage } from './sip/readback-page.ts';
import { responsibilityPage } from './sip/responsibility-page.ts';
import { reviewPage } from './sip/review-page.ts';
import { screenPage } from './sip/screen-page.ts';
import { allOnPaperPage } from './talks/all-on-paper-page.ts';
import { childAblePage } from './talks/child-able-page.ts';
import { childMorePage } from './talks/child-more-page.ts';
import { childTalkPage } from './talks/child-talk-page.ts';
import { excusePage } from './talks/excuse-page.ts';
import { guardianTalkPage } from './talks/guardian-talk-page.ts';
import { paperOnlyLiftedPage } from './talks/paper-only-lifted-page.ts';
import { practicalPage } from './talks/practical-page.ts';
import { protectionPage } from './talks/protection-page.ts';

export const pages: Record<PageName, Page> = {
  // overviews
  help: helpPage,
  cases: casesPage(0),
  cases2: casesPage(1),
  cases3: casesPage(2),
  cases4: casesPage(3),
  cases5: casesPage(4),
  // 1 start
  start: startPage,
  startMore: startMorePage,
  allOnPaper: allOnPaperPage,
  guide: guidePage,
  paper: paperPage,
  // at any time
  propose: proposePage,
  print: printPage,
  more: morePage,
  moreCase: moreCasePage,
  team: teamPage,
  handover: handoverPage,
  close: closePage,
  // 2 after the talks
  guardian1: guardianTalkPage('GUARDIAN_1'),
  guardian1Practical: practicalPage('GUARDIAN_1'),
  guardian1Excuse: excusePage('GUARDIAN_1'),
  guardian2: guardianTalkPage('GUARDIAN_2'),
  guardian2Practical: practicalPage('GUARDIAN_2'),
  guardian2Excuse: excusePage('GUARDIAN_2'),
  child: childTalkPage,
  childMore: childMorePage,
  childAble: childAblePage,
  childPractical: practicalPage('CHILD'),
  protection: protectionPage,
  lift: paperOnlyLiftedPage,
  // 3 consent
  consent1: consentPage('GUARDIAN_1'),
  consent1Scope: consentScopePage('GUARDIAN_1'),
  consent2: consentPage('GUARDIAN_2'),
  consent2Scope: consentScopePage('GUARDIAN_2'),
  consentYouth: consentPage('YOUTH'),
  consentYouthScope: consentScopePage('YOUTH'),
  consentBoard: consentPage('SOCIAL_BOARD'),
  consentBoardScope: consentScopePage('SOCIAL_BOARD'),
  refuse: refusePage,
  goOn: reasonsToGoOnPage,
  withdraw: withdrawPage,
  // 4 kallelse
  invite: invitePage,
  'time-searching': timeSearchingPage,
  time: timePage(3),
  'time-more': timePage(9),
  family: familyPage,
  missing: missingPage,
  check: checkPage,
  told: partiesToldPage,
  given: invitationsGivenPage,
  preview: previewPage,
  case: casePage,
  answers: answersPage,
  move: movePage,
  moved: movedPage,
  moveCheck: moveCheckPage,
  cancel: cancelPage,
  childAbsent: childAbsentPage,
  childVoice: childVoicePage,
  // 5 the meeting
  paused: pausedPage,
  screen: screenPage,
  attendance: attendancePage,
  childGoal: childGoalPage,
  needs: needsPage,
  goals: goalsPage,
  review: reviewPage,
  measures: measuresPage,
  measureMore: measureMorePage,
  responsibility: responsibilityPage,
  openPoints: openPointsPage,
  readback: readbackPage,
  closing: closingPage,
  notHeld: notHeldPage,
  notKept: notKeptPage,
  // 6 follow-up
  plan: planPage,
  homes: homesPage,
  tellChild: tellChildPage,
  deviations: deviationsPage,
  deviation: deviationPage,
  measure: measurePage,
  'measure-open': measureOpenPage,
};

/**
 * Pages that a button does no more than turn the card to (`print.open`), and where in the process it may. What does
 * more when it opens has a step of its own.
 */
export const openDuring = {
  start: GOES_ON,
  startMore: GOES_ON,
  allOnPaper: ['PREPARING'],
  child: ['PREPARING'],
  childMore: ['PREPARING'],
  childAble: GOES_ON,
  protection: GOES_ON,
  lift: ['PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE'],
  print: [...GOES_ON, 'STOPPED'],
  more: [...GOES_ON, 'STOPPED'],
  moreCase: [...GOES_ON, 'STOPPED'],
  team: GOES_ON,
  handover: GOES_ON,
  close: [...GOES_ON, 'STOPPED'],
  refuse: GOES_ON,
  goOn: GOES_ON,
  withdraw: GOES_ON,
  family: ['PREPARING'],
  told: ['INVITED', 'PLAN_ACTIVE'],
  given: ['PREPARING', 'INVITED'],
  answers: ['INVITED'],
  move: ['INVITED'],
  moved: ['INVITED'],
  cancel: ['INVITED'],
  childAbsent: ['INVITED'],
  childVoice: ['INVITED'],
  notHeld: ['INVITED', 'MEETING'],
  attendance: ['MEETING'],
  childGoal: ['MEETING'],
  needs: ['MEETING'],
  goals: ['MEETING'],
  review: ['MEETING'],
  measures: ['MEETING'],
  responsibility: ['MEETING'],
  openPoints: ['MEETING'],
  closing: ['MEETING'],
  homes: GOES_ON,
  tellChild: GOES_ON,
  deviations: ['PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE'],
} as const satisfies Partial<Record<OpenPage, readonly CaseStatus[]>>;
