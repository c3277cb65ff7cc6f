/** What the convener has done with the meeting in Outlook stays when the bot changes something of it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import register from '../../../sandbox/register.json' with { type: 'json' };
import { breakGraph, closeAtRest } from '../../support/at-rest.ts';
import { inOutlook } from '../../support/in-outlook.ts';
import { caseIn } from '../../support/prepared.ts';
import { LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

const mailOf = (name: string) => register.people.find((one) => one.name === name)?.mail ?? '';
const PETRA = mailOf('Petra Ask');
const OSKAR = mailOf('Oskar Gran');
const ROOM = { address: 'rum.dalbo@vanersborg.example', name: 'Rum Dalbo', type: 'resource' };
const INTERPRETER = { address: 'tolk@tolkbyran.example', name: 'Tolken' };

let sandbox: TestSandbox;
let outlook: ReturnType<typeof inOutlook>;
beforeAll(async () => {
  sandbox = await openSandbox();
  outlook = inOutlook(sandbox);
});
afterAll(() => closeAtRest(sandbox, { dead: ['update-attendees ErrorAccessDenied'] }));

const callStandIn = async (story: Story): Promise<void> => {
  story.look();
  if (!story.verbs().includes('answers.open')) await story.press('more.open');
  await story.press('answers.open');
  const who = story.input('who')?.choices.find(({ title }) => title.includes(LENA.name))?.value ?? '';
  await story.press('answers.save', { who, answer: 'STAND_IN', standIn: PETRA, reason: 'ILL' });
};
const withdrawParty = async (story: Story, unit: RegExp): Promise<void> => {
  story.look();
  await story.press('more.open');
  await story.press('withdraw.open');
  const what = story.input('what')?.choices.find(({ title }) => unit.test(title))?.value ?? '';
  await story.withdraw({ givenBy: 'GUARDIAN_1', what });
};

test('a room, an interpreter and a colleague whom the convener added stay when a stand-in is called; who is replaced goes', async () => {
  const story = await caseIn(sandbox, 'sent');
  const path = await outlook.pathOf(story);
  await outlook.answer(story, SAMIRA, 'accept');
  await outlook.add(story, ROOM, INTERPRETER, { address: OSKAR });
  await story.until(/Individ- och familjeomsorgen\nJa/);
  await callStandIn(story);
  await expect.poll(() => outlook.attendees(path), { timeout: 30_000 }).toContain(PETRA);
  const there = await outlook.attendees(path);
  expect(there).toEqual(expect.arrayContaining([SAMIRA.mail, ROOM.address, INTERPRETER.address, OSKAR]));
  expect(there).not.toContain(LENA.mail);
  const { attendees } = await outlook.read(path);
  expect(JSON.stringify(attendees)).toContain('"type":"resource"');
});

test('a unit that the consent covers no more is out, its colleagues too; the room stays', async () => {
  const story = await caseIn(sandbox, 'sent');
  const path = await outlook.pathOf(story);
  await outlook.add(story, ROOM, { address: PETRA });
  await withdrawParty(story, /BUP/);
  await expect.poll(() => outlook.attendees(path), { timeout: 30_000 }).not.toContain(LENA.mail);
  expect((await outlook.attendees(path)).sort()).toEqual([ROOM.address, SAMIRA.mail].sort());
});

test('somebody who is called no more and cannot be taken out: the card says so, until a person has looked', async () => {
  const story = await caseIn(sandbox, 'sent');
  await breakGraph(sandbox, { graph: '403' });
  await withdrawParty(story, /BUP/);
  expect(await story.until(/står kvar i mötet i kalendern/)).toContain('Be den som kallade (Elevhälsan)');
  await sandbox.control('faults', { graph: null });
  await story.press('more.open');
  await story.press('calendar.cleared');
  expect(story.text()).not.toContain('står kvar');
});

test('a stand-in is called also where those who are there stand with their names before the addresses', async () => {
  const story = await caseIn(sandbox, 'sent');
  const path = await outlook.pathOf(story);
  await sandbox.control('faults', { addresses: 'named' });
  await callStandIn(story);
  const there = async () => (await outlook.attendees(path)).join();
  await expect.poll(there, { timeout: 30_000 }).toContain(PETRA);
  expect(await there()).toContain(SAMIRA.mail);
  await sandbox.control('faults', { addresses: null });
});

test('another room that was chosen in Outlook, a text and a link stay when the card moves the meeting', async () => {
  const story = await caseIn(sandbox, 'sent');
  const path = await outlook.pathOf(story);
  const body = { contentType: 'html', content: '<p>Länk till mötet</p>' };
  await outlook.change(story, { location: { displayName: 'Norra skolan, rum 12' }, body, isOnlineMeeting: true });
  await story.until(/ändrad i Outlook/);
  const { onlineMeeting } = await outlook.read(path);
  expect(onlineMeeting).toMatchObject({ joinUrl: expect.stringMatching(/^https:/) });
  await story.press('more.open');
  await story.press('move.open');
  await story.press('move.save', { reason: 'PARTY', askedBy: 'PARTY' });
  await story.fill('time', { date: dayFromNow(12), clock: '09:00' });
  await story.press('move.send', { familyAgreed: 'true' });
  await story.until(/Mötet är flyttat/);
  expect(await outlook.read(path)).toMatchObject({
    location: { displayName: 'Norra skolan, rum 12' },
    body: { ...body, content: expect.stringContaining(body.content) },
    isOnlineMeeting: true,
    onlineMeeting,
  });
});

test('a place that is chosen on the card is written', async () => {
  const story = await caseIn(sandbox, 'sent');
  const path = await outlook.pathOf(story);
  await story.press('more.open');
  await story.press('move.open');
  await story.press('move.save', { reason: 'PREMISES', askedBy: 'US' });
  await story.fill('time', { date: dayFromNow(12), clock: '09:00', place: 'elevhalsan-samtalsrum' });
  await story.press('move.send', { familyAgreed: 'true' });
  await story.until(/Mötet är flyttat/);
  expect(await outlook.read(path)).toMatchObject({ location: { displayName: 'Elevhälsan, samtalsrummet' } });
});
