/** What happens between the kallelse and the meeting: moved, cancelled, or held without the child. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { backToToday, breakGraph, closeAtRest, storedRows } from '../../support/at-rest.ts';
import { buttonsOf, textOf } from '../../support/card-json.ts';
import { caseIn } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

type Filled = Record<string, string>;
const more = async (story: Story, verb: string): Promise<string> => {
  story.look();
  if (!story.verbs().includes('more.open')) await story.press('guide.open');
  await story.press('more.open');
  return story.press(verb);
};
const openCancel = async (story: Story): Promise<string> => {
  await more(story, 'move.open');
  return story.press('cancel.open');
};
/** Up to the last page before it is moved; the time is written by hand. */
async function chooseMove(
  story: Story,
  time: Filled,
  why: Filled = { reason: 'PARTY', askedBy: 'PARTY' },
): Promise<string> {
  await more(story, 'move.open');
  await story.press('move.save', why);
  if (story.verbs().includes('move.save')) await story.press('move.save', why);
  return story.fill('time', time);
}
const answer = async (story: Story, person: { id: string }, how: string) => {
  const [event] = await story.events(person);
  await sandbox.graph('POST', `/users/${person.id}/events/${event?.id}/${how}`, { sendResponse: true });
};
const startOf = async (story: Story, person: { id: string }) =>
  (await story.events(person))[0]?.start.dateTime.slice(0, 10);
const live = async (story: Story, person: { id: string }) =>
  (await story.events(person)).filter((event) => !(event as { isCancelled?: boolean }).isCancelled).length;
const patches = async (story: Story): Promise<unknown[]> => {
  const [event] = await story.events(KARIN);
  return (await sandbox.outbound())
    .filter(({ method, url }) => method === 'PATCH' && decodeURIComponent(url).includes(event?.id ?? '-'))
    .map(({ body }) => body);
};
const REBOOK = 'Boka om lokalen om den är bokad.';

