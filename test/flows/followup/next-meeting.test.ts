/** The next meeting: agreed on at the table, booked in one press after the lock, and what can go wrong on the way. */
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sayDay } from '../../../cards/texts/dates.ts';
import { currentMeeting, currentPlan, lockedPlan, participantsOf } from '../../../domain/current.ts';
import { dayOf } from '../../../domain/days.ts';
import type { Meeting } from '../../../domain/rows/meeting.ts';
import type { Plan } from '../../../domain/rows/plan.ts';
import { backToToday, breakGraph, closeAtRest, comeToRest } from '../../support/at-rest.ts';
import { inputsOf, textOf } from '../../support/card-json.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import type { Known } from '../../support/prepared-rows.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { openStory, type Story } from '../../support/story.ts';
import { dayFromNow, WORDS, workingDayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterEach(async () => {
  await sandbox.control('faults', { graph: null });
  await backToToday(sandbox);
});
afterAll(() => closeAtRest(sandbox, { dead: ['find-times http503'] }));

const planNow = async (story: Story): Promise<Plan> => currentPlan(await fileOf(sandbox, story)) as Plan;
const meetingNow = async (story: Story): Promise<Meeting> => currentMeeting(await fileOf(sandbox, story)) as Meeting;

/** The times that were looked for stand on the card. */
async function timesFor(story: Story): Promise<void> {
  const hasSlots = () => inputsOf(story.message.card).some(({ id }) => id === 'slot');
  await sandbox.sink.until(hasSlots, 'the times that were found');
  story.look();
}

const workingDay = (days: number, from: number) => Temporal.PlainDate.from(workingDayFromNow(days, from));

/** A meeting with everything that its plan needs but what its last page asks for. */
async function lastPage(known: Known = {}): Promise<{ story: Story; startMs: number; told: Record<string, string> }> {
  const story = await caseIn(sandbox, 'sent', known);
  const startMs = await openStory(sandbox, story);
  await story.press('attendance.save', { p_0: 'IN_ROOM', p_1: 'REMOTE' });
  await story.press('childGoal.save', { childGoal: WORDS.childGoal, ownWords: 'YES' });
  await story.press('needs.next', { need: WORDS.need });
  await story.press('goals.next', { goal: WORDS.goal });
  await story.press('measures.next', { what: WORDS.measures[0] ?? '', who: LENA.id, dueOn: dayFromNow(20, startMs) });
  await story.press('responsibility.save', { principal: 'REGION', ownerUnitId: KARIN.unitId });
  await story.press('closing.open');
  return { story, startMs, told: { childTellerRole: 'CONVENER', childTellByOn: dayFromNow(1, startMs) } };
}

describe('part 5, at the table', () => {
  test('times are found around the day that is chosen; the time, the place and the family’s yes are the plan’s', async () => {
    const { story, startMs, told } = await lastPage();
    expect(await story.press('closing.time')).toContain('Välj dagen då ni ses igen.');
    const on = workingDay(60, startMs);
    expect(await story.press('closing.time', { followUpOn: on.toString() })).toContain('Vilken tid passar');
    expect(JSON.stringify(story.card())).toContain(`Klockslag ${sayDay('sv', on)}`);
    // Where they are now, until they say otherwise; and nothing to choose from before anybody has looked.
    expect(story.input('place')?.value).toBe('stadshuset-dalbo');
    expect(story.input('slot')).toBeUndefined();
    expect(await story.press('nextTime.save', { familyYes: 'true' })).toContain('Rätta: Välj klockslag.');
    expect(await story.press('nextTime.search', { familyYes: 'false' })).toContain('Söker tider …');
    await timesFor(story);
    const slots = story.input('slot')?.choices ?? [];
    expect(slots[0]?.title).toContain('i kommunen kan');
    expect(slots.length).toBeGreaterThan(1);
    expect(slots.length).toBeLessThanOrEqual(4);
    const slot = slots[0]?.value ?? '';
    const closing = await story.press('nextTime.save', { slot, familyYes: 'true' });
    expect(closing).toMatch(/Bestämt: .* kl\. .*\. Familjen har sagt ja\./);
    const plan = await planNow(story);
    expect(`${plan.followUpAt}/${plan.followUpEndAt}`).toBe(slot);
    expect(plan).toMatchObject({ followUpPlaceId: 'stadshuset-dalbo', followUpFamilyYes: true });
    expect(plan.followUpOn).toEqual(plan.followUpAt && dayOf(plan.followUpAt));
    // What is read back, what stands on the wall and what the chair says have the time.
    const clock = /kl\. [\d.–]+/.exec(closing)?.[0] ?? 'none';
    expect(await story.press('screen.open')).toContain(clock);
    await story.press('screen.back');
    expect(await story.press('closing.back', told)).toContain(clock);
    await story.press('closing.open');
    expect(await story.press('plan.lock', told)).toContain('Planen är klar.');
    expect(story.verbs()).toContain('followUp.call');
    const locked = await story.press('plan.show');
    expect(locked).toContain(clock);
    expect(locked).toContain('Stadshuset, rum Dalbo');
  });

  test('the calendars do not answer: the time is written by hand, and without one the day alone locks the plan', async () => {
    const { story, startMs, told } = await lastPage();
    const on = workingDay(60, startMs);
    await story.press('closing.time', { followUpOn: on.toString(), ...told });
    await breakGraph(sandbox, { graph: '503' });
    await story.press('nextTime.search');
    await story.until(/Kalendern svarar inte\. Skriv tiden själv/);
    expect(await story.press('nextTime.save', { clock: '14:30', minutes: '45' })).toContain(
      `Bestämt: ${sayDay('sv', on)} kl. 14.30–15.15`,
    );
    expect(story.text()).toContain('Familjens ja saknas.');
    await story.press('closing.time');
    expect([story.input('clock')?.value, story.input('minutes')?.value]).toEqual(['14:30', '45']);
    expect(await story.press('nextTime.save', { clock: '' })).not.toContain('Bestämt:');
    expect(await story.press('plan.lock')).toContain('Planen är klar.');
    expect(story.verbs()).not.toContain('followUp.call');
    expect(lockedPlan(await fileOf(sandbox, story))).toMatchObject({ followUpAt: null, followUpFamilyYes: null });
  });

  test('"Paus" while the calendars are asked: what they answered is there afterwards', async () => {
    const { story, startMs } = await lastPage();
    await story.press('closing.time', { followUpOn: workingDay(60, startMs).toString() });
    await story.press('nextTime.search');
    expect(await story.press('meeting.pause')).toContain('Vi tar en paus');
    await comeToRest(sandbox);
    await story.press('meeting.resume');
    expect(story.input('slot')?.choices[0]?.title).toContain('i kommunen kan');
  });
});

describe('bad input at the table', () => {
  test('a day that has been, or today, is refused', async () => {
    const { story, startMs, told } = await lastPage();
    for (const days of [-30, 0])
      expect(await story.press('plan.lock', { followUpOn: dayFromNow(days, startMs), ...told })).toContain('Rätta:');
    expect((await planNow(story)).lockedAt).toBeNull();
  });

  test('a red day is said once, and locked when it is pressed again', async () => {
    const { story, startMs, told } = await lastPage();
    let on = Temporal.PlainDate.from(dayFromNow(60, startMs));
    while (on.dayOfWeek !== 7) on = on.add({ days: 1 });
    const asked = await story.press('plan.lock', { followUpOn: on.toString(), ...told });
    expect(asked).toContain('är en röd dag eller helg.');
    expect(asked).toContain('Tryck en gång till om den stämmer.');
    expect((await planNow(story)).lockedAt).toBeNull();
    expect(await story.press('plan.lock')).toContain('Planen är klar.');
  });

  test('a consent that ends before the follow-up is said when the day is chosen, and on the card after the lock', async () => {
    const { story, startMs, told } = await lastPage({ consent: { validMonths: 3 } });
    const on = workingDay(120, startMs).toString();
    expect(await story.press('plan.lock', { followUpOn: on, ...told })).toMatch(
      /Samtycket går ut \S+ \d+ \S+( \d{4})?, före uppföljningen\./,
    );
    expect(await story.press('closing.time')).toContain('Be om en ny blankett.');
    await story.press('nextTime.back');
    expect(await story.press('plan.lock')).toContain('Planen är klar.');
    expect(story.text()).toMatch(/Uppföljning .*\. Samtycket går ut .* Be om en ny blankett i god tid\./);
  });

  test('another day takes the time of the first away: it is said, and nothing is locked unseen', async () => {
    const { story, startMs, told } = await lastPage();
    const [on, other] = [workingDay(60, startMs), workingDay(70, startMs)];
    await story.press('closing.time', { followUpOn: on.toString(), ...told });
    await story.press('nextTime.save', { clock: '10:00', familyYes: 'true' });
    expect(await story.press('plan.lock', { followUpOn: other.toString() })).toContain(
      'Tiden ni bestämde var en annan dag och är borttagen.',
    );
    expect(await planNow(story)).toMatchObject({ lockedAt: null, followUpAt: null, followUpFamilyYes: null });
    expect(await story.press('plan.lock')).toContain('Planen är klar.');
  });

  test('"Tillbaka" from a time that is half taken away: what was agreed on stands', async () => {
    const { story, startMs } = await lastPage();
    await story.press('closing.time', { followUpOn: workingDay(60, startMs).toString() });
    await story.press('nextTime.save', { clock: '10:00', familyYes: 'true' });
    const { followUpAt } = await planNow(story);
    await story.press('closing.time');
    expect(await story.press('nextTime.back', { clock: '', familyYes: 'true' })).toContain('Bestämt:');
    expect(await planNow(story)).toMatchObject({ followUpAt, followUpFamilyYes: true });
  });

  test('broken off after a time was agreed on: the draft keeps it, and nobody is offered to book it', async () => {
    const { story, startMs } = await lastPage();
    await story.press('closing.time', { followUpOn: workingDay(60, startMs).toString() });
    await story.press('nextTime.save', { clock: '10:00', familyYes: 'true' });
    expect(await story.press('meeting.breakOff')).toContain('Mötet är avbrutet.');
    expect((await planNow(story)).followUpAt).not.toBeNull();
    expect(story.verbs()).not.toContain('followUp.call');
  });
});

/** A locked plan with a time for its follow-up, that nobody has anything else at. */
let booked = 0;
async function agreed(known: Known = {}): Promise<Story> {
  booked += 1;
  const plan = (on: Temporal.PlainDate): Partial<Plan> => {
    const plainTime = Temporal.PlainTime.from('17:30').add({ minutes: 30 * booked });
    const startAt = on.toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime }).toInstant();
    const followUpEndAt = startAt.add({ minutes: 30 });
    return {
      followUpAt: startAt,
      followUpEndAt,
      followUpPlaceId: 'stadshuset-dalbo',
      followUpFamilyYes: true,
    };
  };
  return caseIn(sandbox, 'locked', { plan, ...known });
}

