/** The kinds of request that are measured, each on a program that is open. */
import { v7 as uuid } from 'uuid';
import { changed, saved, shown, turnIn, typed } from './activities.ts';
import type { Subject } from './measure.ts';
import type { Bench, Program } from './programs.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import type { StandingCases } from './standing-cases.ts';

const ROOT = process.cwd();
const never = async (): Promise<void> => {};

export async function echo({ client, keys }: Bench): Promise<Subject> {
  const server: ServerProcess = await startServer(new URL('./servers/echo-server.ts', import.meta.url), { keys }, ROOT);
  const card = { posting: uuid(), turn: 'turn', presses: 0 };
  return {
    name: 'checked invoke echo',
    server,
    block: 200,
    async ask() {
      const answer = await client.say(server.port, saved(card));
      turnIn(answer);
      return answer.ms;
    },
    settle: never,
  };
}

/** Presses once and takes up the answered card, whose buttons carry the next turn. */
export const guideStep = (
  { client }: Bench,
  { server, cards, settle }: Program,
  name: string,
  block: number,
): Subject => ({
  name,
  server,
  block,
  async ask(lane) {
    const card = cards[lane];
    if (!card) throw new Error('more at once than there are cards');
    const answer = await client.say(server.port, saved(card));
    card.turn = turnIn(answer);
    card.presses += 1;
    return answer.ms;
  },
  settle,
});

export const visa = ({ client }: Bench, { server, settle }: Program, { measure }: StandingCases): Subject => ({
  name: '"Visa" on a measure',
  server,
  block: 100,
  async ask() {
    const answer = await client.say(server.port, shown(measure));
    if (!answer.text.includes('Lugn plats.')) throw new Error(`"Visa" was answered with ${answer.text}`);
    return answer.ms;
  },
  settle,
});

type Word = Parameters<typeof typed>[0];

/** Until its card has come to the chat: it is posted after the answer. */
export const typedWord = ({ client, sink }: Bench, { server, settle }: Program, text: Word, name: string): Subject => ({
  name,
  server,
  block: 16,
  async ask() {
    const [began, came] = [performance.now(), sink.untilReceived(sink.received() + 1)];
    await client.say(server.port, typed(text));
    await came;
    return performance.now() - began;
  },
  settle,
});

export const notification = ({ client }: Bench, { server, settle }: Program, { event }: StandingCases): Subject => ({
  name: 'notification, and the event read',
  server,
  block: 16,
  async ask() {
    const { status, ms } = await client.notify(server.port, changed(event));
    if (status !== 202) throw new Error(`a notification was answered with ${status}`);
    return ms;
  },
  settle,
});

const DUE = `INSERT INTO "DueItem" ("id", "kind", "caseId", "subjectId", "dueAt") VALUES ($1, 'consent.watch', $2, $1, $3)`;
const LEFT = 'SELECT count(*)::int AS n FROM "DueItem" WHERE "doneAt" IS NULL AND "dueAt" < $1';

/** Items that have nothing left to do. The program looks every two seconds, so only its CPU says something. */
export const sweep = ({ server, database, settle }: Program, { closedCaseId }: StandingCases): Subject => ({
  name: 'due item swept',
  server,
  block: 60,
  async ask() {
    await database.query(DUE, [uuid(), closedCaseId, new Date()]);
    return Number.NaN;
  },
  async settle() {
    while ((await database.query<{ n: number }>(LEFT, [new Date()])).rows[0]?.n !== 0)
      await new Promise((done) => setTimeout(done, 50));
    await settle();
  },
});
