import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SandboxConfig } from '../bot/config/config.ts';
import { createLine } from '../bot/engine/in-line.ts';
import type { Person } from '../domain/rows/register.ts';
import type { ParsedRegister } from '../prisma/register-file.ts';
import { type Playground, startPlayground } from './playground.ts';
import { playgroundSettings } from './playground-settings.ts';
import { SandboxProblem } from './problem.ts';
import { playgroundMembers, playgroundUser } from './register.ts';

export type TeamsWindows = {
  /** Starts what was open when the sandbox was stopped; Karin's always. */
  start(): Promise<void>;
  /** Somebody's own Teams. Throws SandboxProblem. */
  open(personId: string): Promise<string>;
  stop(): Promise<void>;
  startOver(): Promise<void>;
};

const LAST_PORT = 65_535;

/** Everybody's window has a port of its own, the first that of the one at the keyboard. */
export const windowPorts = ({ people }: ParsedRegister, first: number): number[] => people.map((_, n) => first + n);

/**
 * A Playground knows one user and one chat, so a colleague who is to read what was sent to them gets a Playground of
 * their own. The channel stands in the first one only: a channel's cards go to one address.
 */
export function teamsWindows({ dataDir, port, playgroundPort }: SandboxConfig, register: ParsedRegister): TeamsWindows {
  const user = playgroundUser(register);
  const people = [user, ...register.people.filter(({ id }) => id !== user.id)];
  const ports = windowPorts(register, playgroundPort);
  const running = new Map<string, Promise<Playground>>();
  /** What is asked for while all are started or stopped waits for that. */
  const line = createLine();
  const inLine = <T>(work: () => Promise<T>): Promise<T> => line('windows', work);
  const folderOf = ({ id }: Person) => join(dataDir, 'playground', ...(id === user.id ? [] : [id]));

  function startOf(person: Person): Promise<Playground> {
    const channels = person === user ? register.channels.slice(0, 1) : [];
    return startPlayground({
      folder: folderOf(person),
      port: ports[people.indexOf(person)] ?? playgroundPort,
      endpoint: `http://127.0.0.1:${port}/api/messages`,
      settings: playgroundSettings(person, playgroundMembers(register, person), channels),
    });
  }

  function windowOf(person: Person): Promise<Playground> {
    const known = running.get(person.id);
    if (known) return known;
    const started = startOf(person);
    running.set(person.id, started);
    // What did not start, or has ended, is started again the next time somebody asks for it.
    const forget = () => running.get(person.id) === started && running.delete(person.id);
    started.then(({ ended }) => ended).then(forget, forget);
    return started;
  }

  async function startAll(): Promise<void> {
    if (register.channels.length === 0)
      throw new SandboxProblem('sandbox/register.json: a channel for the measures is missing.');
    if (Math.max(...ports) > LAST_PORT)
      throw new SandboxProblem(`PLAYGROUND_PORT is too high: the last of ${ports.length} windows has no port there.`);
    await windowOf(user);
    // A colleague's that does not start is no reason not to: who opens it reads why.
    for (const person of people) if (existsSync(folderOf(person))) await windowOf(person).catch(() => undefined);
  }

  async function stopAll(): Promise<void> {
    for (const one of await Promise.allSettled(running.values()))
      if (one.status === 'fulfilled') await one.value.stop();
    running.clear();
  }

  return {
    start: () => inLine(startAll),
    stop: () => inLine(stopAll),
    async open(personId) {
      const person = people.find(({ id }) => id === personId);
      if (!person) throw new SandboxProblem('Ingen i registret har det id:t.');
      // In its turn it is begun; two people's windows start side by side.
      const { starting } = await inLine(async () => ({ starting: windowOf(person) }));
      return (await starting).url;
    },
    startOver: () =>
      inLine(async () => {
        await stopAll();
        await rm(join(dataDir, 'playground'), { recursive: true, force: true });
        await startAll();
      }),
  };
}
