/** T15: answers from the telephone, reasons, and who comes instead. One case, told in its order. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import register from '../../../sandbox/register.json' with { type: 'json' };
import { breakGraph, closeAtRest, storedRows } from '../../support/at-rest.ts';
import { caseIn } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';

const PETRA = register.people.find(({ name }) => name === 'Petra Ask') ?? LENA;
const REASONS = /Sjukdom|Ett annat möte|Inte aktuell|"ILL"|OTHER_MEETING|NOT_CURRENT|NOT_GIVEN/;

let sandbox: TestSandbox;
let story: Story;
beforeAll(async () => {
  sandbox = await openSandbox();
  story = await caseIn(sandbox, 'sent');
}, 240_000);
afterAll(() => closeAtRest(sandbox));

const openAnswers = async (): Promise<string> => {
  story.look();
  if (story.verbs().includes('answers.open')) return story.press('answers.open');
  await story.press('more.open');
  return story.press('answers.open');
};
const rowOf = (person: { name: string }) =>
  story.input('who')?.choices.find(({ title }) => title.includes(person.name))?.value ?? '';
const written = async () =>
  (await sandbox.outbound()).filter(
    ({ to, method, url }) => to === 'graph' && method !== 'GET' && /\/events/.test(url),
  );
const live = async (person: { id: string }) =>
  (await story.events(person)).filter((event) => !(event as { isCancelled?: boolean }).isCancelled).length;

describe('an answer by telephone', () => {
  test('T15, E: a no has a reason; without one it is refused at its field, and what was chosen stays', async () => {
    await openAnswers();
    expect(await story.press('answers.save')).toMatch(
      /Rätta: Välj vem som har svarat\.[\s\S]*Rätta: Välj vad de svarade\./,
    );
    expect(await story.press('answers.save', { who: rowOf(LENA), answer: 'DECLINED' })).toContain(
      'Rätta: Välj varför de inte kan komma.',
    );
    expect(story.input('answer')?.value).toBe('DECLINED');
    const reasons = story.input('reason')?.choices.map(({ value }) => value);
    expect(reasons).toEqual([
      'ILL',
      'OTHER_MEETING',
      'NO_MANDATE',
      'NOT_OUR_TASK',
      'NOT_CURRENT',
      'TOO_SHORT_NOTICE',
      'OTHER',
    ]);
    expect(await story.press('answers.back')).toContain('BUP Dalsland\nEj svarat');
  });

  test('T15: with its reason it is kept, a stand-in is asked for, and the card that stands says no and never why', async () => {
    await openAnswers();
    const text = await story.press('answers.save', { who: rowOf(LENA), answer: 'DECLINED', reason: 'NOT_CURRENT' });
    expect(text).toContain('Svaret är sparat. Vem kan komma i stället? Välj Ersättare och vem det är.');
    expect(text).toContain('Lena Hassel, psykolog: **Nej** (Inte aktuell hos oss)');
    await story.press('answers.back');
    expect(await story.until(/BUP Dalsland\nNej/)).toContain(
      'Nej från BUP Dalsland. Ring och fråga vem som kan komma i stället.',
    );
    expect(story.verbs()).toEqual(['given.open', 'told.open', 'answers.open', 'case.list', 'more.open']);
    expect(JSON.stringify(story.message.card)).not.toMatch(REASONS);
  });

  test('T15: a stand-in comes from the same unit; called in Outlook, and the first one is uninvited without a word about why', async () => {
    await openAnswers();
    const social = story.input('standIn')?.choices.find(({ title }) => title.includes('Oskar Gran'))?.value ?? '';
    expect(await story.press('answers.save', { who: rowOf(LENA), answer: 'STAND_IN' })).toContain(
      'Rätta: Välj vem som kommer i stället.',
    );
    expect(await story.press('answers.save', { who: rowOf(LENA), answer: 'STAND_IN', standIn: social })).toContain(
      'Rätta: Välj någon från samma verksamhet.',
    );
    const titles = story.input('standIn')?.choices.map(({ title }) => title) ?? [];
    expect(titles.some((title) => title.includes(KARIN.name) || title.includes(LENA.name))).toBe(false);
    expect(titles.filter((title) => title.startsWith('BUP'))).toHaveLength(2);
    await breakGraph(sandbox, { graph: '503' });
    await story.press('answers.save', { who: rowOf(LENA), answer: 'STAND_IN', standIn: PETRA.mail });
    expect(await story.until(/inte\*\* kallad än/)).toContain('BUP Dalsland\nErsättare, inte kallad än');
    await sandbox.control('faults', { graph: null });
    await story.until(/BUP Dalsland\nEj svarat, ersättare/, 60);
    expect([await live(LENA), await live(PETRA)]).toEqual([0, 1]);
    expect((await written()).map(({ method }) => method)).toContain('PATCH');
    const [event] = await story.events(PETRA);
    await sandbox.graph('POST', `/users/${PETRA.id}/events/${event?.id}/accept`, { sendResponse: true });
    await story.until(/BUP Dalsland\nJa, ersättare/);
  });
});

describe('an answer in Outlook', () => {
  test('T15: a no there has no reason: the card asks the convener for it as the next step, once', async () => {
    const [event] = await story.events(SAMIRA);
    await sandbox.graph('POST', `/users/${SAMIRA.id}/events/${event?.id}/decline`, { sendResponse: true });
    await story.until(/Nej från Individ- och familjeomsorgen, utan orsak\. Ring och fråga varför/);
    const text = await openAnswers();
    expect(text).toContain('Ring Individ- och familjeomsorgen. Fråga varför de inte kan komma');
    expect(text).toContain('**Nej** (Orsak inte angiven)');
    expect([story.input('who')?.value, story.input('answer')?.value]).toEqual([rowOf(SAMIRA), 'DECLINED']);
    await story.press('answers.back');
    expect(await story.until(/Ring och fråga vem/)).toContain(
      'Nej från Individ- och familjeomsorgen. Ring och fråga vem som kan komma i stället.',
    );
  });

  test('T15: a yes on the telephone after it stands, until there is something newer in Outlook', async () => {
    await openAnswers();
    await story.press('answers.save', { who: rowOf(SAMIRA), answer: 'ACCEPTED' });
    await story.until(/Individ- och familjeomsorgen\nJa/);
    const before = (await sandbox.outbound()).length;
    await sandbox.moveClock(new Date(Date.now() + 16 * 60_000).toISOString());
    await expect
      .poll(
        async () =>
          (await sandbox.outbound())
            .slice(before)
            .some(({ method, url }) => method === 'GET' && /\/events\//.test(url)),
        {
          timeout: 30_000,
        },
      )
      .toBe(true);
    expect(await story.until(/Individ- och familjeomsorgen\nJa/)).toContain('BUP Dalsland\nJa, ersättare');
    const [event] = await story.events(SAMIRA);
    await sandbox.graph('POST', `/users/${SAMIRA.id}/events/${event?.id}/tentativelyAccept`, { sendResponse: true });
    await story.until(/Individ- och familjeomsorgen\nPreliminärt/);
  });
});

test('T15: it is kept that she is a stand-in, and why the first one could not; nothing of it has left the program', async () => {
  const left = JSON.stringify(await sandbox.outbound());
  expect(left).toContain(PETRA.mail);
  expect(left).not.toMatch(REASONS);
  expect(sandbox.sink.bodies.join()).not.toMatch(REASONS);
  const rows = (await storedRows(sandbox)).filter(({ table }) => table === 'Participant').map(({ row }) => row);
  expect(rows.find(({ mail }) => mail === PETRA.mail)).toMatchObject({
    standIn: true,
    declineReason: 'NOT_CURRENT',
    answer: 'ACCEPTED',
    callState: null,
  });
  expect(rows.map(({ mail }) => mail)).not.toContain(LENA.mail);
  expect(await sandbox.log()).not.toMatch(REASONS);
});
