/** The three weeks, from each of the days they can be counted from; and what has waited too long for a signature. */
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAtRest, jumpTo } from '../../support/at-rest.ts';
import { caseIn } from '../../support/prepared.ts';
import { KARIN, openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { settle } from '../../support/settle.ts';
import type { Story } from '../../support/story.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const day = (text: string) => Temporal.PlainDate.from(text);

/** A case whose need was seen and whose forms were signed on these days; the clock stands at the second of them. */
async function ready(needNoticedOn: string, signedOn: string): Promise<Story> {
  await jumpTo(sandbox, `${signedOn}T09:00:00Z`);
  const [heldOn, signed] = [day(needNoticedOn), day(signedOn)];
  return caseIn(sandbox, 'chosen', {
    case: { needNoticedOn: heldOn },
    guardian: { heldOn },
    child: { heldOn },
    consent: { signedOn: signed, validFromOn: signed, validToOn: signed.add({ months: 6 }) },
  });
}
const on = (story: Story, date: string, more = {}) => story.fill('time', { date, ...more });

describe('T14, scenario 4: the need was noticed on 2 March 2026 and the weeks are counted from there', () => {
  beforeAll(() => settle(sandbox, { clockStart: 'NEED_NOTICED' }));

  test('T14: 23 March is in time', async () => {
    const story = await ready('2026-03-02', '2026-03-09');
    await on(story, '2026-03-23');
    expect(story.input('lateReason')).toBeUndefined();
    expect(story.text()).toContain('måndag 23 mars kl. 13.00–14.00');
    await story.fill('family');
    expect(await story.press('preview.open')).not.toContain('efter sista dag');
  });

  test('T14: 24 March is late: the reason is asked for, and then it may be booked', async () => {
    const story = await ready('2026-03-02', '2026-03-09');
    expect(await on(story, '2026-03-24')).toContain(
      'Tiden ligger efter sista dag, måndag 23 mars. Du kan boka ändå. Välj en orsak.',
    );
    await story.press('time.save', { lateReason: 'HOLIDAY' });
    await story.fill('family');
    await story.press('preview.open');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    expect(await story.events(KARIN)).toHaveLength(1);
  });
});

describe('T14: counted from the day the consent is complete, over the change to summer time', () => {
  beforeAll(() => settle(sandbox, { clockStart: 'CONSENT_COMPLETE' }));

  test.each([
    ['2026-04-07', false],
    ['2026-04-08', true],
  ])('T14: signed on 17 March, %s is late: %s', async (date, isLate) => {
    const story = await ready('2026-03-02', '2026-03-17');
    expect((await on(story, date)).includes('Välj en orsak')).toBe(isLate);
    expect(story.text().includes('tisdag 7 april')).toBe(true);
    // 13.00 in Sweden is 11.00 in UTC once summer time has begun.
    if (!isLate) expect(story.text()).toContain('kl. 13.00–14.00');
  });
});

describe('T14: counted from the day the kallelse is sent', () => {
  beforeAll(() => settle(sandbox, { clockStart: 'INVITATION_SENT' }));

  test('T14: nothing is late before it is sent; then the card says the last day', async () => {
    const story = await ready('2026-03-02', '2026-03-09');
    expect(await on(story, '2026-05-20')).not.toContain('Välj en orsak');
    await story.fill('family');
    await story.press('preview.open');
    await story.press('kallelse.send');
    expect(await story.until(/Kallelsen är skickad/)).toContain(
      'Arbetet ska börja genast. Enligt rutinen hålls mötet senast måndag 30 mars.',
    );
  });
});

describe('out for signature', () => {
  beforeAll(() => settle(sandbox, { clockStart: 'CONSENT_COMPLETE' }));

  test.each([
    ['E_SIGNATURE', /Skickad för underskrift .*, men inte underskriven än\. Påminn/],
    ['PAPER', /Blanketten lämnades .* och är inte underskriven än\. Påminn/],
  ])('T11: %s: the card waits, and reminds after five days, by itself and nowhere else', async (method, reminder) => {
    await jumpTo(sandbox, '2026-03-09T09:00:00Z');
    const story = await caseIn(sandbox, 'heard', { oneGuardian: true, case: { needNoticedOn: day('2026-03-02') } });
    await story.press('consent1.open');
    expect(await story.press('consent1.sent', { method })).toContain('Väntar på underskrift sedan måndag 9 mars.');
    await story.until(/Väntar på underskrift sedan måndag 9 mars/);
    const messages = sandbox.sink.messages.length;
    await sandbox.moveClock('2026-03-13T09:00:00Z');
    await story.press('guide.open').catch(() => '');
    expect(story.look() && story.text()).not.toMatch(reminder);
    await sandbox.moveClock('2026-03-14T09:00:00Z');
    expect(await story.until(reminder)).toContain('måndag 9 mars');
    expect(sandbox.sink.messages.length).toBe(messages);
    expect(await story.fill('consent1', { signedOn: '2026-03-13' })).not.toMatch(reminder);
  });

  test('T11: one has signed, the other’s form is out: it is that one that is waited for', async () => {
    await jumpTo(sandbox, '2026-03-09T09:00:00Z');
    const story = await caseIn(sandbox, 'heard', { case: { needNoticedOn: day('2026-03-02') } });
    await story.fill('consent1', { signedOn: '2026-03-08' });
    expect(story.text()).toContain('Den andras underskrift saknas.');
    await story.press('consent2.open');
    expect(await story.press('consent2.sent', { method: 'E_SIGNATURE' })).toContain('Väntar på underskrift sedan');
  });
});
