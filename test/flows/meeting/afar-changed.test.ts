/**
 * What becomes of a meeting from afar once it is called: rooms and links that somebody adds in Outlook, and the papers
 * that were given before.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { backToToday, breakGraph, closeAtRest, comeToRest } from '../../support/at-rest.ts';
import { HYBRID, ONLINE } from '../../support/from-afar.ts';
import { inOutlook } from '../../support/in-outlook.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { printed } from '../../support/printed.ts';
import { KARIN, openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
let outlook: ReturnType<typeof inOutlook>;
beforeAll(async () => {
  sandbox = await openSandbox();
  outlook = inOutlook(sandbox);
});
afterEach(async () => {
  await sandbox.control('faults', { noOnlineMeetings: null, failAfterDoing: false });
  await backToToday(sandbox);
});
afterAll(() => closeAtRest(sandbox));

const OTHER_ROOM = 'Elevhälsan, samtalsrummet';
const LINE = /Rikta mobilens kamera/g;
const meetingOf = async (story: Story) => (await fileOf(sandbox, story)).meetings.at(-1);
const placeTo = (story: Story, displayName: string) => outlook.change(story, { location: { displayName } });
const openGiven = async (story: Story): Promise<string> => {
  story.look();
  if (!story.verbs().includes('given.open')) await story.press('more.open');
  return story.press('given.open');
};
const send = async (story: Story): Promise<void> => {
  await story.press('preview.open');
  await story.press('kallelse.send');
  await story.until(/Kallelsen är skickad/);
  await comeToRest(sandbox);
};

describe('a room of the register, added in Outlook where all join from afar', () => {
  test('takes nobody’s link away; who is in the room is said on the page of their invitations', async () => {
    const story = await caseIn(sandbox, 'sent', { meeting: ONLINE });
    await placeTo(story, `Digitalt; ${OTHER_ROOM}`);
    await story.until(/samtalsrummet; Digitalt/);
    expect((await printed(story, 'family-invitation')).match(LINE)).toHaveLength(2);
    await openGiven(story);
    expect(story.input('fromAfar')?.value).toBe('GUARDIAN_1,GUARDIAN_2,CHILD');
    await story.press('given.save', { fromAfar: 'GUARDIAN_1,CHILD' });
    expect(await meetingOf(story)).toMatchObject({ how: 'HYBRID', fromAfar: ['GUARDIAN_1', 'CHILD'] });
    expect(await printed(story, 'family-invitation')).toMatch(/mamma[\s\S]*kamera[\s\S]*pappa[\s\S]*samtalsrummet/);
  });
});

describe('who in the family joins', () => {
  test('can be said when the convener makes a link in Outlook; whose paper says the old way gets a new one', async () => {
    const story = await caseIn(sandbox, 'sent');
    await openGiven(story);
    expect(story.input('fromAfar')).toBeUndefined();
    await story.press('given.save', { invited: 'GUARDIAN_1,GUARDIAN_2,CHILD' });
    await outlook.change(story, { isOnlineMeeting: true });
    expect(await story.until(/rum Dalbo; Digitalt/)).not.toContain('har fått sin');
    await openGiven(story);
    const invited = 'GUARDIAN_1,GUARDIAN_2,CHILD';
    expect(await story.press('given.save', { invited, fromAfar: 'GUARDIAN_2' })).toContain('behöver en ny inbjudan');
    expect(story.input('invited')?.value).toBe('GUARDIAN_1,CHILD');
    await story.press('given.save', { invited, fromAfar: 'GUARDIAN_2' });
    expect((await fileOf(sandbox, story)).talks.filter(({ invitedOn }) => invitedOn === null)).toEqual([]);
    expect((await printed(story, 'family-invitation')).match(LINE)).toHaveLength(1);
  });

  test('has a paper without a link; when there is one it is to be given anew, to them alone', async () => {
    await breakGraph(sandbox, { noOnlineMeetings: KARIN.id });
    const story = await caseIn(sandbox, 'prepared', { meeting: HYBRID });
    await send(story);
    await openGiven(story);
    await story.press('given.save', { invited: 'GUARDIAN_1,GUARDIAN_2,CHILD', fromAfar: 'GUARDIAN_2' });
    expect(story.text()).not.toContain('har fått sin');
    await sandbox.control('faults', { noOnlineMeetings: null });
    await outlook.change(story, { isOnlineMeeting: true });
    await story.until(/2 av 3 har fått sin/);
    await openGiven(story);
    expect(story.input('invited')?.value).toBe('GUARDIAN_1,CHILD');
  });
});

describe('a move that is prepared while somebody changes the place in Outlook', () => {
  test.each([
    ['a room', {}, OTHER_ROOM, OTHER_ROOM],
    ['from afar', ONLINE, `Digitalt; ${OTHER_ROOM}`, `Digitalt; ${OTHER_ROOM}`],
  ] as const)('%s: the place stays there', async (_, meeting, place, stays) => {
    const story = await caseIn(sandbox, 'sent', { meeting });
    await story.press('more.open');
    await story.press('move.open');
    await story.press('move.save', { reason: 'PARTY', askedBy: 'PARTY' });
    await placeTo(story, place);
    await comeToRest(sandbox);
    expect((await meetingOf(story))?.placeId).toBe('elevhalsan-samtalsrum');
    // What the page shows of the place, left as it is.
    story.look();
    if (!story.input('date')) await story.press('time.byHand');
    const chosen = story.input('place')?.value ?? '';
    await story.press('time.save', { slot: 'OWN', date: dayFromNow(12), clock: '09:00', minutes: '60', place: chosen });
    expect(story.text()).toContain('samtalsrummet');
    await story.press('move.send', { familyAgreed: 'true' });
    await story.until(/Mötet är flyttat/);
    await comeToRest(sandbox);
    expect(await outlook.read(await outlook.pathOf(story))).toMatchObject({ location: { displayName: stays } });
  });
});

describe('the call', () => {
  test('went through and its answer was lost: one event, and its link is known', async () => {
    const story = await caseIn(sandbox, 'prepared', { meeting: HYBRID });
    await story.press('preview.open');
    await breakGraph(sandbox, { failAfterDoing: true });
    await story.press('kallelse.send');
    await story.until(/inte\*\* skickad än/);
    await sandbox.control('faults', { failAfterDoing: false });
    await story.until(/Kallelsen är skickad/);
    await comeToRest(sandbox);
    const { onlineMeeting } = await outlook.read(await outlook.pathOf(story));
    expect(await outlook.live(story, KARIN)).toBe(1);
    expect(await meetingOf(story)).toMatchObject({ noLink: null, ...(onlineMeeting as object) });
    expect((await meetingOf(story))?.joinUrl).toMatch(/^https:/);
  });

  test('called off: the link is kept no more; called again it is the kind of meeting that it was by then', async () => {
    const story = await caseIn(sandbox, 'sent');
    await outlook.change(story, { isOnlineMeeting: true });
    await story.until(/rum Dalbo; Digitalt/);
    const before = await meetingOf(story);
    await story.press('more.open');
    expect(await story.press('move.open')).toContain('Hur ni ses är som förut');
    expect(await story.press('cancel.open')).toContain('Familjen får inget från mig');
    await story.press('cancel.send');
    await comeToRest(sandbox);
    const { meetings } = await fileOf(sandbox, story);
    expect(meetings.find(({ id }) => id === before?.id)).toMatchObject({ status: 'CANCELLED', joinUrl: null });
    expect(meetings.at(-1)).toMatchObject({ status: 'DRAFT', how: 'HYBRID', joinUrl: null });
    story.look();
    const left = /Mötet .* är inställt\. Säg till familjen\. Boka av/;
    expect(story.text()).toMatch(left);
    await story.press('print.open');
    expect(story.text()).toContain('Vänta med inbjudan');
    await story.press('guide.open');
    await story.fill('time');
    expect(story.text()).toMatch(left);
    await story.fill('family');
    await send(story);
    expect(story.look() && story.text()).not.toMatch(left);
    expect((await meetingOf(story))?.joinUrl).toMatch(/^https:/);
    expect((await meetingOf(story))?.joinUrl).not.toBe(before?.joinUrl);
  });

  test.each([
    ['HYBRID', HYBRID, 'Platsen lämnas muntligt; Digitalt'],
    ['ONLINE', ONLINE, 'Digitalt'],
  ] as const)(
    '%s, where the place is told by word of mouth: said before it leaves, and the event has none',
    async (_, meeting, said) => {
      const known = { safety: 'PLACE_ORALLY' as const };
      const story = await caseIn(sandbox, 'prepared', { meeting: { ...meeting, placeOral: true }, case: known });
      const place = new RegExp(`(· |^)${said}$`, 'm');
      expect(story.text()).toMatch(place);
      await story.press('preview.open');
      expect(story.text()).toMatch(place);
      await story.press('kallelse.send');
      await story.until(/Kallelsen är skickad/);
      await comeToRest(sandbox);
      expect(await outlook.read(await outlook.pathOf(story))).toMatchObject({ location: { displayName: 'Digitalt' } });
      expect(await printed(story, 'family-invitation')).not.toMatch(LINE);
    },
  );
});
