/**
 * Odd envelopes, field by field: every field that is read of an activity, and those that an SDK would read, each in
 * every shape that JSON has. What does not fit is refused (400); nothing of it is a surprise, since Teams sends a 5xx
 * again and again.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { actOf } from '../../bot/http/activity-act.ts';
import { activityShape } from '../../bot/http/read-activity.ts';
import { closeAtRest } from '../support/at-rest.ts';
import { invoke } from '../support/framework-tokens.ts';
import { KARIN, openSandbox, SAMIRA, type TestSandbox } from '../support/sandbox.ts';

/** The paths of all fields, also of the objects in it: `conversation`, `conversation.tenantId` … */
function pathsOf(shape: z.ZodType, before: string[] = []): string[][] {
  const inner = shape instanceof z.ZodPipe ? (shape.in as z.ZodType) : shape;
  const bare = inner instanceof z.ZodOptional || inner instanceof z.ZodNullable ? inner.unwrap() : inner;
  if (bare !== shape) return pathsOf(bare as z.ZodType, before);
  if (!(shape instanceof z.ZodObject)) return [];
  return Object.entries(shape.shape as Record<string, z.ZodType>).flatMap(([name, field]) => [
    [...before, name],
    ...pathsOf(field, [...before, name]),
  ]);
}

const FIELDS = pathsOf(activityShape);
/** What botbuilder and teams-ai read besides. */
const OTHERS = ['entities', 'attachments', 'deliveryMode', 'locale', 'callerId', 'membersAdded', 'reactionsAdded'].map(
  (name) => [name],
);
const TYPES = [
  'message',
  'invoke',
  'installationUpdate',
  'conversationUpdate',
  'messageReaction',
  'event',
  'typing',
  'delay',
  'trace',
  'invokeResponse',
  'endOfConversation',
];
const ODD: unknown[] = [
  null,
  [],
  {},
  [null],
  [{}],
  [[]],
  { type: 5 },
  [{ type: 'mention' }],
  0,
  true,
  '',
  'Å "<\u0000',
  'x'.repeat(2_000),
];

const withField = (whole: object, [name = '', ...rest]: string[], value: unknown): object => {
  const inner = (whole as Record<string, unknown>)[name];
  return {
    ...whole,
    [name]: rest.length === 0 ? value : withField(typeof inner === 'object' && inner ? inner : {}, rest, value),
  };
};

test('there are fields to try', () => {
  const names = FIELDS.map((path) => path.join('.'));
  expect(names).toEqual(expect.arrayContaining(['recipient.id', 'channelData.tenant.id', 'from.aadObjectId', 'text']));
});

describe('an odd envelope', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await openSandbox();
  });
  afterAll(() => closeAtRest(sandbox));

  test.each(TYPES)('%s: taken or refused, never a surprise', async (type) => {
    const karin = sandbox.as(KARIN);
    const statuses = new Set<number>();
    for (const path of [...FIELDS, ...OTHERS]) {
      const odd = ODD.map((value) => withField(karin.activity({ type, text: 'hej', action: 'remove' }), path, value));
      const answers = await Promise.all(odd.map((one) => karin.send(one)));
      for (const [n, { status }] of answers.entries())
        expect([200, 400, 403], `${path.join('.')}: ${JSON.stringify(ODD[n])?.slice(0, 40)}`).toContain(status);
      for (const { status } of answers) statuses.add(status);
    }
    expect([...statuses]).toEqual(expect.arrayContaining([200, 400]));
    expect(await sandbox.log()).not.toContain('surprise');
  });

  test.each(['<', '<at>', '\u0315\u0300', '&nbsp;', '1912-12-12-'])(
    'fault 47: a quarter of a megabyte of %j in the chat is cut first, and somebody else is answered meanwhile',
    async (unit) => {
      const text = unit.repeat(Math.floor(250_000 / Buffer.byteLength(unit)));
      const long = Array.from({ length: 5 }, () => sandbox.as(KARIN).type(text));
      await Promise.all([...long, sandbox.as(SAMIRA).type('hej')]);
    },
  );

  test('an invoke that is none of ours is answered calmly', async () => {
    const karin = sandbox.as(KARIN);
    for (const name of ['task/fetch', 'composeExtension/query', 'message/submitAction', undefined]) {
      const { status, body } = await karin.send(
        karin.activity({ type: 'invoke', name, value: { action: { verb: 'case.new' } } }),
      );
      expect([status, body?.statusCode], name).toEqual([200, 400]);
    }
  });
});

describe('a button of somebody else', () => {
  const of = (aadObjectId: string, data: unknown) =>
    actOf(invoke({ from: { id: '29:x', aadObjectId }, value: { action: { verb: 'case.new', data } } }));

  test.each([[{}], [{ posting: 'none' }], [{ posting: 5, turn: 1 }], [{ posting: KARIN.id, turn: 'ö' }]])(
    '%j leads nowhere, and each person has a nowhere of their own: nobody waits behind another',
    (data) => {
      const [one, two] = [of(KARIN.id, data), of('0f8fad5b-d9cb-469f-a165-70867728950e', data)];
      expect(one?.postingId).toBe(`none:${KARIN.id}`);
      expect(two?.postingId).not.toBe(one?.postingId);
    },
  );

  test('whoever has no Entra id is told apart by what Teams calls them', () => {
    expect(actOf(invoke({ from: { id: '29:guest' } }))?.actor).toEqual({ personId: '29:guest' });
  });
});
