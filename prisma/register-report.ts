/** What an import says of what it does, or would: a line for each row. */
import { isWritten, type RegisterChange } from './register-difference.ts';

const WHAT: Record<RegisterChange['what'], string> = {
  added: 'added',
  changed: 'changed',
  inactive: 'made inactive',
  removed: 'taken away',
  kept: 'not in the file, kept',
  asleep: 'still inactive',
};

export const reportOf = (changes: readonly RegisterChange[]): string[] => [
  ...changes.map(lineOf),
  ...(changes.some(isWritten) ? [] : ['The register is already as the file says.']),
];

function lineOf(change: RegisterChange): string {
  const { kind, id, name, what } = change;
  const about = [...fieldsOf(change), ...casesOf(change), ...(what === 'asleep' ? [ASLEEP] : [])];
  return `${WHAT[what]}: ${kind} ${id}${name && ` (${name})`}${about.length > 0 ? `: ${about.join(', ')}` : ''}`;
}

const ASLEEP = 'is in the file, which does not say active. Say it (true, in a CSV ja) to have them back';

const fieldsOf = ({ what, fields }: RegisterChange): string[] =>
  fields.map(({ field, from, to }) => {
    const values = what === 'added' ? [to] : what === 'removed' ? [from] : [from, to];
    return [field, values.map((value) => JSON.stringify(value ?? null)).join(' → ')].filter(Boolean).join(' ');
  });

function casesOf({ cases }: RegisterChange): string[] {
  if (!cases) return [];
  const count = cases.open === 1 ? '1 open case' : `${cases.open} open cases`;
  const alone = cases.alone > 0 ? `, and nobody else works in ${cases.alone} of them` : '';
  return [`convenes ${count}${alone}: hand them over first (OPERATIONS, "When somebody leaves")`];
}

/** People whose tenant the bot does not let in. Whoever is only called to meetings need not be let in. */
export const shutOut = (
  people: readonly { tenantId: string; active: boolean; mayCall: boolean }[],
  allowed: readonly string[] | undefined,
): string[] => {
  const out = people.filter((one) => one.active && one.mayCall && allowed && !allowed.includes(one.tenantId));
  return [...new Set(out.map(({ tenantId }) => tenantId))].map(
    (tenantId) =>
      `tenant ${tenantId} is not in ALLOWED_TENANTS, and ${out.filter((one) => one.tenantId === tenantId).length} who may call are of it: the bot refuses them.`,
  );
};
