import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { breakGraph, closeAtRest } from '../../support/at-rest.ts';
import { buttonsOf, textOf } from '../../support/card-json.ts';
import { caseIn } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import { dayFromNow, measureMessage, WORDS } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const withdraw = async (story: Story, givenBy = 'GUARDIAN_2'): Promise<string> => {
  await story.press('more.open');
  await story.press('withdraw.open');
  return story.withdraw({ givenBy });
};

const STOPPED = 'Samtycket är återkallat. Jag delar inget mer. Ett möte som var bokat är inställt.';
type Event = { subject: string; isCancelled: boolean; bodyPreview?: string };

/** Live invitations of the case in somebody's calendar. */
const live = async (story: Story, owner: { id: string }): Promise<Event[]> => {
  const { body } = await sandbox.graph('GET', `/users/${owner.id}/events?$top=999`);
  return (body.value as Event[]).filter(({ subject, isCancelled }) => subject.includes(story.code) && !isCancelled);
};

describe('T25: a consent is withdrawn', () => {
  test('scenario 7: one hour before the meeting: cancelled neutrally, nothing to press, no reason kept', async () => {
    const story = await caseIn(sandbox, 'sent');
    expect(await live(story, SAMIRA)).toHaveLength(1);
    expect(await withdraw(story)).toContain(STOPPED);
    expect(story.verbs()).toEqual(['case.resume', 'case.list', 'more.open']);
    await cancelled(story);
    const { body } = await sandbox.graph('GET', `/users/${SAMIRA.id}/events?$top=999`);
    expect(JSON.stringify(body)).not.toMatch(/återkall|samtyck/i);
    expect(await live(story, KARIN)).toEqual([]);
    expect(await live(story, LENA)).toEqual([]);
  });

  test('while the kallelse is on its way: nothing of it is left in a calendar', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('preview.open');
    await breakGraph(sandbox, { graph: '503' });
    await story.press('kallelse.send');
    await story.until(/inte\*\* skickad/);
    expect(await withdraw(story)).toContain(STOPPED);
    const before = (await sandbox.outbound()).length;
    await sandbox.control('faults', { graph: null });
    await cancelled(story);
    const after = (await sandbox.outbound())
      .slice(before)
      .filter(({ to, method, url }) => to === 'graph' && method === 'POST' && url.endsWith('/events'));
    expect(after).toEqual([]);
    expect(await live(story, SAMIRA)).toEqual([]);
  });

  test('T31: the family changes its mind: a new consent, a new meeting, one event', async () => {
    const story = await caseIn(sandbox, 'sent');
    await withdraw(story, 'GUARDIAN_1');
    await cancelled(story);
    await story.press('case.resume');
    expect(story.text()).toContain('En vårdnadshavare har skrivit under.');
    await story.press('preview.open');
    expect(story.text()).toContain('Underskrift från mamma');
    await story.press('guide.open');
    await story.fill('consent1');
    await story.fill('invite');
    await story.fill('time');
    await story.fill('family');
    await story.press('preview.open');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    expect(await live(story, SAMIRA)).toHaveLength(1);
  });

  test('who is asked for, and the day has been; without a consent there is nothing to withdraw', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('more.open');
    await story.press('withdraw.open');
    expect(await story.press('withdraw.save', { givenBy: '' })).toContain(
      'Rätta: Välj vem som har tagit tillbaka sitt samtycke.',
    );
    expect(await story.press('withdraw.save', { givenBy: 'GUARDIAN_1', withdrawnOn: dayFromNow(3) })).toContain(
      'Rätta: Dagen har inte varit än.',
    );
    expect(await story.withdraw({ withdrawnOn: dayFromNow(0) })).toContain(STOPPED);
    await story.press('more.open');
    expect(story.verbs()).not.toContain('withdraw.open');
  });

  test('in the channel the cards say nothing more, and the responsible person sees nothing more', async () => {
    const story = await caseIn(sandbox, 'locked');
    const measure = await sandbox.sink.until(() => measureMessage(sandbox, 1), 'the measure in the channel');
    await story.until(/Planen gäller/);
    expect(await withdraw(story)).toContain(STOPPED);
    await sandbox.sink.until(
      () => textOf(measure.card).includes('Följs inte längre här.'),
      'the card in the channel is over',
    );
    expect(buttonsOf(measure.card).map(({ verb }) => verb)).not.toContain('measure.done');
    const lena = sandbox.as(LENA, { conversationId: measure.conversationId, conversationType: 'channel' });
    expect(textOf(await lena.press(measure.card, 'measure.show'))).not.toContain(WORDS.measures[0]);
  });
});

/** The cancelling comes after the commit: seen in what leaves the program. */
async function cancelled(story: Story): Promise<void> {
  const isOver = async () => (await live(story, SAMIRA)).length === 0 && (await live(story, KARIN)).length === 0;
  for (let tries = 0; tries < 200 && !(await isOver()); tries += 1) await story.client.type('hjälp');
  expect(await isOver()).toBe(true);
}
