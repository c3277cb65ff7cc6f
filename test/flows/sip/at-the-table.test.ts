/**
 * What whoever leads the meeting does on its pages beside the plan: who came, the child first, a break, and its end.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { partyInput } from '../../../cards/sip/attendance.ts';
import { participantsOf } from '../../../domain/current.ts';
import { backToToday, closeAtRest } from '../../support/at-rest.ts';
import { buttonsOf, textOf } from '../../support/card-json.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { KARIN, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { openStory, type Story } from '../../support/story.ts';
import { dayFromNow, WORDS } from '../../support/trip.ts';

let sandbox: TestSandbox;
let startMs: number;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterEach(() => backToToday(sandbox));
afterAll(() => closeAtRest(sandbox));

async function opened(known: Parameters<typeof caseIn>[2] = {}): Promise<Story> {
  const story = await caseIn(sandbox, 'sent', known);
  startMs = await openStory(sandbox, story);
  return story;
}

/** Presses "Nästa" until the page is there. */
async function turnTo(story: Story, verb: string): Promise<void> {
  for (const next of ['attendance.save', 'childGoal.save', 'needs.next', 'goals.next'])
    if (!story.verbs().includes(verb) && story.verbs().includes(next)) await story.press(next);
}

const clockAt = (minutes: number) => sandbox.moveClock(new Date(startMs + minutes * 60_000).toISOString());
const value = (story: Story, id: string) => story.input(id)?.value;

describe('who is there', () => {
  test('one press marks everybody, the page stays, and the exceptions are changed there', async () => {
    const story = await opened();
    expect(JSON.stringify(story.card())).toContain('Sammankallande · ');
    for (const id of ['a_0', 'a_1', 'a_2', 'p_0', 'p_1']) expect(value(story, id), id).toBe('');
    // What the child has chosen in its talk stands there.
    expect([value(story, 'child'), value(story, 'relatives'), value(story, 'interpreter')]).toEqual([
      'WHOLE',
      '0',
      'NONE',
    ]);
    expect(await story.press('attendance.all', { p_1: 'REMOTE' })).toContain('Alla är markerade.');
    expect(['a_0', 'a_1', 'a_2', 'p_0', 'p_1'].map((id) => value(story, id))).toEqual([
      'IN_ROOM',
      'IN_ROOM',
      'IN_ROOM',
      'IN_ROOM',
      'REMOTE',
    ]);
    expect(story.verbs()).not.toContain('attendance.all');
    expect(await story.press('attendance.save', { a_2: 'ABSENT', relatives: '2' })).toContain('2 av 5');
    const { attendees } = await fileOf(sandbox, story);
    expect(attendees.map(({ who, n, attendance }) => `${who}${n} ${attendance}`).sort()).toEqual([
      'CONVENER1 IN_ROOM',
      'GUARDIAN_11 IN_ROOM',
      'GUARDIAN_21 ABSENT',
      'RELATIVE1 IN_ROOM',
      'RELATIVE2 IN_ROOM',
    ]);
  });

  test('a party that has said no is marked as not there, and can be changed', async () => {
    const story = await caseIn(sandbox, 'sent');
    const { participants } = await fileOf(sandbox, story);
    const [first] = participants;
    await sandbox
      .stored()
      .database.transaction((store) =>
        store.apply([{ in: 'participant', id: first?.id ?? '', set: { answer: 'DECLINED' } }]),
      );
    startMs = await openStory(sandbox, story);
    await story.press('attendance.all');
    const file = await fileOf(sandbox, story);
    const answers = participantsOf(file, file.meetings[0]).map(({ attendance }) => attendance);
    expect(answers.sort()).toEqual(['ABSENT', 'IN_ROOM']);
  });

  test('a unit that is taken back while the page is open makes nobody’s answer another’s', async () => {
    const story = await opened();
    const { participants } = await fileOf(sandbox, story);
    const [gone, stays] = participants;
    if (!gone || !stays) throw new Error('two parties');
    await sandbox
      .stored()
      .database.transaction((store) => store.apply([{ in: 'participant', id: gone.id, remove: true }]));
    await story.press('attendance.save', { [partyInput(gone.id)]: 'ABSENT', [partyInput(stays.id)]: 'REMOTE' });
    const file = await fileOf(sandbox, story);
    expect(participantsOf(file, file.meetings[0]).map(({ id, attendance }) => [id, attendance])).toEqual([
      [stays.id, 'REMOTE'],
    ]);
  });
});

