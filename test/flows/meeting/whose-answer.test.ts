/**
 * Whose answer it is: by any address of a mailbox, never by a name, and one odd row among the attendees hides nobody.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { guestInput } from '../../../cards/meeting/answers.ts';
import { inCalendar } from '../../../domain/in-calendar.ts';
import { backToToday, breakGraph, closeAtRest, comeToRest } from '../../support/at-rest.ts';
import { inputsOf } from '../../support/card-json.ts';
import { inOutlook } from '../../support/in-outlook.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { giveAliases } from '../../support/settle.ts';
import type { Story } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
let outlook: ReturnType<typeof inOutlook>;
beforeAll(async () => {
  sandbox = await openSandbox();
  outlook = inOutlook(sandbox);
});
afterEach(async () => {
  await sandbox.control('faults', { graph: null, addresses: null, roomWithoutAddress: false, goneMailbox: null });
  await backToToday(sandbox);
});
afterAll(() =>
  closeAtRest(sandbox, {
    dead: ['read-answers noMailbox', 'read-answers ErrorAccessDenied', 'book-meeting noMailbox'],
  }),
);

const x500 = ({ id }: { id: string }) =>
  `/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=${id}`;
const openAnswers = async (story: Story): Promise<string> => {
  story.look();
  if (!story.verbs().includes('answers.open')) await story.press('more.open');
  return story.press('answers.open');
};
const choice = (story: Story, input: string, pattern: RegExp) =>
  story.input(input)?.choices.find(({ title }) => pattern.test(title))?.value ?? '';

/** The inputs of addresses that are nobody's, in the order of the card; those that are not placed. */
const rowsOf = (story: Story): string[] =>
  inputsOf(story.card()).flatMap(({ id }) => (id.startsWith('g_') ? [id] : []));
const unplaced = (story: Story): string[] => rowsOf(story).filter((id) => !story.input(id)?.value);
const shownAddresses = (story: Story): string[] =>
  story
    .text()
    .split('\n')
    .filter((line) => /(@|^\/o=|cn=).*: (Ej svarat|Ja|Nej|Preliminärt)$/.test(line));

describe('an address that is somebody’s', () => {
  test('as a path in the directory, once the register has it', async () => {
    await giveAliases(sandbox, LENA.id, [x500(LENA)]);
    const story = await caseIn(sandbox, 'sent');
    await sandbox.control('faults', { addresses: 'x500' });
    await outlook.answer(story, LENA, 'decline');
    expect(await story.until(/BUP Dalsland\nNej/)).not.toContain('känns igen');
    await giveAliases(sandbox, LENA.id, []);
  });

  test('with the name in front of it', async () => {
    const story = await caseIn(sandbox, 'sent');
    await sandbox.control('faults', { addresses: 'named' });
    await outlook.answer(story, SAMIRA, 'accept');
    await story.until(/Individ- och familjeomsorgen\nJa/);
  });

  test('beside a room that has none', async () => {
    const story = await caseIn(sandbox, 'sent');
    await sandbox.control('faults', { roomWithoutAddress: true });
    await outlook.answer(story, SAMIRA, 'accept');
    await story.until(/Individ- och familjeomsorgen\nJa/);
  });
});

