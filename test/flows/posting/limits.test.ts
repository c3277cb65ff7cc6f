/** Too much in a short time: a calm sentence, nothing lost, nothing changed, and the others go on. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newAct } from '../../../bot/act.ts';
import type { Answer } from '../../../bot/engine/dispatch.ts';
import { PERSON_LIMITS, type PersonLimits } from '../../../domain/limits.ts';
import type { Person } from '../../../domain/rows/register.ts';
import { closeAtRest } from '../../support/at-rest.ts';
import { type CardJson, inputsOf, textOf } from '../../support/card-json.ts';
import { fullFile, registerWith } from '../../support/case-views.ts';
import { type Direct, openDirect, type Stored } from '../../support/direct.ts';
import { KARIN as IN_SANDBOX, openSandbox } from '../../support/sandbox.ts';

const personOf = (name: string): Person => {
  const found = registerWith().people.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};
const KARIN = personOf('Karin Ek');
const SAMIRA = personOf('Samira Hägg');
const TYPED = 'Jag vill sova hela natten.';
const WAIT = 'Vänta en halv minut och tryck igen.';

let direct: Direct;
let stored: Stored;
async function begin(limits: Partial<PersonLimits>): Promise<void> {
  direct = await openDirect({ limits: { ...PERSON_LIMITS, ...limits } });
  const file = fullFile({ tenantId: KARIN.tenantId }, ['GUARDIAN_1', 'GUARDIAN_2']);
  stored = await direct.store({ ...file, case: { ...file.case, status: 'PREPARING' } });
}
afterEach(() => direct?.close());

const cardOf = (answer: Answer): CardJson => {
  if (answer.kind !== 'card') throw new Error(answer.kind);
  return answer.card as unknown as CardJson;
};
/** The convener's card as it is now. */
const own = async () => {
  const found = await direct.database.transaction((store) => store.findPosting(stored.cards.CASE.id));
  if (!found) throw new Error('no card');
  return found;
};
const later = (minutes: number) => direct.clock.set(direct.clock.now().add({ minutes }).toString());
const postings = () => direct.prisma.posting.count();
const audited = (personId: string) => direct.prisma.audit.count({ where: { actorId: personId } });

describe('presses', () => {
  beforeEach(() => begin({ presses: { atOnce: 5, everySeconds: 2 } }));
  const look = async (someone: Person = KARIN) => direct.press(await own(), 'child.open', someone, {});
  const save = async (turn?: string) =>
    direct.press({ ...(await own()), ...(turn ? { turn } : {}) }, 'child.save', KARIN, { words: TYPED });

  test('what was filled in stays on the card, nothing is changed, and a while later the same press goes through', async () => {
    for (let n = 0; n < 5; n++) await look();
    const before = [await stored.read(), await postings()];
    const { turn } = await own();
    const card = cardOf(await save());
    expect(textOf(card)).toContain(WAIT);
    expect(inputsOf(card).find(({ id }) => id === 'words')?.value).toBe(TYPED);
    expect(JSON.stringify(card)).toContain(turn);
    expect([await stored.read(), await postings()]).toEqual(before);
    expect(await direct.prisma.seenAct.count()).toBe(0);

    later(1);
    expect(textOf(cardOf(await save(turn)))).not.toContain(WAIT);
    const file = await direct.database.transaction((store) => store.findCase(stored.caseId));
    expect(file?.talks.find((one) => one.with === 'CHILD')?.words).toBe(TYPED);
  });

  test('on a card that had become old, what was filled in stays, and the same press is as old afterwards', async () => {
    for (let n = 0; n < 5; n++) await look();
    await direct.database.transaction((store) =>
      store.apply([{ in: 'posting', id: stored.cards.CASE.id, set: { page: 'guide' } }]),
    );
    const card = cardOf(await save('an-older-turn'));
    expect(inputsOf(card).find(({ id }) => id === 'words')?.value).toBe(TYPED);
    expect(JSON.stringify(card)).toContain('an-older-turn');
    later(1);
    expect(textOf(cardOf(await save('an-older-turn')))).toContain('Någon annan hann ändra.');
  });

  test('a press that was carried out is answered as before when it comes once more', async () => {
    await look();
    const press = await own();
    const again = () => direct.press(press, 'child.save', KARIN, { words: TYPED, outcome: 'DONE' });
    const first = cardOf(await again());
    const before = await stored.read();
    for (let n = 0; n < 10; n++) expect(cardOf(await again())).toEqual(first);
    expect(await stored.read()).toEqual(before);
  });

  test('a crowd of them leaves one row in the audit and one line in the log each minute, and nothing else', async () => {
    for (let n = 0; n < 5; n++) await look();
    const [rows, acts] = [await audited(KARIN.id), await direct.prisma.seenAct.count()];
    direct.logged.length = 0;
    for (let n = 0; n < 20; n++) await save();
    expect(await audited(KARIN.id)).toBe(rows + 1);
    expect(await direct.prisma.seenAct.count()).toBe(acts);
    expect(direct.logged.map((line) => JSON.parse(line).event)).toEqual(['limit.reached']);
    expect(direct.logged.join()).not.toContain(TYPED);
  });

  test('nobody else is held back, and somebody who may not press learns nothing by pressing too much', async () => {
    for (let n = 0; n < 20; n++) await look(SAMIRA);
    const shown = JSON.stringify(cardOf(await look(SAMIRA)));
    expect(shown).toContain(WAIT);
    for (const words of ['Input.', 'Action.', stored.caseId]) expect(shown).not.toContain(words);
    expect(textOf(cardOf(await look()))).not.toContain(WAIT);
  });

  test('what the program does by itself is never counted: results, what has become due, notifications', async () => {
    for (const kind of ['result', 'due', 'notification'] as const)
      for (let n = 0; n < 20; n++) await direct.dispatch(newAct(kind, 'consent.watch', `${kind}:${n}`));
    expect(await direct.prisma.pace.count()).toBe(0);
    expect(await direct.prisma.audit.count({ where: { outcome: 'tooMuch' } })).toBe(0);
  });
});

