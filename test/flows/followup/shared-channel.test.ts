/**
 * A shared channel has people of several organisations, and what they press carries the channel's tenant. Who somebody
 * is says the Entra id alone. Three shapes: the host's tenant everywhere, in the conversation only, in the channel's
 * data only.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAtRest, comeToRest, storedRows } from '../../support/at-rest.ts';
import { buttonsOf, type CardJson, textOf } from '../../support/card-json.ts';
import { caseIn } from '../../support/prepared.ts';
import { ANNA, KARIN, LENA, openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import type { Someone } from '../../support/teams-client.ts';
import type { SinkMessage } from '../../support/teams-sink.ts';
import { WORDS } from '../../support/trip.ts';

const CONTENT = WORDS.measures[0] ?? '';
const MUNICIPALITY = KARIN.tenantId;
/** In the host's tenant a guest has an id of its own, which is not the one in the register. */
const GUEST = { ...LENA, id: 'cccccccc-0000-4000-8000-000000000088', tenantId: MUNICIPALITY };

let sandbox: TestSandbox;
let story: Story;
let measure: SinkMessage;
beforeAll(async () => {
  sandbox = await openSandbox();
  story = await caseIn(sandbox, 'locked');
  const isFirst = ({ card }: SinkMessage) => textOf(card).startsWith(`Åtgärd 1 · ${story.code}`);
  measure = await sandbox.sink.until(() => sandbox.sink.messages.find(isFirst), 'the measure in the channel');
});
afterAll(() => closeAtRest(sandbox));

type Shape = (conversation: object) => { conversation: object; channelData: object };
const shared = { channel: { id: '19:x', type: 'shared' } };
const SHAPES: [string, Shape][] = [
  [
    'the host’s tenant everywhere',
    (conversation) => ({
      conversation: { ...conversation, tenantId: MUNICIPALITY },
      channelData: { ...shared, tenant: { id: MUNICIPALITY } },
    }),
  ],
  [
    'the host’s tenant in the conversation, the person’s own beside it',
    (conversation) => ({
      conversation: { ...conversation, tenantId: MUNICIPALITY },
      channelData: { ...shared, tenant: { id: LENA.tenantId } },
    }),
  ],
  [
    'the host’s tenant in the channel’s data only',
    (conversation) => ({ conversation, channelData: { ...shared, tenant: { id: MUNICIPALITY } } }),
  ],
];

async function press(someone: Someone, shape: Shape, card: CardJson, verb: string): Promise<CardJson> {
  const client = sandbox.as(someone, { conversationId: measure.conversationId, conversationType: 'channel' });
  const button = buttonsOf(card).find((one) => one.verb === verb) ?? { ...buttonsOf(card)[0], verb };
  const place = shape({ id: measure.conversationId, conversationType: 'channel' });
  const press = { ...client.pressed(button as never, {}, measure.id), ...place, id: randomUUID() };
  return (await client.send(press)).body?.value ?? ({} as CardJson);
}

const changes = async () => {
  await comeToRest(sandbox);
  const rows = await storedRows(sandbox);
  return rows
    .filter(({ table }) => /^(Posting|Effect|Measure|SeenAct)$/.test(table))
    .map(({ text }) => text)
    .sort();
};

describe.each(SHAPES)('fault 54: %s', (_what, shape) => {
  test('the region’s psychologist, whose measure it is, sees what it says', async () => {
    const shown = await press(LENA, shape, measure.card, 'measure.show');
    for (const words of [CONTENT, 'Bara du ser texten här.']) expect(textOf(shown)).toContain(words);
  });

  test('the same person as a guest is a stranger, and so is who has nothing to do with it: nothing moves', async () => {
    const [before, updates] = [await changes(), measure.updates];
    for (const [someone, sentence] of [
      [GUEST, 'Du finns inte i registret än.'],
      [ANNA, 'Du har inte behörighet'],
    ] as const)
      for (const verb of ['measure.show', 'measure.done', 'case.list', 'constructor', 'plan.show']) {
        const answer = await press(someone, shape, measure.card, verb);
        expect(JSON.stringify(answer), verb).not.toContain(CONTENT);
        if (verb.startsWith('measure')) expect(textOf(answer)).toContain(sentence);
      }
    expect(await changes()).toEqual(before);
    expect(measure.updates).toBe(updates);
  });
});

test('fault 54: Klar by the region’s psychologist counts, and the audit has her own tenant', async () => {
  await press(LENA, SHAPES[0]?.[1] as Shape, measure.card, 'measure.done');
  await sandbox.sink.until(() => /Klar \S+ \d+/.test(textOf(measure.card)), 'done for everybody');
  const { audit } = sandbox.stored().prisma;
  const rows = await audit.findMany({ where: { actorId: LENA.id, act: 'measure.done' } });
  expect(rows.map(({ tenantId, outcome }) => [tenantId, outcome])).toEqual([[LENA.tenantId, 'ok']]);
  const guests = await audit.findMany({ where: { actorId: GUEST.id } });
  expect(new Set(guests.map(({ tenantId }) => tenantId))).toEqual(new Set([MUNICIPALITY]));
});

test('what somebody types in a shared channel does not make it their own chat', async () => {
  const lena = sandbox.as(LENA, { conversationId: measure.conversationId, conversationType: 'channel' });
  await lena.send({
    ...lena.activity({ type: 'message', text: 'hej' }),
    channelData: { tenant: { id: MUNICIPALITY } },
  });
  await comeToRest(sandbox);
  expect(await sandbox.stored().prisma.chat.findMany({ where: { personId: LENA.id } })).toEqual([]);
});
