/**
 * Several people and devices at once in one case, in schedules that are drawn: one wins, the others see how it is now,
 * and nothing leaves twice.
 */
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import register from '../../sandbox/register.json' with { type: 'json' };
import { expectAtRest } from '../support/at-rest.ts';
import { buttonsOf, type CardJson, inputsOf, textOf } from '../support/card-json.ts';
import { createPGlite, createPostgres, forEachDatabase, hasPostgres, type TestDatabase } from '../support/databases.ts';
import { caseIn } from '../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../support/sandbox.ts';
import type { Story } from '../support/story.ts';
import type { SinkMessage } from '../support/teams-sink.ts';
import { urlOf } from './look-into.ts';

const JONAS = register.people.find(
  ({ unitId, id, mayCall }) => unitId === 'elevhalsan' && id !== KARIN.id && mayCall,
) as typeof KARIN;
const STALE = 'Någon annan hann ändra. Här är det senaste. Det du skrev finns kvar.';
const OLD = 'Det här kortet hade hunnit bli gammalt.';

const draw = <T>(schedules: fc.Arbitrary<T>, numRuns: number): T[] =>
  fc.sample(schedules, { numRuns, seed: 20_270_301 });

type Client = ReturnType<TestSandbox['as']>;
type Press = { client: Client; card: CardJson; verb: string; filled?: Record<string, string>; afterMs: number };

/** Each press at its own moment of the schedule. */
const pressAll = (presses: readonly Press[]): Promise<CardJson[]> =>
  Promise.all(
    presses.map(({ client, card, verb, filled, afterMs }) =>
      wait(afterMs).then(() => client.press(card, verb, filled)),
    ),
  );

const cardInChat = (
  sandbox: TestSandbox,
  person: { id: string },
  from: number,
  isIt: (card: CardJson) => boolean,
): Promise<SinkMessage> =>
  sandbox.sink.until(
    () =>
      sandbox.sink.messages
        .slice(from)
        .find(({ conversationId, card }) => conversationId === `chat-${person.id}` && isIt(card)),
    `the card in the chat of ${person.id}`,
  );

/** A case that Karin and Jonas both work in, with everything ready for the kallelse, and the card in his chat. */
async function prepareTogether(sandbox: TestSandbox): Promise<{ story: Story; theirs: SinkMessage }> {
  const story = await caseIn(sandbox, 'prepared');
  const from = sandbox.sink.messages.length;
  await story.press('more.open');
  await story.press('team.open');
  await story.press('team.save', { colleagues: JONAS.id });
  await story.press('guide.open');
  return { story, theirs: await cardInChat(sandbox, JONAS, from, (card) => textOf(card).includes(story.code)) };
}

/** What stands in the chat may be another page that was only looked at. */
async function fromTheGuide(story: Story): Promise<void> {
  story.look();
  // One page further in, about the case itself, leads back over the one before it.
  if (story.verbs().includes('team.open') && !story.verbs().includes('guide.open')) await story.press('more.open');
  if (!story.verbs().includes('protection.open')) await story.press('guide.open');
}

const live = async (story: Story, person: { id: string }) =>
  (await story.events(person)).filter((event) => !(event as { isCancelled?: boolean }).isCancelled);
type Sent = { at: string; to: string; method: string; url: string; body: unknown };
const bookings = async (sandbox: TestSandbox, { code }: Story): Promise<Sent[]> =>
  ((await sandbox.outbound()) as Sent[]).filter(
    ({ to, method, url, body }) =>
      to === 'graph' && method === 'POST' && url.endsWith('/events') && JSON.stringify(body).includes(code),
  );

const inSandbox = (create: () => Promise<TestDatabase>, tell: (sandbox: TestSandbox) => Promise<void>) => async () => {
  const database = await create();
  const databaseUrl = urlOf(database);
  const sandbox = await openSandbox({ databaseUrl });
  try {
    await sandbox.as(JONAS).type('hej');
    await tell(sandbox);
    await expectAtRest(sandbox);
  } finally {
    await sandbox.close();
    await database.remove();
  }
};

