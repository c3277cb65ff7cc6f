/** What stops the lock, rule by rule; and what becomes of somebody's words when the meeting ends while they write. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { say } from '../../../cards/texts/say.ts';
import { currentMeeting, currentPlan, goalsOf, measuresOf, needsOf, participantsOf } from '../../../domain/current.ts';
import { dayOf } from '../../../domain/days.ts';
import { type GapName, REQUIREMENTS } from '../../../domain/plan.ts';
import type { CaseFile, Change } from '../../../domain/rows/case-file.ts';
import { backToToday, closeAtRest } from '../../support/at-rest.ts';
import { buttonsOf, type CardJson, inputsOf, textOf } from '../../support/card-json.ts';
import { added } from '../../support/case-rows.ts';
import { caseIn, type PreparedStory } from '../../support/prepared.ts';
import { set } from '../../support/prepared-rows.ts';
import { KARIN, LENA, openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { closeStory, openStory } from '../../support/story.ts';
import { dayFromNow, WORDS } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const rowsOf = async ({ file }: PreparedStory): Promise<CaseFile> => {
  const found = await sandbox.stored().database.transaction((store) => store.lockCase(file.case.id));
  if (!found) throw new Error('no case');
  return found;
};
const write = (changes: readonly Change[]) => sandbox.stored().database.transaction((store) => store.apply(changes));

/** A meeting with everything that its plan needs but the last page's, on the page where it is read back. */
async function meetingHeld(): Promise<{ story: PreparedStory; startMs: number }> {
  await backToToday(sandbox);
  const story = await caseIn(sandbox, 'sent');
  const startMs = await openStory(sandbox, story);
  await story.press('attendance.save', { p_0: 'IN_ROOM', p_1: 'REMOTE' });
  await story.press('childGoal.save', { childGoal: WORDS.childGoal, ownWords: 'YES' });
  await story.press('needs.next', { need: WORDS.need });
  await story.press('goals.next', { goal: WORDS.goal });
  await story.press('measures.next', { what: WORDS.measures[0] ?? '', who: LENA.id, dueOn: dayFromNow(20, startMs) });
  await story.press('responsibility.save', { principal: 'REGION', ownerUnitId: KARIN.unitId });
  return { story, startMs };
}

const one = <R>([row]: readonly R[]): R => {
  if (!row) throw new Error('no row');
  return row;
};

/** Takes away what a rule asks for; a rule without its way does not compile. */
const TAKES: Record<GapName, (file: CaseFile) => Change[]> = {
  attendance: (file) => [set('participant', one(participantsOf(file, currentMeeting(file))).id, { attendance: null })],
  childVoice: (file) => ofPlan(file, { childGoal: null, childGoalMissing: null, ownWordsInPlan: null }),
  need: (file) => needsOf(file, currentPlan(file)).map(({ id }) => ({ in: 'need', id, remove: true })),
  goal: (file) => goalsOf(file, currentPlan(file)).map(({ id }) => ({ in: 'goal', id, remove: true })),
  measure: (file) => measuresOf(file, currentPlan(file)).map(({ id }) => ({ in: 'measure', id, remove: true })),
  measureWhen: (file) => {
    const startAt = currentMeeting(file)?.startAt;
    return ofMeasure(file, { dueOn: startAt && dayOf(startAt).subtract({ days: 1 }) });
  },
  measureWho: (file) => ofMeasure(file, { unitId: 'habiliteringen', personId: null }),
  principal: (file) => ofPlan(file, { principal: null }),
  owner: (file) => ofPlan(file, { ownerUnitId: null }),
  followUp: () => [],
  childTeller: () => [],
  childTellBy: () => [],
};
const ofPlan = (file: CaseFile, row: object) => [set('plan', currentPlan(file)?.id ?? '', row)];
const ofMeasure = (file: CaseFile, row: object) => [set('measure', one(measuresOf(file, currentPlan(file))).id, row)];

/** What the last page asks for is said at its field. */
const FIELDS: Partial<Record<GapName, [field: string, said: string]>> = {
  followUp: ['followUpOn', say('sv', 'error.noFollowUp')],
  childTeller: ['childTellerRole', say('sv', 'error.noTeller')],
  childTellBy: ['childTellByOn', say('sv', 'error.noTellBy')],
};