describe('an address that is nobody’s', () => {
  test('is said, placed by hand once, and remembered for what it says later', async () => {
    const story = await caseIn(sandbox, 'sent');
    await sandbox.control('faults', { addresses: 'x500' });
    await outlook.answer(story, LENA, 'tentativelyAccept');
    const said = await story.until(/Ett svar från en adress som inte känns igen/);
    expect(said).toContain('BUP Dalsland\nEj svarat');
    expect(said).not.toContain(LENA.id);
    expect(story.verbs()).toContain('answers.open');
    await openAnswers(story);
    expect(story.text()).toMatch(/cn=recipients.*: Preliminärt/);
    const [row = ''] = unplaced(story);
    expect(story.input(row)?.value).toBe('');
    expect(await story.press('answers.save', { [row]: choice(story, row, /Lena Hassel/) })).toMatch(
      /BUP Dalsland\nPreliminärt/,
    );
    expect(story.text()).not.toContain('känns igen');
    await outlook.answer(story, LENA, 'accept');
    await story.until(/BUP Dalsland\nJa/);
  });

  test('several at once: each has its own row, is unclear until it is placed, and all are placed in one press', async () => {
    const story = await caseIn(sandbox, 'sent');
    await sandbox.control('faults', { addresses: 'x500' });
    await outlook.answer(story, LENA, 'decline');
    await outlook.answer(story, SAMIRA, 'accept');
    await story.until(/2 svar från adresser som inte känns igen/);
    await openAnswers(story);
    expect(unplaced(story)).toHaveLength(2);
    const whose = (of: { id: string }) => shownAddresses(story).findIndex((text) => text.includes(of.id.slice(-12)));
    const [lena, samira] = [rowsOf(story)[whose(LENA)] ?? '', rowsOf(story)[whose(SAMIRA)] ?? ''];
    const said = { [lena]: choice(story, lena, /Lena/), [samira]: choice(story, samira, /Samira/) };
    const placed = await story.press('answers.save', said);
    expect(placed).toMatch(/BUP Dalsland\nNej[\s\S]*Individ- och familjeomsorgen\nJa/);
    expect(placed).not.toContain('känns igen');
    // A placed one says something else later, and stands as whose it is.
    await outlook.answer(story, LENA, 'accept');
    await story.until(/BUP Dalsland\nJa/);
    await openAnswers(story);
    expect(unplaced(story)).toEqual([]);
    expect(rowsOf(story).map((id) => story.input(id)?.value)).toContain(said[lena]);
  });

  test('placed wrong: it goes to whose it is, and the other has not answered', async () => {
    const story = await caseIn(sandbox, 'sent');
    await sandbox.control('faults', { addresses: 'x500' });
    await outlook.answer(story, LENA, 'tentativelyAccept');
    await story.until(/känns igen/);
    await openAnswers(story);
    const row = rowsOf(story)[shownAddresses(story).findIndex((text) => text.includes('Preliminärt'))] ?? '';
    expect(await story.press('answers.save', { [row]: choice(story, row, /Samira/) })).toMatch(
      /Individ- och familjeomsorgen\nPreliminärt/,
    );
    await openAnswers(story);
    const placed = () => rowsOf(story).find((id) => story.input(id)?.value) ?? '';
    const said = await story.press('answers.save', { [placed()]: choice(story, placed(), /Lena/) });
    expect(said).toMatch(/BUP Dalsland\nPreliminärt[\s\S]*Individ- och familjeomsorgen\nEj svarat/);
    await openAnswers(story);
    expect(await story.press('answers.save', { [placed()]: 'UNCLEAR' })).toContain('BUP Dalsland\nEj svarat');
    // It stays taken back when the event is read once more.
    await outlook.answer(story, SAMIRA, 'accept');
    expect(await story.until(/2 svar från adresser/)).toContain('BUP Dalsland\nEj svarat');
  });

  test('placed by two who had the page open: neither takes back what the other said', async () => {
    const story = await caseIn(sandbox, 'sent');
    await sandbox.control('faults', { addresses: 'x500' });
    await outlook.answer(story, LENA, 'decline');
    await outlook.answer(story, SAMIRA, 'accept');
    await story.until(/2 svar från adresser/);
    await openAnswers(story);
    const before = story.card();
    const whose = (of: { id: string }) => shownAddresses(story).findIndex((text) => text.includes(of.id.slice(-12)));
    const [lena, samira] = [rowsOf(story)[whose(LENA)] ?? '', rowsOf(story)[whose(SAMIRA)] ?? ''];
    const [isLena, isSamira] = [choice(story, lena, /Lena/), choice(story, samira, /Samira/)];
    await story.press('answers.save', { [lena]: isLena });
    story.take(before);
    await story.press('answers.save', { [samira]: isSamira });
    if (story.verbs().includes('answers.save')) await story.press('answers.save');
    expect(await story.until(/Individ- och familjeomsorgen\nJa/)).toContain('BUP Dalsland\nNej');
  });

  test('placed together with a no from the telephone: its reason is asked for, and both are kept', async () => {
    const story = await caseIn(sandbox, 'sent');
    await sandbox.control('faults', { addresses: 'x500' });
    await outlook.answer(story, LENA, 'accept');
    await story.until(/känns igen/);
    await openAnswers(story);
    const row = rowsOf(story)[shownAddresses(story).findIndex((text) => text.endsWith(': Ja'))] ?? '';
    const phone = { who: choice(story, 'who', /Samira/), answer: 'DECLINED' };
    const said = await story.press('answers.save', { [row]: choice(story, row, /Lena/), ...phone });
    expect(said).not.toContain('Svaret är sparat');
    expect(await story.press('answers.save', { ...phone, reason: 'ILL' })).toMatch(
      /Ja\*\*\n.*Samira.*: \*\*Nej\*\* \(Sjukdom\)/,
    );
  });

  test('more than the card shows: what was chosen on a page from before is kept', async () => {
    const story = await caseIn(sandbox, 'sent');
    const addresses = [...'abcdefg'].map((name) => ({ address: `${name}@hemma.example` }));
    await outlook.add(story, ...addresses);
    await story.until(/fler i kalendern/);
    await openAnswers(story);
    expect(rowsOf(story)).toHaveLength(6);
    const shown = new Set(rowsOf(story));
    const { guests } = inCalendar((await fileOf(sandbox, story)).meetings.at(-1) ?? { inCalendar: null });
    const [hidden] = guests.filter((guest) => !shown.has(guestInput(guest)));
    if (!hidden) throw new Error('all are shown');
    await story.press('answers.save', { [guestInput(hidden)]: 'OTHER' });
    const { meetings } = await fileOf(sandbox, story);
    expect(inCalendar(meetings.at(-1) ?? { inCalendar: null }).guests).toContainEqual({ ...hidden, of: 'OTHER' });
  });

  test('placed together with an answer from the telephone: both are kept', async () => {
    const story = await caseIn(sandbox, 'sent');
    await sandbox.control('faults', { addresses: 'x500' });
    await outlook.answer(story, LENA, 'accept');
    await story.until(/känns igen/);
    await openAnswers(story);
    const row = rowsOf(story)[shownAddresses(story).findIndex((text) => text.endsWith(': Ja'))] ?? '';
    const phone = { who: choice(story, 'who', /Samira/), answer: 'TENTATIVE' };
    expect(await story.press('answers.save', { [row]: choice(story, row, /Lena/), ...phone })).toMatch(
      /BUP Dalsland\nJa[\s\S]*Individ- och familjeomsorgen\nPreliminärt/,
    );
  });

  test('may be of somebody else who is to be there, such as an interpreter: then nobody is told of it any more', async () => {
    const story = await caseIn(sandbox, 'sent');
    await outlook.answer(story, SAMIRA, 'accept');
    await outlook.add(story, { address: 'tolk@tolkbyran.example', name: 'Tolken' });
    await story.until(/fler i kalendern/);
    expect(story.verbs()).toContain('answers.open');
    await openAnswers(story);
    const row = rowsOf(story)[shownAddresses(story).findIndex((text) => text.startsWith('tolk@'))] ?? '';
    await story.press('answers.save', { [row]: 'OTHER' });
    expect(story.text()).not.toContain('fler i kalendern');
    await outlook.answer(story, LENA, 'accept');
    expect(await story.until(/BUP Dalsland\nJa/)).not.toContain('fler i kalendern');
  });
});