forEachDatabase((create) => {
  test(
    'fault 9, fault 10: two people, phones and computers press opposite buttons on one page: one wins, the others see it and keep what they wrote',
    { timeout: 180_000 },
    inSandbox(create, async (sandbox) => {
      const { story, theirs } = await prepareTogether(sandbox);
      const [karin, jonas] = [sandbox.as(KARIN), sandbox.as(JONAS)];
      const actor = fc.record({
        isJonas: fc.boolean(),
        answer: fc.constantFrom('NO', 'UNKNOWN', 'PLACE_ORALLY'),
        verb: fc.constantFrom('protection.save', 'protection.back'),
        afterMs: fc.nat(15),
      });
      for (const actors of draw(fc.array(actor, { minLength: 2, maxLength: 10 }), 12)) {
        await fromTheGuide(story);
        await story.press('protection.open');
        const page = await jonas.press(theirs.card, 'protection.open');
        const answers = await pressAll(
          actors.map(({ isJonas, answer, verb, afterMs }) => ({
            client: isJonas ? jonas : karin,
            card: isJonas ? page : story.card(),
            verb,
            filled: { protectedIdentity: 'NO', secretPlace: answer },
            afterMs,
          })),
        );
        const ended = actors.map((one, n) => ({
          ...one,
          card: answers[n] ?? {},
          isLate: textOf(answers[n] ?? {}).includes(STALE),
        }));
        // Whoever is not late has pressed the very same: the same person, button and answer.
        const won = new Set(
          ended.filter(({ isLate }) => !isLate).map(({ isJonas, verb, answer }) => `${isJonas} ${verb} ${answer}`),
        );
        expect(won.size, JSON.stringify(actors)).toBe(1);
        for (const { card, answer } of ended.filter(({ isLate }) => isLate))
          expect(inputsOf(card).map(({ value }) => value)).toEqual(['NO', answer]);

        await fromTheGuide(story);
        await story.press('protection.open');
        const kept = ended.find(({ isLate }) => !isLate)?.answer;
        // What is not known is not shown as an answer.
        expect(inputsOf(story.card()).map(({ value }) => value)).toEqual(kept === 'UNKNOWN' ? ['', ''] : ['NO', kept]);
      }
    }),
  );
});

