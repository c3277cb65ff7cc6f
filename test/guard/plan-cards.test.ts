/**
 * A copy of the plan in somebody's own chat, and every way in which it is not theirs to read any more: every button of
 * such a card, from whatever page an older program may have left it on. No word of the plan, and nothing is changed.
 */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { steps } from '../../bot/steps.ts';
import type { PageRef } from '../../domain/names.ts';
import { newPosting } from '../../domain/posting.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { PlanRecipient } from '../../domain/rows/plan-recipient.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import type { Person } from '../../domain/rows/register.ts';
import { added, withdrawalRow } from '../support/case-rows.ts';
import { fullFile, NOW, registerWith } from '../support/case-views.ts';
import { type Direct, openDirect } from '../support/direct.ts';

const register = registerWith();
const named = (name: string): Person => {
  const found = register.people.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};
const [LENA, PETRA, KARIN] = [named('Lena Hassel'), named('Petra Ask'), named('Karin Ek')];
/** Of BUP when it was handed over, and of another unit of the case since. */
const SAMIRA = named('Samira Hägg');
const MOVED: Person = { ...SAMIRA, id: uuid(), name: 'Har Bytt', mail: `bytt.${SAMIRA.mail}`, aliases: [] };
const TODAY = NOW.toZonedDateTimeISO('Europe/Stockholm').toPlainDate();

const WORDS = {
  goal: 'Mål Ett',
  need: 'Behov Ett',
  own: 'Åtgärd BUP',
  theirs: 'Åtgärd IFO',
  childPage: 'Barnets Sida',
};
const VERBS = Object.keys(steps.verb).filter((verb) => steps.verb[verb]?.on?.includes('PLAN'));
const PAGES = [
  'delivered',
  'delivered:999',
  'delivered:-1',
  'delivered-open:999',
  'own-text:-1',
  'let-in',
  'hand',
  'plan:1',
  'nowhere',
];

/** A locked plan that BUP has the whole of, in Lena's chat. */
function lockedFile(change: (file: CaseFile) => CaseFile): CaseFile {
  const full = fullFile({ tenantId: KARIN.tenantId, status: 'PLAN_ACTIVE' }, ['GUARDIAN_1', 'GUARDIAN_2']);
  const [measure] = full.measures;
  if (!measure) throw new Error('a measure is needed');
  return change({
    ...full,
    // Nobody is called without a consent, also not here.
    participants: [],
    meetings: full.meetings.map((row) => ({ ...row, status: 'HELD' as const })),
    plans: full.plans.map((row) => ({ ...row, lockedAt: NOW, childPage: WORDS.childPage })),
    needs: full.needs.map((row) => ({ ...row, text: WORDS.need })),
    goals: full.goals.map((row) => ({ ...row, text: WORDS.goal })),
    measures: [
      { ...measure, unitId: 'bup-dalsland', personId: null, what: WORDS.own },
      { ...measure, id: uuid(), ordinal: 2, unitId: 'individ-och-familj', personId: null, what: WORDS.theirs },
    ],
  });
}
const row = (set: Partial<CaseFile['case']>) => (file: CaseFile) => ({ ...file, case: { ...file.case, ...set } });
const handed = (set: Partial<PlanRecipient>) => (file: CaseFile) => ({
  ...file,
  planRecipients: file.planRecipients.map((one) => ({ ...one, ...set })),
});
const back = (set: object) => (file: CaseFile) => ({
  ...file,
  withdrawals: [withdrawalRow(file.case.id, { givenBy: 'GUARDIAN_2', recordedAt: NOW, ...set })],
});
const same = (file: CaseFile) => file;

