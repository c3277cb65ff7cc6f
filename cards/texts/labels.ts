/** What people and units of a case are called on the cards: kinds and roles, never a child's or guardian's name. */
import type { Language } from '../../domain/codes.ts';
import type { CaseRow, Goal, Measure, Participant, Plan, Register } from '../../domain/rows.ts';
import { sayDay, sayDayShort } from './dates.ts';
import { say } from './say.ts';

type Guardians = Pick<CaseRow, 'guardianOne' | 'guardianTwo' | 'ageBand'>;

/** "mamma", "pappa 2" where both are called the same, "den unge". */
export function sayPartner(language: Language, row: Guardians, partner: string): string {
  if (partner === 'YOUTH' || partner === 'SOCIAL_BOARD') return say(language, `signer.${partner}`);
  if (partner === 'CHILD') return say(language, row.ageBand === 'A18_20' ? 'signer.YOUTH' : 'signer.CHILD');
  const kind = partner === 'GUARDIAN_1' ? row.guardianOne : row.guardianTwo;
  if (kind === null || kind === 'UNKNOWN' || kind === 'NONE')
    return say(language, partner === 'GUARDIAN_1' ? 'signer.GUARDIAN_1' : 'signer.GUARDIAN_2');
  const name = say(language, `guardian.${kind}.short`);
  return row.guardianOne === row.guardianTwo ? `${name} ${partner === 'GUARDIAN_1' ? 1 : 2}` : name;
}

export const sayUnit = (register: Register, unitId: string): string => register.units.find((unit) => unit.id === unitId)?.name ?? unitId;

export const sayUnitKind = (language: Language, register: Register, unitId: string): string => {
  const kind = register.units.find((unit) => unit.id === unitId)?.kind;
  return kind ? say(language, `unitKind.${kind}`) : unitId;
};

/** "BUP Dalsland · Eva Lind, psykolog", or the unit with its functional address. Staff only; for people in the case. */
export function sayRecipient(language: Language, register: Register, row: Pick<Participant, 'unitId' | 'personId' | 'mail'>): string {
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

/** Who does a measure: staff by name, the family and others by what they are. For people in the case. */
const sayDoer = (language: Language, register: Register, { actor, personId }: Measure): string =>
  actor ? say(language, `actor.${actor}`) : sayPerson(register, personId);

/** The same for everybody: the kind of unit. */
export const sayDoerKind = (language: Language, register: Register, { actor, unitId }: Measure): string =>
  actor ? say(language, `actor.${actor}`) : sayUnitKind(language, register, unitId);

/** "senast fredag 27 mars", or "löpande, följs upp torsdag 7 maj". */
export function sayDue(language: Language, { dueOn }: Measure, plan: Pick<Plan, 'followUpOn'> | undefined, sayIt = sayDay): string {
  if (dueOn) return say(language, 'measure.due', { day: sayIt(language, dueOn) });
  return plan?.followUpOn
    ? say(language, 'measure.continuous', { day: sayIt(language, plan.followUpOn) })
    : say(language, 'measure.continuousOpen');
}

/** A plan's measures as people in the case read them. */
export const sayMeasures = (language: Language, register: Register, plan: Plan | undefined, measures: readonly Measure[]) =>
  measures.map((measure) => ({
    n: measure.ordinal,
    what: measure.what,
    who: sayDoer(language, register, measure),
    due: sayDue(language, measure, plan, sayDayShort),
    state: say(language, `measureState.${measure.state}`),
  }));

/** A plan in words: for the read-back before it is locked, and for the locked plan. */
export const sayPlan = (language: Language, register: Register, plan: Plan | undefined, goals: readonly Goal[]) => ({
  childGoal: plan?.childGoal ?? null,
  goals: goals.map((goal) => goal.text),
  principal: plan?.principal ? say(language, `principal.${plan.principal}`) : null,
  owner: plan?.ownerPersonId ? sayPerson(register, plan.ownerPersonId) : null,
  followUp: plan?.followUpOn ? sayDay(language, plan.followUpOn) : null,
});