describe('the child first', () => {
  test('what may be shown at the meeting is not what may stand in the plan', async () => {
    const story = await opened();
    await story.press('attendance.all');
    const page = await story.press('attendance.save');
    expect(page).toContain('Barnet först. Vad vill du att vi ska veta?');
    expect(value(story, 'childGoal')).toBe(WORDS.childWords);
    expect(value(story, 'ownWords')).toBe('');
    expect(await story.press('childGoal.save', { childGoal: '', ownWords: 'YES' })).toContain('Rätta: Skriv de ord');
    await story.press('childGoal.save', { childGoal: WORDS.childWords, ownWords: 'NO', works: 'Morgnarna.' });
    const [no] = (await fileOf(sandbox, story)).plans;
    expect(no).toMatchObject({ childGoal: null, ownWordsInPlan: 'NO', childGoalMissing: null, works: 'Morgnarna.' });
    await story.press('needs.back');
    expect([value(story, 'childGoal'), value(story, 'ownWords'), value(story, 'works')]).toEqual([
      '',
      'NO',
      'Morgnarna.',
    ]);
    await story.press('childGoal.save', { ownWords: 'CHILD_TOO_YOUNG_TO_SAY', question: 'Hur blir morgnarna bra?' });
    const [young] = (await fileOf(sandbox, story)).plans;
    expect(young).toMatchObject({
      childGoal: null,
      ownWordsInPlan: null,
      childGoalMissing: 'CHILD_TOO_YOUNG_TO_SAY',
      question: 'Hur blir morgnarna bra?',
    });
  });

  test('words that may not be shown stand nowhere at the meeting', async () => {
    const story = await caseIn(sandbox, 'sent');
    const talk = (await fileOf(sandbox, story)).talks.find((one) => one.with === 'CHILD');
    await sandbox
      .stored()
      .database.transaction((store) =>
        store.apply([{ in: 'talk', id: talk?.id ?? '', set: { wordsMayBeShown: false } }]),
      );
    startMs = await openStory(sandbox, story);
    await story.press('attendance.all');
    await story.press('attendance.save');
    expect(JSON.stringify(story.card())).not.toContain(WORDS.childWords);
    expect(value(story, 'childGoal')).toBe('');
  });
});

test('the clock says when it ends and when the child leaves, and three minutes before it stands out', async () => {
  const story = await caseIn(sandbox, 'sent');
  const { meetings } = await fileOf(sandbox, story);
  const starts = meetings[0]?.startAt?.toZonedDateTimeISO('Europe/Stockholm').toPlainTime();
  const childTo = starts?.add({ minutes: 20 }).toString().slice(0, 5) ?? '';
  await sandbox
    .stored()
    .database.transaction((store) =>
      store.apply([
        { in: 'meeting', id: meetings[0]?.id ?? '', set: { childFrom: starts?.toString().slice(0, 5) ?? '', childTo } },
      ]),
    );
  startMs = await openStory(sandbox, story);
  const leaves = childTo.replace(':', '.');
  await story.press('attendance.all', { child: 'PART' });
  expect(story.text()).toContain(`Barnet går ${leaves}.`);
  expect(story.text()).toContain('Barnets tid är');
  await clockAt(16.5);
  expect(await story.press('attendance.save')).not.toContain('Barnets del slutar');
  await clockAt(17.5);
  expect(await story.press('childGoal.save')).toContain(`Barnets del slutar ${leaves}.`);
  expect(story.text()).toContain(`Klockan är ${leaves}. Vill du säga något mer? Tack för att du var med.`);
  await clockAt(58);
  expect(await story.press('needs.next')).toContain('Mötet ska sluta');
});