describe('T18, T20, T22, E, scenario 12, scenario 13: what a plan must say is asked for by name, and it is not locked without it', () => {
  let story: PreparedStory;
  let last: Record<string, string>;
  beforeAll(async () => {
    const held = await meetingHeld();
    story = held.story;
    last = {
      followUpOn: dayFromNow(60, held.startMs),
      childTellerRole: 'CONVENER',
      childTellByOn: dayFromNow(1, held.startMs),
    };
  });

  test.each(REQUIREMENTS.map(({ gap }) => gap))('%s', async (gap) => {
    const whole = await rowsOf(story);
    await write(TAKES[gap](whole));
    if (!story.verbs().includes('plan.lock')) await story.press('closing.open');
    const [field, said] = FIELDS[gap] ?? [];
    const answer = await story.press('plan.lock', field ? { ...last, [field]: '' } : last);
    expect(answer).toContain(said ?? `Saknas: ${say('sv', `gap.${gap}`)}`);
    if (!field) expect(answer).toContain('En sak saknas. Den är markerad.');
    expect(currentPlan(await rowsOf(story))).toMatchObject({ lockedAt: null });
    await write([
      ...whole.participants.map((row) => added('participant', row)),
      ...whole.plans.map((row) => added('plan', row)),
      ...whole.needs.map((row) => added('need', row)),
      ...whole.goals.map((row) => added('goal', row)),
      ...whole.measures.map((row) => added('measure', row)),
    ]);
  });

  test('and with all of it, it is', async () => {
    if (!story.verbs().includes('plan.lock')) await story.press('closing.open');
    expect(await story.press('plan.lock', last)).toContain('Planen är klar.');
  });
});

test('T20, E: they do not agree on who answers for it: the managers decide by a day, and the plan says so', async () => {
  const { story, startMs } = await meetingHeld();
  await story.press('responsibility.open');
  const early = { principal: '', ownerUnitId: '', responsibilityByOn: dayFromNow(-30, startMs) };
  expect(await story.press('responsibility.save', early)).toContain('Rätta: Välj i dag eller en senare dag.');
  await story.press('responsibility.points', { responsibilityByOn: dayFromNow(14, startMs), crisisWhere: 'BUP' });
  expect(await story.press('openPoint.add', { point: 'Skjutsen på eftermiddagen.' })).toContain(
    'Rätta: Välj vilken verksamhet som ska svara.',
  );
  await story.press('openPoint.add', { unit: 'individ-och-familj', decideByOn: dayFromNow(7, startMs) });
  await story.press('openPoint.change:1');
  const changed = await story.press('openPoint.add', { point: 'Skjutsen hem.' });
  expect(changed).toContain('Individ- och familjeomsorgen · svar senast');
  expect(changed).not.toContain('eftermiddagen');
  const read = await story.press('openPoints.next');
  expect(read).toContain('Läs upp planen för alla.');
  expect(read).toMatch(/Inte klart\. Cheferna avgör senast \S+ \d+/);
  expect(read).toContain('Skjutsen hem.');
  expect(read).toContain('Krisplan finns hos');
  await story.press('closing.open');
  const told = { childTellerRole: 'CONVENER', childTellByOn: dayFromNow(1, startMs) };
  await story.press('plan.lock', { followUpOn: dayFromNow(60, startMs), ...told });
  const locked = await story.press('plan.show');
  for (const words of ['Cheferna avgör senast', 'Skjutsen hem.', WORDS.need, 'Barnet får veta'])
    expect(locked).toContain(words);
  await story.press('print.plan');
  expect(JSON.stringify(story.card())).toContain('Action.OpenUrl');
});

test('what is read back can be printed before it is locked', async () => {
  const { story } = await meetingHeld();
  await story.press('print.plan');
  expect(JSON.stringify(story.card())).toContain('Action.OpenUrl');
});

test('a warning leads to where it is mended, and stops nothing', async () => {
  const { story, startMs } = await meetingHeld();
  await story.press('goals.open');
  expect(await story.press('goals.next', { goal: 'Sova gott.' })).toContain('Ett mål har ingen åtgärd.');
  expect(await story.press('measures.open')).toContain('3 av 5');
  await story.press('measures.next');
  expect(await closeStory(story, startMs)).toContain('Planen är klar.');
});

test('a measure whose unit the consent covers no more: the gap leads to that measure', async () => {
  const { story, startMs } = await meetingHeld();
  await write(TAKES.measureWho(await rowsOf(story)));
  await story.press('closing.open');
  const last = { childTellerRole: 'CONVENER', childTellByOn: dayFromNow(1, startMs) };
  expect(await story.press('plan.lock', { followUpOn: dayFromNow(60, startMs), ...last })).toContain(
    'Saknas: En åtgärd hör till en verksamhet som inte står i samtycket',
  );
  expect(await story.press('measure.change:1')).toContain('Ändra åtgärd 1.');
  expect(story.input('what')?.value).toBe(WORDS.measures[0]);
  await story.press('measure.add', { who: LENA.id });
  await story.press('measures.next');
  expect(await closeStory(story, startMs)).toContain('Planen är klar.');
});

