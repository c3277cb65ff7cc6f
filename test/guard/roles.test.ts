/**
 * Every verb × every kind of posting × everybody who may not: taken from the tables of contents themselves, so that a
 * new one is tried too. Nothing is shown, nothing is changed and nothing is sent, and the audit says who tried.
 */
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseStep, type Step } from '../../bot/act.ts';
import type { Answer } from '../../bot/engine/dispatch.ts';
import { steps } from '../../bot/steps.ts';
import { POSTING_KINDS, type PostingKind } from '../../domain/codes.ts';
import type { Member } from '../../domain/rows/case.ts';
import type { Person } from '../../domain/rows/register.ts';
import { allCards } from '../support/all-cards.ts';
import { fullFile, NOW, registerWith } from '../support/case-views.ts';
import { CHANNEL, type Direct, openDirect, type Stored } from '../support/direct.ts';

const WORDS = { child: 'Jag vill sova hela natten.', goal: 'Sova.', measure: 'Prata.' };
const CODE = 'R7K-3MX';
const register = registerWith();
const personOf = (name: string): Person => {
  const found = register.people.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};
const KARIN = personOf('Karin Ek');
const REGION = '22222222-2222-4222-8222-222222222222';
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
  ['the convener as a guest of another tenant, with another id', { ...KARIN, id: uuid(), tenantId: REGION }],
  ['somebody who is not in the register', { id: uuid(), tenantId: KARIN.tenantId, name: 'Ingen Alls' }],
];

/** What belongs to no case: whoever is in the register may begin, list their own, and propose on their own card. */
const OF_NO_CASE = ['case.new', 'case.list', 'cases.more', 'cases.ages', 'propose.send'];
const verbs = Object.entries(steps.verb) as [string, Step][];
const ofCase = verbs.filter(([, step]) => step.case);
/** What nobody has a button for. */
const NO_VERBS = ['unknown', 'constructor', 'toString', '__proto__', 'measure.done '];
const everything = [...Object.keys(steps.verb), ...NO_VERBS];

let direct: Direct;
let cards: Stored['cards'];
let asStored: () => Promise<string[]>;