describe('a break', () => {
  test('what is whole is saved, the page is calm, and "Fortsätt" goes back to it', async () => {
    const story = await opened();
    await turnTo(story, 'need.add');
    const calm = await story.press('meeting.pause', { need: WORDS.need });
    expect(calm).toContain('Vi tar en paus på fem minuter.');
    expect(calm).not.toContain(WORDS.need);
    expect(story.verbs().sort()).toEqual(['meeting.breakOff', 'meeting.resume']);
    expect((await fileOf(sandbox, story)).meetings[0]?.pausedAt).not.toBeNull();
    const list = sandbox.sink.messages.length;
    await story.client.type('mina ärenden');
    const posted = await sandbox.sink.until(() => sandbox.sink.messages[list], 'the list');
    expect(textOf(posted.card)).toContain('Mötet har paus.');
    expect(await story.press('meeting.resume')).toContain(WORDS.need);
    expect(story.verbs()).toContain('need.add');
    expect((await fileOf(sandbox, story)).meetings[0]?.pausedAt).toBeNull();
  });

  test('what is not whole stays in its fields, with the break told there', async () => {
    const story = await opened();
    await turnTo(story, 'measure.add');
    const what = WORDS.measures[0] ?? '';
    expect(await story.press('meeting.pause', { what })).toContain('Paus. Det du höll på att skriva står kvar här.');
    expect(value(story, 'what')).toBe(what);
    expect(story.text()).toMatch(/Paus sedan \d\d\.\d\d\./);
    await story.press('meeting.resume', { what });
    expect(value(story, 'what')).toBe(what);
    expect(story.text()).not.toContain('Paus sedan');
  });

  test('on a card that somebody else has saved meanwhile: a sentence, and what is typed stays', async () => {
    const story = await opened();
    await turnTo(story, 'childGoal.save');
    const old = story.card();
    await story.press('childGoal.save', { ownWords: 'NO' });
    await story.press('needs.back');
    const answer = await sandbox.as(KARIN).press(old, 'meeting.pause', { works: 'Morgnarna.' });
    expect(textOf(answer)).toContain('Någon annan hann ändra');
    expect(JSON.stringify(answer)).toContain('Morgnarna.');
    expect((await fileOf(sandbox, story)).meetings[0]?.pausedAt).toBeNull();
  });
});

test('"Visa på skärm": the plan as it is written, units without names, and back to where one was', async () => {
  const story = await opened();
  await turnTo(story, 'need.add');
  expect(await story.press('screen.open', { need: WORDS.need })).toContain(WORDS.need);
  expect(story.text()).toContain('Planen så långt');
  expect(story.text()).not.toContain(SAMIRA.name);
  expect(await story.press('screen.back')).toContain(WORDS.need);
  expect(story.verbs()).toContain('need.add');
  // Everybody in the room would read it: asked about once, as where it is saved.
  expect(await story.press('screen.open', { need: 'Medicinen höjs.' })).not.toContain('Planen så långt');
  expect(value(story, 'need')).toBe('Medicinen höjs.');
  expect(await story.press('screen.open')).toContain('Medicinen höjs.');
  await story.press('screen.back');
  await turnTo(story, 'measure.add');
  expect(await story.press('screen.open', { what: 'Ring.' })).toContain('Skriv klart det du har börjat på');
  expect(value(story, 'what')).toBe('Ring.');
});

