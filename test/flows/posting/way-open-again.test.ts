/** The way to a chat or channel: shut and open again, by another address, in a new version of the app. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAtRest, comeToRest } from '../../support/at-rest.ts';
import { textOf } from '../../support/card-json.ts';
import { caseIn } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { type Place, type Someone, teamsClient } from '../../support/teams-client.ts';

const FOR_GOOD = 1_000_000;

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(async () => {
  // Meant: what Teams refused.
  await closeAtRest(sandbox, { dead: ['card teams400', 'card teams403', 'card gone'] });
});

/** Teams speaks for them from another address: the same machine under its other name. */
const elsewhere = () => sandbox.sink.serviceUrl.replace('localhost', '127.0.0.1');
const fromElsewhere = (someone: Someone, place?: Place) =>
  teamsClient({ botUrl: sandbox.botUrl, serviceUrl: elsewhere(), someone, ...(place ? { place } : {}) });
const guides = () => sandbox.sink.messages.filter(({ card }) => textOf(card).includes('Fyll i starten'));

describe('fault 27: a first card that was given up', () => {
  test.each([400, 403, 404])('after %i comes when its person is heard from again, once', async (status) => {
    const before = guides().length;
    sandbox.sink.fail(status, FOR_GOOD);
    await sandbox.as(KARIN).type('nytt Västbus');
    await comeToRest(sandbox);
    sandbox.sink.fail(0, 0);
    expect(guides()).toHaveLength(before);
    await sandbox.as(KARIN).type('hjälp');
    await sandbox.sink.until(() => guides().length > before, 'the guide');
    await comeToRest(sandbox);
    expect(guides()).toHaveLength(before + 1);
  });

  test('comes with an install too, once', async () => {
    const before = guides().length;
    sandbox.sink.fail(400, FOR_GOOD);
    await sandbox.as(KARIN).type('nytt Västbus');
    await comeToRest(sandbox);
    sandbox.sink.fail(0, 0);
    await sandbox.as(KARIN).install();
    // The guides of the others, who are not started either, come anew.
    await sandbox.sink.until(() => guides().length >= before + 4, 'the guides');
    await comeToRest(sandbox);
    expect(guides()).toHaveLength(before + 4);
  });
});

test('a measure whose channel shut the bot out comes back when a team lets it in', async () => {
  const story = await caseIn(sandbox, 'locked');
  const measures = () =>
    sandbox.sink.messages.filter(({ card }) => new RegExp(`^Åtgärd \\d+ · ${story.code}`).test(textOf(card)));
  const first = await sandbox.sink.until(
    () => measures().length === 2 && measures().find(({ card }) => textOf(card).startsWith('Åtgärd 1 ')),
    'the measures',
  );
  await comeToRest(sandbox);
  const inChannel = sandbox.as(LENA, { conversationId: first.conversationId, conversationType: 'channel' });
  sandbox.sink.fail(403, FOR_GOOD);
  await inChannel.press(first.card, 'measure.done');
  await comeToRest(sandbox);
  sandbox.sink.fail(0, 0);
  const before = measures().length;
  await inChannel.install();
  await sandbox.sink.until(() => measures().length > before, 'the measure, anew');
  const anew = () =>
    measures()
      .slice(before)
      .find(({ card }) => textOf(card).startsWith('Åtgärd 1 '));
  expect(textOf((await sandbox.sink.until(anew, 'Lena’s, anew')).card)).toContain('Klar');
});

test('a measure whose channel is gone comes where its unit has one, when a team lets the bot in', async () => {
  const story = await caseIn(sandbox, 'locked');
  const measures = () =>
    sandbox.sink.messages.filter(({ card }) => new RegExp(`^Åtgärd \\d+ · ${story.code}`).test(textOf(card)));
  await sandbox.sink.until(() => measures().length === 2, 'the measures');
  await comeToRest(sandbox);
  sandbox.sink.fail(404, FOR_GOOD);
  await story.press('plan.show');
  for (let n = 0; n < 2; n += 1) {
    await story.press('plan.measureDone', { measure: story.input('measure')?.choices[0]?.value ?? '' });
    await comeToRest(sandbox);
  }
  sandbox.sink.fail(0, 0);
  const before = measures().length;
  const place = { conversationId: '19:another@thread.tacv2', conversationType: 'channel' as const };
  await sandbox.as(LENA, place).install();
  await sandbox.sink.until(() => measures().length > before, 'the measure, anew');
});

