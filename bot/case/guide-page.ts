import { guide } from '../../cards/guide.ts';
import { sayDay, sayMeetingTime } from '../../cards/texts/dates.ts';
import { sayPartner } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import type { Language, Signer, TalkPartner } from '../../domain/codes.ts';
import { CONSENT_PAGES, draftConsent, isYouth, latestConsent, requiredSigners } from '../../domain/consent.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { type Missing, missingBeforeKallelse } from '../../domain/gates.ts';
import type { CaseFile } from '../../domain/rows.ts';
import { isChildHeard, isGuardianHeard, talkWith } from '../../domain/talks.ts';
import { mayWithdraw } from '../../domain/withdrawal.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { sayNext } from './say-next.ts';

type Row = { label: string; state: string; button: string; verb: string };
type Phase = { key: string; at: readonly string[]; rows: Row[] };

/** What the case card shows while the case is being prepared: the four sittings, and each thing to fill in with how far it has come. */
export const guidePage = definePage(guide, (view) => {
  const file = caseOf(view);
  const { language, register, now } = view;
  const missing = missingBeforeKallelse({ file, settings: register.settings, now });
  const phases = phasesOf(view, file);
  return {
    data: {
      title: say(language, 'case.title', { word: register.settings.meetingWord, code: file.case.code }),
      next: sayNext(view, file),
      canWithdraw: mayWithdraw(file).length > 0,
      strip: stripOf(language, phases, missing),
      rows: phases.flatMap(({ rows }) => rows),
    },
  };
});

/** "Start ✓ › **Efter samtalen** › Samtycke › Kallelse": the first sitting with something missing is where you are. */
function stripOf(language: Language, phases: Phase[], missing: Missing[]): string {
  const open = phases.map(({ at }) => missing.some((gap) => at.includes(gap.at)));
  const here = open.indexOf(true);
  return phases
    .map(({ key }, index) => {
      const word = say(language, key);
      if (!open[index]) return `${word} ✓`;
      return index === here ? `**${word}**` : word;
    })
    .join(' › ');
}

function phasesOf(view: View, file: CaseFile): Phase[] {
  const youth = isYouth(file.case);
  const guardians = youth ? [] : requiredSigners(file.case);
  return [
    { key: 'phase.start', at: ['start'], rows: [startRow(view, file)] },
    {
      key: 'phase.talks',
      at: ['guardian1', 'guardian2', 'child', 'protection'],
      rows: [
        ...guardians.map((guardian) => guardianRow(view, file, guardian as Exclude<Signer, 'YOUTH'>)),
        childRow(view, file),
        protectionRow(view, file),
      ],
    },
    {
      key: 'phase.consent',
      at: ['consent1', 'consent2', 'consentYouth'],
      rows: requiredSigners(file.case).map((signer) => consentRow(view, file, signer)),
    },
    { key: 'phase.kallelse', at: ['invite', 'time'], rows: [inviteRow(view, file), timeRow(view, file)] },
  ];
}

const CHOSEN = ['invite.open', 'time.open'];

function row({ language }: View, label: string, state: string, isFilled: boolean, verb: string): Row {
  const toDo = CHOSEN.includes(verb) ? 'button.choose' : 'button.fillIn';
  return { label, state, button: say(language, isFilled ? 'button.change' : toDo), verb };
}

function startRow(view: View, { case: { ageBand } }: CaseFile): Row {
  const state = ageBand ? say(view.language, `ageBand.${ageBand}`) : say(view.language, 'state.notFilledIn');
  return row(view, say(view.language, 'row.start'), state, ageBand !== null, 'start.open');
}

function talkState({ language }: View, file: CaseFile, partner: TalkPartner, isHeard: boolean): string {
  const talk = talkWith(file, partner);
  if (isHeard) return talk?.heldOn ? say(language, 'state.heldOn', { day: sayDay(language, talk.heldOn) }) : say(language, 'state.done');
  return say(language, talk ? 'state.begun' : 'state.notRecorded');
}

function guardianRow(view: View, file: CaseFile, guardian: 'GUARDIAN_1' | 'GUARDIAN_2'): Row {
  const isHeard = isGuardianHeard(file, guardian);
  const label = say(view.language, 'row.guardian', { who: sayPartner(view.language, file.case, guardian) });
  return row(
    view,
    label,
    talkState(view, file, guardian, isHeard),
    isHeard,
    guardian === 'GUARDIAN_1' ? 'guardian1.open' : 'guardian2.open',
  );
}

function childRow(view: View, file: CaseFile): Row {
  const isHeard = isChildHeard(file);
  const label = say(view.language, isYouth(file.case) ? 'row.youth' : 'row.child');
  return row(view, label, talkState(view, file, 'CHILD', isHeard), isHeard, 'child.open');
}

function protectionRow(view: View, { case: { protectedIdentity, secretPlace } }: CaseFile): Row {
  const isAsked = [protectedIdentity, secretPlace].every((answer) => answer !== null && answer !== 'UNKNOWN');
  return row(
    view,
    say(view.language, 'row.protection'),
    say(view.language, isAsked ? 'state.asked' : 'state.notAsked'),
    isAsked,
    'protection.open',
  );
}

function consentRow(view: View, file: CaseFile, signer: Signer): Row {
  const { language } = view;
  const consent = latestConsent(file, signer);
  const ends = consent?.validToOn;
  const state = ends
    ? say(language, 'state.consentTo', { day: sayDay(language, ends) })
    : say(language, draftConsent(file, signer) ? 'state.begun' : 'state.notSigned');
  const label = say(language, 'row.consent', { who: sayPartner(language, file.case, signer) });
  return row(view, label, state, consent !== undefined, `${CONSENT_PAGES[signer]}.open`);
}

function inviteRow(view: View, file: CaseFile): Row {
  const people = participantsOf(file, currentMeeting(file));
  const units = new Set(people.map((one) => one.unitId)).size;
  const state =
    people.length > 0 ? say(view.language, 'state.invited', { people: people.length, units }) : say(view.language, 'state.notChosen');
  return row(view, say(view.language, 'row.invite'), state, people.length > 0, 'invite.open');
}

function timeRow(view: View, file: CaseFile): Row {
  const { language, register } = view;
  const meeting = currentMeeting(file);
  const startAt = meeting?.startAt;
  const place = register.places.find((one) => one.id === meeting?.placeId)?.name;
  const time = startAt && meeting.endAt ? sayMeetingTime(language, startAt, meeting.endAt) : say(language, 'state.notChosen');
  return row(view, say(language, 'row.time'), place ? `${time} · ${place}` : time, startAt != null, 'time.open');
}