test('broken off in the middle of a measure: what is not whole stands there to be copied', async () => {
  const story = await opened();
  await turnTo(story, 'measure.add');
  expect(await story.press('meeting.breakOff', { what: 'Ring.' })).toContain('Mötet avbröts nyss.');
  expect(JSON.stringify(story.card())).toContain('Ring.');
  const { case: row, measures } = await fileOf(sandbox, story);
  expect([row.status, measures]).toEqual(['PREPARING', []]);
});

test('OSL 40:7 g: broken off or shown to all, a report of concern is kept nowhere', async () => {
  const story = await opened();
  await turnTo(story, 'need.add');
  const need = 'Det är gjort en orosanmälan.';
  for (const verb of ['screen.open', 'screen.open', 'need.add'])
    expect(await story.press(verb, { need })).not.toContain('Planen så långt');
  await story.press('meeting.breakOff', { need });
  const { case: row, needs } = await fileOf(sandbox, story);
  expect([row.status, needs]).toEqual(['PREPARING', []]);
});

describe('a meeting that is broken off', () => {
  let story: Story;
  let open: ReturnType<Story['card']>;
  test('one press, nobody is asked why, and what was typed is kept', async () => {
    story = await opened();
    await turnTo(story, 'need.add');
    open = story.card();
    // What is asked about elsewhere (a word of what a plan never says) stops nobody here.
    const need = `${WORDS.need} Medicinen höjs.`;
    expect(await story.press('meeting.breakOff', { need })).toContain('Mötet är avbrutet.');
    expect(story.text()).toMatch(/Mötet avbröts \S+ \d+ \S+\. Det ni skrev finns kvar\. Välj en ny tid\./);
    const file = await fileOf(sandbox, story);
    expect(file.case.status).toBe('PREPARING');
    expect(file.meetings.map(({ status }) => status)).toEqual(['HELD', 'DRAFT']);
    expect(file.meetings[0]?.brokenOffAt).not.toBeNull();
    expect(file.needs.map(({ text }) => text)).toEqual([need]);
    expect(participantsOf(file, file.meetings[1])).toHaveLength(2);
    expect(file.consents.every(({ recordedAt }) => recordedAt !== null)).toBe(true);
    expect(buttonsOf(story.card()).find(({ verb }) => verb === 'time.open')).toBeDefined();
  });

  test('pressed again, and on the old card: a sentence, and one meeting is broken off', async () => {
    const again = await sandbox.as(KARIN).press(open, 'meeting.breakOff', { need: WORDS.need });
    expect(textOf(again)).toContain('Mötet avbröts');
    const late = await sandbox.as(KARIN).press(open, 'need.add', { need: 'Något annat.' });
    expect(textOf(late)).toContain('Mötet avbröts nyss.');
    expect(JSON.stringify(late)).toContain('Något annat.');
    expect((await fileOf(sandbox, story)).meetings).toHaveLength(2);
  });

  test('it is no meeting held in time, and no plan is missed by itself', async () => {
    await story.press('more.open');
    await story.press('deviations.open');
    const offered = story.input('what')?.choices.map(({ value }) => value) ?? [];
    expect(offered.filter((one) => one.startsWith('NO_PLAN') || one.startsWith('NO_MEETING'))).toEqual([]);
  });

  test('the next meeting has the same people and goes on with what was written', async () => {
    for (const back of ['moreCase.open', 'more.open', 'guide.open'])
      if (story.verbs().includes(back)) await story.press(back);
    await story.fill('time', { date: dayFromNow(14) });
    await story.fill('family');
    await story.press('preview.open');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    startMs = await openStory(sandbox, story);
    expect(['a_0', 'p_0'].map((id) => value(story, id))).toEqual(['', '']);
    await story.press('attendance.all');
    await turnTo(story, 'need.add');
    expect(story.text()).toContain(WORDS.need);
    const [plan, ...more] = (await fileOf(sandbox, story)).plans;
    expect(more).toEqual([]);
    expect(plan?.version).toBe(1);
  });
});