describe('an answer to another time', () => {
  test('a yes before the move, made in Outlook, is no yes to the new time; a yes after it is', async () => {
    const story = await caseIn(sandbox, 'sent');
    await outlook.answer(story, SAMIRA, 'accept');
    await story.until(/Individ- och familjeomsorgen\nJa/);
    const day = dayFromNow(12);
    await outlook.move(story, `${day}T09:00:00`, `${day}T10:00:00`);
    expect(await story.until(/kl\. 09\.00–10\.00/)).toContain('Individ- och familjeomsorgen\nEj svarat');
    await outlook.answer(story, LENA, 'accept');
    expect(await story.until(/BUP Dalsland\nJa/)).toContain('Individ- och familjeomsorgen\nEj svarat');
    await outlook.answer(story, SAMIRA, 'accept');
    await story.until(/Individ- och familjeomsorgen\nJa/);
  });

  test('nor is it to a time that the card gave it', async () => {
    const story = await caseIn(sandbox, 'sent');
    await outlook.answer(story, SAMIRA, 'accept');
    await story.until(/Individ- och familjeomsorgen\nJa/);
    await story.press('more.open');
    await story.press('move.open');
    await story.press('move.save', { reason: 'PARTY', askedBy: 'PARTY' });
    await story.fill('time', { date: dayFromNow(12), clock: '09:00' });
    await story.press('move.send', { familyAgreed: 'true' });
    await story.until(/Mötet är flyttat/);
    await comeToRest(sandbox);
    expect(await story.until(/kl\. 09\.00–10\.00/)).toContain('Individ- och familjeomsorgen\nEj svarat');
  });
});

describe('a calendar that cannot be read', () => {
  test('refused: the answers are not seen, and the case says so until they are', async () => {
    const story = await caseIn(sandbox, 'sent');
    await breakGraph(sandbox, { graph: '403' });
    await sandbox.moveClock(new Date(Date.now() + 16 * 60_000).toISOString());
    await story.until(/Svaren i kalendern går inte att läsa\. Ring/);
    await sandbox.control('faults', { graph: null });
    await outlook.answer(story, SAMIRA, 'accept');
    expect(await story.until(/Individ- och familjeomsorgen\nJa/)).not.toContain('går inte att läsa');
  });

  test('whoever calls has no mailbox: the kallelse is not sent, and who holds the meeting is asked', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('preview.open');
    await breakGraph(sandbox, { goneMailbox: KARIN.id });
    await story.press('kallelse.send');
    expect(await story.until(/har ingen kalender längre/)).toContain('Vem håller i mötet?');
    await sandbox.control('faults', { goneMailbox: null });
    await story.press('kallelse.retry');
    await story.until(/Kallelsen är skickad/);
  });

  test('the mailbox that the meeting stands in is no more: the case says so and asks who holds it', async () => {
    const story = await caseIn(sandbox, 'sent');
    await breakGraph(sandbox, { goneMailbox: KARIN.id });
    await sandbox.moveClock(new Date(Date.now() + 16 * 60_000).toISOString());
    const said = await story.until(/finns inte längre/);
    expect(said).toContain('Vem håller i mötet?');
    await sandbox.control('faults', { goneMailbox: null });
    await sandbox.moveClock(new Date(Date.now() + 32 * 60_000).toISOString());
    await story.until(/vet inte än vem det gäller/);
  });
});
