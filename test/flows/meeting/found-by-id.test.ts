/**
 * A meeting that is off goes out of every calendar, whatever its convener has done with it there; else the card says
 * so.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { breakGraph, closeAtRest, comeToRest } from '../../support/at-rest.ts';
import { textOf } from '../../support/card-json.ts';
import { inOutlook } from '../../support/in-outlook.ts';
import { caseIn } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
let outlook: ReturnType<typeof inOutlook>;
beforeAll(async () => {
  sandbox = await openSandbox();
  outlook = inOutlook(sandbox);
});
afterEach(() => sandbox.control('faults', { graph: null, failAfterDoing: false, goneMailbox: null, pageSize: null }));
afterAll(() => closeAtRest(sandbox));

const cleared = (story: Story) =>
  expect
    .poll(() => Promise.all([KARIN, SAMIRA, LENA].map((one) => outlook.live(story, one))), { timeout: 60_000 })
    .toEqual([0, 0, 0]);
const withdraw = async (story: Story): Promise<string> => {
  story.look();
  await story.press('more.open');
  await story.press('withdraw.open');
  return story.withdraw({ givenBy: 'GUARDIAN_1' });
};
const cancel = async (story: Story): Promise<string> => {
  story.look();
  await story.press('more.open');
  await story.press('move.open');
  await story.press('cancel.open');
  return story.press('cancel.send');
};
/** Somebody else's meetings around that time. */
const crowd = async (day: string, n: number) => {
  for (let hour = 0; hour < n; hour += 1) {
    const at = (minute: string) => ({
      dateTime: `${day}T${String(8 + hour).padStart(2, '0')}:${minute}`,
      timeZone: 'UTC',
    });
    await sandbox.graph('POST', `/users/${KARIN.id}/events`, {
      subject: 'Annat',
      start: at('00:00'),
      end: at('30:00'),
    });
  }
};

describe('a meeting whose event is known', () => {
  test('is cancelled although its subject was changed in Outlook', async () => {
    const story = await caseIn(sandbox, 'sent');
    const { subject } = await outlook.read(await outlook.pathOf(story));
    await outlook.change(story, { subject: `${subject} (tolk bokad)` });
    await withdraw(story);
    await cleared(story);
    await comeToRest(sandbox);
    expect(textOf(story.message.card)).not.toContain('står kvar');
  });

  test('is cancelled without looking through a calendar, and one that is gone already counts as cancelled', async () => {
    const story = await caseIn(sandbox, 'sent');
    await sandbox.control('faults', { loseNotifications: true });
    await sandbox.graph('DELETE', await outlook.pathOf(story));
    await sandbox.control('faults', { loseNotifications: false });
    const before = (await sandbox.outbound()).length;
    await cancel(story);
    await comeToRest(sandbox);
    const asked = (await sandbox.outbound()).slice(before).filter(({ to }) => to === 'graph');
    expect(asked.filter(({ url }) => /calendarView|\/events\?/.test(url))).toEqual([]);
    expect(asked.some(({ url }) => url.endsWith('/cancel'))).toBe(true);
    expect(story.text()).not.toContain('står kvar');
  });

  test('and that cannot be reached there stays: the card says so and whom to ask, until somebody has seen to it', async () => {
    const story = await caseIn(sandbox, 'sent');
    await breakGraph(sandbox, { goneMailbox: KARIN.id });
    await cancel(story);
    const stays = await story.until(/står kvar i kalendern/);
    expect(stays).toMatch(/jag kommer inte åt det\. Be den som kallade \(Elevhälsan\) ta bort det i Outlook/);
    expect(stays).toContain('ring dem som är kallade');
    await sandbox.control('faults', { goneMailbox: null });
    await story.press('more.open');
    await story.press('calendar.cleared');
    expect(story.text()).not.toContain('står kvar');
  });
});

describe('a booking whose answer was lost', () => {
  /** The calendar has it, and nobody knows; its convener changes it before the case is stopped. */
  const lost = async (change: object): Promise<Story> => {
    const story = await caseIn(sandbox, 'prepared');
    await crowd(dayFromNow(10), 4);
    await story.press('preview.open');
    await breakGraph(sandbox, { failAfterDoing: true });
    await story.press('kallelse.send');
    await story.until(/inte\*\* skickad/);
    const seen = await fetch(`${sandbox.outlookUrl}/sandbox/mailboxes/${KARIN.id}`);
    const { events } = (await seen.json()) as { events: { id: string; subject: string }[] };
    const event = events.find(({ subject }) => subject.includes(story.code));
    // It is done, whatever is answered.
    await sandbox.graph('PATCH', `/users/${KARIN.id}/events/${encodeURIComponent(event?.id ?? '-')}`, change);
    await withdraw(story);
    await sandbox.control('faults', { failAfterDoing: false, pageSize: 1 });
    return story;
  };
  const isTold = async (story: Story): Promise<void> => {
    await comeToRest(sandbox);
    for (const { id } of [KARIN, SAMIRA]) {
      const { body } = await sandbox.graph('GET', `/users/${id}/events?$top=999`);
      const live = (body.value as { subject: string; isCancelled: boolean }[]).filter((one) => !one.isCancelled);
      expect(live.map(({ subject }) => subject)).not.toContain(CHANGED);
    }
    expect(textOf(story.message.card)).not.toContain('står kvar');
  };
  const CHANGED = 'Möte med tolk';

  test('is found by what it was noted with, however full the calendar is, and whatever it is called by now and whenever it is', async () => {
    const at = (clock: string) => ({ dateTime: `${dayFromNow(40)}T${clock}`, timeZone: 'UTC' });
    const story = await lost({ subject: CHANGED, start: at('09:00:00'), end: at('10:00:00') });
    await isTold(story);
  });

  test('of an older program is found by its transaction, on the last page of the days around its time', async () => {
    const story = await lost({ subject: CHANGED, singleValueExtendedProperties: [] });
    await isTold(story);
    const asked = (await sandbox.outbound()).filter(({ url }) => url.includes('/calendarView?'));
    expect(asked.some(({ url }) => url.includes('skip=3'))).toBe(true);
  });

  test('and that nothing is found of does not count as told', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('preview.open');
    await breakGraph(sandbox, { graph: '503' });
    await story.press('kallelse.send');
    await story.until(/inte\*\* skickad/);
    await withdraw(story);
    await sandbox.control('faults', { graph: null });
    expect(await story.until(/står kvar i kalendern, om den hann fram/)).toMatch(
      /jag hittar den inte\. Be den som kallade \(Elevhälsan\) titta i Outlook/,
    );
  });
});
