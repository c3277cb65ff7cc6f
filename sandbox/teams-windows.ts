import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SandboxConfig } from '../bot/config/config.ts';
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
    const started = running.get(person.id) ?? startOf(person);
    running.set(person.id, started);
    // What did not start is tried again the next time somebody asks for it.
    started.catch(() => running.delete(person.id));
    return started;
  }

  async function start(): Promise<void> {
    if (register.channels.length === 0)
      throw new SandboxProblem('sandbox/register.json: a channel for the measures is missing.');
    for (const person of people) if (person === user || existsSync(folderOf(person))) await windowOf(person);
  }

  async function stop(): Promise<void> {
    const all = await Promise.allSettled(running.values());
    running.clear();
    for (const one of all) if (one.status === 'fulfilled') await one.value.stop();
  }

  return {
    start,
    stop,
    async open(personId) {
      const person = people.find(({ id }) => id === personId);
      if (!person) throw new SandboxProblem('Ingen i registret har det id:t.');
      return (await windowOf(person)).url;
    },
    async startOver() {
      await stop();
      await rm(join(dataDir, 'playground'), { recursive: true, force: true });
      await start();
    },
  };
}