test('what a plan never says is asked about once, as names are', async () => {
  const { story } = await meetingHeld();
  await story.press('goals.open');
  const asked = await story.press('goal.add', { goal: 'Concerta på morgonen.' });
  expect(asked).toContain('Mediciner skriver vi inte i planen.');
  expect(story.input('goal')?.value).toBe('Concerta på morgonen.');
  const saved = await story.press('goal.add');
  expect(saved).toContain('Concerta på morgonen.\nBehov 1 · till uppföljningen');
});

describe('the meeting ends while somebody is writing', () => {
  const TYPED = 'Besök på skolan i mars.';
  /** The page as it stands open on another of their devices. */
  const late = (page: CardJson) => sandbox.as(KARIN).press(page, 'measure.add', { what: TYPED, who: LENA.id });
  const writing = async () => {
    const held = await meetingHeld();
    await held.story.press('measures.open');
    const page = held.story.card();
    await held.story.press('measures.next');
    return { ...held, page };
  };
  const shown = (card: CardJson) => inputsOf(card).find(({ id }) => id === 'typed')?.value;

  test('locked: a sentence, and what was typed stands there to be copied; the plan is as it was locked', async () => {
    const { story, startMs, page } = await writing();
    await closeStory(story, startMs);
    const answer = await late(page);
    expect(textOf(answer)).toContain('Planen låstes nyss. Det du skrev kom inte med.');
    expect(shown(answer)).toBe(TYPED);
    expect(textOf(await sandbox.as(KARIN).press(answer, 'guide.open'))).toContain('Planen gäller');
    expect((await rowsOf(story)).measures.map(({ what }) => what)).not.toContain(TYPED);
    expect(textOf(story.message.card)).not.toContain(TYPED);
  });

  test('broken off: a sentence about the next meeting, and what was typed', async () => {
    const { story, page } = await writing();
    const { case: row, meetings } = await rowsOf(story);
    const brokenOffAt = one(meetings).openedAt;
    await write([
      set('case', row.id, { status: 'PREPARING' }),
      set('meeting', one(meetings).id, { status: 'HELD', brokenOffAt }),
    ]);
    const answer = await late(page);
    expect(textOf(answer)).toContain('Mötet avbröts nyss.');
    expect(shown(answer)).toBe(TYPED);
    // Teams sends it again, and meanwhile the consent was taken back.
    await write([set('case', row.id, { status: 'STOPPED' })]);
    expect(JSON.stringify(await late(page))).not.toContain(TYPED);
  });

  test('the consent was taken back: a sentence, and nothing that was typed is shown again', async () => {
    const { story, page } = await writing();
    story.look();
    await story.press('more.open');
    await story.press('withdraw.open');
    expect(await story.withdraw({ givenBy: 'GUARDIAN_2' })).toContain('Samtycket är återkallat.');
    const answer = await late(page);
    expect(textOf(answer)).toContain('Mötet är slut. Det du skrev är inte sparat.');
    expect(JSON.stringify(answer)).not.toContain(TYPED);
  });
});

test('T23, E: a meeting that was open before the plan asked for more is finished: what is new is asked for', async () => {
  const { story, startMs } = await meetingHeld();
  const file = await rowsOf(story);
  await write([
    ...TAKES.need(file),
    ...file.goals.map(({ id }) => set('goal', id, { needId: null })),
    ...ofPlan(file, { ownerUnitId: null, ownerPersonId: KARIN.id, principal: null }),
  ]);
  await story.press('closing.open');
  const button = one(buttonsOf(story.card()));
  const old = { principal: 'MUNICIPALITY', ownerPersonId: LENA.id, followUpOn: dayFromNow(60, startMs) };
  const verb = 'closing.save';
  const answer = await story.client.send(story.client.pressed({ verb, data: { ...button.data, verb } }, old));
  const card = answer.body?.value as CardJson;
  expect(textOf(card)).toContain('Saknas: Ett behov');
  story.take(card);
  expect(story.text()).toContain('Huvudansvarig: BUP Dalsland');
  await story.press('needs.open');
  await story.press('needs.next', { need: WORDS.need });
  expect(await closeStory(story, startMs)).toContain('Planen är klar.');
});
