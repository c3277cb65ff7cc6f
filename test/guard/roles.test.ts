/**
 * Every verb × everybody who may not: taken from the table of contents itself, so that a new verb is tried too. Nothing is shown, nothing is
 * changed, and the audit says who tried.
 */
import { Writable } from 'node:stream';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newAct, type Step } from '../../bot/act.ts';
import { createDispatch, type Dispatch } from '../../bot/dispatch.ts';
import { createLog } from '../../bot/log.ts';
import { steps } from '../../bot/steps.ts';
import { newPosting } from '../../domain/posting.ts';
import type { CaseFile, Change, Person, Posting } from '../../domain/rows.ts';
import type { OpenDatabase } from '../../prisma/database.ts';
import { importRegister } from '../../prisma/load-register.ts';
import { added } from '../support/case-rows.ts';
import { fullFile, registerWith } from '../support/case-views.ts';
import { createPGlite, openTestDatabase, type TestDatabase, testClock } from '../support/databases.ts';

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
const OF_NO_CASE = ['case.new', 'case.list', 'propose.send'];
const verbs = Object.entries(steps.verb) as [string, Step][];
const ofCase = verbs.filter(([, step]) => step.case);

let place: TestDatabase;
let open: OpenDatabase;
let dispatch: Dispatch;
const logged: string[] = [];
const clock = testClock();
const cards = {} as Record<'CASE' | 'MEASURE', Posting>;
let caseId: string;

beforeAll(async () => {
  place = await createPGlite();
  open = await openTestDatabase(place.location, { clock });
  await importRegister(open.prisma, { ...register, people: [...register.people, NEW, GONE, CHIEF] }, { dryRun: false });
  const destination = new Writable({ write: (line, _encoding, done) => (logged.push(String(line)), done()) });
  const log = createLog({ key: 'k', destination });
  dispatch = createDispatch({ database: open.database, clock, log, publicUrl: 'http://127.0.0.1' });
  await store(fullFile({ tenantId: KARIN.tenantId }, ['GUARDIAN_1', 'GUARDIAN_2']));
});
afterAll(async () => {
  await open?.close();
  await place?.remove();
});

async function store(file: CaseFile): Promise<void> {
  caseId = file.case.id;
  const now = clock.now();
  const [measure] = file.measures;
  const at = { caseId, tenantId: KARIN.tenantId, language: 'sv', createdAt: now, conversationId: 'c', serviceUrl: 'http://x' } as const;
  const member = (person: Person, removedAt: typeof now | null) =>
    added('member', { id: uuid(), caseId, personId: person.id, role: 'TEAM', addedAt: now, removedAt } as never);
  const postings = [
    newPosting(uuid(), { ...at, kind: 'CASE', page: 'guide', personId: KARIN.id }),
    newPosting(uuid(), { ...at, kind: 'MEASURE', page: 'measure', measureId: measure?.id ?? null }),
  ];
  for (const { set } of postings) cards[set.kind as keyof typeof cards] = set as Posting;
  const talks = file.talks.map((talk) => ({ ...talk, words: WORDS.child }));
  const people = file.participants.map((row) =>
    row.unitId === 'individ-och-familj' ? { ...row, personId: personOf('Samira Hägg').id } : row,
  );
  const changes: Change[] = [
    added('case', file.case),
    ...talks.map((row) => added('talk', row)),
    ...file.consents.map((row) => added('consent', row)),
    ...file.meetings.map((row) => added('meeting', row)),
    ...people.map((row) => added('participant', row)),
    ...file.plans.map((row) => added('plan', row)),
    ...file.goals.map((row) => added('goal', row)),
    ...file.measures.map((row) => added('measure', row)),
    member(personOf('Maja Björk'), now),
    member(GONE, null),
    ...postings,
  ];
  await open.database.transaction((one) => one.apply(changes));
}

const asStored = async () =>
  JSON.stringify([await open.database.transaction((one) => one.findCase(caseId)), await open.prisma.effect.count()]);

async function press(verb: string, step: Step, someone: Pick<Person, 'id' | 'tenantId' | 'name'>) {
  const card = step.on === 'MEASURE' ? cards.MEASURE : cards.CASE;
  return dispatch(
    newAct('verb', verb, uuid(), {
      actor: { tenantId: someone.tenantId, personId: someone.id, name: someone.name },
      at: { tenantId: someone.tenantId, conversationId: 'theirs', serviceUrl: 'http://x', personal: true },
      messageId: 'm',
      postingId: card.id,
      turn: card.turn,
      data: { ageBand: 'A6_11', reason: 'NO_NEED', familyInformed: 'YES', to: someone.id, colleagues: someone.id, what: 'ALL' },
    }),
  );
}

test('2.7: every verb belongs to a case, or is one of the few that are known not to', () => {
  expect(verbs.filter(([, step]) => !step.case).map(([verb]) => verb)).toEqual(OF_NO_CASE);
  expect(ofCase.length).toBeGreaterThan(100);
});

test('2.7: every verb of a case says who may', () => {
  // "Stäng" gives the neutral card, which is everybody's.
  expect(ofCase.filter(([, step]) => !step.who).map(([verb]) => verb)).toEqual(['measure.close']);
});

describe.each(WRONG)('2.7: %s', (_who, someone) => {
  test('gets nothing and changes nothing, whatever is pressed; each try stands in the audit', async () => {
    const before = await asStored();
    const audited = await open.prisma.audit.count();
    for (const [verb, step] of ofCase) {
      const answer = await press(verb, step, someone);
      const shown = JSON.stringify(answer);
      expect(answer.kind, verb).toBe('card');
      for (const words of [...Object.values(WORDS), 'mamma', 'Input.', 'Action.OpenUrl']) expect(shown, verb).not.toContain(words);
      if (step.on !== 'MEASURE') expect(shown, verb).not.toContain('Action.Execute');
    }
    expect(await asStored()).toBe(before);
    const rows = await open.prisma.audit.findMany({ where: { actorId: someone.id, tenantId: someone.tenantId }, orderBy: { seq: 'asc' } });
    expect(rows.slice(-ofCase.length).map(({ act }) => act)).toEqual(ofCase.map(([verb]) => verb));
    for (const { act, outcome } of rows)
      if (act !== 'measure.close') expect([act, outcome]).toEqual([act, expect.stringMatching(/^(noAccess|notInRegister)$/)]);
    expect(await open.prisma.audit.count()).toBe(audited + ofCase.length);
  });
});

test('2.7: the convener does get in with the same press: the test can fail', async () => {
  const step = steps.verb['child.open'] as Step;
  expect(JSON.stringify(await press('child.open', step, KARIN))).toContain(WORDS.child);
  expect(logged.join()).not.toContain(WORDS.child);
});
