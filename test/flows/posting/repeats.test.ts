import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { steps } from '../../../bot/steps.ts';
import { backToToday, closeAtRest, comeToRest, storedRows } from '../../support/at-rest.ts';
import { type Button, buttonsOf, type CardJson, inputsOf, textOf } from '../../support/card-json.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { KARIN, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import { beginStory, prepareStory, type Story } from '../../support/story.ts';
import { type InvokeAnswer, teamsClient } from '../../support/teams-client.ts';

const JONAS = { ...KARIN, id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Jonas Alm' };
const OLD = 'Det här kortet hade hunnit bli gammalt. Här är det som gäller nu.';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterEach(() => backToToday(sandbox));
afterAll(() => closeAtRest(sandbox));

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
    const story = await caseIn(sandbox, 'prepared');
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
    await sandbox.sink.until(() => sandbox.sink.messages[before + 1], 'the case that was begun');
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
  test('of a program whose fields did not name their page is read all the same; from a newer one it is the same press', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('protection.open');
    const ids = inputsOf(story.card()).map(({ sentAs }) => sentAs);
    expect(ids).toEqual(['protection.protectedIdentity', 'protection.secretPlace']);
    const plain = { protectedIdentity: 'NO', secretPlace: 'UNKNOWN' };
    const answer = await story.client.send(pressOf(story, 'protection.save', plain));
    expect((await fileOf(sandbox, story)).case.safety).toBe('UNKNOWN');
    const named = Object.fromEntries(Object.entries(plain).map(([id, value]) => [`protection.${id}`, value]));
    expect(await story.client.send(pressOf(story, 'protection.save', named))).toEqual(answer);
  });

  test('two different buttons of one page: the second gets the page as it is now, one sentence, and what was typed', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('protection.open');
    const page = story.card();
    await story.press('protection.save', { protectedIdentity: 'NO', secretPlace: 'NO' });
    const late = await story.client.press(page, 'protection.back', { protectedIdentity: 'YES' });
    expect(textOf(late)).toContain('Någon annan hann ändra. Här är det senaste. Det du skrev finns kvar.');
    expect(inputsOf(late).map(({ value }) => value)).toEqual(['YES', '']);
    const saved = textOf(await story.client.press(late, 'protection.save', { secretPlace: 'NO' }));
    expect(saved).toContain('Då gör vi det här på papper. Jag skickar ingenting.');
    expect(saved).toContain('· på papper');
  });

  test('a button without a page of its own: the current card and one sentence', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('preview.open');
    const preview = story.card();
    story.look();
    await story.fill('protection', { secretPlace: 'UNKNOWN' });
    const late = await story.client.press(preview, 'kallelse.send');
    expect(textOf(late)).toContain(OLD);
    expect(textOf(late)).toContain('Svar om skyddade uppgifter');
    expect(await story.events(KARIN)).toEqual([]);
  });

  test('fault 6: a year-old one, whichever button: the current card and a sentence, and nothing is changed', async () => {
    const story = await beginStory(sandbox);
    const cards: [CardJson, string, Record<string, string>][] = [];
    const keep = (verb: string, filled = {}) => cards.push([story.card(), verb, filled]);
    keep('start.back', { ageBand: 'A0_5' });
    await story.fill('start');
    for (const [page, filled] of [
      ['guardian1', { informed: 'true' }],
      ['child', { outcome: 'DONE' }],
      ['protection', { protectedIdentity: 'YES' }],
    ] as const) {
      await story.press(`${page}.open`);
      keep(`${page}.save`, filled);
      await story.press(`${page}.back`);
    }
    // A card that is still on its way would be drawn as the page that an old button turns to.
    await comeToRest(sandbox);
    await sandbox.control('clock', { days: 365 });
    for (const [card, verb, filled] of cards) {
      const late = await story.client.press(card, verb, filled);
      expect(textOf(late), verb).toContain('Någon annan hann ändra.');
      expect(textOf(late), verb).toContain(story.code);
      expect(buttonsOf(late)[0]?.data.turn, verb).not.toBe(buttonsOf(card)[0]?.data.turn);
    }
    await story.until(/Skyddade uppgifter\nInte besvarat/);
    await story.press('protection.open');
    const now = await story.press('protection.back');
    for (const line of ['6–11 år', 'Skyddade uppgifter\nInte besvarat']) expect(now).toContain(line);
  });

  test('fault 5: presses from the whole preparation, out of order and some at once: a card each, nothing lost and nothing doubled', async () => {
    const bodies: unknown[] = [];
    const as: TestSandbox['as'] = (someone, place) => {
      const between = (body: unknown, send: () => Promise<InvokeAnswer>) => {
        bodies.push(body);
        return send();
      };
      return teamsClient({
        botUrl: sandbox.botUrl,
        serviceUrl: sandbox.sink.serviceUrl,
        someone,
        between,
        ...(place ? { place } : {}),
      });
    };
    const story = await prepareStory({ ...sandbox, as });
    const before = await story.press('preview.open');
    const old = bodies.filter((body): body is Press => (body as { type: string }).type === 'invoke');
    expect(old.length).toBeGreaterThan(20);
    // The same press again is a repeat; with another answer, or the page's other button, it is an old card.
    const changed = fc.constantFrom(
      (press: Press) => press,
      (press: Press) => withData(press, { heldOn: '', secretPlace: 'UNKNOWN', validMonths: '3', who_1: 'NONE' }),
      (press: Press) => withVerb(press, String(press.value.action.data.verb).replace('.save', '.back')),
    );
    const shuffle = fc.tuple(
      fc.shuffledSubarray(old, { minLength: 8, maxLength: 16 }),
      fc.array(changed, { minLength: 16, maxLength: 16 }),
      fc.integer({ min: 1, max: 4 }),
    );
    for (const [presses, changes, atOnce] of fc.sample(shuffle, { seed: 5, numRuns: 6 })) {
      const shuffled = presses.map((press, n) => changes[n]?.(press) ?? press);
      for (let n = 0; n < shuffled.length; n += atOnce) {
        for (const { status, body } of await Promise.all(
          shuffled.slice(n, n + atOnce).map((press) => sandbox.as(KARIN).send(press)),
        ))
          expect([status, body?.statusCode, body?.value.type]).toEqual([200, 200, 'AdaptiveCard']);
      }
    }
    story.look();
    expect(await story.press('preview.open')).toBe(before);
    expect(await story.events(KARIN)).toEqual([]);
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

  test.each(['nothing.known', 'constructor', '__proto__', 'toString', '', 7, null, { a: 1 }])(
    'an unknown verb: %j',
    async (verb) => {
      const story = await beginStory(sandbox);
      const answer = await story.client.send(story.client.pressed(forge(story, verb), {}));
      expect(answer.body?.value).toMatchObject({ type: 'AdaptiveCard' });
    },
  );

  test("a verb of the case on a measure's or a list's posting does not turn it", async () => {
    const before = sandbox.sink.messages.length;
    await sandbox.as(KARIN).type('mina ärenden');
    const list = await sandbox.sink.until(() => sandbox.sink.messages[before], 'the list');
    const button = buttonOf(list.card, 'case.new');
    for (const verb of ['start.open', 'child.save', 'plan.show', 'kallelse.send', 'measure.show']) {
      const answer = await sandbox
        .as(KARIN)
        .send(sandbox.as(KARIN).pressed({ verb, data: { ...button.data, verb } }, {}));
      expect(textOf(answer.body?.value ?? {})).toMatch(/gäller inte längre/);
    }
  });

  test('fields that are not on the page are dropped, __proto__ too', async () => {
    const story = await beginStory(sandbox);
    const press = JSON.parse(JSON.stringify(pressOf(story, 'start.back', { ageBand: 'A12_14' })));
    Object.assign(press.value.action.data, {
      status: 'PLAN_ACTIVE',
      convenerId: JONAS.id,
      safety: 'RESTRICTED',
      revision: 99,
    });
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

  test('fault 36: any JSON as what a card carries: always a card, never 5xx', async () => {
    const story = await caseIn(sandbox, 'prepared');
    const odd = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '\u0000',
        '\ud800',
        '\u202e',
        '{{DATE(2026-01-01, SHORT)}}',
        'x'.repeat(5_000),
        '2026-02-30',
        '25:00',
        '[]',
        '-1',
      ),
    );
    // A verb of any page, or one of the buttons that are there; odd values in the inputs that are there, and some that
    // are not.
    const verb = fc.oneof(
      fc.constantFrom(...Object.keys(steps.verb).filter((name) => !name.startsWith('case.'))),
      fc.nat(),
    );
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
        const inputs = Object.fromEntries(
          inputsOf(card).map(({ sentAs, value }, n) => [sentAs, typed[n % typed.length] ?? value]),
        );
        const sent = { ...extra, ...inputs, ...data, verb: name, ...(tenth === 0 ? { posting } : {}) };
        const { status, body } = await story.client.send(story.client.pressed({ verb: name, data: sent as never }, {}));
        expect([status, body?.statusCode]).toEqual([200, 200]);
        expect(body?.value).toMatchObject({ type: 'AdaptiveCard' });
        if (buttonsOf(body?.value ?? {}).length > 0) card = body?.value ?? {};
        if (textOf(card).includes('Rätta:')) refused += 1;
      }),
      { seed: 20_260_302, numRuns: 100 },
    );
    expect(refused).toBeGreaterThan(5);
  });

  test('fault 36: every verb with what no person can type: a card with a sentence, and nothing of it is stored in the open', {
    timeout: 180_000,
  }, async () => {
    const story = await caseIn(sandbox, 'prepared');
    const ids = [
      'ageBand',
      'words',
      'childGoal',
      'what',
      'goal',
      'who',
      'who_0',
      'otherMail',
      'heldOn',
      'signedOn',
      'parties',
      'scopes',
      'slot',
      'date',
    ];
    ids.push(
      'clock',
      'place',
      'to',
      'reason',
      'givenBy',
      'colleagues',
      'measure',
      'role',
      'reference',
      'originalLocation',
      'principal',
      'child',
      'p_0',
    );
    const everywhere = (value: unknown) => Object.fromEntries(ids.map((id) => [id, value]));
    const deep = (depth: number): unknown =>
      depth === 0 ? MARK : depth % 2 ? [deep(depth - 1)] : { [MARK]: deep(depth - 1) };
    const odd: Record<string, unknown>[] = [
      everywhere(deep(50)),
      everywhere(`${MARK}\u0000\u0007`),
      everywhere(`\ud800${MARK}\udfff`),
      everywhere(`\u202e${MARK}\u2066`),
      { ...everywhere([MARK, null, { a: 1 }]), posting2: MARK },
      { big: MARK.repeat(10_000), ...everywhere(MARK.repeat(300)) },
      Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`${MARK}${n}`, n])),
      JSON.parse(
        `{"__proto__":{"x":"${MARK}"},"constructor":{"prototype":{"x":"${MARK}"}},"toString":"${MARK}","hasOwnProperty":1}`,
      ),
      everywhere(1e308),
    ];
    // Those that need no answer and end the preparation come last.
    const isEnd = (verb: string) => verb === 'kallelse.send' || verb.endsWith('.refused');
    const verbs = Object.keys(steps.verb);
    for (const [n, verb] of [...verbs.filter((one) => !isEnd(one)), ...verbs.filter(isEnd)].entries()) {
      for (const more of [odd[n % odd.length], odd[(n * 5 + 3) % odd.length]]) {
        const now = buttonsOf(story.card())[0]?.data;
        const { status, body } = await story.client.send(
          story.client.pressed({ verb, data: { ...more, ...now, verb } as never }, {}),
        );
        expect([status, body?.statusCode, body?.value.type], verb).toEqual([200, 200, 'AdaptiveCard']);
        expect(textOf(body?.value ?? {}).length, verb).toBeGreaterThan(10);
        if (buttonsOf(body?.value ?? {}).some(({ data }) => data.posting === now?.posting))
          story.take(body?.value ?? {});
      }
    }
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect((await fetch(`${sandbox.botUrl}/healthz`)).status).toBe(200);
  });

  test.each([
    ['data is no object', (press: Press) => ({ ...press, value: { action: { ...press.value.action, data: 'text' } } })],
    ['data is a list', (press: Press) => ({ ...press, value: { action: { ...press.value.action, data: [1] } } })],
    [
      'ten thousand keys',
      (press: Press) => withData(press, Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`k${n}`, 'v']))),
    ],
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
      fetch(`${sandbox.botUrl}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      });
    expect((await send('x'.repeat(1_000_000))).status).toBe(413);
    expect((await send(`${'['.repeat(200)}${']'.repeat(200)}`)).status).toBe(400);
    expect((await send('{')).status).toBe(400);
    expect((await send('')).status).toBe(400);
  });
});

test('refusals stand in the audit with who and why, and no name that came from outside', async () => {
  const rows = await storedRows(sandbox);
  // fault 36: what no card asks for is nowhere; what a person may type is sealed.
  expect(rows.filter(({ text }) => text.includes(MARK)).map(({ table }) => table)).toEqual([]);
  const audit = rows.filter(({ table }) => table === 'Audit').map(({ row }) => row);
  const refused = audit.filter(({ actorId, outcome }) => actorId === JONAS.id && outcome === 'noAccess');
  expect(refused.map(({ act }) => act)).toEqual(expect.arrayContaining(['start.save', 'start.open', 'kallelse.send']));
  const names = new Set([
    ...Object.values(steps).flatMap((some) => Object.keys(some)),
    'words',
    'unknown',
    'submitted',
    'effect.ended',
  ]);
  expect(audit.map(({ act }) => act).filter((act) => !names.has(String(act)))).toEqual([]);
  expect(await sandbox.log()).not.toContain('surprise');
});

type Press = { value: { action: { data: Record<string, unknown> } } };
/** In everything that does not belong. */
const MARK = 'HÖRINTEHIT';
const withVerb = (press: Press, verb: string): Press => {
  const { action } = press.value;
  return { ...press, value: { action: { ...action, verb, data: { ...action.data, verb } } } } as Press;
};
const withData = (press: Press, data: Record<string, unknown>) => ({
  ...press,
  value: { action: { ...press.value.action, data: { ...press.value.action.data, ...data } } },
});