test('new cases: the next is not begun, and the card says so', async () => {
  await begin({ cases: { atOnce: 3, everySeconds: 600 } });
  for (let n = 0; n < 6; n++) await direct.type('nytt Västbus', KARIN);
  expect(await direct.prisma.case.count()).toBe(1 + 3);
  const lines = await direct.prisma.posting.findMany({ where: { kind: 'LINE', id: { not: stored.cards.LINE.id } } });
  expect(lines.map(({ line }) => line)).toEqual([{ key: 'err.tooMuch.cases', values: {} }]);
  later(11);
  await direct.type('nytt Västbus', KARIN);
  expect(await direct.prisma.case.count()).toBe(1 + 4);
});

test('messages that come anew: a list that is asked for again and again is not posted, and the button says so', async () => {
  await begin({ posts: { atOnce: 3, everySeconds: 600 } });
  for (let n = 0; n < 3; n++) await direct.type('mina ärenden', KARIN);
  const before = await postings();
  const answer = await direct.press(await own(), 'case.list', KARIN, {});
  expect(textOf(cardOf(answer))).toContain('inget är ändrat eller skickat nu');
  expect(await postings()).toBe(before);
});

test('one act may send many: a limit never cuts a plan in two', async () => {
  await begin({ posts: { atOnce: 1, everySeconds: 600 }, cases: { atOnce: 1, everySeconds: 600 } });
  await direct.type('nytt Västbus', KARIN);
  expect(await direct.prisma.case.count()).toBe(2);
});

test('typed words in a crowd: one sentence a minute in the chat, and the words are read again afterwards', async () => {
  const sandbox = await openSandbox({ limitFactor: 1 });
  const karin = sandbox.as(IN_SANDBOX);
  const said = () => sandbox.sink.messages.filter(({ card }) => textOf(card).includes('många meddelanden'));
  for (let n = 0; n < 50; n++) await karin.type('hjälp');
  await sandbox.sink.until(() => said()[0], 'the sentence');
  expect(sandbox.sink.messages.length).toBeLessThan(50);
  await sandbox.moveClock(new Date(Date.now() + 2 * 60_000).toISOString());
  const count = sandbox.sink.messages.length;
  await karin.type('hjälp');
  await sandbox.sink.until(() => sandbox.sink.messages[count], 'help');
  expect(said()).toHaveLength(1);
  await closeAtRest(sandbox);
}, 60_000);