describe('between the kallelse and the meeting', () => {
  afterEach(async () => {
    await sandbox.control('faults', { graph: null });
    await backToToday(sandbox);
  });

  describe('the meeting is moved', () => {
    let story: Story;
    test('T16, E: why and who asked, a new time, and the yes to it; then everybody has the new time and answers again', {
      timeout: 300_000,
    }, async () => {
      story = await caseIn(sandbox, 'sent');
      await answer(story, SAMIRA, 'accept');
      await story.until(/Individ- och familjeomsorgen\nJa/);
      expect(await more(story, 'move.open')).toContain('Sista dag ändras inte:');
      expect(await story.press('move.save')).toMatch(
        /Rätta: Välj varför mötet flyttas\.[\s\S]*Rätta: Välj vem som har bett om det\./,
      );
      expect(await story.press('move.save', { reason: 'PARTY', askedBy: 'PARTY' })).toContain('Tid och plats');
      const place = 'stadshuset-dalbo';
      expect(await story.fill('time', { date: dayFromNow(10), clock: '13:00', place })).toContain(
        'Rätta: Det är samma tid och plats som nu.',
      );
      const check = await story.press('time.save', {
        slot: 'OWN',
        date: dayFromNow(12),
        clock: '09:00',
        minutes: '60',
        place,
      });
      expect(check).toMatch(/Från: \S+ \d+ \S+ kl\. 13\.00–14\.00[\s\S]*Till: \S+ \d+ \S+ kl\. 09\.00–10\.00/);
      expect(check).toContain(
        'De 2 som är kallade får den nya tiden i kalendern och svarar på nytt. Texten är samma som förut.',
      );
      expect(check).toContain(REBOOK);
      expect(await story.press('move.send')).toContain(
        'Rätta: Fråga familjen om tiden först, och kryssa när du har fått ja.',
      );
      expect(await patches(story)).toEqual([]);
      await story.press('move.send', { familyAgreed: 'true' });
      const moved = await story.until(/Mötet är flyttat\./);
      expect(moved).toMatch(/kl\. 09\.00–10\.00/);
      expect(moved).toMatch(/Flyttat en gång\. Först bestämt till \S+ \d+ \S+\./);
      expect(moved).toContain('Individ- och familjeomsorgen\nEj svarat');
      expect(moved).toContain('Lämna en ny inbjudan till familjen.');
      for (const person of [KARIN, SAMIRA, LENA]) expect(await startOf(story, person)).toBe(dayFromNow(12));
      const [sent, ...others] = await patches(story);
      expect(others).toEqual([]);
      expect(Object.keys(sent as object).sort()).toEqual(['end', 'start']);
      await answer(story, SAMIRA, 'accept');
      await story.until(/Individ- och familjeomsorgen\nJa/);
    });

    test('T16, W: scenario 15: a second move is asked about once; late is asked why and never stopped; both moves can be read', {
      timeout: 300_000,
    }, async () => {
      const first = /Först bestämt till (.*)\./.exec(story.text())?.[1] ?? '?';
      const last = /Sista dag ändras inte: (.*)\./.exec(await more(story, 'move.open'))?.[1] ?? '?';
      const why = { reason: 'FAMILY', askedBy: 'FAMILY' };
      expect(await story.press('move.save', why)).toContain('Mötet har redan flyttats en gång. Går det att ses ändå?');
      expect(story.input('reason')?.value).toBe('FAMILY');
      await story.press('move.save', why);
      expect(await story.fill('time', { date: dayFromNow(30), clock: '09:00' })).toContain(
        `Tiden ligger efter sista dag, ${last}.`,
      );
      expect(await story.press('time.save', { lateReason: 'FAMILY_WISH' })).toContain('Till:');
      await story.press('move.send', { familyAgreed: 'true' });
      expect(await story.until(/Flyttat 2 gånger/)).toContain(`Först bestämt till ${first}.`);
      expect(await more(story, 'move.open')).toContain(`Sista dag ändras inte: ${last}.`);
    });

    test('T16: the meeting opens by the new time and not by the old', { timeout: 300_000 }, async () => {
      story.look();
      const opens = () => buttonsOf(story.message.card).some(({ verb }) => verb === 'meeting.open');
      await sandbox.moveClock(`${dayFromNow(12)}T08:00:00Z`);
      await story.press('more.open');
      await story.press('guide.open');
      expect(story.verbs()).not.toContain('meeting.open');
      const [event] = await story.events(KARIN);
      await sandbox.moveClock(
        new Date(Date.parse(`${event?.start.dateTime.slice(0, 19)}Z`) - 10 * 60_000).toISOString(),
      );
      await sandbox.sink.until(opens, '"Öppna mötet" at the new time', 60);
    });
  });

  describe('while the calendar does not answer', () => {
    test('T16: scenario 19: it stands where it stood and the card says so, over a restart too; then it is moved once', {
      timeout: 300_000,
    }, async () => {
      const story = await caseIn(sandbox, 'sent');
      await chooseMove(story, { date: dayFromNow(12), clock: '09:00' });
      await breakGraph(sandbox, { graph: '503' });
      await story.press('move.send', { familyAgreed: 'true' });
      const waiting = await story.until(
        /Kalendern svarar inte\. Mötet är \*\*inte\*\* flyttat till \S+ \d+ \S+ kl\. 09\.00/,
      );
      expect(waiting).toMatch(/kl\. 13\.00–14\.00[\s\S]*Individ- och familjeomsorgen/);
      await sandbox.restart();
      await sandbox.control('faults', { graph: null });
      await story.until(/Mötet är flyttat\./, 60);
      expect(await startOf(story, SAMIRA)).toBe(dayFromNow(12));
      expect(await live(story, SAMIRA)).toBe(1);
    });

    test('T16: a consent that is withdrawn meanwhile: the event is cancelled and never moved', {
      timeout: 300_000,
    }, async () => {
      const story = await caseIn(sandbox, 'sent');
      await chooseMove(story, { date: dayFromNow(12), clock: '09:00' });
      await breakGraph(sandbox, { graph: '503' });
      await story.press('move.send', { familyAgreed: 'true' });
      await story.until(/inte\*\* flyttat/);
      const before = (await sandbox.outbound()).length;
      await more(story, 'withdraw.open');
      expect(await story.withdraw({ givenBy: 'GUARDIAN_1' })).toContain('Samtycket är återkallat.');
      const since = async () => (await sandbox.outbound()).slice(before).filter(({ to }) => to === 'graph');
      await sandbox.control('faults', { graph: null });
      await expect.poll(() => live(story, SAMIRA), { timeout: 60_000 }).toBe(0);
      expect((await since()).filter(({ method }) => method === 'PATCH')).toEqual([]);
      expect(JSON.stringify(await since())).not.toMatch(/återkall|samtyck|FAMILY|PARTY/i);
    });

    test('T16, E: the consent must cover the new day', { timeout: 300_000 }, async () => {
      const story = await caseIn(sandbox, 'sent', { consent: { validMonths: 3 } });
      expect(await chooseMove(story, { date: dayFromNow(120), clock: '09:00' })).toContain(
        'Samtycket har gått ut den dagen.',
      );
      expect(await patches(story)).toEqual([]);
    });
  });

  describe('the meeting is cancelled', () => {
    test('T17, W: whether the family wants to meet anyway comes first; then it is off for all, and the case is prepared again', {
      timeout: 300_000,
    }, async () => {
      const story = await caseIn(sandbox, 'sent');
      expect(await openCancel(story)).toContain('Vill familjen ändå ses?');
      expect(await story.press('cancel.keep')).toContain('Jag har inte ställt in något.');
      expect(await live(story, SAMIRA)).toBe(1);
      await openCancel(story);
      const text = await story.press('cancel.send');
      expect(text).toContain('Mötet ställs in. Boka av lokalen om den är bokad. Samtycken och samtal finns kvar.');
      expect(text).toMatch(/Samtycke från mamma\nGäller till/);
      await expect.poll(() => live(story, SAMIRA), { timeout: 60_000 }).toBe(0);
      expect(JSON.stringify(await story.events(LENA))).not.toMatch(/familj|samtyck|barn/i);
      // A new meeting with the same people: a time and a yes, and it can be sent.
      await story.fill('time', { date: dayFromNow(14) });
      await story.fill('family');
      await story.press('preview.open');
      await story.press('kallelse.send');
      await story.until(/Kallelsen är skickad/);
      expect([await live(story, SAMIRA), await live(story, LENA), await live(story, KARIN)]).toEqual([1, 1, 1]);
    });
  });

  test('T17: while the calendar does not answer nobody must believe that it is off for the others', {
    timeout: 300_000,
  }, async () => {
    const story = await caseIn(sandbox, 'sent');
    await openCancel(story);
    await breakGraph(sandbox, { graph: '503' });
    await story.press('cancel.send');
    await story.until(/Mötet är inställt, men kalendern svarar inte: det står kvar hos dem som är kallade\./);
    await sandbox.control('faults', { graph: null });
    await sandbox.sink.until(() => !textOf(story.message.card).includes('står kvar'), 'the warning is gone', 90);
    expect([await live(story, SAMIRA), await live(story, KARIN)]).toEqual([0, 0]);
  });

  describe('the child cannot come', () => {
    test('three ways; an interpreter is to be ordered again; met anyway: how the voice is heard', {
      timeout: 300_000,
    }, async () => {
      const story = await caseIn(sandbox, 'sent', {
        guardian: { delivery: 'LETTER', interpreter: 'so', interpreterHow: 'ON_SITE' },
      });

      const ways = await more(story, 'childAbsent.open');
      expect(ways).toContain('Fråga familjen: vill ni ses ändå, flytta eller ställa in?');
      expect(ways).toContain('Boka om tolk, stöd och lokal.');
      expect(story.verbs()).toEqual(['childVoice.open', 'childAbsent.move', 'cancel.open', 'guide.open']);
      expect(await story.press('childVoice.open')).toContain('Hur hörs barnets röst på mötet?');
      expect(await story.press('childVoice.save', { participation: '' })).toContain('Rätta: Välj hur rösten hörs.');
      const saved = await story.press('childVoice.save', { participation: 'LETTER', voiceKeeper: 'SCHOOL_STAFF' });
      expect(saved).toContain('Det är sparat. Stäm av om tolk, stöd och lokal behövs som förut.');
      expect(await live(story, SAMIRA)).toBe(1);

      await more(story, 'childAbsent.open');
      expect(await story.press('childAbsent.move')).toContain('Boka om tolk, stöd och lokal.');
      expect([story.input('reason')?.value, story.input('askedBy')?.value]).toEqual(['CHILD_ILL', 'FAMILY']);
      await story.press('move.save');
      await story.fill('time', { date: dayFromNow(12), clock: '09:00' });
      await story.press('move.send', { familyAgreed: 'true' });
      await story.until(/Mötet är flyttat\. De som är kallade svarar på nytt\. Boka om tolk, stöd och lokal\./);

      await more(story, 'childAbsent.open');
      await story.press('cancel.open');
      expect(await story.press('cancel.send')).toContain('Mötet ställs in. Boka av tolk, stöd och lokal.');
    });

    test('from 18 it is the young person who is asked, on every page', { timeout: 300_000 }, async () => {
      const story = await caseIn(sandbox, 'sent', { youth: true });
      const said = [
        await openCancel(story),
        await more(story, 'childAbsent.open'),
        await story.press('childVoice.open'),
      ];
      said.push(
        await more(story, 'move.open'),
        JSON.stringify(story.input('reason')),
        JSON.stringify(story.input('askedBy')),
      );
      await story.press('move.save', { reason: 'FAMILY', askedBy: 'FAMILY' });
      said.push(await story.fill('time', { date: dayFromNow(12), clock: '09:00' }));
      said.push(await story.press('move.send'));
      await story.press('move.send', { familyAgreed: 'true' });
      said.push(await story.until(/Mötet är flyttat/));
      expect(said.join('\n')).toContain('den unge');
      // A unit is called as the register calls it.
      expect(said.join('\n').replaceAll('Individ- och familjeomsorgen', '')).not.toMatch(/familj|barnet|föräld/i);
    });
  });
});

test('T16: each move stands with from, to, why, who asked and when; nothing of why has left the program', async () => {
  const left = JSON.stringify((await sandbox.outbound()).filter(({ to }) => to === 'graph'));
  expect(left).not.toMatch(/FAMILY|CHILD_ILL|PARTY|kan inte komma/);
  const rows = (await storedRows(sandbox)).filter(({ table }) => table === 'MeetingMove').map(({ row }) => row);
  const made = rows.filter(({ movedAt }) => movedAt !== null);
  expect(made.map(({ reason, askedBy }) => `${reason} ${askedBy}`)).toEqual(
    expect.arrayContaining(['PARTY PARTY', 'FAMILY FAMILY', 'CHILD_ILL FAMILY']),
  );
  for (const { fromStartAt, startAt, state } of made) expect([state, fromStartAt !== startAt]).toEqual(['MOVED', true]);
  expect(await sandbox.log()).not.toContain('surprise');
});
