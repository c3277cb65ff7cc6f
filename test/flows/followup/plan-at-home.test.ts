/** The plan at home and the child told: rows on the case's card until everybody has theirs. */
import { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { instantOf, MIDNIGHT } from '../../../domain/days.ts';
import { nextWorkingMorning } from '../../../domain/reminders.ts';
import { backToToday, closeAtRest, comeToRest } from '../../support/at-rest.ts';
import { buttonsOf, type CardJson, textOf } from '../../support/card-json.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { printed } from '../../support/printed.ts';
import { KARIN, openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

/** From today's time: the clock has been moved by the one before. */
async function locked(known: { youth?: true } = {}) {
  await backToToday(sandbox);
  return caseIn(sandbox, 'locked', known);
}

/** The day of the sandbox's clock: that of the meeting. */
const today = async (story: Story): Promise<string> => {
  const meeting = (await fileOf(sandbox, story)).meetings[0];
  return String(meeting?.startAt?.toZonedDateTimeISO('Europe/Stockholm').toPlainDate());
};

const OLD = /Det här kortet hade hunnit bli gammalt/;

test('each home has a plan of its own: how and when, and the row stays until both have', async () => {
  const story = await locked();
  expect(story.text()).toContain('Planen till hemmen');
  expect(story.text()).toContain('0 av 2 har fått sin');
  const day = await today(story);

  await story.press('homes.open');
  expect(await story.press('homes.save', { how_GUARDIAN_1: 'PAPER' })).toContain('Välj vilken dag planen lämnades.');
  expect(story.input('how_GUARDIAN_1')?.value).toBe('PAPER');
  expect(await story.press('homes.save', { how_GUARDIAN_1: 'PAPER', givenOn_GUARDIAN_1: '2019-01-01' })).toContain(
    'Dagen är före mötet.',
  );
  const ahead = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  expect(await story.press('homes.save', { how_GUARDIAN_1: 'PAPER', givenOn_GUARDIAN_1: ahead })).toContain(
    'Dagen har inte varit än.',
  );
  // "Tillbaka" asks about nothing, and what is half filled in was handed to nobody.
  await story.press('homes.back', { how_GUARDIAN_1: 'PAPER', givenOn_GUARDIAN_1: ahead });
  expect(story.text()).toContain('0 av 2 har fått sin');
  expect((await fileOf(sandbox, story)).planRecipients).toEqual([]);
  await story.press('homes.open');
  // She was at the meeting: nobody has to tell her, whatever an old page sends.
  const toHer = { how_GUARDIAN_1: 'PAPER', givenOn_GUARDIAN_1: day, teller_GUARDIAN_1: 'SCHOOL_STAFF' };
  await story.press('homes.save', toHer);
  expect(story.text()).toContain('1 av 2 har fått sin');
  const [hers] = (await fileOf(sandbox, story)).planRecipients;
  expect([hers?.tellerRole, hers?.givenById]).toEqual([null, KARIN.id]);

  await story.press('homes.open');
  expect([story.input('how_GUARDIAN_1')?.value, story.input('givenOn_GUARDIAN_1')?.value]).toEqual(['PAPER', day]);
  const [first] = (await fileOf(sandbox, story)).planRecipients;
  await story.press('homes.save', {
    how_GUARDIAN_1: 'PAPER',
    givenOn_GUARDIAN_1: day,
    how_GUARDIAN_2: 'SECURE_POST',
    givenOn_GUARDIAN_2: day,
  });
  expect(story.text()).not.toContain('Planen till hemmen');
  const { planRecipients } = await fileOf(sandbox, story);
  expect(planRecipients.map(({ to, how, whole }) => [to, how, whole]).sort()).toEqual([
    ['GUARDIAN_1', 'PAPER', true],
    ['GUARDIAN_2', 'SECURE_POST', true],
  ]);
  // Who handed it over, and when, is not whoever fills in the other home.
  expect(planRecipients).toContainEqual(first);
});

test('a guardian who was not there: who tells them can be said first, and how it was handed is still to be said', async () => {
  const story = await locked();
  const absent = { meetingId: String((await fileOf(sandbox, story)).meetings[0]?.id), who: 'GUARDIAN_2', n: 1 };
  await sandbox.stored().prisma.attendee.upsert({
    where: { meetingId_who_n: absent },
    create: { id: uuid(), ...absent, attendance: 'ABSENT' },
    update: { attendance: 'ABSENT' },
  });
  await story.press('homes.open');
  await story.press('homes.save', { teller_GUARDIAN_2: 'CONVENER' });
  expect(story.text()).toContain('0 av 2 har fått sin');
  await story.press('homes.open');
  expect([story.input('how_GUARDIAN_2')?.value, story.input('teller_GUARDIAN_2')?.value]).toEqual(['', 'CONVENER']);
  expect(await story.press('homes.save')).toContain('0 av 2 har fått sin');
});

test('SoL 3:1: the child is told, in three short sentences of its own, and what must be told again stays', async () => {
  const story = await locked();
  const day = await today(story);
  expect(story.text()).toContain('Berätta för barnet');
  await story.press('tellChild.open');
  expect(buttonsOf(story.card()).map(({ verb }) => verb)).toContain('tellChild.print');
  expect(await story.press('tellChild.print')).toContain('Skriv en mening om vad som händer nu.');
  const tooLong = 'Du får en lugn plats i klassrummet nära dörren och din bästa kompis bredvid';
  expect(await story.press('tellChild.print', { sentence1: tooLong })).toContain('Högst tolv ord i en mening.');
  expect(story.input('sentence1')?.value).toBe(tooLong);
  await story.press('tellChild.print', { sentence1: 'Du får en lugn plats.', sentence2: 'Vi ringer hem.' });
  // Its own paper only, and back to where one came from.
  expect(buttonsOf(story.card()).map(({ verb }) => verb)).toContain('print.child-page');
  expect(buttonsOf(story.card()).map(({ verb }) => verb)).not.toContain('print.plan');
  await story.press('tellChild.open');
  expect(story.input('sentence2')?.value).toBe('Vi ringer hem.');
  const paper = await printed(story, 'child-page');
  expect(paper).toContain('Du får en lugn plats.');
  expect(paper).toContain('Vi ringer hem.');
  expect(paper).toContain('Du väljer om du vill vara med.');

  story.look();
  await story.press('tellChild.open');
  const kept = { sentence1: 'Du får en lugn plats.', sentence2: 'Vi ringer hem.' };
  expect(story.input('sentence2')?.value).toBe('Vi ringer hem.');
  expect(await story.press('tellChild.save', { ...kept, understood: 'AGAIN' })).toContain(
    'Välj vilken dag barnet fick veta.',
  );
  const told = { ...kept, toldBy: 'CONVENER', toldOn: day };
  const days = (n: number) => Temporal.PlainDate.from(day).add({ days: n }).toString();
  for (const [wrong, sentence] of [
    [{ toldOn: days(1) }, 'Dagen har inte varit än.'],
    [{ toldOn: days(-1) }, 'Dagen är före mötet.'],
    [{ toldBy: '' }, 'Välj vem som berättade.'],
    [{ understood: '' }, 'Välj hur det gick.'],
  ] as const)
    expect(await story.press('tellChild.save', { ...told, understood: 'SEEMED_TO', ...wrong })).toContain(sentence);
  // "Tillbaka" asks about nothing, and nobody has said that it was told.
  await story.press('tellChild.back', { ...told, toldOn: '', understood: 'SEEMED_TO' });
  expect((await fileOf(sandbox, story)).plans[0]).toMatchObject({ childToldOn: null, childUnderstood: null });
  await story.press('tellChild.open');
  expect(story.input('sentence1')?.value).toBe('Du får en lugn plats.');
  // A day that has not been tells of nothing, also where nobody is asked.
  await story.press('tellChild.back', { ...told, toldOn: dayFromNow(30), understood: 'SEEMED_TO' });
  expect(story.text()).toContain('inte gjort än');
  await story.press('tellChild.open');
  expect(story.input('sentence2')?.value).toBe('Vi ringer hem.');
  expect(await story.press('tellChild.save', { ...told, understood: 'AGAIN' })).toContain('Raden står kvar');
  expect(story.text()).toContain('inte gjort än');
  await story.press('tellChild.open');
  await story.press('tellChild.save', { ...told, understood: 'SEEMED_TO' });
  expect(story.text()).not.toContain('inte gjort än');
  const plan = (await fileOf(sandbox, story)).plans[0];
  expect([plan?.childUnderstood, plan?.childToldRole, String(plan?.childToldOn)]).toEqual([
    'SEEMED_TO',
    'CONVENER',
    day,
  ]);
});

test('a young person of age has the plan in their own hand, and is told by nobody', async () => {
  const story = await locked({ youth: true });
  expect(story.text()).toContain('0 av 1 har fått sin');
  expect(story.text()).not.toContain('Berätta för');
});

test.each([
  ['on paper only', { safety: 'RESTRICTED' }],
  ['of age', { ageBand: 'A18_20' }],
] as const)('%s since the page was opened: nothing is kept, and it is not said that it is', async (_, befell) => {
  const story = await locked();
  const { id } = (await fileOf(sandbox, story)).case;
  const givenOn = await today(story);
  await story.press('tellChild.open');
  const telling = story.card();
  story.look();
  await story.press('homes.open');
  const homes = story.card();
  await sandbox.stored().prisma.case.update({ where: { id }, data: befell });
  const pressed = async (card: CardJson, verb: string, filled: Record<string, string>) =>
    textOf(await sandbox.as(KARIN).press(card, verb, filled));
  for (const verb of ['tellChild.save', 'tellChild.back', 'tellChild.print'])
    expect(await pressed(telling, verb, { sentence1: 'Du får en lugn plats.' }), verb).toMatch(OLD);
  for (const verb of ['homes.save', 'homes.back'])
    expect(await pressed(homes, verb, { how_GUARDIAN_1: 'PAPER', givenOn_GUARDIAN_1: givenOn }), verb).toMatch(OLD);
  const { plans, planRecipients } = await fileOf(sandbox, story);
  expect([planRecipients, plans[0]?.childPage]).toEqual([[], null]);
});

test('a day that cannot be is not kept by going back, nor by printing: the child is still to be told', async () => {
  const story = await locked();
  const day = await today(story);
  const told = { sentence1: 'Du får en lugn plats.', toldBy: 'CONVENER', understood: 'SEEMED_TO' };
  for (const [toldOn, verb] of [
    ['2029-01-01', 'tellChild.back'],
    ['2019-01-01', 'tellChild.back'],
    ['2029-01-01', 'tellChild.print'],
  ] as const) {
    await story.press('tellChild.open');
    await story.press(verb, { ...told, toldOn });
    const [plan] = (await fileOf(sandbox, story)).plans;
    expect([plan?.childPage, plan?.childToldOn, plan?.childUnderstood]).toEqual([told.sentence1, null, null]);
    story.look();
  }
  await story.press('tellChild.open');
  await story.press('tellChild.back', { ...told, toldOn: day });
  expect(String((await fileOf(sandbox, story)).plans[0]?.childToldOn)).toBe(day);
});

test('SoL 3:1: two days after the lock the card comes down until the child is told; then never again', async () => {
  const story = await locked();
  const lockedOn = Temporal.PlainDate.from(await today(story));
  const morning = (days: number) => nextWorkingMorning(instantOf(lockedOn.add({ days }), MIDNIGHT)).toString();
  const cards = () =>
    sandbox.sink.messages.filter(
      ({ card }) => textOf(card).includes(story.code) && /Berätta för barnet|Barnet skulle få veta/.test(textOf(card)),
    );
  const old = story.message;
  await sandbox.moveClock(morning(2));
  await sandbox.sink.until(() => textOf(old.card).includes('står nu i ett annat meddelande'), 'the line');
  const reminded = await sandbox.sink.until(() => cards().find((one) => one !== old), 'the card, come down');
  story.follow(reminded);
  await story.press('tellChild.open');
  const told = { sentence1: 'Du får en lugn plats.', toldBy: 'CONVENER', toldOn: lockedOn.toString() };
  await story.press('tellChild.save', { ...told, understood: 'SEEMED_TO' });
  await comeToRest(sandbox);
  const before = sandbox.sink.messages.length;
  await sandbox.moveClock(morning(7));
  const { prisma } = sandbox.stored();
  const left = () =>
    prisma.dueItem.count({ where: { kind: 'tellChild.remind', caseId: story.file.case.id, doneAt: null } });
  await expect.poll(left, { timeout: 20_000 }).toBe(0);
  await comeToRest(sandbox);
  expect(sandbox.sink.messages.slice(before).filter(({ card }) => textOf(card).includes(story.code))).toEqual([]);
});
