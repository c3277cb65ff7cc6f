import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { backToToday, closeAtRest } from '../../support/at-rest.ts';
import { mainOf } from '../../support/card-json.ts';
import { caseIn } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterEach(async () => {
  await sandbox.control('faults', { loseNotifications: false });
  await backToToday(sandbox);
});
afterAll(() => closeAtRest(sandbox));

type How = 'accept' | 'tentativelyAccept' | 'decline';
async function answers(story: Story, person: { id: string }, how: How): Promise<void> {
  const [event] = await story.events(person);
  const { status } = await sandbox.graph('POST', `/users/${person.id}/events/${event?.id}/${how}`, {
    sendResponse: true,
  });
  expect(status).toBe(202);
}
const inMinutes = (minutes: number) => sandbox.moveClock(new Date(Date.now() + minutes * 60_000).toISOString());
/** Every request that put something into a calendar. */
const written = async () =>
  (await sandbox.outbound()).filter(
    ({ to, method, url }) => to === 'graph' && method !== 'GET' && /\/events/.test(url),
  );

describe('answers in Outlook', () => {
  test('Acceptera, Preliminärt and Avböj stand on the case card by themselves, and the next step follows', async () => {
    const story = await caseIn(sandbox, 'sent');
    // Nobody is late yet: what is to be done by hand stands first, and once it is done, who is waited for.
    expect(await story.until(/Kallelsen är skickad/)).toContain('2 verksamheter vet inte än vem det gäller');
    expect(mainOf(story.card())).toEqual(['told.open']);
    await answers(story, SAMIRA, 'accept');
    expect(await story.until(/Individ- och familjeomsorgen\nJa/)).toContain(
      'Ett svar saknas: BUP Dalsland. Ring om det dröjer.',
    );
    await answers(story, LENA, 'tentativelyAccept');
    expect(await story.until(/BUP Dalsland\nPreliminärt/)).toMatch(/2 verksamheter vet inte än vem det gäller/);
    await story.press('more.open');
    await story.press('told.open');
    await story.press('told.save', { told_0: 'PHONE', told_1: 'PAPER' });
    expect(story.text()).toMatch(/2 verksamheter har inte bekräftat att samtycket gäller dem/);
    await story.press('more.open');
    await story.press('told.open');
    await story.press('told.save', { checked: 'individ-och-familj,bup-dalsland' });
    expect(story.text()).toContain('Lämna familjens inbjudan till dem som inte har fått sin.');
    await story.press('given.open');
    await story.press('given.save', { invited: 'GUARDIAN_1,GUARDIAN_2,CHILD' });
    expect(await story.until(/Alla har svarat/)).toMatch(
      /Alla har svarat, men inte alla säkert\. Nästa steg är mötet\.\n\S+ \d+ \S+ kl\. 13\.00–14\.00/,
    );
    await answers(story, LENA, 'decline');
    expect(await story.until(/BUP Dalsland\nNej/)).toContain(
      'Nej från BUP Dalsland, utan orsak. Ring och fråga varför, och vem som kan komma i stället.',
    );
  });

  test('a lost notification: found when it is time to look', async () => {
    const story = await caseIn(sandbox, 'sent');
    await sandbox.control('faults', { loseNotifications: true });
    await answers(story, SAMIRA, 'accept');
    expect(story.message.card).toEqual(story.look());
    expect(story.text()).toContain('Individ- och familjeomsorgen\nEj svarat');
    await inMinutes(16);
    await story.until(/Individ- och familjeomsorgen\nJa/);
    await answers(story, LENA, 'accept');
    await inMinutes(32);
    await story.until(/BUP Dalsland\nJa/);
  });

  test('a notification that is forged, malformed or about something else changes nothing', async () => {
    const story = await caseIn(sandbox, 'sent');
    const [event] = await story.events(KARIN);
    const forged = [
      { subscriptionId: 'x', clientState: 'gissad', resourceData: { id: event?.id } },
      { subscriptionId: 4 },
      null,
      { subscriptionId: 'x', clientState: 'y', resourceData: { id: '\u0000' } },
    ];
    const before = (await sandbox.outbound()).filter(
      ({ method, url }) => method === 'GET' && url.includes('/events/'),
    ).length;
    for (const body of [{ value: forged }, { value: 'x' }, [], {}]) {
      const { status } = await fetch(`${sandbox.botUrl}/graph/notifications`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(status).toBe(202);
    }
    const lines = (await sandbox.log()).split('\n').filter((line) => line.includes('"client-state"'));
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({
        event: 'guard.refused',
        route: '/graph/notifications',
        from: expect.stringMatching(/^[a-p]{12}$/),
      }),
    ]);
    expect(lines.join()).not.toContain('gissad');
    await answers(story, SAMIRA, 'accept');
    await story.until(/Individ- och familjeomsorgen\nJa/);
    const after = (await sandbox.outbound()).filter(
      ({ method, url }) => method === 'GET' && url.includes('/events/'),
    ).length;
    expect(after - before).toBeLessThanOrEqual(2);
  });
});

describe('somebody changes the meeting in Outlook', () => {
  test('moved: the case shows the new time, and nothing is written back', async () => {
    const story = await caseIn(sandbox, 'sent');
    const [event] = await story.events(KARIN);
    const before = (await written()).length;
    const later = (text: string | undefined) =>
      new Date(Date.parse(`${text?.slice(0, 19)}Z`) + 2 * 3_600_000).toISOString().slice(0, 19);
    const { status } = await sandbox.graph('PATCH', `/users/${KARIN.id}/events/${event?.id}`, {
      start: { dateTime: later(event?.start.dateTime), timeZone: 'UTC' },
      end: { dateTime: later(event?.end.dateTime), timeZone: 'UTC' },
    });
    expect(status).toBe(200);
    expect(await story.until(/15\.00–16\.00/)).toContain('Stadshuset, rum Dalbo');
    expect((await written()).length).toBe(before);
  });

  test('removed: the case says so, and it is never made again', async () => {
    const story = await caseIn(sandbox, 'sent');
    const [event] = await story.events(KARIN);
    const before = (await written()).length;
    await sandbox.graph('DELETE', `/users/${KARIN.id}/events/${event?.id}`);
    expect(await story.until(/borttaget/)).toContain(
      'Mötet är borttaget ur kalendern. Ta kontakt med dem som är kallade.',
    );
    await inMinutes(16);
    await inMinutes(32);
    expect((await written()).length).toBe(before);
    expect(
      await story.events(SAMIRA).then((events) => events.filter((one) => !('isCancelled' in one && one.isCancelled))),
    ).toEqual([]);
  });

  test('removed without a notification: found when it is time to look', async () => {
    const story = await caseIn(sandbox, 'sent');
    await sandbox.control('faults', { loseNotifications: true });
    const [event] = await story.events(KARIN);
    await sandbox.graph('DELETE', `/users/${KARIN.id}/events/${event?.id}`);
    await inMinutes(16);
    await story.until(/borttaget ur kalendern/);
  });
});
