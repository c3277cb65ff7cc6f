/**
 * The chair shares the screen. A page of the meeting is the same whatever was said in talks, on forms, in answers and
 * about protection: it cannot tell who signed, who said no, or who has not answered.
 */
import { describe, expect, it } from 'vitest';
import { openDuring, pages } from '../../bot/pages.ts';
import { steps } from '../../bot/steps.ts';
import { ANSWERS, LANGUAGES, SUPPORTS, WISHES } from '../../domain/codes.ts';
import { MEETING_PAGES } from '../../domain/meeting-pages.ts';
import type { PageName } from '../../domain/names.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Consent } from '../../domain/rows/consent.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import type { Talk } from '../../domain/rows/talk.ts';
import { talkRow, withdrawalRow } from '../support/case-rows.ts';
import { cardOf, fullFile, NOW, PAGE_NAMES, registerWith, viewOf } from '../support/case-views.ts';

/** What may stand on the wall: those that have the meeting's clock, read from the list of pages. */
const AT_THE_TABLE = PAGE_NAMES.filter((page) => 'clock' in pages[page].card.data.shape);

const CANARY = 'kanariefågel';
const register = registerWith();
const full = fullFile({ ageBand: 'A12_14', status: 'MEETING' }, ['GUARDIAN_1', 'GUARDIAN_2']);
const NEXT = NOW.add({ hours: 24 * 90 });
const today = full.talks[0]?.heldOn ?? null;
const atTheTable = (set: Partial<CaseFile> = {}): CaseFile => ({
  ...full,
  meetings: full.meetings.map((one) => ({ ...one, status: 'SENT' as const, openedAt: NOW })),
  // With the next meeting agreed on: whether its place may be known must not be read off the wall.
  plans: full.plans.map((plan) => ({
    ...plan,
    ...{ followUpAt: NEXT, followUpEndAt: NEXT.add({ hours: 1 }), followUpPlaceId: 'stadshuset-dalbo' },
  })),
  ...set,
});
const shown = (page: PageName, file: CaseFile, language: 'sv' | 'en' = 'sv') =>
  JSON.stringify(cardOf(page, viewOf(page, file, language, register)));

/** Everything of a talk but what the meeting asks of it: how the child takes part, and words that may be shown. */
const SAID: Partial<Talk> = {
  outcome: 'EXCEPTION_HARM',
  present: ['GUARDIAN_2', 'STEP_PARENT', 'RELATIVE'],
  informed: false,
  wants: [CANARY],
  wishes: [...WISHES],
  words: CANARY,
  wordsMayBeShown: false,
  notReached: ['2027-02-01', '2027-02-02'],
  delivery: 'SECURE_POST',
  interpreterBooking: CANARY,
  support: [...SUPPORTS],
  voiceKeeper: 'SOCIAL_WORKER',
  shares: 'NO',
  ownConsent: 'NO',
  ownConsentOn: today,
  ownConsentById: CANARY,
  invitedOn: today,
  reachedOn: today,
  better: CANARY,
  notBetter: CANARY,
};
const SIGNED: Partial<Consent> = {
  method: 'E_SIGNATURE',
  sentOn: today,
  originalLocation: CANARY,
  receivedById: CANARY,
};
const ANSWERED: Partial<Participant> = {
  declineReason: 'NO_MANDATE',
  reasonAsked: true,
  answeredAt: NOW,
  toldOn: today,
  toldHow: 'PHONE',
  consentCheckedOn: today,
  callState: 'FAILED',
};

const talked = (set: Partial<Talk>) => [
  { ...(full.talks[0] as Talk), wordsMayBeShown: false, ...set },
  ...(['GUARDIAN_1', 'GUARDIAN_2'] as const).map((who) => talkRow(full.case.id, { with: who, ...set })),
];
const answering = (answer: Participant['answer']) => full.participants.map((row) => ({ ...row, ...ANSWERED, answer }));

/** What nobody in the room may read, each in a case that has nothing else. */
const SECRETS: [what: string, plain: CaseFile, secret: CaseFile][] = [
  ['talks', atTheTable({ talks: talked({}) }), atTheTable({ talks: talked(SAID) })],
  ['consents', atTheTable(), atTheTable({ consents: full.consents.map((row) => ({ ...row, ...SIGNED })) })],
  [
    'a form that is not signed',
    atTheTable(),
    atTheTable({
      consents: [
        ...full.consents,
        ...full.consents.slice(0, 1).map((row) => ({
          ...row,
          id: 'draft',
          givenBy: 'YOUTH' as const,
          signedOn: null,
          recordedAt: null,
          originalLocation: CANARY,
        })),
      ],
    }),
  ],
  [
    'something taken back',
    atTheTable(),
    atTheTable({ withdrawals: [withdrawalRow(full.case.id, { scope: 'SCOPE', ofScope: 'PREPARE' })] }),
  ],
  ...ANSWERS.map((answer): [string, CaseFile, CaseFile] => [
    `the answer ${answer}`,
    atTheTable(),
    atTheTable({ participants: answering(answer) }),
  ]),
  [
    'protection and reasons',
    atTheTable(),
    atTheTable({
      case: {
        ...full.case,
        safety: 'PLACE_ORALLY',
        placement: 'LVU',
        placedConsentBy: 'GUARDIANS',
        childNoReason: 'NOT_MATURE',
        childNoAnswer: 'TOLD',
        childNoRole: 'CONVENER',
        childNoOn: today,
        differReason: 'NEEDED',
        liftedRole: 'SOCIAL_MANAGER',
        liftedRef: CANARY,
      },
    }),
  ],
];

