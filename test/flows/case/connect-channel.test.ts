/** "koppla kanalen": a unit's channel without anybody copying `19:…`. */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REGISTER_VERSION } from '../../../prisma/settings.ts';
import register from '../../../sandbox/register.json' with { type: 'json' };
import { closeAtRest, comeToRest } from '../../support/at-rest.ts';
import { textOf } from '../../support/card-json.ts';
import { caseIn } from '../../support/prepared.ts';
import { ANNA, KARIN, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { lockStory } from '../../support/story.ts';
import type { Someone } from '../../support/teams-client.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const personOf = (name: string): Someone => {
  const found = register.people.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};
/** Coordinates and may not call; may call beside coordinators; may call where nobody coordinates. */
const MAJA = personOf('Maja Björk');
const JONAS = personOf('Jonas Alm');
const OSKAR = personOf('Oskar Gran');

type Kind = 'channel' | 'groupChat' | 'personal';
/** What the bot answers to the words where they are written. */
async function write(
  who: Someone,
  conversationId: string,
  words = 'koppla kanalen',
  conversationType: Kind = 'channel',
) {
  const before = sandbox.sink.messages.length;
  await sandbox.as(who, { conversationId, conversationType }).type(words);
  await comeToRest(sandbox);
  const said = sandbox.sink.messages.slice(before);
  expect(said.map((one) => one.conversationId.split(';')[0])).toEqual([conversationId]);
  return textOf(said[0]?.card ?? {});
}
const stored = async () => {
  const { channels } = await sandbox.stored().database.transaction((store) => store.register());
  return Object.fromEntries(channels.map(({ unitId, conversationId }) => [unitId, conversationId]));
};
const lastAudit = async (who: Someone) =>
  (await sandbox.stored().prisma.audit.findFirst({ where: { actorId: who.id }, orderBy: { seq: 'desc' } }))?.outcome;

const OLD = '19:sip-elevhalsan@thread.tacv2';

test('whoever coordinates the unit stores its channel, and what is decided next stands there', async () => {
  expect(await stored()).toEqual({ elevhalsan: OLD });
  expect(await write(MAJA, '19:ny-kanal@thread.tacv2', '<at>Västbus</at>  Koppla kanalen.')).toMatch(
    /^Västbusmöte\nKlart\./,
  );
  expect(await stored()).toEqual({ elevhalsan: '19:ny-kanal@thread.tacv2' });
  expect(await lastAudit(MAJA)).toBe('ok');
  const story = await caseIn(sandbox, 'sent');
  const before = sandbox.sink.messages.length;
  await lockStory(sandbox, story);
  await comeToRest(sandbox);
  const places = sandbox.sink.messages.slice(before).map(({ conversationId }) => conversationId.split(';')[0]);
  expect(places).toContain('19:ny-kanal@thread.tacv2');
  expect(places).not.toContain(OLD);
});

test('scenario 20: a channel that is not in the register any more gets nothing; what waits comes where the unit has one again', async () => {
  const FOURTH = '19:fjarde@thread.tacv2';
  const { prisma } = sandbox.stored();
  const story = await caseIn(sandbox, 'written');
  const measures = () =>
    sandbox.sink.messages.filter(({ card }) => new RegExp(`^Åtgärd \\d+ · ${story.code}`).test(textOf(card)));
  await comeToRest(sandbox);
  sandbox.sink.fail(500, 1_000_000);
  await story.press('meeting.open');
  await story.press('closing.open');
  await story.press('plan.lock');
  // Not while one is on its way: that one was sent while the channel was still there.
  const put = { caseId: story.file.case.id, kind: 'card', state: 'WAITING', failures: { gt: 0 } };
  await expect.poll(() => prisma.effect.count({ where: put }), { timeout: 30_000 }).toBeGreaterThan(1);
  await expect.poll(() => prisma.effect.count({ where: { state: 'SENDING' } }), { interval: 5 }).toBe(0);
  await prisma.channel.deleteMany({ where: { unitId: 'elevhalsan' } });
  await prisma.setting.update({ where: { key: REGISTER_VERSION }, data: { value: uuid() } });
  sandbox.sink.fail(0, 0);
  await comeToRest(sandbox);
  expect(measures()).toEqual([]);
  await write(MAJA, FOURTH);
  await sandbox.sink.until(() => measures().length === 2, 'the measures, where the channel is now');
  expect(measures().every(({ conversationId }) => conversationId.startsWith(FOURTH))).toBe(true);
});

