import { Temporal } from 'temporal-polyfill';
import { sayDate, sayDay, sayMeetingTime } from '../../cards/texts/dates.ts';
import { sayPartner, sayPlace, sayUnits } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { childAt } from '../../domain/attendees.ts';
import { unitsToCall } from '../../domain/calling.ts';
import { isJudged, isNoAnswered, mustBeJudged } from '../../domain/child-answer.ts';
import type { Guardian, TalkPartner } from '../../domain/codes.ts';
import { guardiansOf, isExcused, isYouth } from '../../domain/consent.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { approachable, missingBeforeKallelse } from '../../domain/gates.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { verbOf } from '../../domain/talk-pages.ts';
import { isChildHeard, isChildInformed, isGuardianHeard, talkWith, unitsWishedApart } from '../../domain/talks.ts';
import { asksForReason } from '../../domain/warnings.ts';
import type { View } from '../act.ts';
import { consentRow, signersOf } from './consent-rows.ts';
import { type HeadedRow, type Phase, type Row, row } from './guide-row.ts';

/** The four sittings, and each thing to fill in with how far it has come. */
export function phasesOf(view: View, file: CaseFile): Phase[] {
  const guardians = approachable(file, view.today);
  return [
    { key: 'phase.start', at: ['start', 'startMore'], rows: [startRow(view, file)] },
    {
      key: 'phase.talks',
      at: ['guardian1', 'guardian2', 'child', 'childMore', 'childAble', 'protection', 'goOn'],
      rows: [
        ...guardians.map((guardian) => guardianRow(view, file, guardian)),
        childRow(view, file),
        ...childAbleRows(view, file),
        protectionRow(view, file),
        ...goOnRows(view, file),
      ],
    },
    {
      key: 'phase.consent',
      at: ['consent1', 'consent2', 'consentYouth', 'consentBoard'],
      rows: signersOf(view, file).map((signer) => consentRow(view, file, signer)),
    },
    {
      key: 'phase.kallelse',
      at: ['invite', 'time', 'family'],
      rows: [inviteRow(view, file), timeRow(view, file), familyRow(view, file)],
    },
  ];
}

export const headedRows = ({ language }: View, phases: readonly Phase[]): HeadedRow[] =>
  phases.flatMap(({ key, rows }) => rows.map((one, n) => ({ ...one, heading: n === 0 ? say(language, key) : null })));

function startRow(view: View, { case: { ageBand } }: CaseFile): Row {
  const state =
    ageBand && view.viewer
      ? say(view.language, `ageBand.${ageBand}`)
      : say(view.language, ageBand ? 'state.filledIn' : 'state.notFilledIn');
  return row(view, say(view.language, 'row.start'), state, ageBand !== null, 'start');
}

function talkState({ language, today }: View, file: CaseFile, partner: TalkPartner, isHeard: boolean): string {
  const talk = talkWith(file, partner);
  if (isHeard)
    return talk?.heldOn
      ? say(language, 'state.heldOn', { day: sayDate(language, talk.heldOn, today) })
      : say(language, 'state.done');
  const rang = talk?.notReached.at(-1);
  if (rang) return say(language, 'state.rang', { day: sayDay(language, Temporal.PlainDate.from(rang)) });
  return say(language, talk ? 'state.begun' : 'state.notRecorded');
}

function guardianRow(view: View, file: CaseFile, guardian: Guardian): Row {
  const isHeard = isGuardianHeard(file, guardian);
  const label = say(view.language, 'row.guardian', { who: sayPartner(view.language, file.case, guardian) });
  return row(
    view,
    label,
    isExcused(file.case, guardian) ? say(view.language, 'state.excused') : talkState(view, file, guardian, isHeard),
    isHeard,
    verbOf(guardian),
  );
}

function childRow(view: View, file: CaseFile): Row {
  const youth = isYouth(file.case, view.today);
  const isHeard = isChildHeard(file, youth) && isChildInformed(file, youth);
  const label = say(view.language, 'row.child');
  return row(view, label, talkState(view, file, 'CHILD', isHeard), isHeard, 'child');
}

