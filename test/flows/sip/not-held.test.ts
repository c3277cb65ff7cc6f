/**
 * A meeting that was called and did not happen: it goes back with everything kept, and nowhere is said that it was
 * held.
 */
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { NOT_HELD_REASONS } from '../../../domain/codes.ts';
import { participantsOf } from '../../../domain/current.ts';
import { backToToday, closeAtRest, comeToRest, jumpTo } from '../../support/at-rest.ts';
import { caseIn, fileOf, type PreparedStory } from '../../support/prepared.ts';
import { openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { openStory, type Story } from '../../support/story.ts';
import { WORDS } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterEach(() => backToToday(sandbox));
afterAll(() => closeAtRest(sandbox));

const statuses = async (story: Story) => (await fileOf(sandbox, story)).meetings.map(({ status }) => status);
const startOf = ({ file }: PreparedStory): Temporal.Instant => file.meetings[0]?.startAt ?? Temporal.Now.instant();
const isCancelled = async (story: Story) =>
  (await story.events(SAMIRA)).every((event) => (event as { isCancelled?: boolean }).isCancelled);

async function openedThenLeft(): Promise<PreparedStory> {
  const story = await caseIn(sandbox, 'sent');
  await openStory(sandbox, story);
  await story.press('attendance.back');
  await story.press('more.open');
  return story;
}

describe('opened, and nobody came', () => {
  test('why is a code; people, consents and the draft are kept, and the next meeting goes on with them', async () => {
    const story = await openedThenLeft();
    await sandbox.moveClock(startOf(story).add({ minutes: 20 }).toString());
    expect(story.text()).toContain('Mötet blev inte av');
    await story.press('notHeld.open');
    expect(story.input('reason')?.choices.map(({ value }) => value)).toEqual([...NOT_HELD_REASONS]);
    expect(await story.press('notHeld.save')).toContain('Välj varför mötet inte blev av.');
    expect(await story.press('notHeld.save', { reason: 'FAMILY' })).toContain('Samma personer är valda.');
    expect(story.text()).toMatch(/Mötet \S+ \d+ \S+ blev inte av\./);
    const file = await fileOf(sandbox, story);
    expect(file.case.status).toBe('PREPARING');
    expect(file.meetings.map(({ status, notHeldReason }) => [status, notHeldReason])).toEqual([
      ['NOT_HELD', 'FAMILY'],
      ['DRAFT', null],
    ]);
    expect(participantsOf(file, file.meetings[1])).toHaveLength(2);
    expect(file.plans).toMatchObject([{ version: 1, lockedAt: null }]);
    // Its time had come: nobody is told of it afterwards.
    await comeToRest(sandbox);
    expect(await isCancelled(story)).toBe(false);

    await story.fill('time', {
      date: startOf(story)
        .add({ hours: 24 * 7 })
        .toString()
        .slice(0, 10),
    });
    await story.fill('family');
    await story.press('preview.open');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    await openStory(sandbox, story);
    await story.press('attendance.all');
    expect((await fileOf(sandbox, story)).plans).toHaveLength(1);
  });

  test('before its time: the calendars are told', async () => {
    const story = await openedThenLeft();
    await story.press('notHeld.open');
    await story.press('notHeld.save', { reason: 'CONVENER' });
    expect(await statuses(story)).toEqual(['CANCELLED', 'DRAFT']);
    await expect.poll(() => isCancelled(story), { timeout: 20_000 }).toBe(true);
  });

  test('pressed twice it is one', async () => {
    const story = await openedThenLeft();
    await story.press('notHeld.open');
    const open = story.card();
    await story.press('notHeld.save', { reason: 'PARTY' });
    await story.client.press(open, 'notHeld.save', { reason: 'OTHER' });
    expect((await fileOf(sandbox, story)).meetings.map(({ notHeldReason }) => notHeldReason)).toEqual(['PARTY', null]);
  });
});

test('nobody opened it: the morning after the card asks, and both ways go on', async () => {
  const story = await caseIn(sandbox, 'sent');
  await jumpTo(sandbox, startOf(story).add({ hours: 5 }).toString());
  expect(story.look() && story.text()).not.toContain('blev inte av');
  const morning = startOf(story).toZonedDateTimeISO('Europe/Stockholm').add({ days: 1 }).with({ hour: 8, minute: 1 });
  await jumpTo(sandbox, morning.toInstant().toString());
  await story.until(/Blev mötet \S+ \d+ \S+ av\?/);
  expect(story.verbs()).toEqual(expect.arrayContaining(['meeting.open', 'notHeld.open']));
  await story.press('notHeld.open');
  await story.press('notHeld.save', { reason: 'INTERPRETER' });
  expect(await statuses(story)).toEqual(['NOT_HELD', 'DRAFT']);
});

test('before it can be opened there is no such way', async () => {
  const story = await caseIn(sandbox, 'sent');
  await story.press('more.open');
  expect(story.verbs()).not.toContain('notHeld.open');
});

describe('a case that is closed after its meeting was opened', () => {
  const close = async (story: Story, reason: string) => {
    await story.press('moreCase.open');
    await story.press('close.open');
    await story.press('close.save', { reason, familyInformed: 'YES' });
  };

  test('nobody is known to have come: it was not held', async () => {
    const story = await openedThenLeft();
    await close(story, 'FAMILY_ENDS');
    expect(await statuses(story)).toEqual(['NOT_HELD']);
  });

  test('somebody came: it was', async () => {
    const story = await caseIn(sandbox, 'sent');
    await openStory(sandbox, story);
    await story.press('attendance.all');
    await story.press('attendance.back');
    await story.press('more.open');
    await close(story, 'FAMILY_ENDS');
    expect(await statuses(story)).toEqual(['HELD']);
  });

  test('it decided that no plan is needed: it was', async () => {
    const story = await openedThenLeft();
    await close(story, 'NO_PLAN');
    expect(await statuses(story)).toEqual(['HELD']);
  });
});

test('no paper and no calendar says why', async () => {
  const story = await openedThenLeft();
  await story.press('notHeld.open');
  await story.press('notHeld.save', { reason: 'FAMILY' });
  await comeToRest(sandbox);
  const sent = JSON.stringify((await sandbox.outbound()).filter(({ to }) => to === 'graph'));
  expect(sent).not.toMatch(/blev inte av|Familjen kunde/);
  expect(sent).not.toContain(WORDS.childWords);
});