describe('"Boka uppföljningen"', () => {
  test('one press fills in time, place and yes, looks at the calendars again, and what is left is "Skicka"', async () => {
    const story = await agreed();
    const called = participantsOf(await fileOf(sandbox, story), await meetingNow(story)).map(({ mail }) => mail);
    expect(await story.press('followUp.call')).toContain('Tittar om tiden ni bestämde är ledig …');
    const guide = await story.until(/fortfarande ledig/);
    expect(guide).toContain('· uppföljning');
    const plan = lockedPlan(await fileOf(sandbox, story));
    expect(await meetingNow(story)).toMatchObject({
      ...{ status: 'DRAFT', startAt: plan?.followUpAt, endAt: plan?.followUpEndAt, placeId: 'stadshuset-dalbo' },
      familyAgreed: true,
    });
    const file = await fileOf(sandbox, story);
    expect(participantsOf(file, currentMeeting(file)).map(({ mail }) => mail)).toEqual(called);
    expect(await story.press('check.open')).not.toContain('saknas');
    await story.press('preview.open');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    expect((await story.events(SAMIRA)).map(({ start }) => start.dateTime.slice(0, 16))).toContain(
      plan?.followUpAt?.toString().slice(0, 16),
    );
    // The plan holds for the two months until then: its measures, its papers, and its day in the list.
    expect(story.text()).toMatch(/Åtgärd 1 · .*\*\*/);
    expect(story.verbs()).toContain('plan.show');
    expect(await story.press('plan.show')).toContain('Planen, version 1');
  });

  test('somebody has taken the time meanwhile: it is said who, the page of times opens, and nothing is sent', async () => {
    const story = await agreed();
    const { followUpAt, followUpEndAt } = (await planNow(story)) as Plan;
    const at = (instant: Temporal.Instant | null) => ({ dateTime: String(instant).slice(0, 19), timeZone: 'UTC' });
    const { status } = await sandbox.graph('POST', `/users/${SAMIRA.id}/events`, {
      subject: 'Annat',
      start: at(followUpAt),
      end: at(followUpEndAt),
    });
    expect(status).toBe(201);
    await story.press('followUp.call');
    await story.until(/är upptagen nu för: Socialtjänst/);
    expect(story.input('slot')?.choices[0]?.title).toContain('inte Socialtjänst');
    // It stands chosen: who keeps it keeps it, and another is one press away.
    expect(story.input('slot')?.value).toBe(`${followUpAt}/${followUpEndAt}`);
    const other = story.input('slot')?.choices[1]?.value ?? '';
    await story.press('time.save', { slot: other });
    expect((await meetingNow(story)).familyAgreed).toBe(false);
    expect(await story.press('check.open')).toContain('Familjens ja till tiden');
  });

  test('a unit was taken out of the consent meanwhile: it is said first, and it is not called', async () => {
    const story = await agreed();
    await story.press('more.open');
    await story.press('withdraw.open');
    await story.withdraw({ givenBy: 'GUARDIAN_1', what: 'PARTY:bup-dalsland' });
    const guide = await story.press('followUp.call');
    expect(guide).toContain('· uppföljning');
    expect(guide).toContain('Alla står inte i samtycket: gå igenom vilka som kallas.');
    await comeToRest(sandbox);
    const file = await fileOf(sandbox, story);
    const called = participantsOf(file, currentMeeting(file)).map(({ unitId }) => unitId);
    expect(called).toEqual(['individ-och-familj']);
    expect(currentMeeting(file)).toMatchObject({ startAt: lockedPlan(file)?.followUpAt, proposalsState: 'FOUND' });
  });

  test('the calendars do not answer: the time is kept, and it is said that nobody has looked', async () => {
    const story = await agreed();
    await breakGraph(sandbox, { graph: '503' });
    await story.press('followUp.call');
    expect(await story.until(/Jag vet inte om tiden fortfarande är ledig/)).toContain('· uppföljning');
    expect((await meetingNow(story)).startAt).toEqual((await planNow(story)).followUpAt);
  });

  test('twice at once: one meeting, and the other press is told', async () => {
    const story = await agreed();
    const card = story.card();
    const answers = await Promise.all([1, 2].map(() => sandbox.as(KARIN).press(card, 'followUp.call')));
    expect(answers.map(textOf).join()).toContain('Tittar om tiden');
    const { meetings } = await fileOf(sandbox, story);
    expect(meetings.filter(({ status }) => status === 'DRAFT')).toHaveLength(1);
  });

  test('the consent has ended: the time waits, nobody is called, and the form is asked for', async () => {
    const story = await agreed({ consent: { validToOn: Temporal.PlainDate.from(dayFromNow(20)) } });
    const plan = await planNow(story);
    await sandbox.moveClock(`${dayFromNow(30)}T09:00:00Z`);
    await story.untilNewest(/Samtycket har gått ut/);
    const guide = await story.press('followUp.call');
    expect(guide).toContain('· uppföljning');
    const file = await fileOf(sandbox, story);
    expect(participantsOf(file, currentMeeting(file))).toEqual([]);
    expect(currentMeeting(file)?.startAt).toEqual(plan.followUpAt);
    expect(await story.press('check.open')).toContain('Underskrift från');
  });

  test('taken back between the press and the calendars: the meeting is off, and nothing of it is sent', async () => {
    const story = await agreed();
    await story.press('followUp.call');
    await story.until(/fortfarande ledig/);
    await story.press('more.open');
    await story.press('withdraw.open');
    expect(await story.withdraw({ givenBy: 'GUARDIAN_2' })).toContain('Samtycket är återkallat.');
    await comeToRest(sandbox);
    const file = await fileOf(sandbox, story);
    expect(file.meetings.map(({ status }) => status).sort()).toEqual(['CANCELLED', 'HELD']);
    expect((await story.events(SAMIRA)).length).toBe(1);
  });

  test('on paper only nothing is booked from here, whatever an old card sends', async () => {
    const story = await agreed();
    const { id } = (await fileOf(sandbox, story)).case;
    await sandbox.stored().prisma.case.update({ where: { id }, data: { safety: 'RESTRICTED' } });
    expect(await story.pressUnshown('followUp.call')).not.toContain('Tittar om tiden');
    expect((await meetingNow(story)).startAt).toBeNull();
    await comeToRest(sandbox);
  });

  test('a first meeting that is prepared is not left: there is no plan to go back to', async () => {
    const story = await caseIn(sandbox, 'prepared');
    expect(await story.pressUnshown('followUp.leave')).not.toContain('Planen gäller');
    const { case: row, meetings } = await fileOf(sandbox, story);
    expect([row.status, meetings.map(({ status }) => status)]).toEqual(['PREPARING', ['DRAFT']]);
  });

  test('booked, opened and broken off: the plan from before holds, and no word of the new one is handed to anybody', async () => {
    const story = await agreed();
    await story.press('followUp.call');
    await story.until(/fortfarande ledig/);
    await story.press('preview.open');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    const startMs = await openStory(sandbox, story);
    await story.press('attendance.save', { p_0: 'IN_ROOM', p_1: 'IN_ROOM' });
    await story.press('childGoal.save', { ownWords: 'YES' });
    await story.press('needs.next', { need: 'UTKAST' });
    expect(await story.press('meeting.breakOff')).toContain('Mötet är avbrutet.');
    const file = await fileOf(sandbox, story);
    expect([currentPlan(file)?.version, lockedPlan(file)?.version]).toEqual([2, 1]);
    await story.press('more.open');
    await story.press('hand.open');
    const onPaper = inputsOf(story.card()).map(({ id }) => [id, 'PAPER']);
    expect(await story.press('hand.save', Object.fromEntries(onPaper))).toContain('Planen är lämnad.');
    const { planRecipients } = await fileOf(sandbox, story);
    expect(new Set(planRecipients.map(({ planId }) => planId))).toEqual(new Set([lockedPlan(file)?.id]));
    await story.press('more.open');
    expect(await story.press('plan.show')).toContain('Planen, version 1');
    expect(story.text()).not.toContain('UTKAST');
    await story.press('guide.open');
    // The time that was agreed on has been, and is not booked again by itself.
    await sandbox.moveClock(new Date(startMs + 3_600_000).toISOString());
    await story.press('more.open');
    await story.press('followUp.leave');
    await story.press('followUp.call');
    expect((await meetingNow(story)).startAt).toBeNull();
  });

  test('a time that has been is not booked: another one is called to', async () => {
    const story = await agreed();
    const { followUpOn } = await planNow(story);
    await sandbox.moveClock(`${followUpOn?.add({ days: 1 })}T08:00:00Z`);
    await story.untilNewest(/Uppföljningen skulle ha varit/);
    expect(await story.press('followUp.call')).toContain('Samma personer är valda.');
    expect((await meetingNow(story)).startAt).toBeNull();
  });

  test('booked, and gone back to the plan before anybody is called: the time is still there to be booked', async () => {
    const story = await agreed();
    await story.press('followUp.call');
    await story.until(/fortfarande ledig/);
    await story.press('more.open');
    expect(await story.press('followUp.leave')).toContain('Planen gäller');
    expect(story.verbs()).toContain('followUp.call');
    await story.press('followUp.call');
    await story.until(/fortfarande ledig/);
  });
});