describe('what leaves', () => {
  const create = () => (hasPostgres() ? createPostgres() : createPGlite());

  test(
    'fault 11: two people press "Skicka kallelse" at once in one case: one event stands in the calendars',
    { timeout: 180_000 },
    inSandbox(create, async (sandbox) => {
      const [karin, jonas] = [sandbox.as(KARIN), sandbox.as(JONAS)];
      const moment = fc.record({ isJonas: fc.boolean(), afterMs: fc.nat(20) });
      for (const moments of draw(fc.array(moment, { minLength: 1, maxLength: 6 }), 2)) {
        const { story, theirs } = await prepareTogether(sandbox);
        const preview = await jonas.press(await jonas.press(theirs.card, 'check.open'), 'preview.open');
        await story.press('preview.open');
        const all = [...moments, { isJonas: true, afterMs: 0 }, { isJonas: false, afterMs: 0 }];
        const answers = await pressAll(
          all.map(({ isJonas, afterMs }) => ({
            client: isJonas ? jonas : karin,
            card: isJonas ? preview : story.card(),
            verb: 'kallelse.send',
            afterMs,
          })),
        );
        await story.until(/Kallelsen är skickad/);
        const late = answers.filter((card) => textOf(card).includes(OLD)).length;
        expect([late > 0, late < answers.length]).toEqual([true, true]);
        for (const person of [KARIN, SAMIRA, LENA]) expect(await story.events(person)).toHaveLength(1);
        expect(await story.events(JONAS)).toEqual([]);
        expect(await bookings(sandbox, story)).toHaveLength(1);
      }
    }),
  );

  test(
    'fault 12: the consent is taken back while the kallelse goes out: nothing starts afterwards, and nothing of it stays in a calendar',
    { timeout: 180_000 },
    inSandbox(create, async (sandbox) => {
      const jonas = sandbox.as(JONAS);
      // Slow, and far from the three seconds that a withdrawal waits for what is on its way.
      const interleaving = fc.record({ slowMs: fc.constantFrom(0, 60, 150), afterMs: fc.nat(120) });
      for (const [n, { slowMs, afterMs }] of draw(interleaving, 4).entries()) {
        const what = n % 2 === 0 ? 'ALL' : 'PARTY:bup-dalsland';
        const { story, theirs } = await prepareTogether(sandbox);
        const page = await jonas.press(await jonas.press(theirs.card, 'more.open'), 'withdraw.open');
        await story.press('preview.open');
        await sandbox.control('faults', { slowMs });
        const takenBack = wait(afterMs).then(async () => {
          const asked = await jonas.press(page, 'withdraw.save', { givenBy: 'GUARDIAN_1', what });
          await jonas.press(asked, 'withdraw.save');
          return new Date().toISOString();
        });
        await Promise.all([story.press('kallelse.send'), takenBack]);
        await sandbox.control('faults', { slowMs: 0 });
        const out = what === 'ALL' ? [KARIN, SAMIRA, LENA] : [LENA];
        await expect
          .poll(async () => (await Promise.all(out.map((one) => live(story, one)))).flat().length, { timeout: 60_000 })
          .toBe(0);
        const sent = (await bookings(sandbox, story)).filter(
          ({ body }) => what === 'ALL' || JSON.stringify(body).includes(LENA.mail),
        );
        const commit = await takenBack;
        expect(sent.filter(({ at }) => at > commit)).toEqual([]);
        expect(sent.length).toBeLessThanOrEqual(1);
      }
    }),
  );

  test(
    'fault 12: the consent is taken back while the plan is handed over: no copy starts afterwards, and one that has come is gone',
    { timeout: 180_000 },
    inSandbox(create, async (sandbox) => {
      const jonas = sandbox.as(JONAS);
      for (const person of [LENA, SAMIRA]) await sandbox.as(person).type('hej');
      for (const [n, afterMs] of draw(fc.nat(60), 4).entries()) {
        await sandbox.moveClock(new Date().toISOString());
        const what = n % 2 === 0 ? 'ALL' : 'PARTY:bup-dalsland';
        const story = await caseIn(sandbox, 'locked');
        const from = sandbox.sink.messages.length;
        await story.press('more.open');
        await story.press('team.open');
        await story.press('team.save', { colleagues: JONAS.id });
        const theirs = await cardInChat(sandbox, JONAS, from, (card) => textOf(card).includes(story.code));
        const page = await jonas.press(await jonas.press(theirs.card, 'more.open'), 'withdraw.open');
        await story.press('hand.open');
        const takenBack = wait(afterMs).then(async () => {
          // Asked anew where the plan was handed over in between.
          let asked = await jonas.press(page, 'withdraw.save', { givenBy: 'GUARDIAN_1', what });
          while (textOf(asked).includes('Tryck en gång till.')) asked = await jonas.press(asked, 'withdraw.save');
          // The sandbox's clock is another than ours: what is sent from here on comes after these.
          return ((await sandbox.outbound()) as Sent[]).length;
        });
        await Promise.all([story.press('hand.save'), takenBack]);
        const before = await takenBack;
        const out = what === 'ALL' ? [SAMIRA, LENA] : [LENA];
        await expectAtRest(sandbox);
        const chats = out.map(({ id }) => `chat-${id}`);
        const posted = ((await sandbox.outbound()) as Sent[])
          .slice(before)
          .filter(
            ({ to, method, url, body }) =>
              to === 'teams' &&
              method === 'POST' &&
              chats.some((chat) => decodeURIComponent(url).includes(chat)) &&
              JSON.stringify(body).includes(story.code),
          );
        expect(posted).toEqual([]);
        const stand = sandbox.sink.messages.filter(
          ({ conversationId, card }) => chats.includes(conversationId) && textOf(card).includes(story.code),
        );
        for (const { card } of stand) expect(textOf(card)).toContain('Planen kan inte läsas här längre.');
      }
    }),
  );

  test(
    'fault 13: a case is handed over while what is due in it is carried out: only the new convener has the card, the old one a line',
    { timeout: 180_000 },
    inSandbox(create, async (sandbox) => {
      for (const [clockMs, handMs] of draw(fc.tuple(fc.nat(30), fc.nat(30)), 2)) {
        await sandbox.moveClock(new Date().toISOString());
        const story = await caseIn(sandbox, 'prepared');
        await story.press('preview.open');
        await story.press('kallelse.send');
        await story.until(/Kallelsen är skickad/);
        await story.press('more.open');
        await story.press('handover.open');
        const [event] = await story.events(KARIN);
        const soon = new Date(Date.parse(`${event?.start.dateTime.slice(0, 19)}Z`) - 10 * 60_000).toISOString();
        const before = sandbox.sink.messages.length;
        await Promise.all([
          wait(clockMs).then(() => sandbox.moveClock(soon)),
          wait(handMs).then(() => story.press('handover.save', { to: JONAS.id })),
        ]);
        await cardInChat(sandbox, JONAS, before, (card) => buttonsOf(card).some(({ verb }) => verb === 'meeting.open'));
        await story.until(new RegExp(`${story.code} är överlämnat\\.`));
        expect(buttonsOf(story.message.card)).toEqual([]);
        // Nobody is told anything more: one card there, one line here.
        const told = sandbox.sink.messages.filter(({ card }) => textOf(card).includes(story.code));
        expect(new Set(told.map(({ conversationId }) => conversationId))).toEqual(
          new Set([`chat-${KARIN.id}`, `chat-${JONAS.id}`]),
        );
        expect(told).toHaveLength(2);
      }
    }),
  );
});
