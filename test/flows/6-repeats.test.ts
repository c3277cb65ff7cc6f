import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { steps } from '../../bot/steps.ts';
import { type Button, buttonsOf, type CardJson, inputsOf, textOf } from '../support/card-json.ts';
import { dumpDatabase } from '../support/dump-database.ts';
import { KARIN, openSandbox, SAMIRA, type TestSandbox } from '../support/sandbox.ts';
import { beginStory, prepareStory, type Story } from '../support/story.ts';

const JONAS = { ...KARIN, id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Jonas Alm' };
const OLD = 'Det här kortet hade hunnit bli gammalt. Här är det som gäller nu.';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterEach(() => sandbox.moveClock(new Date().toISOString()).catch(() => undefined));
afterAll(() => sandbox?.close());

const buttonOf = (card: CardJson, verb: string) => {
  const button = buttonsOf(card).find((one) => one.verb === verb);
  if (!button) throw new Error(`no button ${verb}`);
  return button;
};
const pressOf = (story: Story, verb: string, filled: Record<string, string> = {}) =>
  story.client.pressed(buttonOf(story.card(), verb), filled);
/** A button of the story's card with another verb than it has. */
const forge = (story: Story, verb: unknown) =>
  ({ ...buttonsOf(story.look())[0], verb, data: { ...buttonsOf(story.card())[0]?.data, verb } }) as never;

describe('the same press again', () => {
  test('twice at once: one effect, and both get the same answer', async () => {
    const story = await prepareStory(sandbox);
    await story.press('preview.open');
    const press = pressOf(story, 'kallelse.send');
    const [one, two] = await Promise.all([story.client.send(press), story.client.send(press)]);
    expect(one).toEqual(two);
    await story.until(/Kallelsen är skickad/);
    expect(await story.events(SAMIRA)).toHaveLength(1);
  });

  test('as Teams repeats: the same id twice, and 30 s later the same press with a new id', async () => {
    const before = sandbox.sink.messages.length;
    await sandbox.as(KARIN).type('hej');
    const help = await sandbox.sink.until(() => sandbox.sink.messages[before], 'help');
    const press = sandbox.as(KARIN).pressed(buttonOf(help.card, 'case.new'), {});
    const answers = [await sandbox.as(KARIN).send(press), await sandbox.as(KARIN).send(press)];
    await sandbox.moveClock(new Date(Date.now() + 30_000).toISOString());
    answers.push(await sandbox.as(KARIN).send({ ...press, id: 'another' }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const later = await beginStory(sandbox);
    expect(later.message).toBe(sandbox.sink.messages[before + 2]);
  });

  test('a typed word that comes twice starts one case', async () => {
    const before = sandbox.sink.messages.length;
    const typed = sandbox.as(KARIN).activity({ type: 'message', text: 'nytt Västbus' });
    await Promise.all([sandbox.as(KARIN).send(typed), sandbox.as(KARIN).send(typed)]);
    await sandbox.sink.until(() => sandbox.sink.messages[before], 'the guide');
    const later = await beginStory(sandbox);
    expect(later.message).toBe(sandbox.sink.messages[before + 1]);
  });
});

describe('an old card', () => {
  test('two different buttons of one page: the second gets the page as it is now, one sentence, and what was typed', async () => {
    const story = await beginStory(sandbox);
    await story.fill('start');
    await story.press('protection.open');
    const page = story.card();
    await story.press('protection.save', { protectedIdentity: 'NO', secretPlace: 'NO' });
    const late = await story.client.press(page, 'protection.back', { protectedIdentity: 'YES' });
    expect(textOf(late)).toContain('Någon annan hann ändra. Här är det senaste. Det du skrev finns kvar.');
    expect(inputsOf(late).map(({ value }) => value)).toEqual(['YES', '']);
    const saved = textOf(await story.client.press(late, 'protection.save', { secretPlace: 'NO' }));
    expect(saved).toContain('Då gör vi det här på papper. Jag skickar ingenting.');
    expect(saved).toContain('Skyddade uppgifter\nBesvarat ✓');
  });

  test('a button without a page of its own: the current card and one sentence', async () => {
    const story = await prepareStory(sandbox);
    await story.press('preview.open');
    const preview = story.card();
    story.look();
    await story.fill('protection', { secretPlace: 'UNKNOWN' });
    const late = await story.client.press(preview, 'kallelse.send');
    expect(textOf(late)).toContain(OLD);
    expect(textOf(late)).toContain('Svar om skyddade uppgifter');
    expect(await story.events(KARIN)).toEqual([]);
  });

  test('a year-old one likewise', async () => {
    const story = await beginStory(sandbox);
    const first = story.card();
    await story.fill('start');
    await sandbox.control('clock', { days: 365 });
    const late = await story.client.press(first, 'start.back', { ageBand: 'A0_5' });
    expect(textOf(late)).toContain('Någon annan hann ändra.');
    await story.client.press(late, 'start.back', { ageBand: 'A6_11' });
    expect(await story.until(/Samtal med barnet/)).toContain('Ifyllt ✓');
  });
});

describe('what no card of ours has', () => {
  test("another's posting: no access, nothing of the case, and its owner's card is as before", async () => {
    const story = await beginStory(sandbox);
    const guide = story.card();
    for (const [verb, filled] of [
      ['start.save', { ageBand: 'A18_20' }],
      ['start.open', {}],
      ['consent1.save', {}],
      ['kallelse.send', {}],
      ['answers.save', { answer: 'DECLINED', reason: 'ILL' }],
      ['move.save', { reason: 'FAMILY', askedBy: 'FAMILY' }],
      ['move.send', { familyAgreed: 'true' }],
      ['cancel.send', {}],
      ['childVoice.save', { participation: 'LETTER', voiceKeeper: 'CONVENER' }],
      ['plan.show', {}],
      ['measure.show', {}],
      ['case.show', {}],
    ] as const) {
      const jonas = sandbox.as(JONAS);
      const answer = await jonas.send(jonas.pressed(forge(story, verb), filled));
      expect(textOf(answer.body?.value ?? {})).toMatch(/Du har inte behörighet|gäller inte längre/);
      expect(JSON.stringify(answer.body)).not.toContain(story.code);
      expect(buttonsOf(answer.body?.value ?? {})).toEqual([]);
    }
    expect(textOf(await story.client.press(guide, 'start.back', { ageBand: 'A12_14' }))).toContain('12–14 år');
  });

  test.each(['nothing.known', 'constructor', '__proto__', 'toString', '', 7, null, { a: 1 }])('an unknown verb: %j', async (verb) => {
    const story = await beginStory(sandbox);
    const answer = await story.client.send(story.client.pressed(forge(story, verb), {}));
    expect(answer.body?.value).toMatchObject({ type: 'AdaptiveCard' });
  });

  test("a verb of the case on a measure's or a list's posting does not turn it", async () => {
    const before = sandbox.sink.messages.length;
    await sandbox.as(KARIN).type('mina ärenden');
    const list = await sandbox.sink.until(() => sandbox.sink.messages[before], 'the list');
    const button = buttonOf(list.card, 'case.new');
    for (const verb of ['start.open', 'child.save', 'plan.show', 'kallelse.send', 'measure.show']) {
      const answer = await sandbox.as(KARIN).send(sandbox.as(KARIN).pressed({ verb, data: { ...button.data, verb } }, {}));
      expect(textOf(answer.body?.value ?? {})).toMatch(/gäller inte längre/);
    }
  });

  test('fields that are not on the page are dropped, __proto__ too', async () => {
    const story = await beginStory(sandbox);
    const press = JSON.parse(JSON.stringify(pressOf(story, 'start.back', { ageBand: 'A12_14' })));
    Object.assign(press.value.action.data, { status: 'PLAN_ACTIVE', convenerId: JONAS.id, safety: 'RESTRICTED', revision: 99 });
    const body = JSON.stringify(press).replace(
      '"status":',
      '"__proto__":{"status":"CLOSED"},"constructor":{"prototype":{"x":1}},"status":',
    );
    const response = await fetch(`${sandbox.botUrl}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    const { value } = (await response.json()) as { value: CardJson };
    expect(textOf(value)).toContain('12–14 år');
    expect(textOf(value)).toContain('Skyddade uppgifter\nInte besvarat');
    expect(({} as Record<string, unknown>).status).toBeUndefined();
  });

  test('any JSON as what a card carries: always a card, never 5xx', async () => {
    const story = await prepareStory(sandbox);
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('\u0000', '\ud800', '\u202e', '{{DATE(2026-01-01, SHORT)}}', 'x'.repeat(5_000), '2026-02-30', '25:00', '[]', '-1'),
    );
    // A verb of any page, or one of the buttons that are there; odd values in the inputs that are there, and some that are not.
    const verb = fc.oneof(fc.constantFrom(...Object.keys(steps.verb).filter((name) => !name.startsWith('case.'))), fc.nat());
    const values = fc.array(fc.option(odd, { nil: undefined }), { minLength: 3, maxLength: 6 });
    const carried = fc.record(
      { extra: fc.dictionary(fc.string({ maxLength: 12 }), odd, { maxKeys: 6 }), posting: odd },
      { requiredKeys: ['extra'] },
    );
    let card = story.card();
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(verb, values, carried, fc.nat(9), async (which, typed, { extra, posting }, tenth) => {
        const buttons = buttonsOf(card) as [Button];
        const { data, verb: name } =
          typeof which === 'number' ? (buttons[which % buttons.length] ?? buttons[0]) : { ...buttons[0], verb: which };
        const inputs = Object.fromEntries(inputsOf(card).map(({ id, value }, n) => [id, typed[n % typed.length] ?? value]));
        const sent = { ...extra, ...inputs, ...data, verb: name, ...(tenth === 0 ? { posting } : {}) };
        const { status, body } = await story.client.send(story.client.pressed({ verb: name, data: sent as never }, {}));
        expect([status, body?.statusCode]).toEqual([200, 200]);
        expect(body?.value).toMatchObject({ type: 'AdaptiveCard' });
        if (buttonsOf(body?.value ?? {}).length > 0) card = body?.value ?? {};
        if (textOf(card).includes('Rätta:')) refused += 1;
      }),
      { seed: 20_260_302, numRuns: 60 },
    );
    expect(refused).toBeGreaterThan(5);
  });

  test.each([
    ['data is no object', (press: Press) => ({ ...press, value: { action: { ...press.value.action, data: 'text' } } })],
    ['data is a list', (press: Press) => ({ ...press, value: { action: { ...press.value.action, data: [1] } } })],
    ['ten thousand keys', (press: Press) => withData(press, Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`k${n}`, 'v'])))],
    ['a long text', (press: Press) => withData(press, { ageBand: 'x'.repeat(200_000) })],
    ['a turn with NUL', (press: Press) => withData(press, { turn: '\u0000' })],
    ['no posting', (press: Press) => withData(press, { posting: undefined })],
  ])('a press where %s', async (_what, change) => {
    const story = await beginStory(sandbox);
    const answer = await story.client.send(change(pressOf(story, 'start.save') as never));
    expect(answer.status).toBe(200);
    expect(answer.body?.value).toMatchObject({ type: 'AdaptiveCard' });
  });

  test('what is too large, too deep or no JSON is refused before anything is looked at', async () => {
    const send = (body: string) =>
      fetch(`${sandbox.botUrl}/api/messages`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    expect((await send('x'.repeat(1_000_000))).status).toBe(413);
    expect((await send(`${'['.repeat(200)}${']'.repeat(200)}`)).status).toBe(400);
    expect((await send('{')).status).toBe(400);
    expect((await send('')).status).toBe(400);
  });
});

test('refusals stand in the audit with who and why, and no name that came from outside', async () => {
  await sandbox.kill();
  const audit = (await dumpDatabase(sandbox.dataDir)).filter(({ table }) => table === 'Audit').map(({ row }) => row);
  const refused = audit.filter(({ actorId, outcome }) => actorId === JONAS.id && outcome === 'noAccess');
  expect(refused.map(({ act }) => act)).toEqual(expect.arrayContaining(['start.save', 'start.open', 'kallelse.send']));
  const names = new Set([...Object.values(steps).flatMap((some) => Object.keys(some)), 'words', 'unknown', 'submitted', 'effect.ended']);
  expect(audit.map(({ act }) => act).filter((act) => !names.has(String(act)))).toEqual([]);
  expect(await sandbox.log()).not.toContain('surprise');
});

type Press = { value: { action: { data: Record<string, unknown> } } };
const withData = (press: Press, data: Record<string, unknown>) => ({
  ...press,
  value: { action: { ...press.value.action, data: { ...press.value.action.data, ...data } } },
});