/** Only that it is judged: what was said is on its page. */
function childAbleRows(view: View, file: CaseFile): Row[] {
  if (!mustBeJudged({ ...view, file })) return [];
  const judged = isJudged({ file });
  const state = say(view.language, judged ? 'state.judged' : 'state.notJudged');
  return [row(view, say(view.language, 'row.childAble'), state, judged, 'childAble')];
}

function protectionRow(view: View, { case: { safety } }: CaseFile): Row {
  const isAsked = safety !== null && safety !== 'UNKNOWN';
  return row(
    view,
    say(view.language, 'row.protection'),
    say(view.language, isAsked ? 'state.asked' : 'state.notAsked'),
    isAsked,
    'protection',
  );
}

/** They do not want the same. Which units it is about is for whoever works in the case: what stands says only that. */
function goOnRows(view: View, file: CaseFile): Row[] {
  const { language, register, today, viewer } = view;
  const moment = { ...view, file };
  const reasons = asksForReason(moment);
  if (!reasons.childNo && !reasons.differ) return [];
  const isAnswered = (!reasons.childNo || isNoAnswered(moment)) && (!reasons.differ || file.case.differReason !== null);
  const apart = reasons.differ && viewer ? unitsWishedApart(file, guardiansOf(file.case, today)) : [];
  const units = sayUnits(register, apart);
  const open = units ? say(language, 'state.differOver', { units }) : say(language, 'state.notAsked');
  return [row(view, say(language, 'row.goOn'), isAnswered ? say(language, 'state.asked') : open, isAnswered, 'goOn')];
}

function inviteRow(view: View, file: CaseFile): Row {
  const { language } = view;
  const label = say(language, 'row.invite');
  const people = participantsOf(file, currentMeeting(file));
  const units = new Set(people.map((one) => one.unitId)).size;
  if (people.length === 0) {
    const isOpen = unitsToCall({ ...view, file }).length > 0;
    return row(
      view,
      label,
      isOpen ? say(language, 'state.notChosen') : notBefore(view, 'phase.consent'),
      false,
      'invite',
    );
  }
  const gaps = missingBeforeKallelse({ ...view, file }).map(({ gate }) => gate);
  // Without a whole consent nobody stands in it, and that is said at the forms.
  const isOutside = gaps.includes('consentedOnly') && !gaps.includes('signature') && !gaps.includes('topics');
  const state = isOutside ? 'state.invitedOutside' : 'state.invited';
  return row(view, label, say(language, state, { people: people.length, units }), !isOutside, 'invite');
}

function timeRow(view: View, file: CaseFile): Row {
  const { language, register, today } = view;
  const meeting = currentMeeting(file);
  const startAt = meeting?.startAt;
  const place = meeting ? sayPlace(language, register, meeting) : '';
  const time =
    startAt && meeting.endAt
      ? sayMeetingTime(language, startAt, meeting.endAt, { today })
      : participantsOf(file, meeting).length > 0
        ? say(language, 'state.notChosen')
        : notBefore(view, 'row.invite');
  return row(view, say(language, 'row.time'), place ? `${time} · ${place}` : time, startAt != null, 'time');
}

/** A yes to a time; a part of the meeting for the child has its own. */
function familyRow(view: View, file: CaseFile): Row {
  const { language } = view;
  const meeting = currentMeeting(file);
  const label = say(language, 'row.family');
  if (!meeting?.startAt) return row(view, label, notBefore(view, 'row.time'), false, 'family');
  const lacksTimes = childAt(file, meeting) === 'PART' && (meeting.childFrom === null || meeting.childTo === null);
  const agreed = lacksTimes ? 'state.childTimesMissing' : 'state.agreed';
  const state = say(language, meeting.familyAgreed ? agreed : 'state.notAsked');
  return row(view, label, state, meeting.familyAgreed && !lacksTimes, 'family');
}

/** What comes first. The button is there all the same, and its page says the same. */
const notBefore = ({ language }: View, what: 'phase.consent' | 'row.invite' | 'row.time'): string =>
  say(language, 'state.notBefore', { what: say(language, what).toLowerCase() });
