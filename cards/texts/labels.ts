/** What people and units of a case are called on the cards: kinds and roles, never a child's or guardian's name. */
import type { Topic } from '../../domain/codes.ts';
import type { CaseRow, Goal, Participant, Plan, Register } from '../../domain/rows.ts';
import { sayDay } from './dates.ts';
import { say, type Voice } from './say.ts';

type Guardians = Pick<CaseRow, 'guardianOne' | 'guardianTwo' | 'ageBand'>;

/** "mamma", "pappa 2" where both are called the same, "den unge". */
export function sayPartner(language: Voice, row: Guardians, partner: string): string {
  if (partner === 'YOUTH' || partner === 'SOCIAL_BOARD') return say(language, `signer.${partner}`);
  if (partner === 'CHILD') return say(language, row.ageBand === 'A18_20' ? 'signer.YOUTH' : 'signer.CHILD');
  const kind = partner === 'GUARDIAN_1' ? row.guardianOne : row.guardianTwo;
  if (kind === null || kind === 'UNKNOWN' || kind === 'NONE')
    return say(language, partner === 'GUARDIAN_1' ? 'signer.GUARDIAN_1' : 'signer.GUARDIAN_2');
  const name = say(language, `guardian.${kind}.short`);
  return row.guardianOne === row.guardianTwo ? `${name} ${partner === 'GUARDIAN_1' ? 1 : 2}` : name;
}

export const sayUnit = (register: Register, unitId: string): string => register.units.find((unit) => unit.id === unitId)?.name ?? unitId;

export const sayUnitKind = (language: Voice, register: Register, unitId: string): string => {
  const kind = register.units.find((unit) => unit.id === unitId)?.kind;
  return kind ? say(language, `unitKind.${kind}`) : unitId;
};

/** "BUP Dalsland · Eva Lind, psykolog", or the unit with its functional address. Staff only; for people in the case. */
export function sayRecipient(language: Voice, register: Register, row: Pick<Participant, 'unitId' | 'personId' | 'mail'>): string {
  const person = register.people.find((one) => one.id === row.personId);
  const unit = register.units.find((one) => one.id === row.unitId);
  const who = person
    ? `${person.name}, ${person.role}`
    : row.mail === unit?.functionalMail
      ? say(language, 'recipient.functional')
      : row.mail;
  return `${sayUnit(register, row.unitId)} · ${who}`;
}

/** "BUP Dalsland · Eva Lind, psykolog": who answers for a measure or a plan. */
export const sayPerson = (register: Register, personId: string | null): string => {
  const person = register.people.find((one) => one.id === personId);
  return person ? `${sayUnit(register, person.unitId)} · ${person.name}, ${person.role}` : '';
};

/** "Det ni får prata om: skola, hälsa": what everybody who must consent has said yes to. */
export const sayTopics = (language: Voice, topics: Iterable<Topic> | undefined): string | null => {
  const words = [...(topics ?? [])].map((topic) => say(language, `topic.${topic}`));
  return words.length > 0 ? say(language, 'consent.topics', { topics: words.join(', ') }) : null;
};

/** A plan in words: for the read-back before it is locked, and for the locked plan. */
export const sayPlan = (language: Voice, register: Register, plan: Plan | undefined, goals: readonly Goal[]) => ({
  childGoal: plan?.childGoal ?? null,
  goals: goals.map((goal) => goal.text),
  principal: plan?.principal ? say(language, `principal.${plan.principal}`) : null,
  owner: plan?.ownerPersonId ? sayPerson(register, plan.ownerPersonId) : null,
  followUp: plan?.followUpOn ? sayDay(language, plan.followUpOn) : null,
});
