import { readFileSync } from 'node:fs';
import type { Person } from '../domain/rows/register.ts';
import { type ParsedRegister, parseRegister } from '../prisma/register-file.ts';
import { SandboxProblem } from './problem.ts';

const FILE = new URL('./register.json', import.meta.url);

/**
 * A municipality and a region that do not exist; everybody is named after a tree. The channel is the local
 * Playground's. Throws SandboxProblem with the first fault of a file that somebody has changed.
 */
export function madeUpRegister(playgroundPort: number): ParsedRegister {
  const parsed = parseRegister(readFileSync(FILE, 'utf8'));
  if ('faults' in parsed) throw new SandboxProblem(`sandbox/register.json: ${parsed.faults[0]}.`);
  const serviceUrl = `http://localhost:${playgroundPort}/_connector`;
  // Nothing of an older sandbox is kept: the Playground may have another port now.
  const { leftOut: _, ...register } = parsed.register;
  return { ...register, channels: register.channels.map((channel) => ({ ...channel, serviceUrl })) };
}

/** Who sits at the keyboard: convener at the student health service. */
export function playgroundUser({ people }: ParsedRegister): Person {
  return byName(people, 'Karin Ek');
}

/** The five others that somebody's Playground knows, one from each place that a measure is likely to land on. */
export function playgroundMembers({ people }: ParsedRegister, { id }: Pick<Person, 'id'>): Person[] {
  return ['Jonas Alm', 'Anna Lind', 'Samira Hägg', 'Lena Hassel', 'Nils Lönn', 'Karin Ek']
    .map((name) => byName(people, name))
    .filter((person) => person.id !== id)
    .slice(0, 5);
}

function byName(people: Person[], name: string): Person {
  const person = people.find((one) => one.name === name);
  if (!person) throw new SandboxProblem(`sandbox/register.json: ${name}, whom the Playground knows, is missing.`);
  return person;
}
