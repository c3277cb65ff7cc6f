/**
 * While people sit in the room the chair's screen is on the wall: what happens in the case meanwhile is told when the
 * meeting has ended. Two of the team have the case, and one of them leads.
 */
import { Writable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newAct } from '../../../bot/act.ts';
import { createLog } from '../../../bot/log/log.ts';
import { wantAgain } from '../../../domain/posting.ts';
import register from '../../../sandbox/register.json' with { type: 'json' };
import { closeAtRest, comeToRest } from '../../support/at-rest.ts';
import { textOf } from '../../support/card-json.ts';
import { testClock } from '../../support/databases.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { KARIN, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { openStory, type Story } from '../../support/story.ts';
import type { SinkMessage } from '../../support/teams-sink.ts';
import { testDispatch } from '../../support/test-dispatch.ts';
import { dayFromNow, WORDS } from '../../support/trip.ts';

const JONAS = register.people.find(
  ({ unitId, id, mayCall }) => unitId === 'elevhalsan' && id !== KARIN.id && mayCall,
) as typeof KARIN;
const ANSWERS = /Ej svarat|Nej|Preliminärt/;

let sandbox: TestSandbox;
let story: Story;
let theirs: SinkMessage;
beforeAll(async () => {
  sandbox = await openSandbox();
  await sandbox.as(JONAS).type('hej');
  story = await caseIn(sandbox, 'sent');
  const from = sandbox.sink.messages.length;
  await story.press('more.open');
  await story.press('team.open');
  await story.press('team.save', { colleagues: JONAS.id });
  theirs = await sandbox.sink.until(
    () =>
      sandbox.sink.messages
        .slice(from)
        .find(({ conversationId, card }) => conversationId === `chat-${JONAS.id}` && textOf(card).includes(story.code)),
    'the card in the chat of the colleague',
  );
  await story.press('guide.open');
});
afterAll(() => closeAtRest(sandbox));

const until = (pattern: RegExp) =>
  sandbox.sink.until(() => pattern.test(textOf(theirs.card)), `${pattern} on:\n${textOf(theirs.card)}`);

describe('while the meeting goes on', () => {
  test('the card that stands says that it goes on, and not who has answered what', async () => {
    expect(textOf(theirs.card)).toMatch(ANSWERS);
    await openStory(sandbox, story);
    await until(/Mötet pågår/);
    expect(textOf(theirs.card)).not.toMatch(ANSWERS);
    const events = await sandbox.graph('GET', `/users/${SAMIRA.id}/events?$top=999`);
    const event = (events.body.value as { id: string; subject: string }[]).find(({ subject }) =>
      subject.includes(story.code),
    );
    await sandbox.graph('POST', `/users/${SAMIRA.id}/events/${event?.id}/decline`, { sendResponse: true });
    await expect
      .poll(async () => (await fileOf(sandbox, story)).participants.some(({ answer }) => answer === 'DECLINED'), {
        timeout: 20_000,
      })
      .toBe(true);
    await comeToRest(sandbox);
    expect(textOf(theirs.card)).not.toMatch(ANSWERS);
  });

  test('a sentence that the program has to say waits on its card', async () => {
    const card = (await fileOf(sandbox, story)).postings.find(({ personId }) => personId === JONAS.id);
    if (!card) throw new Error('no card');
    const told = wantAgain(card, { notice: { key: 'prot.placeStands' } });
    await sandbox.stored().database.transaction((store) => store.apply([told]));
    // Somebody writes on, and the card is drawn anew.
    await story.press('attendance.all');
    await comeToRest(sandbox);
    expect(textOf(theirs.card)).toContain('Mötet pågår');
    expect(textOf(theirs.card)).not.toContain('Platsen står kvar');
  });

  test('a line in the chat waits, and comes when the meeting has ended', async () => {
    const { database } = sandbox.stored();
    const file = await fileOf(sandbox, story);
    const clock = testClock(file.meetings[0]?.startAt?.add({ minutes: 20 }).toString());
    const dispatch = testDispatch(database, clock, createLog({ key: 'k', destination: new Writable({ write() {} }) }));
    await dispatch(newAct('result', 'givenUp', uuid(), { caseId: file.case.id, subjectId: 's' }));
    const line = (await fileOf(sandbox, story)).postings.find(({ kind }) => kind === 'LINE');
    expect(line).toMatchObject({ conversationId: null, activityId: null });
    const ended = file.meetings[0]?.endAt?.add({ minutes: 16 });
    await story.press('attendance.save');
    await story.press('childGoal.save');
    await sandbox.moveClock(String(ended));
    await comeToRest(sandbox);
    // It goes on all the same, so it is looked at once more.
    expect((await fileOf(sandbox, story)).postings.find(({ id }) => id === line?.id)?.activityId).toBeNull();
    await story.press('meeting.breakOff', { need: WORDS.need });
    await until(/Mötet avbröts/);
    expect(textOf(theirs.card)).toContain('Platsen står kvar');
    await sandbox.moveClock(String(ended?.add({ minutes: 16 })));
    await sandbox.sink.until(
      () => sandbox.sink.messages.some(({ card }) => textOf(card).includes('blev inte gjort')),
      'the line',
    );
  });
});

test('two break it off at the same time: one meeting is broken off, and the other one is told', async () => {
  await story.until(/Mötet avbröts/);
  await story.fill('time', { date: dayFromNow(14) });
  await story.fill('family');
  await story.press('preview.open');
  await story.press('kallelse.send');
  await story.until(/Kallelsen är skickad/);
  await openStory(sandbox, story);
  await until(/Mötet pågår/);
  const jonas = sandbox.as(JONAS);
  const there = await jonas.press(theirs.card, 'meeting.open');
  const answers = await Promise.all([
    jonas.press(there, 'meeting.breakOff'),
    sandbox.as(KARIN).press(story.card(), 'meeting.breakOff'),
  ]);
  const said = answers.map(textOf);
  for (const text of said) expect(text).toContain('Mötet avbröts');
  expect(said.filter((text) => text.includes('hade hunnit bli gammalt'))).toHaveLength(1);
  const { meetings } = await fileOf(sandbox, story);
  expect(meetings.map(({ status }) => status).sort()).toEqual(['DRAFT', 'HELD', 'HELD']);
});