type State = [why: string, who: Person, change: (file: CaseFile) => CaseFile];
const NOT_THEIRS: State[] = [
  ['a colleague who was never let in', PETRA, same],
  ['who was let in to another', PETRA, handed({ letInId: KARIN.id })],
  ['who has changed unit since', MOVED, handed({ personId: MOVED.id })],
  ['who was let in and has changed unit since', MOVED, handed({ letInId: MOVED.id })],
  ['somebody else has it by now', LENA, handed({ personId: PETRA.id })],
  ['it is on paper by now', LENA, handed({ how: 'PAPER' })],
  ['it was taken back before it was opened', LENA, handed({ givenOn: null })],
  ['the unit was taken out by one of them', LENA, back({ scope: 'PARTY', unitId: 'bup-dalsland' })],
  ['all was taken back', LENA, back({ scope: 'ALL' })],
  ['the 18th birthday’s month has begun', LENA, row({ ageBand: 'A15_17', turns18On: TODAY.with({ day: 1 }) })],
  ['it is said to be 18 to 20', LENA, row({ ageBand: 'A18_20' })],
  ['the case rests', LENA, row({ status: 'STOPPED', restReason: 'WITHDRAWN' })],
  ['the case is closed', LENA, row({ status: 'CLOSED', closeReason: 'GOALS_MET' })],
  ['on paper only', LENA, row({ safety: 'RESTRICTED' })],
];
const OWN_PART: State[] = [
  ['the consent to copies was taken back', LENA, back({ scope: 'SCOPE', ofScope: 'PLAN_COPY' })],
  [
    'the consent has ended',
    LENA,
    (file) => ({ ...file, consents: file.consents.map((one) => ({ ...one, validToOn: TODAY.subtract({ days: 1 }) })) }),
  ],
  ['handed its own part', LENA, handed({ whole: false })],
];

let direct: Direct;
beforeAll(async () => {
  direct = await openDirect({ people: [MOVED] });
});
afterAll(() => direct?.close());

/** What the card's own person is shown by every button of it, on every page. */
async function pressAll([, who, change]: State): Promise<{ shown: string; before: string[]; after: string[] }> {
  const file = lockedFile(change);
  const { caseId, read } = await direct.store(file);
  const made = newPosting(uuid(), {
    kind: 'PLAN',
    page: 'delivered',
    caseId,
    personId: who.id,
    tenantId: who.tenantId,
    language: 'sv',
    conversationId: `chat-${who.id}`,
    serviceUrl: 'http://x',
    activityId: 'm',
    createdAt: NOW,
  });
  const turn = 'turn';
  const put = (page: string) =>
    direct.database.transaction((store) =>
      store.apply([{ in: 'posting', id: made.id, set: { page: page as PageRef, turn } }]),
    );
  await direct.database.transaction((store) => store.apply([added('posting', made.set as Posting)]));
  const rows = async () => (await read()).filter((one) => /PlanRecipient|"Plan"|Measure/.test(one.slice(0, 40)));
  const before = await rows();
  const shown: unknown[] = [];
  for (const page of PAGES)
    for (const verb of VERBS) {
      await put(page);
      shown.push(await direct.press({ id: made.id, turn }, verb, who, { colleague: KARIN.id }));
    }
  return { shown: JSON.stringify(shown), before, after: await rows() };
}
const found = (shown: string) => Object.values(WORDS).filter((words) => shown.includes(words));

test('there are buttons to press', () => {
  expect(VERBS.length).toBeGreaterThan(8);
});

describe('PDL 5:4: nothing of the plan', () => {
  test.each(NOT_THEIRS)('%s', async (...state) => {
    const { shown, before, after } = await pressAll(state);
    expect(found(shown)).toEqual([]);
    expect(shown).not.toMatch(/Input\.|"failed"/);
    expect(after).toEqual(before);
  });
});

describe('its own part, and no more', () => {
  test.each(OWN_PART)('%s', async (...state) => {
    const { shown } = await pressAll(state);
    expect(found(shown)).toEqual([WORDS.own]);
    expect(shown).not.toContain('"failed"');
  });
});

test('who has it is shown it by the same presses, whatever page it stands on: the test can fail', async () => {
  const { shown } = await pressAll(['', LENA, same]);
  expect(found(shown)).toEqual([WORDS.goal, WORDS.need, WORDS.own, WORDS.theirs]);
  expect(shown).not.toContain('"failed"');
  expect(direct.logged.join()).not.toMatch(/Mål Ett|Behov Ett|Åtgärd/);
});
