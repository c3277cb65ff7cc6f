/**
 * No heading contradicts its notice: what a sentence or a button claims is true of the case, on every card, in every
 * phase and whatever befell it. Two that are both true do not contradict each other.
 */
import { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { type Context, newAct, type Outcome } from '../../bot/act.ts';
import { pages } from '../../bot/pages.ts';
import { steps } from '../../bot/steps.ts';
import { guide } from '../../cards/case/guide.ts';
import { say } from '../../cards/texts/say.ts';
import { calendarAlarms } from '../../domain/calendar-alarms.ts';
import { withChanges } from '../../domain/changes.ts';
import { isNoAnswered } from '../../domain/child-answer.ts';
import { commonConsent, hasScope, liveConsents } from '../../domain/consent.ts';
import { currentMeeting, goesOn, hasPlanInForce, lockedPlan, opensAt, participantsOf } from '../../domain/current.ts';
import { isOnOrBefore } from '../../domain/days.ts';
import { daysToCover } from '../../domain/deadlines.ts';
import { mayBookAsAgreed } from '../../domain/follow-up.ts';
import { isPaperOnly, lacksConsent, missingBeforeKallelse } from '../../domain/gates.ts';
import { handedSoFar, mayHand } from '../../domain/handing.ts';
import type { Moment } from '../../domain/moment.ts';
import { handMoveGap } from '../../domain/moved-by-hand.ts';
import { missingBeforeMove, openMove } from '../../domain/moves.ts';
import type { PageName, Verb } from '../../domain/names.ts';
import type { Card } from '../../domain/ports.ts';
import { homePage, pageNow } from '../../domain/posting.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import { failedSending } from '../../domain/sending.ts';
import { stillToDo } from '../../domain/still-to-do.ts';
import { planToTell } from '../../domain/tell-child.ts';
import { asksForReason } from '../../domain/warnings.ts';
import { promisesLeft } from '../../domain/while-plan-holds.ts';
import { mainOf } from '../support/card-json.ts';
import { consentRow } from '../support/case-rows.ts';
import { cardOf, NOW, registerWith, viewOf } from '../support/case-views.ts';
import { EVENTS, momentIn, PHASES } from '../support/situations.ts';
import { actionsOf, elementsOf } from './walk-card.ts';

const UNITS = ['elevhalsan', 'individ-och-familj', 'bup-dalsland'];
const day = (text: string) => Temporal.PlainDate.from(text);
const register = registerWith();
const status = ({ file }: Moment) => file.case.status;
const meetingOf = ({ file }: Moment) => currentMeeting(file);
const canSend = (moment: Moment) => status(moment) === 'PREPARING' && missingBeforeKallelse(moment).length === 0;
const isSent = (moment: Moment) => meetingOf(moment)?.status === 'SENT' && meetingOf(moment)?.eventState !== 'GONE';
const isOpen = (moment: Moment) => {
  const meeting = meetingOf(moment);
  const opens = meeting && opensAt(meeting);
  return opens != null && isOnOrBefore(opens, moment.now) && hasScope(moment.file, 'MEETING', moment.today);
};
const nothingLeft = (moment: Moment) =>
  isSent(moment) &&
  lacksConsent(moment).length === 0 &&
  stillToDo(moment).length === 0 &&
  handMoveGap(moment) === null &&
  calendarAlarms(meetingOf(moment) as never).length === 0 &&
  (!asksForReason(moment).childNo || isNoAnswered(moment));
const lacks = (moment: Moment) => liveConsents(moment.file, moment.today) === null;
const mayMoveThere = (moment: Moment) =>
  openMove(moment.file)?.state === 'DRAFT' && missingBeforeMove(moment).every(({ gate }) => gate === 'familyTime');

const areAllHanded = (moment: Moment) => handedSoFar(moment).done === handedSoFar(moment).all;

/** What must be so where these words stand, anywhere on a card. */
const CLAIMS: readonly (readonly [says: RegExp, isSo: (moment: Moment) => boolean])[] = [
  [/Allt är klart|Kallelsen kan skickas nu|Nu kan du skicka kallelsen|kallelsen och skicka den/, canSend],
  [/Du kan inte skicka kallelsen än|Kallelsen kan inte skickas än/, (moment) => !canSend(moment)],
  [/^[A-Z0-9-]+ · (Uppföljning · )?Kallelsen är skickad$/, isSent],
  [/Kallelsen är (\*\*)?inte(\*\*)? skickad/, (moment) => !isSent(moment)],
  [/Nästa steg är mötet/, nothingLeft],
  [
    /^Alla har svarat/,
    ({ file }) => participantsOf(file, currentMeeting(file)).every(({ answer }) => answer !== 'NONE'),
  ],
  [/Öppna mötet\.|Öppna det och skriv planen/, isOpen],
  [/(?<!Ett tidigare möte |ett möte som var bokat )är inställt/i, (moment) => !isSent(moment)],
  [/Mötet blir av som bestämt/, nothingLeft],
  [/Mötet pågår/, (moment) => status(moment) === 'MEETING' && meetingOf(moment)?.pausedAt === null],
  [/Mötet har paus/, (moment) => meetingOf(moment)?.pausedAt !== null],
  [/Planen gäller$/, ({ file }) => lockedPlan(file) !== undefined],
  [/Gäller samtycket fortfarande\?/, (moment) => !lacks(moment)],
  [/eller flytta mötet|Välj en ny tid, eller ställ in/, isSent],
  [/Samtycket går ut före mötet/, (moment) => !canSend(moment)],
  [/har gått ut|börjat gälla än|En underskrift saknas/, lacks],
  [/inget ämne gemensamt/, ({ file, today }) => commonConsent(file, [today]) === null],
  [/Stoppat$|Vilar$|Avslutat$/, ({ file }) => !goesOn(file)],
  [/Förbereds|Förbered|Välj vilka som kallas\.$|Välj tid och plats/, (moment) => status(moment) === 'PREPARING'],
  [/Samma personer/, ({ file }) => participantsOf(file, currentMeeting(file)).length > 0],
  [/Nu kan du välja vilka som kallas/, (moment) => !lacks(moment)],
  [/Mötet ställs in/, (moment) => !isSent(moment)],
  [/på papper$/, ({ file }) => isPaperOnly(file)],
  [/Alla åtgärder är klara/, ({ file }) => promisesLeft(file).ongoing === 0],
  [/^Lämna planen\./, (moment) => !areAllHanded(moment)],
  [
    /^Lämna planen till de hem|^Lämna planen till den unge/,
    (moment) => stillToDo(moment).some(({ key }) => key === 'homes'),
  ],
  [/^Planen är lämnad till alla|^Alla har fått planen/, (moment) => areAllHanded(moment)],
  [/skulle få veta senast/, (moment) => planToTell(moment) !== null],
  [/Ni har bestämt en tid för uppföljningen/, mayBookAsAgreed],
  [/Det här saknas:/, (moment) => missingBeforeKallelse(moment).length > 0 || missingBeforeMove(moment).length > 0],
];

/** What must be so where the button stands. */
const BUTTONS: Partial<Record<Verb, (moment: Moment) => boolean>> = {
  'kallelse.send': canSend,
  'preview.open': canSend,
  'move.send': mayMoveThere,
  'meeting.open': (moment) => status(moment) === 'MEETING' || isOpen(moment),
  'kallelse.retry': ({ file, today }) =>
    failedSending(file) !== null && commonConsent(file, daysToCover(currentMeeting(file)?.startAt, today)) !== null,
  'move.open': isSent,
  'moved.open': (moment) => handMoveGap(moment) === 'ASK',
  'case.resume': (moment) => status(moment) === 'STOPPED',
  'print.plan': ({ file }) => lockedPlan(file) !== undefined && goesOn(file) && !isPaperOnly(file),
  'plan.show': ({ file }) => lockedPlan(file) !== undefined && goesOn(file),
  'followUp.call': (moment) => status(moment) === 'PLAN_ACTIVE',
  'family.save': (moment) => meetingOf(moment)?.startAt != null,
};

const textsOf = (card: Card): string[] =>
  elementsOf(card).flatMap(({ type, text }) => (type === 'TextBlock' || type === 'TextRun' ? [String(text)] : []));

function contradictions(card: Card, moment: Moment): string[] {
  const said = textsOf(card).flatMap((text) =>
    CLAIMS.filter(([says, isSo]) => says.test(text) && !isSo(moment)).map(() => text),
  );
  const verbs = actionsOf(card).map(({ verb }) => verb as Verb);
  const shown = verbs.filter((verb) => BUTTONS[verb] && !BUTTONS[verb](moment));
  return [...said, ...shown];
}

/** What the heading asks for, and the button that does it. */
const ASKS: readonly (readonly [heading: RegExp, main: RegExp])[] = [
  [/kan skickas nu/, /^check\.open$/],
  [/Öppna mötet\.|Mötet pågår|har paus|Öppna det och/, /^meeting\.open$/],
  [/Försök igen/, /^kallelse\.retry$/],
  [/ny blankett|underskriv|ämne gemensamt|ett nytt samtycke\./, /^consent\w+\.open$|^followUp\.call$/],
  [/flyttat i Outlook\. Fråga/, /^moved\.open$/],
  [/Välj en ny tid, eller|Välj en tid, eller/, /^move\.open$/],
  [/Gäller samtycket fortfarande/, /^followUp\.call$/],
  [/^Lämna familjens inbjudan/, /^given\.open$/],
  [/vet inte än vem|ämne är borttaget|har inte bekräftat/, /^told\.open$/],
  [/kan komma i stället/, /^answers\.open$/],
  [/Någon vill inte som de andra/, /^goOn\.open$/],
  [/^Välj vilka som kallas/, /^invite\.open$/],
  [/^Välj tid/, /^time\.open$/],
  [/^Fråga familjen om tiden, och/, /^family\.open$/],
  [/skyddade uppgifter\.$/, /^protection\.open$/],
];

const homeOf = (file: CaseFile, notice?: string): Card => {
  const page = homePage(file);
  return cardOf(page, viewOf(page, file, 'sv', register), notice);
};

/** What is found in each of a phase's situations, by what befell it; nothing is found where nothing is wrong. */
function found(phase: string, look: (file: CaseFile, moment: Moment) => string[]): Record<string, string[]> {
  const file = PHASES[phase];
  if (!file) throw new Error(`no phase ${phase}`);
  const each = Object.entries(EVENTS).map(([event, change]) => {
    const changed = change(file);
    return [event, look(changed, momentIn(changed, register))] as const;
  });
  return Object.fromEntries(each.filter(([, wrong]) => wrong.length > 0));
}

/** Pages on the way to a kallelse or a move, where the process shows them. */
const ON_THE_WAY: readonly (readonly [page: PageName, isThere: (file: CaseFile) => boolean])[] = [
  ...(['missing', 'check', 'preview', 'family'] as const).map(
    (page) => [page, (file: CaseFile) => homePage(file) === 'guide'] as const,
  ),
  ['moveCheck', (file) => file.case.status === 'INVITED' && openMove(file)?.state === 'DRAFT'],
];

/** Pages of a plan in force. */
const OF_THE_PLAN: typeof ON_THE_WAY = [
  ['plan', hasPlanInForce],
  ['hand', mayHand],
];

describe.each(Object.keys(PHASES))('%s', (phase) => {
  it('the card says nothing that is not so, and shows no button of a closed gate', () => {
    expect(found(phase, (file, moment) => contradictions(homeOf(file), moment))).toEqual({});
  });

  it('nor does any page on the way, or of the plan', () => {
    const look = (file: CaseFile, moment: Moment) =>
      [...ON_THE_WAY, ...OF_THE_PLAN]
        .filter(([, isThere]) => isThere(file))
        .flatMap(([page]) =>
          contradictions(cardOf(page, viewOf(page, file, 'sv', register)), moment).map((text) => `${page}: ${text}`),
        );
    expect(found(phase, look)).toEqual({});
  });

  it('and each of those has one main button', () => {
    const look = (file: CaseFile) =>
      ON_THE_WAY.filter(([, isThere]) => isThere(file)).flatMap(([page]) => {
        const main = mainOf(cardOf(page, viewOf(page, file, 'sv', register)));
        return main.length === 1 ? [] : [`${page}: ${main.join()}`];
      });
    expect(found(phase, look)).toEqual({});
  });

  it('one main button at most, and it does what the heading asks for; the guide always has one', () => {
    const look = (file: CaseFile) => {
      const card = homeOf(file);
      const main = mainOf(card);
      const heading = textsOf(card)[1] ?? '';
      const [, does] = ASKS.find(([says]) => says.test(heading)) ?? [];
      const isMissing = main.length === 0 && (does !== undefined || homePage(file) !== 'case');
      const isOther = does !== undefined && !does.test(main[0] ?? '');
      return main.length > 1 || isMissing || isOther ? [`${heading} ${main.join()}`] : [];
    };
    expect(found(phase, look)).toEqual({});
  });

  it('a row of the guide has its ✓ only where nothing is missing', () => {
    const look = (file: CaseFile, moment: Moment) => {
      if (homePage(file) !== 'guide') return [];
      const { rows } = guide.data.parse(pages.guide.show(viewOf('guide', file, 'sv', register)).data);
      // A topic in common is nobody's form in particular, and where no consent is whole nobody stands in it.
      const missing = missingBeforeKallelse(moment).filter(({ gate }) => gate !== 'topics' && gate !== 'consentedOnly');
      const ticked: string[] = rows.filter(({ state }) => state.endsWith('✓')).map(({ verb }) => verb);
      return missing.map(({ at }) => `${at}.open`).filter((verb) => ticked.includes(verb));
    };
    expect(found(phase, look)).toEqual({});
  });
});

/** Buttons that end on the overview with a sentence about what was done. */
const FORM = {
  parties: UNITS.join(),
  topics: 'SCHOOL',
  scopes: 'MEETING,BETWEEN_MEETINGS',
  originalLocation: 'Pärm 3',
};
const SAYING: readonly (readonly [verb: Verb, filled: Record<string, string>])[] = [
  ['consent1.record', FORM],
  ['consent2.record', FORM],
  ['withdraw.save', { givenBy: 'GUARDIAN_1', what: 'ALL' }],
  ['withdraw.save', { givenBy: 'GUARDIAN_1', what: 'PARTY:bup-dalsland' }],
  ['withdraw.save', { givenBy: 'CHILD' }],
  ['refuse.save', {}],
  ['case.resume', {}],
  ['protection.save', { protectedIdentity: 'NO', secretPlace: 'PLACE_ORALLY' }],
  ['protection.save', { protectedIdentity: 'YES', secretPlace: 'NO' }],
  ['cancel.keep', {}],
  ['cancel.send', {}],
  ['moved.save', { familyAgreed: 'true', lateReason: 'HOLIDAY' }],
  ['childVoice.save', { participation: 'LETTER', voiceKeeper: 'CONVENER' }],
  ['notHeld.save', { reason: 'FAMILY' }],
  ['meeting.breakOff', {}],
  ['followUp.call', {}],
  ['followUp.leave', {}],
];

/** A new form that is filled in and not recorded yet. */
const withDrafts = (file: CaseFile): CaseFile => ({
  ...file,
  consents: [
    ...file.consents,
    ...(['GUARDIAN_1', 'GUARDIAN_2'] as const).map((givenBy) =>
      consentRow(file.case.id, {
        givenBy,
        signedOn: day('2027-03-01'),
        validFromOn: day('2027-03-01'),
        recordedAt: null,
      }),
    ),
  ],
});

/** As it is pressed on the case's card; what is asked once is pressed once more. */
async function press(verb: Verb, filled: Record<string, string>, file: CaseFile): Promise<Outcome | null> {
  const step = steps.verb[verb];
  if (!step || (step.during && !step.during.includes(file.case.status))) return null;
  const view = viewOf('case', file, 'sv', register);
  const pressed = async (posting: Posting): Promise<Outcome> => {
    const context: Context = {
      act: newAct('verb', verb, 'k', { turn: posting.turn, postingId: posting.id, data: filled }),
      form: undefined,
      person: view.viewer,
      file,
      ownCases: [],
      posting,
      register,
      language: 'sv',
      now: NOW,
      today: view.today,
      store: {} as Context['store'],
      hasInputs: () => true,
      isLive: () => true,
      newId: uuid,
    };
    const form = step.form?.(context).safeParse(filled);
    return form && !form.success ? { code: 'invalid' } : await step.run({ ...context, form: form?.data });
  };
  const first = await pressed(view.posting);
  return first.warned ? pressed({ ...view.posting, warned: verb, notice: first.notice ?? null }) : first;
}

const heard = new Set<string>();
async function wrongAfter(verb: Verb, filled: Record<string, string>, file: CaseFile): Promise<string[]> {
  const before = withDrafts(file);
  const outcome = await press(verb, filled, before);
  if (!outcome?.notice || outcome.errors) return [];
  const after = withChanges(before, outcome.changes ?? []);
  if (outcome.page === undefined || pageNow(outcome.page, after) !== homePage(after)) return [];
  heard.add(outcome.notice.key);
  const notice = say('sv', outcome.notice.key, outcome.notice.values);
  return contradictions(homeOf(after, notice), momentIn(after, register)).map((text) => `${notice}: ${text}`);
}

describe.each(Object.entries(PHASES))('what was done is so beside the overview that it stands on: %s', (_, phase) => {
  it.each(SAYING)('%s %o', async (verb, filled) => {
    for (const [event, change] of Object.entries(EVENTS))
      expect(await wrongAfter(verb, filled, change(phase)), event).toEqual([]);
  });
});

it('and they are heard: the test can fail', () => {
  for (const key of [
    ...['consent.done', 'consent.doneGoOn', 'consent.extended', 'consent.partWithdrawn'],
    ...['cancel.kept', 'cancel.done', 'moved.saved', 'childVoice.saved', 'meet.didNotHappen', 'meet.brokeOff'],
    ...['follow.called', 'child.ownNo', 'refuse.notExtended'],
  ])
    expect([...heard]).toContain(key);
});
