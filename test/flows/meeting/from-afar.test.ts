/** A meeting that some or all join from afar: the link stands in Outlook and on the family's paper, and nowhere else. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { backToToday, breakGraph, closeAtRest, comeToRest } from '../../support/at-rest.ts';
import { HYBRID, ONLINE } from '../../support/from-afar.ts';
import { inOutlook } from '../../support/in-outlook.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { printed } from '../../support/printed.ts';
import { KARIN, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
let outlook: ReturnType<typeof inOutlook>;
beforeAll(async () => {
  sandbox = await openSandbox();
  outlook = inOutlook(sandbox);
});
afterEach(async () => {
  await sandbox.control('faults', { noOnlineMeetings: null, lateLink: false });
  await backToToday(sandbox);
});
afterAll(() => closeAtRest(sandbox));

const meetingOf = async (story: Story) => (await fileOf(sandbox, story)).meetings.at(-1);
const send = async (story: Story): Promise<void> => {
  await story.press('preview.open');
  await story.press('kallelse.send');
  await story.until(/Kallelsen är skickad/);
  await comeToRest(sandbox);
};

describe('chosen', () => {
  test('on the page of times, asked of the family, shown before it leaves; the link is in Outlook only', async () => {
    const story = await caseIn(sandbox, 'chosen');
    await story.fill('time', { how: 'HYBRID', place: 'stadshuset-dalbo' });
    expect(story.text()).toContain('Stadshuset, rum Dalbo; Digitalt');
    await story.press('family.open');
    await story.press('family.save', { familyAgreed: 'true', fromAfar: 'GUARDIAN_2' });
    await story.press('preview.open');
    expect(story.text()).toMatch(/på plats eller digitalt[\s\S]*ska inte spelas in/);
    await story.press('kallelse.send');
    expect(await story.until(/Kallelsen är skickad/)).toMatch(/rum Dalbo; Digitalt[\s\S]*ska inte spelas in/);
    await comeToRest(sandbox);
    const event = await outlook.read(await outlook.pathOf(story, SAMIRA));
    const { joinUrl } = event.onlineMeeting as { joinUrl: string };
    expect(event).toMatchObject({ location: { displayName: 'Stadshuset, rum Dalbo; Digitalt' } });
    expect(await meetingOf(story)).toMatchObject({ joinUrl, noLink: null, placeChanged: false, ...HYBRID });
    expect(sandbox.sink.bodies.join()).not.toContain('meetup-join');
    expect(await sandbox.log()).not.toContain('meetup-join');
  });

  test('all from afar: no place is asked for', async () => {
    const story = await caseIn(sandbox, 'chosen');
    await story.fill('time', { how: 'ONLINE', place: '' });
    await story.fill('family');
    await send(story);
    expect(story.text()).toMatch(/\(v\. \d+\) · Digitalt/);
    expect(await outlook.read(await outlook.pathOf(story))).toMatchObject({ location: { displayName: 'Digitalt' } });
  });

  test('in a room a place is asked for, and so it is where some are there', async () => {
    const story = await caseIn(sandbox, 'chosen');
    for (const how of ['IN_ROOM', 'HYBRID'])
      expect(await story.fill('time', { how, place: '' }), how).toContain('Välj plats');
  });

  test('and left without a time: place, way and yes stay as they were', async () => {
    const story = await caseIn(sandbox, 'prepared');
    const { placeId, familyAgreed } = (await meetingOf(story)) ?? {};
    await story.press('time.open');
    if (!story.verbs().includes('time.back')) await story.press('time.byHand');
    await story.press('time.back', { how: 'ONLINE', slot: 'OWN', date: '', clock: '', place: '' });
    expect(await meetingOf(story)).toMatchObject({ how: 'IN_ROOM', placeId, familyAgreed });
    expect(placeId).not.toBeNull();
  });

  test('another way to meet is asked of the family anew', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.fill('time', { how: 'ONLINE' });
    expect(await meetingOf(story)).toMatchObject({ how: 'ONLINE', placeId: null, familyAgreed: false });
  });
});

describe('the calendar', () => {
  test('makes no link: the card says so with a way on, until somebody has written one in', async () => {
    await breakGraph(sandbox, { noOnlineMeetings: KARIN.id });
    const story = await caseIn(sandbox, 'prepared', { meeting: HYBRID });
    await send(story);
    expect(await story.until(/fick ingen länk/)).toMatch(/länk i texten där[\s\S]*lämna över ärendet/);
    await story.press('link.byHand');
    expect(story.text()).not.toContain('fick ingen länk');
    await outlook.answer(story, SAMIRA, 'accept');
    expect(await story.until(/Individ- och familjeomsorgen\nJa/)).not.toContain('fick ingen länk');
    expect(await printed(story, 'family-invitation')).toMatch(
      /Länken får ni av den som bjuder in[\s\S]*Länk, eller nummer att ringa/,
    );
  });

  test('makes it a moment later: nobody is worried, and it is there when the event is read', async () => {
    await sandbox.control('faults', { lateLink: true });
    const story = await caseIn(sandbox, 'prepared', { meeting: ONLINE });
    await send(story);
    expect(story.look() && story.text()).not.toContain('fick ingen länk');
    expect((await meetingOf(story))?.joinUrl).toMatch(/^https:/);
  });

  test('loses it when somebody writes another text over it: said, with what makes a new one', async () => {
    const story = await caseIn(sandbox, 'sent', { meeting: HYBRID });
    await outlook.change(story, { body: { contentType: 'text', content: 'Ny text.' } });
    expect(await story.until(/Länken till mötet är borta ur Outlook/)).not.toContain('kan inte skapa');
    await outlook.change(story, { isOnlineMeeting: true });
    await outlook.answer(story, SAMIRA, 'accept');
    expect(await story.until(/Individ- och familjeomsorgen\nJa/)).not.toContain('borta ur Outlook');
  });

  test('has one that the convener made in Outlook: it is that kind of meeting from now on, and again not', async () => {
    const story = await caseIn(sandbox, 'sent');
    await outlook.change(story, { isOnlineMeeting: true });
    expect(await story.until(/rum Dalbo; Digitalt/)).toContain('ska inte spelas in');
    await outlook.change(story, { body: { contentType: 'text', content: 'Ny text.' } });
    expect(await story.until(/rum Dalbo$/m)).not.toMatch(/ingen länk|spelas in/);
    expect((await meetingOf(story))?.joinUrl).toBeNull();
  });
});

describe('what comes after', () => {
  test('moved by the card: said there, and the link and the text stay', async () => {
    const story = await caseIn(sandbox, 'sent', { meeting: HYBRID });
    const path = await outlook.pathOf(story);
    const { body, onlineMeeting } = await outlook.read(path);
    await story.press('more.open');
    expect(await story.press('move.open')).toContain('rum Dalbo; Digitalt');
    await story.press('move.save', { reason: 'PREMISES', askedBy: 'US' });
    await story.fill('time', { date: dayFromNow(12), clock: '09:00', place: 'elevhalsan-samtalsrum' });
    expect(story.text()).toContain('samtalsrummet; Digitalt');
    await story.press('move.send', { familyAgreed: 'true' });
    await story.until(/Mötet är flyttat/);
    const location = { displayName: 'Elevhälsan, samtalsrummet; Digitalt' };
    expect(await outlook.read(path)).toMatchObject({ body, onlineMeeting, location });
  });

  test('all from afar is moved without a place, and no room is to be booked', async () => {
    const story = await caseIn(sandbox, 'sent', { meeting: ONLINE });
    await story.press('more.open');
    expect(await story.press('move.open')).toContain('Det finns ingen lokal att boka om.');
    await story.press('move.save', { reason: 'PARTY', askedBy: 'PARTY' });
    await story.fill('time', { date: dayFromNow(12), clock: '09:00' });
    await story.press('move.send', { familyAgreed: 'true' });
    expect(await story.until(/Mötet är flyttat/)).toMatch(/09\.00–10\.00 \(v\. \d+\) · Digitalt/);
  });

  test('somebody must not know where: the place goes out of the event, the link stays there and is on no paper', async () => {
    const story = await caseIn(sandbox, 'sent', { meeting: HYBRID });
    await story.press('more.open');
    await story.press('protection.open');
    await story.press('protection.save', { protectedIdentity: 'NO', secretPlace: 'PLACE_ORALLY' });
    await comeToRest(sandbox);
    const event = await outlook.read(await outlook.pathOf(story));
    expect(event).toMatchObject({ location: { displayName: 'Digitalt' }, isOnlineMeeting: true });
    expect(await printed(story, 'family-invitation')).toContain('Länken får ni av den som bjuder in');
  });

  test('each home prints its own: a code for whoever joins from afar, the room for the other', async () => {
    const story = await caseIn(sandbox, 'sent', { meeting: HYBRID });
    const paper = await printed(story, 'family-invitation');
    expect(paper).toMatch(/mamma[\s\S]*Stadshuset, rum Dalbo[\s\S]*pappa[\s\S]*Rikta mobilens kamera/);
    expect(paper).not.toContain('meetup-join');
  });

  test('on paper only it is called off, and no link is left anywhere', async () => {
    const story = await caseIn(sandbox, 'sent', { meeting: HYBRID });
    await story.press('more.open');
    await story.press('protection.open');
    await story.press('protection.save', { protectedIdentity: 'YES', secretPlace: 'NO' });
    await comeToRest(sandbox);
    expect([await outlook.live(story, KARIN), await outlook.live(story, SAMIRA)]).toEqual([0, 0]);
    expect(await printed(story, 'paper-pack')).not.toMatch(/Rikta mobilens kamera|Digitalt/);
  });

  test('at the table the chair says that nobody records', async () => {
    const story = await caseIn(sandbox, 'sent', { meeting: ONLINE });
    const { startAt } = (await meetingOf(story)) ?? {};
    await sandbox.moveClock(startAt?.subtract({ minutes: 10 }).toString() ?? '');
    await story.until(/Öppna mötet|går att öppna/);
    await story.press('meeting.open');
    expect(story.text()).toContain('Ingen spelar in eller transkriberar');
  });
});
