/**
 * Deviations are asked for and never automatic; they are drafted in fixed words, and nothing of them is kept. And the
 * meeting that needs no plan.
 */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import register from '../../../sandbox/register.json' with { type: 'json' };
import { backToToday, closeAtRest, jumpTo, storedRows } from '../../support/at-rest.ts';
import { caseIn, type PreparedStory } from '../../support/prepared.ts';
import { LENA, openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { closeStory, openStory, type Story } from '../../support/story.ts';
import { WORDS } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const TYPED = [WORDS.childGoal, WORDS.goal, WORDS.childWords, WORDS.original, ...WORDS.measures];
const offered = (story: Story): string[] =>
  story.input('what')?.choices.map(({ value }) => value.split(':')[0] ?? '') ?? [];
const keyOf = (story: Story, code: string): string =>
  story.input('what')?.choices.find(({ value }) => value.startsWith(code))?.value ?? '';

async function deviations(story: Story): Promise<void> {
  if (story.verbs().includes('guide.open')) await story.press('guide.open');
  await story.press('more.open');
  await story.press('deviations.open');
}

async function paperOf(story: Story): Promise<string> {
  const { actions } = story.card() as { actions: { type: string; url?: string }[] };
  const url = actions.find(({ type }) => type === 'Action.OpenUrl')?.url ?? '';
  const response = await fetch(url, { method: 'POST' });
  expect(response.headers.get('content-type')).toBe('application/pdf');
  const pdf = await getDocument({ data: new Uint8Array(await response.arrayBuffer()), verbosity: 0 }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  return items
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ');
}

describe('a summoned party that did not come', () => {
  let story: PreparedStory;
  beforeAll(async () => {
    story = await caseIn(sandbox, 'locked', { attendance: ['IN_ROOM', 'ABSENT'] });
  });

  test('T19, W: is asked about on the card the day after the meeting, and nothing is drafted by itself', async () => {
    expect(story.text()).not.toContain('kom inte');
    const startAt = story.file.meetings[0]?.startAt;
    if (!startAt) throw new Error('a meeting was held');
    await jumpTo(sandbox, startAt.add({ hours: 24 }).toString());
    await story.press('more.open');
    expect(await story.press('guide.open')).toContain(
      'Individ- och familjeomsorgen kom inte. Vill du skriva en avvikelse?',
    );
    expect(story.verbs()).toContain('deviations.open');
    await story.press('deviations.open');
    expect(offered(story)).toEqual(['PARTY_ABSENT', 'NO_MANDATE', 'UNILATERAL_REFUSAL', 'SECRECY_BREACH']);
    expect(await story.press('deviations.choose')).toContain('Välj vad det gäller.');
  });

  test('2.8: the draft is a paper in fixed words: code, day, kind of unit, what happened, what it led to; nobody’s name', async () => {
    const page = await story.press('deviations.choose', { what: keyOf(story, 'PARTY_ABSENT') });
    expect(page).toContain('Beskriv vad som hände, inte vem som gjorde det. Registrera den i ert avvikelsesystem.');
    expect(page).toContain('Individ- och familjeomsorgen · ');
    await story.press('deviation.print', { consequence: 'LATER_HELP' });
    const text = await paperOf(story);
    for (const words of [
      'Kallad part uteblev',
      'Socialtjänst',
      'Ingen kom, och ingen ersättare.',
      'Hjälpen kom senare',
      'Förslag',
    ])
      expect(text).toContain(words);
    // Letters that stand close are a text of their own in a PDF.
    expect(text.replaceAll(' ', '')).toContain(story.code);
    for (const { name } of [...register.people, ...register.units]) expect(text).not.toContain(name);
    for (const words of TYPED) expect(text).not.toContain(words);
  });

  test('T19: registered elsewhere: only that is kept, and nobody is asked twice', async () => {
    expect(await story.press('deviation.registered')).toContain('Noterat: avvikelsen är registrerad.');
    expect(await story.until(/återstår/)).not.toContain('kom inte');
    expect(story.verbs()).not.toContain('deviations.open');
    await deviations(story);
    expect(offered(story)).not.toContain('PARTY_ABSENT');
  });

  test('T28, W: a one-sided no is drafted only where there is no decision in writing, and stops nothing', async () => {
    const what = { what: 'UNILATERAL_REFUSAL' };
    expect(await story.press('deviations.choose', what)).toContain('Välj vilken verksamhet det gäller.');
    expect(await story.press('deviations.choose', { ...what, unit: 'bup-dalsland' })).toContain(
      'Svara om det finns ett skriftligt beslut.',
    );
    const decided = await story.press('deviations.choose', { ...what, unit: 'bup-dalsland', decision: 'YES' });
    expect(decided).toContain('Då finns ett beslut, och ingen avvikelse behövs.');
    expect(decided).not.toContain('Rätta: Då finns');
    const draft = await story.press('deviations.choose', { ...what, unit: 'bup-dalsland', decision: 'NO' });
    expect(draft).toContain('Något skriftligt beslut med skäl finns inte.');
    expect(await story.press('deviation.notNeeded')).toContain('Noterat: ingen avvikelse behövs.');
    expect(story.text()).toContain('Planen gäller');
  });

  test('2.8: no mandate; and information that went astray points to the routine for personal data incidents', async () => {
    await deviations(story);
    expect(await story.press('deviations.choose', { what: 'NO_MANDATE', unit: 'individ-och-familj' })).toContain(
      'kunde inte besluta',
    );
    await story.press('deviations.open');
    const breach = await story.press('deviations.choose', { what: 'SECRECY_BREACH', unit: 'elevhalsan' });
    expect(breach).toContain('personuppgiftsincident');
    await story.press('deviation.print');
    expect(await paperOf(story)).toContain('72 timmar');
  });

  test('2.8: a measure more than fourteen days late', async () => {
    await sandbox.control('clock', { days: 35 });
    story.look();
    await deviations(story);
    expect(offered(story).filter((code) => code === 'PLAN_NOT_FOLLOWED')).toHaveLength(2);
  });
});

test('T18, E, scenario 11: everybody has one value before the plan is locked; a stand-in who came is the party', async () => {
  await backToToday(sandbox);
  const story = await caseIn(sandbox, 'sent');
  await openStory(sandbox, story);
  await story.press('attendance.save', { p_0: 'IN_ROOM', p_1: '' });
  for (const part of ['childGoal.save', 'needs.next', 'goals.next', 'measures.next', 'responsibility.save'])
    await story.press(part);
  expect(story.text()).toContain('Vilka som var med');
  await story.press('readback.back');
  for (const page of ['responsibility', 'measures', 'goals', 'needs', 'childGoal']) await story.press(`${page}.back`);
  await lockFrom(story, 'STAND_IN');
  expect(await story.until(/återstår/)).not.toContain('kom inte');
  await deviations(story);
  expect(offered(story)).not.toContain('PARTY_ABSENT');
});

async function lockFrom(story: Story, attendance: string): Promise<void> {
  const startMs = Date.now() + 10 * 86_400_000;
  const on = (days: number) => new Date(startMs + days * 86_400_000).toISOString().slice(0, 10);
  await story.press('attendance.save', { p_1: attendance });
  await story.press('childGoal.save', { ownWords: 'CHILD_DECLINED' });
  await story.press('needs.next', { need: WORDS.need });
  await story.press('goals.next', { goal: WORDS.goal });
  const what = WORDS.measures[0] ?? '';
  expect(await story.press('measure.add', { what, dueOn: on(20) })).toContain(
    'Välj en verksamhet, eller vem som gör det.',
  );
  await story.press('measures.next', { what, who: LENA.id, dueOn: '', continuous: 'true' });
  expect(await closeStory(story, startMs)).toContain('Planen är klar.');
}

test('T9, T19: the child was not heard: the exception can be drafted at once', async () => {
  await backToToday(sandbox);
  const story = await caseIn(sandbox, 'started');
  await story.fill('child', {
    outcome: 'EXCEPTION_HARM',
    heldOn: '',
    words: '',
    wordsMayBeShown: '',
    participation: '',
  });
  await deviations(story);
  expect(offered(story)).toContain('CHILD_NOT_HEARD');
});

test('T21, E: the meeting decides that no plan is needed: a reason, or it is not closed; it was held, and there is no plan', async () => {
  await backToToday(sandbox);
  const story = await caseIn(sandbox, 'sent');
  await openStory(sandbox, story);
  await story.press('attendance.save', { p_0: 'IN_ROOM', p_1: 'IN_ROOM' });
  for (const part of ['childGoal.save', 'needs.next', 'goals.next', 'measures.next', 'responsibility.save'])
    await story.press(part);
  await story.press('close.open');
  expect(story.input('reason')?.choices.map(({ value }) => value)).toEqual(['NO_PLAN', 'FAMILY_ENDS', 'MOVED']);
  expect(await story.press('close.save', { familyInformed: 'YES' })).toContain('Välj varför ärendet avslutas.');
  expect(await story.press('close.save', { reason: 'NO_PLAN', familyInformed: 'YES' })).toContain(
    'Ärendet är avslutat.',
  );
  await story.until(/Ärendet är avslutat/);

  const rows = await storedRows(sandbox);
  const found = rows.find(({ table, row }) => table === 'Case' && row.code === story.code)?.row;
  expect(found).toMatchObject({ status: 'CLOSED', closeReason: 'NO_PLAN' });
  expect(rows.find(({ table, row }) => table === 'Meeting' && row.caseId === found?.id)?.row.status).toBe('HELD');
  expect(
    rows.filter(({ table, row }) => table === 'Plan' && row.caseId === found?.id && row.lockedAt !== null),
  ).toEqual([]);

  // What is kept of deviations: codes, ids and days.
  const kept = rows.filter(({ table }) => table === 'Deviation');
  expect(kept.map(({ row }) => `${row.code} ${row.outcome}`).sort()).toEqual([
    'PARTY_ABSENT REGISTERED',
    'UNILATERAL_REFUSAL NOT_NEEDED',
  ]);
  for (const { table, text } of rows) for (const words of TYPED) expect(text.includes(words), table).toBe(false);
  expect(sandbox.sink.bodies.some((body) => TYPED.some((words) => body.includes(words)))).toBe(false);
});
