import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { expectAtRest } from '../support/at-rest.ts';
import { buttonsOf, textOf } from '../support/card-json.ts';
import { forEachDatabase } from '../support/databases.ts';
import { ANNA, KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../support/sandbox.ts';
import { type InvokeAnswer, teamsClient } from '../support/teams-client.ts';
import { answer, call, invitations, measureMessage, meet, prepare, WORDS } from '../support/trip.ts';
import { checkTrip } from './check-trip.ts';
import { lookInto, urlOf } from './look-into.ts';

const RACES = 12;
const MEASURES = Array.from({ length: RACES }, (_, n) => `Åtgärden med nummer ${n + 1}.`);

/**
 * As Teams does on a bad day: everything comes twice at once, and twice more with another id, which is also what two
 * quick clicks or a phone beside a computer look like. Typed words have nothing but their id to be known by, so they
 * come twice.
 */
function everythingFourTimes(sandbox: TestSandbox) {
  const clicks: string[] = [];
  const schema = z.looseObject({ value: z.looseObject({ action: z.looseObject({ verb: z.string() }) }).optional() });
  const as: TestSandbox['as'] = (someone, place) => {
    const { botUrl, sink } = sandbox;
    const plain = sandbox.as(someone, place);
    const again = (body: unknown) => plain.send(body);
    const between = async (body: unknown, send: () => Promise<InvokeAnswer>): Promise<InvokeAnswer> => {
      const parsed = schema.parse(body);
      const { value } = parsed;
      const other = { ...parsed, id: randomUUID() };
      const [first, ...others] = await Promise.all([
        send(),
        again(body),
        ...(value ? [again(other), again(other)] : []),
      ]);
      for (const one of others) expect(answered(one)).toEqual(answered(first));
      if (value) clicks.push(value.action.verb);
      return first;
    };
    return teamsClient({ botUrl, serviceUrl: sink.serviceUrl, someone, between, ...(place ? { place } : {}) });
  };
  return { people: { ...sandbox, as }, clicks };
}

/**
 * What must be the same in all answers to one press: the card it is, and the turn that its buttons now have. Times that
 * have been found may stand in the later ones.
 */
const answered = ({ status, body }: InvokeAnswer) => ({
  status,
  statusCode: body?.statusCode,
  turns: body ? [...new Set(buttonsOf(body.value).map(({ data }) => `${data.posting} ${data.turn}`))] : [],
});

describe('everything comes several times at once', () => {
  forEachDatabase((create) => {
    test('fault 9: each act is done once, there is one event, and of those who press at once one wins', {
      timeout: 120_000,
    }, async () => {
      const database = await create();
      const databaseUrl = urlOf(database);
      const sandbox = await openSandbox({ databaseUrl });
      try {
        const { people, clicks } = everythingFourTimes(sandbox);
        await prepare(people);
        await call(people);
        await answer(people);
        await meet(people, { ...WORDS, measures: MEASURES });
        for (const person of [KARIN, SAMIRA, LENA]) expect(await invitations(sandbox, person)).toHaveLength(1);
        expect(clicks.length).toBeGreaterThanOrEqual(30);

        const winners = await raceForMeasures(sandbox);
        await expectAtRest(sandbox);
        await lookInto(sandbox, database, async (open) => {
          await checkTrip(open, sandbox.sink, { measures: RACES });
          const { prisma } = open;
          const [measures, postings] = [
            await prisma.measure.findMany(),
            await prisma.posting.findMany({ where: { kind: 'MEASURE' } }),
          ];
          const done = await prisma.audit.findMany({ where: { act: 'measure.done', outcome: 'ok' } });
          for (const { id, ordinal, doneById } of measures) {
            const posting = postings.find(({ measureId }) => measureId === id);
            const winner = winners.get(ordinal) ?? null;
            expect(doneById).toBe(winner);
            expect(done.filter(({ subjectId }) => subjectId === posting?.id).map(({ actorId }) => actorId)).toEqual(
              winner ? [winner] : [],
            );
          }
        });
      } finally {
        await sandbox.close();
        await database.remove();
      }
    });
  });
});

const PRESSES = [
  { person: LENA, verb: 'measure.done', mayEnd: true },
  { person: KARIN, verb: 'measure.done', mayEnd: true },
  { person: ANNA, verb: 'measure.done', mayEnd: false },
  { person: SAMIRA, verb: 'measure.done', mayEnd: false },
  { person: KARIN, verb: 'measure.show', mayEnd: false },
];

/**
 * Two to five people press at once on each measure's card in the channel; answers with who marked which measure as
 * done.
 */
async function raceForMeasures(sandbox: TestSandbox): Promise<Map<number, string>> {
  const winners = new Map<number, string>();
  let n = 0;
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(PRESSES, { minLength: 2, maxLength: 5 }), async (presses) => {
      n = (n % RACES) + 1;
      const { card, conversationId } = await sandbox.sink.until(
        () => measureMessage(sandbox, n),
        `measure ${n} in the channel`,
      );
      const allowed = (id: string) => id === KARIN.id || (id === LENA.id && n % 2 === 1);
      const answers = await Promise.all(
        presses.map(async ({ person, verb, mayEnd }) => {
          const text = textOf(
            await sandbox.as(person, { conversationId, conversationType: 'channel' }).press(card, verb),
          );
          return { person, isWin: text.includes('Klar. Tack!'), text, mayEnd: mayEnd && allowed(person.id) };
        }),
      );
      const able = answers.filter(({ mayEnd }) => mayEnd);
      const wins = answers.filter(({ isWin }) => isWin);
      for (const { person, text } of answers) {
        // What the measure is about is for the two who may see it.
        if (!allowed(person.id)) expect(text).not.toContain(MEASURES[n - 1]);
      }
      // Whoever may and is first wins; those who may not do not get in the way.
      expect(wins).toHaveLength(Math.min(1, able.length));
      for (const { person } of wins) winners.set(n, person.id);
    }),
    { seed: 20_270_301, numRuns: RACES },
  );
  for (const n of winners.keys()) {
    await sandbox.sink.until(
      () => textOf(measureMessage(sandbox, n)?.card ?? {}).includes('**Klar'),
      `measure ${n} done for everybody`,
    );
  }
  return winners;
}