test('in English; a reply in a thread is of the channel; the same channel again is said to be theirs', async () => {
  expect(await write(KARIN, OLD, 'connect the channel')).toMatch(/^Västbusmöte\nDone\./);
  await sandbox.as(KARIN, { conversationId: `${OLD};messageid=7`, conversationType: 'channel' }).type('koppla kanalen');
  await comeToRest(sandbox);
  expect(textOf(sandbox.sink.messages.at(-1)?.card ?? {})).toMatch(/Din verksamhet har redan den här kanalen\.$/);
  expect(await stored()).toEqual({ elevhalsan: OLD });
});

test('two units that write it in the same channel at once: the first has it, the other is told', async () => {
  const before = sandbox.sink.messages.length;
  const there = { conversationId: '19:bada@thread.tacv2', conversationType: 'channel' as const };
  await Promise.all([MAJA, OSKAR].map((who) => sandbox.as(who, there).type('koppla kanalen')));
  await comeToRest(sandbox);
  const said = sandbox.sink.messages.slice(before).map(({ card }) => textOf(card));
  expect(said.filter((text) => text.includes('Klart.'))).toHaveLength(1);
  expect(said.filter((text) => text.includes('hör redan till en annan verksamhet'))).toHaveLength(1);
  expect(Object.values(await stored()).filter((one) => one === there.conversationId)).toHaveLength(1);
  // As it was.
  await sandbox.stored().prisma.channel.deleteMany({ where: { unitId: 'individ-och-familj' } });
  await write(MAJA, OLD);
});

test('where nobody coordinates, those who may call connect it', async () => {
  expect(await write(OSKAR, '19:ifo@thread.tacv2')).toMatch(/^Västbusmöte\nKlart\./);
  expect(await stored()).toEqual({ elevhalsan: OLD, 'individ-och-familj': '19:ifo@thread.tacv2' });
});

test.each<[string, Someone, string, Kind, RegExp, string]>([
  [
    'who may call, where somebody coordinates',
    JONAS,
    '19:x@thread.tacv2',
    'channel',
    /den som samordnar hos er/,
    'noAccess',
  ],
  ['who may not call', SAMIRA, '19:x@thread.tacv2', 'channel', /den som samordnar hos er/, 'noAccess'],
  ['somebody of a unit where nobody may', ANNA, '19:x@thread.tacv2', 'channel', /den som samordnar hos er/, 'noAccess'],
  [
    'who is not in the register',
    { ...KARIN, id: '99999999-0000-4000-8000-000000000099' },
    '19:x@thread.tacv2',
    'channel',
    /finns inte i registret/,
    'notInRegister',
  ],
  [
    'in a channel of another unit',
    KARIN,
    '19:ifo@thread.tacv2',
    'channel',
    /hör redan till en annan verksamhet/,
    'inUse',
  ],
  ['in a group chat', KARIN, '19:samrad@thread.v2', 'groupChat', /Det går inte i en chatt/, 'noChat'],
  ['in the own chat', KARIN, `chat-${KARIN.id}`, 'personal', /Det går inte i en chatt/, 'noChat'],
])('refused, in a sentence, and audited: %s', async (_what, who, where, kind, sentence, code) => {
  const before = await stored();
  expect(await write(who, where, 'koppla kanalen', kind)).toMatch(sentence);
  expect(await stored()).toEqual(before);
  expect(await lastAudit(who)).toBe(code);
});