test('a new version of the app is no install: no second welcome, no second copy of the open cards', async () => {
  await comeToRest(sandbox);
  const before = sandbox.sink.messages.length;
  const karin = sandbox.as(KARIN);
  await karin.send(karin.activity({ type: 'installationUpdate', action: 'add-upgrade' }));
  await sandbox.as(SAMIRA).type('hjälp');
  await sandbox.sink.until(() => sandbox.sink.messages.length > before, 'the help card of somebody else');
  await comeToRest(sandbox);
  expect(sandbox.sink.messages).toHaveLength(before + 1);
});

describe('Teams speaks from another address than before: what stands already is updated by way of that', () => {
  const updates = async () =>
    (await sandbox.outbound()).filter(({ method, url }) => method === 'PUT' && url.startsWith(elsewhere())).length;

  test('in a chat, after a word there', async () => {
    const story = await caseIn(sandbox, 'sent');
    await fromElsewhere(KARIN).type('hjälp');
    await comeToRest(sandbox);
    const before = await updates();
    const [event] = await story.events(SAMIRA);
    await sandbox.graph('POST', `/users/${SAMIRA.id}/events/${event?.id}/accept`, { sendResponse: true });
    await expect.poll(updates, { timeout: 20_000 }).toBeGreaterThan(before);
    await sandbox.as(KARIN).type('hjälp');
    await comeToRest(sandbox);
  });

  test('in a chat, after a press there', async () => {
    const story = await caseIn(sandbox, 'sent');
    await fromElsewhere(KARIN).press(story.card(), 'more.open', {}, story.message.id);
    const before = await updates();
    const [event] = await story.events(SAMIRA);
    await sandbox.graph('POST', `/users/${SAMIRA.id}/events/${event?.id}/accept`, { sendResponse: true });
    await expect.poll(updates, { timeout: 20_000 }).toBeGreaterThan(before);
    await sandbox.as(KARIN).type('hjälp');
    await comeToRest(sandbox);
  });

  test('also where the chat was shut between, and where it speaks from the first again', async () => {
    const story = await caseIn(sandbox, 'sent');
    const [event] = await story.events(SAMIRA);
    const answer = (how: string) =>
      sandbox.graph('POST', `/users/${SAMIRA.id}/events/${event?.id}/${how}`, { sendResponse: true });
    await fromElsewhere(KARIN).type('hjälp');
    await sandbox.as(KARIN).type('hjälp');
    await comeToRest(sandbox);
    sandbox.sink.fail(403, FOR_GOOD);
    await answer('accept');
    const chat = () => sandbox.stored().prisma.chat.findUnique({ where: { personId: KARIN.id } });
    await expect.poll(chat, { timeout: 20_000 }).toBeNull();
    await comeToRest(sandbox);
    sandbox.sink.fail(0, 0);
    const cards = () => sandbox.sink.messages.filter(({ card }) => textOf(card).includes(story.code)).length;
    const stood = cards();
    await fromElsewhere(KARIN).type('hjälp');
    await sandbox.sink.until(() => cards() > stood, 'the card, anew');
    await comeToRest(sandbox);
    expect((await sandbox.outbound()).filter(({ to }) => to === 'teams').at(-1)?.url).toContain(elsewhere());
    const more = await sandbox.as(KARIN).press(story.card(), 'more.open', {}, story.message.id);
    await fromElsewhere(KARIN).press(more, 'guide.open', {}, story.message.id);
    await comeToRest(sandbox);
    const before = await updates();
    await answer('decline');
    await expect.poll(updates, { timeout: 20_000 }).toBeGreaterThan(before);
    await sandbox.as(KARIN).type('hjälp');
    await comeToRest(sandbox);
  });

  test('in a channel, also what stands in other threads of it', async () => {
    const story = await caseIn(sandbox, 'locked');
    const measures = () =>
      sandbox.sink.messages.filter(({ card }) => new RegExp(`^Åtgärd \\d+ · ${story.code}`).test(textOf(card)));
    const [first] = await sandbox.sink.until(() => measures().length === 2 && measures(), 'the measures');
    if (!first) throw new Error('a measure is needed');
    await comeToRest(sandbox);
    const place = { conversationId: first.conversationId, conversationType: 'channel' as const };
    await fromElsewhere(LENA, place).press(first.card, 'measure.show');
    const before = await updates();
    await story.press('plan.show');
    const [measure] = story.input('measure')?.choices.slice(-1) ?? [];
    await story.press('plan.measureDone', { measure: measure?.value ?? '' });
    await expect.poll(updates, { timeout: 20_000 }).toBeGreaterThan(before);
  });
});
