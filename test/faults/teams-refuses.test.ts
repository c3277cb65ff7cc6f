/** What Teams refuses for good: one request, and no other before there is a reason for one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MEANINGS } from '../../bot/http/connector.ts';
import { closeAtRest, comeToRest } from '../support/at-rest.ts';
import { textOf } from '../support/card-json.ts';
import { caseIn, type PreparedStory } from '../support/prepared.ts';
import { KARIN, openSandbox, SAMIRA, type TestSandbox } from '../support/sandbox.ts';
import type { SinkMessage } from '../support/teams-sink.ts';

/** Until it is told otherwise. */
const FOR_GOOD = 1_000_000;
const statuses = Object.entries(MEANINGS);
const whichAre = (meaning: string) => statuses.filter(([, one]) => one === meaning).map(([status]) => Number(status));

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
const dead = statuses.map(([status]) => `card teams${status}`);
afterAll(() => closeAtRest(sandbox, { dead }));

const requests = async (story: PreparedStory) =>
  (await sandbox.outbound()).filter(({ to, body }) => to === 'teams' && JSON.stringify(body).includes(story.code))
    .length;
const answers = async (story: PreparedStory, how: string) =>
  sandbox.graph('POST', `/users/${SAMIRA.id}/events/${(await story.events(SAMIRA))[0]?.id}/${how}`, {
    sendResponse: true,
  });
const cardsOf = ({ code }: PreparedStory): SinkMessage[] =>
  sandbox.sink.messages.filter(({ card }) => textOf(card).includes(code));
/** Refused from now on; the case changes, and everything that comes of that has come. */
async function refuse(story: PreparedStory, status: number): Promise<number> {
  await comeToRest(sandbox);
  const before = await requests(story);
  sandbox.sink.fail(status, FOR_GOOD);
  await answers(story, 'accept');
  await expect.poll(() => requests(story)).toBeGreaterThan(before);
  await comeToRest(sandbox);
  return (await requests(story)) - before;
}

describe('fault 27, fault 48: a card of a case', () => {
  test.each(whichAre('refused'))(
    '%i: one request; the next comes when the case changes, where it stood',
    async (status) => {
      const story = await caseIn(sandbox, 'sent');
      expect(await refuse(story, status)).toBe(1);
      sandbox.sink.fail(0, 0);
      const posted = cardsOf(story).length;
      await answers(story, 'decline');
      await story.until(/Individ- och familjeomsorgen\nNej/);
      expect(cardsOf(story)).toHaveLength(posted);
    },
  );

  test.each(whichAre('shut'))(
    '%i: nothing is posted anew, also when the case changes, until the bot is let in again; then it comes, once',
    async (status) => {
      const story = await caseIn(sandbox, 'sent');
      const others = cardsOf(story).length;
      expect(await refuse(story, status)).toBe(1);
      sandbox.sink.fail(0, 0);
      const before = await requests(story);
      await answers(story, 'decline');
      const { participant } = sandbox.stored().prisma;
      const declined = { answer: 'DECLINED', meeting: { case: { code: story.code } } };
      await expect.poll(() => participant.count({ where: declined }), { timeout: 20_000 }).toBe(1);
      await comeToRest(sandbox);
      expect(await requests(story)).toBe(before);
      await sandbox.as(KARIN).install();
      await sandbox.sink.until(() => cardsOf(story).length > others, 'the card, anew');
      await comeToRest(sandbox);
      expect(cardsOf(story)).toHaveLength(others + 1);
    },
  );
});

test('fault 27: 429 that says a date in Retry-After: not before it', async () => {
  const story = await caseIn(sandbox, 'sent');
  await comeToRest(sandbox);
  const before = await requests(story);
  let until = 0;
  sandbox.sink.fail(429, 1, () => {
    // Dates have whole seconds.
    until = Math.ceil(Date.now() / 1_000) * 1_000 + 4_000;
    return { 'Retry-After': new Date(until).toUTCString() };
  });
  await answers(story, 'accept');
  await story.until(/Individ- och familjeomsorgen\nJa/);
  const times = (await sandbox.outbound())
    .filter(({ to, body }) => to === 'teams' && JSON.stringify(body).includes(story.code))
    .slice(before)
    .map(({ at }) => Date.parse(at));
  expect(until).toBeGreaterThan(0);
  expect(times).toHaveLength(2);
  expect(times[1]).toBeGreaterThanOrEqual(until);
});