beforeAll(async () => {
  direct = await openDirect({ people: [NEW, GONE, CHIEF] });
  const file = fullFile({ tenantId: KARIN.tenantId, code: CODE }, ['GUARDIAN_1', 'GUARDIAN_2']);
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

const filledFor = (someone: Pick<Person, 'id'>) => ({
  ageBand: 'A6_11',
  reason: 'NO_NEED',
  familyInformed: 'YES',
  to: someone.id,
  colleagues: someone.id,
  what: 'ALL',
});

function expectNothingOfTheCase(answer: Answer, what: string): void {
  const shown = JSON.stringify(answer);
  expect(answer.kind, what).toBe('card');
  for (const words of [...Object.values(WORDS), 'mamma', 'Input.', 'Action.OpenUrl'])
    expect(shown, what).not.toContain(words);
}

/** Rows that were there before or are there now, and not both; as short as tells which. */
const changed = (before: string[], after: string[]): string[] =>
  [...before.filter((row) => !after.includes(row)), ...after.filter((row) => !before.includes(row))].map((row) =>
    row.slice(0, 200),
  );

test('2.7: every verb belongs to a case, or is one of the few that are known not to', () => {
  expect(verbs.filter(([, step]) => !step.case).map(([verb]) => verb)).toEqual(OF_NO_CASE);
  expect(ofCase.length).toBeGreaterThan(100);
});

test('2.7: every verb of a case says who may, and every verb on which cards it stands', () => {
  // "Stäng" gives the neutral card, which is everybody's.
  expect(ofCase.filter(([, step]) => typeof step.mayPress !== 'function').map(([verb]) => verb)).toEqual([
    'measure.close',
  ]);
  expect(verbs.filter(([, step]) => !step.on).map(([verb]) => verb)).toEqual([]);
  // Also where it is built from another.
  const closed = caseStep({ mayPress: 'anybody', run: () => ({ code: 'ok' }) });
  expect(caseStep({ ...closed }).mayPress).toBe('anybody');
});

type Button = { verb: string; row: boolean };
/** The buttons that a template names; one of a row may carry another card's posting (`case.show` in a list). */
function buttonsIn(node: unknown): Button[] {
  if (Array.isArray(node)) return node.flatMap(buttonsIn);
  if (typeof node !== 'object' || node === null) return [];
  const inner = Object.values(node).flatMap(buttonsIn);
  const isButton = 'verb' in node && typeof node.verb === 'string' && !node.verb.includes('${');
  return isButton ? [{ verb: String(node.verb), row: 'data' in node }, ...inner] : inner;
}

const KIND_OF_CARD: Record<string, PostingKind> = {
  help: 'HELP',
  cases: 'CASES',
  propose: 'PROPOSE',
  measure: 'MEASURE',
  'measure-open': 'MEASURE',
};

test('a button of a card is answered on cards of that kind', () => {
  const buttons = allCards.flatMap(({ name, template }) =>
    buttonsIn(template).flatMap(({ verb, row }) => (row ? [] : [{ name, verb }])),
  );
  expect(buttons.length).toBeGreaterThan(60);
  const lost = buttons.filter(({ name, verb }) => !steps.verb[verb]?.on?.includes(KIND_OF_CARD[name] ?? 'CASE'));
  expect(lost).toEqual([]);
});

describe.each(WRONG)('fault 56, fault 34, 2.7: %s', (_who, someone) => {
  test.each(POSTING_KINDS)(
    'presses everything on somebody else’s %s: shown nothing, changed nothing, and each try stands in the audit',
    async (kind) => {
      const before = await asStored();
      const audited = await direct.prisma.audit.count();
      for (const verb of everything) {
        const answer = await direct.press(cards[kind], verb, someone, filledFor(someone));
        expectNothingOfTheCase(answer, verb);
        expect(JSON.stringify(answer), verb).not.toContain('Action.Execute');
        expect(JSON.stringify(answer), `${verb}: the case’s code`).not.toContain(CODE);
      }
      expect(await direct.press(cards[kind], 'submitted', someone, {}, { kind: 'event' })).toEqual({ kind: 'none' });
      expect(changed(before, await asStored())).toEqual([]);
      const rows = await direct.prisma.audit.findMany({ where: { actorId: someone.id }, orderBy: { seq: 'asc' } });
      const tried = rows.slice(-everything.length - 1);
      expect(tried.map(({ act }) => act)).toEqual([...everything, 'submitted']);
      for (const { act, outcome, tenantId } of tried) {
        expect([act, outcome]).toEqual([act, expect.stringMatching(/^(noAccess|notInRegister)$/)]);
        expect([act, tenantId]).toEqual([act, someone.tenantId]);
      }
      expect(await direct.prisma.audit.count()).toBe(audited + everything.length + 1);
    },
    240_000,
  );

  test.each(['MEASURE', 'LINE', 'HELP'] as const)(
    'presses everything on a %s where it stands, in front of everybody: it stays as it is',
    async (kind) => {
      const before = await asStored();
      const conversationId = cards[kind].conversationId ?? '';
      // Help is for everybody in the register who is there: they may begin, and look at their own.
      const isTheirs = (verb: string) => kind === 'HELP' && steps.verb[verb]?.on?.includes('HELP');
      for (const verb of everything.filter((one) => !isTheirs(one))) {
        const answer = await direct.press(cards[kind], verb, someone, filledFor(someone), { conversationId });
        expectNothingOfTheCase(answer, verb);
      }
      if (kind !== 'HELP') await direct.press(cards[kind], 'submitted', someone, {}, { kind: 'event', conversationId });
      expect(changed(before, await asStored())).toEqual([]);
    },
    240_000,
  );
});

test('fault 56: what is no button of a card does nothing on one’s own either', async () => {
  for (const kind of POSTING_KINDS) {
    const before = await asStored();
    const own = { conversationId: cards[kind].conversationId ?? '' };
    const isElsewhere = (verb: string) => !steps.verb[verb]?.on?.includes(kind as PostingKind);
    for (const verb of everything.filter(isElsewhere)) await direct.press(cards[kind], verb, KARIN, {}, own);
    expect(changed(before, await asStored()), kind).toEqual([]);
  }
}, 240_000);

test('a stranger waits for nothing that is being sent, and takes nothing with them of what they were refused', async () => {
  const { effect } = direct.prisma;
  const sending = await effect.create({
    data: { id: uuid(), kind: 'none', caseId: cards.CASE.caseId, state: 'SENDING', attempts: 1, createdAt: new Date() },
  });
  const waits = { ended: false };
  const own = direct.press(cards.CASE, 'withdraw.save', KARIN, {}).then(() => {
    waits.ended = true;
  });
  await direct.press(cards.CASE, 'withdraw.save', NEW, {});
  expect(waits.ended).toBe(false);
  await effect.delete({ where: { id: sending.id } });
  await own;
});

test('whoever was refused and is let in afterwards gets in with the same button', async () => {
  const { CASE } = cards;
  const refused = JSON.stringify(await direct.press(CASE, 'protection.back', NEW, {}));
  expect(refused).toContain('behörighet');
  await direct.database.transaction((store) =>
    store.apply([
      { in: 'posting', id: CASE.id, set: { personId: NEW.id } },
      {
        in: 'member',
        id: uuid(),
        set: { caseId: CASE.caseId ?? '', personId: NEW.id, role: 'TEAM', addedAt: NOW, removedAt: null },
      },
    ]),
  );
  expect(JSON.stringify(await direct.press(CASE, 'protection.back', NEW, {}))).not.toContain('behörighet');
  await direct.database.transaction((store) =>
    store.apply([{ in: 'posting', id: CASE.id, set: { personId: KARIN.id } }]),
  );
});

test('2.7: the convener does get in with the same press: the test can fail', async () => {
  const shown = await direct.press(cards.CASE, 'child.open', KARIN, filledFor(KARIN));
  expect(JSON.stringify(shown)).toContain(WORDS.child);
  const measure = await direct.press(cards.MEASURE, 'measure.show', KARIN, {}, { conversationId: CHANNEL });
  expect(JSON.stringify(measure)).toContain(WORDS.measure);
  expect(direct.logged.join()).not.toContain(WORDS.child);
});
