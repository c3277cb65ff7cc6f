/**
 * Every verb × everybody who may not: taken from the table of contents itself, so that a new verb is tried too. Nothing
 * is shown, nothing is changed, and the audit says who tried.
 */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseStep, type Step } from '../../bot/act.ts';
import { steps } from '../../bot/steps.ts';
import type { Member } from '../../domain/rows/case.ts';
import type { Person } from '../../domain/rows/register.ts';
import { fullFile, NOW, registerWith } from '../support/case-views.ts';
import { type Direct, openDirect, type Stored } from '../support/direct.ts';

const WORDS = { child: 'Jag vill sova hela natten.', goal: 'Sova.', measure: 'Prata.' };
const register = registerWith();
const personOf = (name: string): Person => {
  const found = register.people.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};
const KARIN = personOf('Karin Ek');
const like = (person: Person, name: string, set: Partial<Person> = {}): Person => ({
  ...person,
  id: `dddddddd-0000-4000-8000-${String(name.length).padStart(12, '0')}`,
  name,
  mail: `${name.length}@vanersborg.example`,
  ...set,
});
const NEW = like(personOf('Maja Björk'), 'Ny Kollega');
const GONE = like(KARIN, 'Har Slutat Här', { active: false });
const CHIEF = like(personOf('Anna Lind'), 'Samordnare och administratör', { mayCall: true });

const WRONG: [string, Pick<Person, 'id' | 'tenantId' | 'name'>][] = [
  ['a colleague who is not in the team', NEW],
  ['a colleague who was taken out of the team', personOf('Maja Björk')],
  ['somebody in the team whose account is closed', GONE],
  ['a party of another unit, called to the meeting', personOf('Samira Hägg')],
  ['the local coordinator or administrator, who is in no case', CHIEF],
  ['the convener’s id in another tenant', { ...KARIN, tenantId: '22222222-2222-4222-8222-222222222222' }],
  ['somebody who is not in the register', { id: uuid(), tenantId: KARIN.tenantId, name: 'Ingen Alls' }],
];

/** What belongs to no case: whoever is in the register may begin, list their own, and propose on their own card. */
const OF_NO_CASE = ['case.new', 'case.list', 'cases.more', 'propose.send'];
const verbs = Object.entries(steps.verb) as [string, Step][];
const ofCase = verbs.filter(([, step]) => step.case);

let direct: Direct;
let cards: Stored['cards'];
let asStored: () => Promise<string>;

beforeAll(async () => {
  direct = await openDirect({ people: [NEW, GONE, CHIEF] });
  const file = fullFile({ tenantId: KARIN.tenantId }, ['GUARDIAN_1', 'GUARDIAN_2']);
  const member = (person: Person, removedAt: typeof NOW | null): Member => {
    return { id: uuid(), caseId: file.case.id, personId: person.id, role: 'TEAM', addedAt: NOW, removedAt };
  };
  const stored = await direct.store({
    ...file,
    talks: file.talks.map((talk) => ({ ...talk, words: WORDS.child })),
    participants: file.participants.map((row, n) => (n === 0 ? { ...row, personId: personOf('Samira Hägg').id } : row)),
    members: [member(personOf('Maja Björk'), NOW), member(GONE, null)],
  });
  cards = stored.cards;
  asStored = stored.read;
});
afterAll(() => direct?.close());

async function press(verb: string, step: Step, someone: Pick<Person, 'id' | 'tenantId' | 'name'>) {
  const data = {
    ageBand: 'A6_11',
    reason: 'NO_NEED',
    familyInformed: 'YES',
    to: someone.id,
    colleagues: someone.id,
    what: 'ALL',
  };
  return direct.press(step.cardKind === 'MEASURE' ? cards.MEASURE : cards.CASE, verb, someone, data);
}

test('2.7: every verb belongs to a case, or is one of the few that are known not to', () => {
  expect(verbs.filter(([, step]) => !step.case).map(([verb]) => verb)).toEqual(OF_NO_CASE);
  expect(ofCase.length).toBeGreaterThan(100);
});

test('2.7: every verb of a case says who may', () => {
  // "Stäng" gives the neutral card, which is everybody's.
  expect(ofCase.filter(([, step]) => typeof step.mayPress !== 'function').map(([verb]) => verb)).toEqual([
    'measure.close',
  ]);
  // Also where it is built from another.
  const closed = caseStep({ mayPress: 'anybody', run: () => ({ code: 'ok' }) });
  expect(caseStep({ ...closed }).mayPress).toBe('anybody');
});

describe.each(WRONG)('2.7: %s', (_who, someone) => {
  test('gets nothing and changes nothing, whatever is pressed; each try stands in the audit', async () => {
    const before = await asStored();
    const audited = await direct.prisma.audit.count();
    for (const [verb, step] of ofCase) {
      const answer = await press(verb, step, someone);
      const shown = JSON.stringify(answer);
      expect(answer.kind, verb).toBe('card');
      for (const words of [...Object.values(WORDS), 'mamma', 'Input.', 'Action.OpenUrl'])
        expect(shown, verb).not.toContain(words);
      if (step.cardKind !== 'MEASURE') expect(shown, verb).not.toContain('Action.Execute');
    }
    expect(await asStored()).toBe(before);
    const rows = await direct.prisma.audit.findMany({
      where: { actorId: someone.id, tenantId: someone.tenantId },
      orderBy: { seq: 'asc' },
    });
    expect(rows.slice(-ofCase.length).map(({ act }) => act)).toEqual(ofCase.map(([verb]) => verb));
    for (const { act, outcome } of rows)
      if (act !== 'measure.close')
        expect([act, outcome]).toEqual([act, expect.stringMatching(/^(noAccess|notInRegister)$/)]);
    expect(await direct.prisma.audit.count()).toBe(audited + ofCase.length);
  }, 240_000);
});

test('2.7: the convener does get in with the same press: the test can fail', async () => {
  const step = steps.verb['child.open'] as Step;
  expect(JSON.stringify(await press('child.open', step, KARIN))).toContain(WORDS.child);
  expect(direct.logged.join()).not.toContain(WORDS.child);
});
