/** The follow-up: reminded of in good time, called to on the same road, and locked as the next version of the plan. */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf, instantOf } from '../../../domain/days.ts';
import { nextWorkingMorning, reminderDays } from '../../../domain/reminders.ts';
import register from '../../../sandbox/register.json' with { type: 'json' };
import { backToToday, closeAtRest } from '../../support/at-rest.ts';
import { buttonsOf, textOf } from '../../support/card-json.ts';
import { caseIn, fileOf, type PreparedStory } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { openStory, type Story } from '../../support/story.ts';
import type { SinkMessage } from '../../support/teams-sink.ts';
import { dayFromNow, WORDS, workingDayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
let story: Story;
let handedOver: Story;
let theirs: SinkMessage;
let followUpOn: Temporal.PlainDate;

const TO = register.people.find(
  (one) => one.unitId === 'elevhalsan' && one.id !== KARIN.id && (one as { mayCall?: boolean }).mayCall,
);
if (!TO) throw new Error('a colleague who may call is needed');
const colleague = TO as typeof KARIN;
const [FIRST = '', SECOND = ''] = WORDS.measures;

/** From today's time: the clock has been moved by the one before. */
async function lockedToday(): Promise<PreparedStory> {
  await backToToday(sandbox);
  return caseIn(sandbox, 'locked');
}

beforeAll(async () => {
  sandbox = await openSandbox();
  await sandbox.as(colleague).type('hej');
  const [first, second] = [await lockedToday(), await lockedToday()];
  [story, handedOver] = [first, second];
  followUpOn = first.file.plans[0]?.followUpOn ?? followUpOn;
  await handedOver.press('more.open');
  await handedOver.press('handover.open');
  await handedOver.press('handover.save', { to: colleague.id });
  const isTheirs = ({ conversationId, card }: SinkMessage) =>
    conversationId === `chat-${colleague.id}` && textOf(card).includes(handedOver.code);
  theirs = await sandbox.sink.until(
    () => sandbox.sink.messages.find(isTheirs),
    'the card of the one who holds the case now',
  );
}, 240_000);
afterAll(() => closeAtRest(sandbox));

const reminders = () => sandbox.sink.messages.filter(({ card }) => /^Uppföljning av \S+ om /m.test(textOf(card)));
const remindersOf = ({ code }: Story): SinkMessage[] => reminders().filter(({ card }) => textOf(card).includes(code));
const daysBetween = (day: Temporal.PlainDate) => day.until(followUpOn).days;
const at = (day: Temporal.PlainDate, time: string) =>
  sandbox.moveClock(instantOf(day, Temporal.PlainTime.from(time)).toString());
/** Something was carried out after the clock was moved, so what was due has been. */
const afterAWhile = async () => {
  const before = sandbox.sink.messages.length;
  await sandbox.as(KARIN).type('hjälp');
  await sandbox.sink.until(() => sandbox.sink.messages.length > before, 'the help card');
};

describe('T22: the reminders', () => {
  test('T22: at eight on the first day the card comes down to the bottom of the chat, and a line stands where it was', async () => {
    const [day] = reminderDays(followUpOn);
    if (!day) throw new Error('a day is needed');
    const [old, before] = [story.message, sandbox.sink.messages.length];
    const anew = (one: Story) =>
      sandbox.sink.messages.slice(before).filter(({ card }) => textOf(card).includes(one.code));
    // The card counts down where it stands, which tells nobody.
    await at(day, '07:50');
    await sandbox.sink.until(() => remindersOf(story).includes(old), 'the days that are left');
    expect([story, handedOver].flatMap(anew)).toEqual([]);
    await at(day, '08:00');
    const message = await sandbox.sink.until(
      () => anew(story).find((one) => remindersOf(story).includes(one)),
      'the reminder',
    );
    await sandbox.sink.until(
      () => anew(handedOver).find((one) => remindersOf(handedOver).includes(one)),
      'the other reminder',
    );
    expect(textOf(message.card)).toContain(
      `Uppföljning av ${story.code} om ${daysBetween(day)} dagar. Kalla till den, och prata kort med var och en.`,
    );
    await sandbox.sink.until(() => textOf(old.card).includes('står nu i ett annat meddelande'), 'the line');
    expect(buttonsOf(old.card)).toEqual([]);
    story.follow(message);
  });

  test('T22, fault 13: only the one who holds the case now is reminded; then it is closed', async () => {
    await sandbox.sink.until(() => textOf(theirs.card).includes('står nu i ett annat meddelande'), 'the line');
    const message = await sandbox.sink.until(
      () => remindersOf(handedOver)[0],
      'the reminder of the case that was handed over',
    );
    expect(message.conversationId).toBe(`chat-${colleague.id}`);
    await afterAWhile();
    expect(remindersOf(handedOver)).toHaveLength(1);
    const client = sandbox.as(colleague);
    const more = await client.press(await client.press(message.card, 'more.open'), 'moreCase.open');
    const close = await client.press(more, 'close.open');
    expect(textOf(await client.press(close, 'close.save', { reason: 'FAMILY_ENDS', familyInformed: 'YES' }))).toContain(
      'avslutat',
    );
  });

  test('T22, scenario 21: none in a closed case; once a day at most, and not at night: what was due meanwhile waits for the morning and comes as one', async () => {
    const days = reminderDays(followUpOn);
    // A page of buttons: nobody can be typing there.
    await story.press('more.open');
    await story.press('moreCase.open');
    const [old, before] = [story.message, sandbox.sink.messages.length];
    // The program comes back in the evening of the last reminder: two of them are late.
    const last = days[2] as Temporal.PlainDate;
    await at(days[1] as Temporal.PlainDate, '20:00');
    // What was due by then has been looked at, and is put off until somebody is at work.
    const morning = nextWorkingMorning(instantOf(days[1] as Temporal.PlainDate, Temporal.PlainTime.from('20:00')));
    const { id: caseId } = (await fileOf(sandbox, story)).case;
    const waits = { kind: 'followUp.remind', caseId, doneAt: null, dueAt: new Date(morning.epochMilliseconds) };
    await expect.poll(() => sandbox.stored().prisma.dueItem.count({ where: waits }), { timeout: 20_000 }).toBe(1);
    await afterAWhile();
    expect(sandbox.sink.messages.slice(before).filter((one) => remindersOf(story).includes(one))).toEqual([]);
    await at(last, '08:30');
    const message = await sandbox.sink.until(
      () => sandbox.sink.messages.slice(before).find((one) => remindersOf(story).includes(one)),
      'the reminder',
    );
    await sandbox.sink.until(() => textOf(old.card).includes('står nu i ett annat meddelande'), 'the line');
    await afterAWhile();
    expect(remindersOf(story)).toEqual([message]);
    expect(sandbox.sink.messages.slice(before).filter(({ card }) => textOf(card).includes(handedOver.code))).toEqual(
      [],
    );
    story.follow(message);
  });

  test('T22: over, without a follow-up: the card says so, and after fourteen days it can be drafted as a deviation', async () => {
    await at(followUpOn.add({ days: 1 }), '09:00');
    await story.until(/Uppföljningen skulle ha varit/);
    await story.press('more.open');
    await story.press('deviations.open');
    expect(story.input('what')?.choices.map(({ value }) => value.split(':')[0])).not.toContain('NO_FOLLOW_UP');
    await at(followUpOn.add({ days: 15 }), '09:00');
    await story.press('more.open');
    await story.press('deviations.open');
    expect(story.input('what')?.choices.map(({ value }) => value.split(':')[0])).toContain('NO_FOLLOW_UP');
    await story.press('more.open');
    await story.press('guide.open');
  });
});

describe('T23: the follow-up', () => {
  const channel = () =>
    sandbox.sink.messages.filter(({ card }) => new RegExp(`^Åtgärd \\d+ · ${story.code}`).test(textOf(card)));
  const measure = (n: number) => channel().find(({ card }) => textOf(card).startsWith(`Åtgärd ${n} `)) as SinkMessage;
  let startMs: number;

  test('is called to on the same road; the same people are called, the plan stands and its measures live meanwhile', async () => {
    const guide = await story.press('followUp.call');
    expect(guide).toContain('· uppföljning');
    expect(guide).toContain('Samma personer är valda.');
    await story.press('more.open');
    expect(await story.press('plan.show')).toContain('Planen, version 1');
    await story.press('guide.open');
    const lena = sandbox.as(LENA, { conversationId: measure(1).conversationId, conversationType: 'channel' });
    expect(textOf(await lena.press(measure(1).card, 'measure.show'))).toContain(FIRST);

    // Nobody has been called: the way back to the plan is open.
    await story.press('more.open');
    expect(await story.press('followUp.leave')).toContain('Planen gäller');
    await story.press('followUp.call');
  });

  test('T23, E: with every gate as of today: a time ahead and the family’s yes to it; the short talks stop the opening, and not the kallelse', async () => {
    const meetsOn = followUpOn.add({ days: 25 }).toString();
    expect(await story.press('check.open')).toContain('Tid för mötet');
    await story.press('guide.open');
    await story.fill('time', { date: meetsOn });
    // The three weeks count for the first meeting only.
    expect(story.text()).not.toContain('efter sista dag');
    expect(await story.press('check.open')).toContain('Familjens ja till tiden');
    await story.press('guide.open');
    await story.fill('family');
    await story.press('check.open');
    await story.press('preview.open');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    expect(story.verbs()).toContain('plan.show');
  });

  test('T20, T23: goals and measures are there; each goes on, is done or is left, and one that is late wants a new day', async () => {
    startMs = await openStory(sandbox, story);
    await story.press('attendance.save', { p_0: 'IN_ROOM', p_1: 'IN_ROOM' });
    expect(story.input('childGoal')?.value).toBe(WORDS.childGoal);
    expect(await story.press('childGoal.save', { ownWords: 'YES' })).toContain(WORDS.need);
    expect(await story.press('needs.next')).toContain(WORDS.goal);
    const review = await story.press('goals.next');
    expect(review).toContain('Hur har det gått med åtgärderna');
    expect(await story.press('review.save')).toContain('Rätta: Åtgärdens dag har varit. Välj hur den går vidare.');
    // Done in the channel while they answer: done in the version that is written too, and no answer is another's.
    const lena = sandbox.as(LENA, { conversationId: measure(1).conversationId, conversationType: 'channel' });
    await lena.press(measure(1).card, 'measure.done');
    const measures = await story.press('review.save', { r_2: 'CONTINUOUS' });
    expect(measures).toMatch(new RegExp(`${FIRST}\\n.* · Klar`));
    expect(measures).toMatch(new RegExp(`${SECOND}\\n.*löpande`));
    await story.press('measures.next', { what: 'Besök på skolan.', who: LENA.id, dueOn: dayFromNow(20, startMs) });
    expect(story.input('ownerUnitId')?.value).toBe(KARIN.unitId);
    const readback = await story.press('responsibility.save');
    expect(readback).toContain('Besök på skolan.');
    expect(readback).toContain('löpande, följs upp');
    await story.press('closing.open');
  });

  test('T23, E: it becomes version 2; version 1 can be read as it was locked, and not be changed', async () => {
    const before = channel().length;
    const told = { childTellerRole: 'CONVENER', childTellByOn: dayFromNow(1, startMs) };
    expect(await story.press('plan.lock', { followUpOn: workingDayFromNow(60, startMs), ...told })).toContain(
      'Planen är klar.',
    );
    const plan = await story.press('plan.show');
    expect(plan).toContain('Planen, version 2');
    expect(plan).toContain(SECOND);
    expect(plan).toContain('Besök på skolan.');
    expect(await story.press('plan.version')).toContain('Välj en version.');
    const old = await story.press('plan.version', { version: '1' });
    expect(old).toContain('Planen, version 1');
    expect(old).toContain('En tidigare version. Den gäller inte längre.');
    expect(old).not.toContain('Besök på skolan.');
    expect(old).not.toContain('löpande');
    expect(story.verbs()).not.toContain('plan.measureDone');
    expect(await story.press('plan.version', { version: '2' })).toContain('Planen, version 2');

    // In the channel the old cards go on with their measures, and the new one has a card of its own.
    await sandbox.sink.until(() => channel().length === before + 1, 'the card of the new measure');
    await sandbox.sink.until(
      () => textOf(measure(2).card).includes('löpande, följs upp'),
      'the second measure goes on',
    );
    expect(textOf(measure(1).card)).toContain('Klar');
  });

  test('T22, T23: the new version has reminders of its own, and the old one is not reminded of', async () => {
    const next = Temporal.PlainDate.from(workingDayFromNow(60, startMs));
    const before = sandbox.sink.messages.length;
    await story.press('guide.open');
    await at(reminderDays(next)[0] as Temporal.PlainDate, '08:00');
    await sandbox.sink.until(
      () => sandbox.sink.messages.slice(before).find((one) => remindersOf(story).includes(one)),
      'the reminder of version 2',
    );
    expect(dayOf(Temporal.Instant.fromEpochMilliseconds(startMs)).until(next).days).toBeGreaterThan(55);
  });
});
