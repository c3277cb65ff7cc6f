/**
 * Several copies of the program, each a process of its own, on one PostgreSQL database; and people who press in them.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { importRegister } from '../../prisma/load-register.ts';
import { madeUpRegister } from '../../sandbox/register.ts';
import { buttonsOf, type CardJson } from '../support/card-json.ts';
import { createPostgres, openTestDatabase } from '../support/databases.ts';
import { programFile } from '../support/program.ts';
import { KARIN } from '../support/sandbox.ts';
import { type InvokeAnswer, teamsClient } from '../support/teams-client.ts';
import { startTeamsSink } from '../support/teams-sink.ts';

export type Copy = { url: string; lines: string[]; child: ChildProcess };
/** A case's card as Karin holds it. */
export type Held = { posting: string; turn: string; caseId: string; presses: number };
export type Copies = Awaited<ReturnType<typeof openCopies>>;

export async function openCopies() {
  const place = await createPostgres();
  if (place.location.kind !== 'postgres') throw new Error('no PostgreSQL');
  const { url } = place.location;
  const open = await openTestDatabase(place.location);
  await importRegister(open.prisma, madeUpRegister(1));
  const sink = await startTeamsSink();
  const copies: Copy[] = [];
  const standing = (id: string | null) => {
    const message = sink.messages.find((one) => one.id === id);
    return message && buttonOf(message.card);
  };
  const karinAt = (copy: Copy) => teamsClient({ botUrl: copy.url, serviceUrl: sink.serviceUrl, someone: KARIN });

  return {
    url,
    sink,
    copies,
    prisma: open.prisma,
    /** `by`: the database's address as this copy knows it. */
    async start(by = url): Promise<Copy> {
      const child = spawn(process.execPath, [programFile('test/faults/one-copy.ts'), by, String(sink.port)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const lines: string[] = [];
      const port = await new Promise<string>((listening, failed) => {
        createInterface({ input: child.stdout }).on('line', (line) => {
          lines.push(line);
          if (line.startsWith('listening ')) listening(line.slice('listening '.length));
        });
        child.once('exit', () => failed(new Error(`a copy ended:\n${lines.join('\n')}`)));
      });
      const copy = { url: `http://127.0.0.1:${port}`, lines, child };
      copies.push(copy);
      return copy;
    },
    /** A new case, whose card has come. */
    async newCase(copy: Copy): Promise<Held> {
      const before = sink.messages.length;
      await karinAt(copy).type('nytt Västbus');
      const { card } = await sink.until(() => sink.messages[before], 'the card of a new case');
      const { posting, turn } = buttonOf(card);
      const { caseId } = await open.prisma.posting.findUniqueOrThrow({ where: { id: posting } });
      if (!caseId) throw new Error('a card without a case');
      return { posting, turn, caseId, presses: 0 };
    },
    type: (copy: Copy, words: string) => karinAt(copy).type(words),
    /** "Spara" on the first page; each time something else is filled in. Answers as Teams was answered. */
    async press(copy: Copy, held: Held): Promise<'card' | 'again'> {
      held.presses += 1;
      const data = { posting: held.posting, turn: held.turn, verb: 'start.back' };
      const filled = { ageBand: held.presses % 2 === 0 ? 'A12_14' : 'A15_17', guardianOne: 'MOTHER' };
      const client = karinAt(copy);
      const answer = await client.send(client.pressed({ verb: 'start.back', data }, filled));
      const card = cardIn(answer);
      if (card) held.turn = buttonOf(card).turn;
      return card ? 'card' : 'again';
    },
    /** Somebody else keeps the case's row, until they are told to let it go. */
    async lock({ caseId }: Held): Promise<() => Promise<void>> {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query('BEGIN');
      await client.query('SELECT 1 FROM "Case" WHERE "id" = $1 FOR UPDATE', [caseId]);
      return () => client.end();
    },
    async isReady(copy: Copy): Promise<boolean> {
      return (await fetch(`${copy.url}/readyz`)).status === 200;
    },
    /** What is wrong once everything has come: effects that are not done, cards that are behind, surprises. */
    async left(): Promise<unknown> {
      const effects = await open.prisma.effect.findMany({ where: { state: { not: 'DONE' } } });
      const postings = await open.prisma.posting.findMany();
      return {
        effects: effects.map(({ kind, state, cause }) => ({ kind, state, cause })),
        behind: postings.filter(({ activityId, turn }) => standing(activityId)?.turn !== turn).length,
        surprises: copies.flatMap(({ lines }) => lines.filter((line) => line.includes('"surprise"'))),
      };
    },
    async close(): Promise<void> {
      for (const { child } of copies) {
        child.removeAllListeners('exit');
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      }
      await sink.close();
      await open.close();
      await place.remove();
    },
  };
}

function buttonOf(card: CardJson): { posting: string; turn: string } {
  const [button] = buttonsOf(card);
  if (!button) throw new Error('a card without a button');
  return button.data;
}

/** The card, or null for "try again": what was filled in stays then. Throws on anything else. */
function cardIn({ status, body }: InvokeAnswer): CardJson | null {
  if (status === 200 && body?.statusCode === 200) return body.value;
  const said = JSON.stringify(body);
  if (status === 200 && body?.statusCode === 500 && said.includes('Försök igen')) return null;
  throw new Error(`a press was answered with ${status} ${said}`);
}