describe('OSL 12:3, the child as signer', () => {
  const judged = (childAble: 'YES' | 'UNSURE' | 'NO' | null) =>
    atTheTable({
      case: { ...full.case, childAble, childAbleAt: childAble && NOW, childAbleRole: CANARY, childAbleSecond: 'NURSE' },
      // The same common consent, whether the child is one of those who gave it.
      consents: [
        ...full.consents,
        ...full.consents.slice(0, 1).map((row) => ({ ...row, id: 'own', givenBy: 'YOUTH' as const })),
      ],
    });
  it.each(AT_THE_TABLE)('no page of the meeting tells whether the child signs: %s', (page) => {
    for (const able of ['YES', 'UNSURE', 'NO'] as const)
      expect(shown(page, judged(able)), able).toBe(shown(page, judged(null)));
  });
});

describe('the wall', () => {
  it('pages of the meeting are all of them', () => {
    const opened = Object.entries(openDuring).filter(([, during]) => String(during) === 'MEETING');
    expect(opened.length).toBeGreaterThan(5);
    expect(opened.map(([page]) => page).filter((page) => !AT_THE_TABLE.includes(page as PageName))).toEqual([]);
    for (const page of ['readback', 'screen', 'paused'] as const) expect(AT_THE_TABLE).toContain(page);
    // Those that show nothing any more once the meeting has ended.
    expect([...MEETING_PAGES].sort()).toEqual([...AT_THE_TABLE].sort());
  });

  it('a break, the end and the wall know every field that is typed in on them', () => {
    const fields = AT_THE_TABLE.flatMap((page) => steps.verb[`${page}.back`]?.typed ?? []);
    expect(fields.length).toBeGreaterThan(8);
    for (const verb of ['meeting.pause', 'meeting.breakOff', 'screen.open'])
      expect(fields.filter((field) => !steps.verb[verb]?.typed?.includes(field))).toEqual([]);
  });

  describe.each(SECRETS)('nothing of %s', (_, plain, secret) => {
    it.each([...AT_THE_TABLE, 'case' as const])('on %s', (page) => {
      for (const language of LANGUAGES) {
        expect(shown(page, secret, language)).toBe(shown(page, plain, language));
        expect(shown(page, secret, language)).not.toContain(CANARY);
      }
    });
  });

  it('these cases do differ: before the meeting the card says who has answered what, and the guide who has signed', () => {
    const earlier = (page: PageName, file: CaseFile) =>
      shown(page, {
        ...file,
        case: { ...file.case, status: page === 'guide' ? 'PREPARING' : 'INVITED' },
      });
    const [, plain, declined] = SECRETS.find(([what]) => what === 'the answer DECLINED') ?? [];
    const [, , unsigned] = SECRETS.find(([what]) => what === 'talks') ?? [];
    if (!plain || !declined || !unsigned) throw new Error('no such case');
    expect(earlier('case', declined)).not.toBe(earlier('case', plain));
    expect(earlier('guide', unsigned)).not.toBe(earlier('guide', plain));
  });

  it('what the child has said yes to showing is shown where the child is asked, and not on the wall', () => {
    const file = atTheTable({ talks: talked({ words: CANARY, wordsMayBeShown: true }) });
    expect(shown('childGoal', file)).toContain(CANARY);
    expect(shown('screen', file)).not.toContain(CANARY);
    const no = {
      ...file,
      plans: file.plans.map((plan) => ({ ...plan, childGoal: CANARY, ownWordsInPlan: 'NO' as const })),
    };
    expect(shown('screen', no)).not.toContain(CANARY);
    const yes = { ...no, plans: no.plans.map((plan) => ({ ...plan, ownWordsInPlan: 'YES' as const })) };
    expect(shown('screen', yes)).toContain(CANARY);
  });

  it('what a unit that was not there has only been asked for is a question on the wall too', () => {
    const asked = (attendance: 'IN_ROOM' | 'ABSENT') =>
      atTheTable({
        participants: full.participants.map((row) => ({ ...row, attendance })),
        measures: full.measures.map((row) => ({ ...row, unitId: full.participants[0]?.unitId ?? '', personId: null })),
      });
    expect(shown('screen', asked('ABSENT'))).toContain('Fråga ställd');
    expect(shown('screen', asked('IN_ROOM'))).not.toContain('Fråga ställd');
  });

  it('the wall has no names, and leads to pages of the meeting only', () => {
    const people = register.people.map(({ name }) => name);
    const card = shown('screen', atTheTable());
    expect(people.filter((name) => card.includes(name))).toEqual([]);
    const verbs = [...card.matchAll(/"verb":"([^"]+)"/g)].map(([, verb = '']) => verb.split('.')[0] ?? '');
    expect([...new Set(verbs)].filter((page) => !AT_THE_TABLE.includes(page as PageName))).toEqual([]);
  });
});
