/** Who holds a case, who may act in it, and how it ends. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import register from '../../../sandbox/register.json' with { type: 'json' };
import { closeAtRest } from '../../support/at-rest.ts';
import { buttonsOf, type CardJson, inputsOf, textOf } from '../../support/card-json.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { KARIN, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import { dayFromNow } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const colleagues = register.people.filter((one) => one.unitId === 'elevhalsan' && one.id !== KARIN.id);
const [JONAS, MAJA] = colleagues;
if (!JONAS || !MAJA) throw new Error('two colleagues of Karin are needed');

const cardOf = async (someone: { id: string }, story: Story, from: number) =>
  sandbox.sink.until(
    () =>
      sandbox.sink.messages
        .slice(from)
        .findLast(
          ({ conversationId, card }) => conversationId === `chat-${someone.id}` && textOf(card).includes(story.code),
        ),
    `the card in the chat of ${someone.id}`,
  );
const eventsOf = async (story: Story) => story.events(SAMIRA);

async function joined(story: Story, someone = JONAS): Promise<Awaited<ReturnType<typeof cardOf>>> {
  await sandbox.as(someone as typeof KARIN).type('hej');
  const from = sandbox.sink.messages.length;
  await story.press('more.open');
  await story.press('team.open');
  await story.press('team.save', { colleagues: someone?.id ?? '' });
  return cardOf(someone as typeof KARIN, story, from);
}

describe('the team', () => {
  test('2.7: a colleague gets a card of their own and may do what the convener does, except handing over', async () => {
    const story = await caseIn(sandbox, 'prepared');
    const message = await joined(story);
    await story.press('guide.open');
    const jonas = sandbox.as(JONAS as typeof KARIN);
    let card = await jonas.press(message.card, 'check.open');
    card = await jonas.press(card, 'preview.open');
    card = await jonas.press(card, 'kallelse.send');
    expect(textOf(card)).not.toContain('behörighet');
    await story.until(/Kallelsen är skickad/);
    expect(await eventsOf(story)).toHaveLength(1);
    card = await jonas.press((await cardOf(JONAS as typeof KARIN, story, 0)).card, 'more.open');
    const answer = await jonas
      .press(await jonas.press(card, 'moreCase.open'), 'handover.open')
      .then((page) => jonas.press(page, 'handover.save', { to: MAJA?.id ?? '' }));
    expect(textOf(answer)).toContain('Du har inte behörighet');
  });

  test('2.7: whoever is taken out of it has a neutral line and no access', async () => {
    const story = await caseIn(sandbox, 'prepared');
    const message = await joined(story);
    await story.press('guide.open');
    await story.press('more.open');
    await story.press('team.open');
    const before = message.card;
    await story.press('team.save', { colleagues: '' });
    await sandbox.sink.until(() => /Du är inte längre med/.test(textOf(message.card)), 'the neutral line');
    const answer = await sandbox.as(JONAS as typeof KARIN).press(before, 'child.open');
    expect(textOf(answer)).toMatch(/behörighet|inte längre/);
    expect(inputsOf(answer)).toEqual([]);
  });

  test.each([
    ['somebody of another unit', SAMIRA],
    ['a colleague who is not in the team', MAJA],
    ['a guest, who has another id here than at home', { ...KARIN, id: 'cccccccc-0000-4000-8000-000000000077' }],
  ])('2.7: %s gets nothing of the case, whatever is pressed', async (_who, someone) => {
    const story = await caseIn(sandbox, 'prepared');
    for (const button of buttonsOf(story.card())) {
      const stranger = sandbox.as(someone as typeof KARIN);
      const answer = await stranger.send(stranger.pressed(button, {}));
      expect(JSON.stringify(answer.body), button.verb).not.toContain('mamma');
      expect(inputsOf(answer.body?.value ?? {}), button.verb).toEqual([]);
    }
  });
});

describe('handing over', () => {
  test('T7: to a colleague: one holder at a time; the old card is a neutral line, the calendar event stays', async () => {
    const story = await caseIn(sandbox, 'sent');
    const to = colleagues.find((one) => (one as { mayCall?: boolean }).mayCall);
    if (!to) throw new Error('a colleague who may call is needed');
    await sandbox.as(to as typeof KARIN).type('hej');
    const from = sandbox.sink.messages.length;
    await story.press('more.open');
    await story.press('handover.open');
    expect(await story.press('handover.save')).toContain('Välj vem som tar över.');
    expect(await story.press('handover.save', { to: to.id })).toContain(`${story.code} är överlämnat.`);
    const theirs = await cardOf(to as typeof KARIN, story, from);
    expect(textOf(theirs.card)).toContain('Kallelsen är skickad');
    expect(await eventsOf(story)).toHaveLength(1);
    const theirsNow = await sandbox.as(to as typeof KARIN).press(theirs.card, 'more.open');
    const answer = await sandbox.as(to as typeof KARIN).press(theirsNow, 'moreCase.open');
    expect(buttonsOf(answer).map(({ verb }) => verb)).toContain('close.open');
    await sandbox.sink.until(
      () => textOf(story.message.card).includes(`${story.code} är överlämnat.`),
      'the old card is a neutral line',
    );
    expect(buttonsOf(story.message.card)).toEqual([]);
  });

  test('T7: to another unit go the consent and the days of the talks; what else was said does not', async () => {
    const oskar = register.people.find(({ name }) => name === 'Oskar Gran') as unknown as typeof KARIN;
    const story = await caseIn(sandbox, 'prepared', { child: { wordsMayBeShown: false } });
    await sandbox.as(oskar).type('hej');
    const from = sandbox.sink.messages.length;
    await story.press('more.open');
    await story.press('handover.open');
    await story.press('handover.save', { to: oskar.id });
    const theirs = await cardOf(oskar, story, from);
    const client = sandbox.as(oskar);
    const value = (card: typeof theirs.card, id: string) => inputsOf(card).find((one) => one.id === id)?.value ?? '';
    const child = await client.press(theirs.card, 'child.open');
    expect([value(child, 'words'), value(child, 'heldOn')]).toEqual(['', dayFromNow(-1)]);
    const guardian = await client.press(await client.press(child, 'child.back'), 'guardian1.open');
    expect([value(guardian, 'wants'), value(guardian, 'wishes'), value(guardian, 'heldOn')]).toEqual([
      '',
      '',
      dayFromNow(-1),
    ]);
    const guide = await client.press(guardian, 'guardian1.back');
    expect(textOf(await client.press(guide, 'check.open'))).toContain('Nu kan du skicka kallelsen');
  });
});

describe('what was answered at the start changes later on', () => {
  test('2.3, T29: custody changes after the kallelse: who must sign now has not, so the meeting is not opened', async () => {
    const story = await caseIn(sandbox, 'sent', { oneGuardian: true });
    await story.press('more.open');
    await story.press('start.open');
    await story.press('start.save', { guardianTwo: 'FATHER' });
    expect(await story.press('startMore.save')).toContain('Inget mer delas förrän');
    const [event] = await story.events(KARIN);
    await sandbox.moveClock(new Date(Date.parse(`${event?.start.dateTime.slice(0, 19)}Z`) - 10 * 60_000).toISOString());
    expect(await story.until(/Samtycke från pappa\nUnderskrift saknas/)).toContain('Samtycket räcker inte till mötet.');
    expect(story.verbs()).toContain('consent2.open');
    expect(story.verbs()).not.toContain('meeting.open');
    // Nor by a button from before.
    expect(await story.pressUnshown('meeting.open')).toContain('Samtycket gäller inte längre');
    expect((await fileOf(sandbox, story)).case.status).toBe('INVITED');
  });
});

test('T24: when the goals are met the plan is closed, and the measures in the channel say nothing more', async () => {
  const story = await caseIn(sandbox, 'locked');
  await story.until(/Åtgärder/);
  await story.press('more.open');
  await story.press('close.open');
  await story.press('close.save', { reason: 'GOALS_MET', familyInformed: 'YES' });
  const standing = () =>
    sandbox.sink.messages.filter(({ card }) => textOf(card).startsWith('Åtgärd') && textOf(card).includes(story.code));
  await expect
    .poll(() => standing().flatMap(({ card }) => buttonsOf(card).filter(({ verb }) => verb === 'measure.done')), {
      timeout: 15_000,
    })
    .toEqual([]);
  expect(standing().map(({ card }) => textOf(card).includes('Följs inte längre här.'))).toEqual([true, true]);
});

describe('the end', () => {
  test('T24, T6: a reason, and whether the family knows, or it is not closed', async () => {
    const story = await caseIn(sandbox, 'started');
    await story.press('more.open');
    await story.press('close.open');
    expect(await story.press('close.save', { reason: 'NO_NEED' })).toContain('Svara ja eller nej.');
    expect(await story.press('close.save', { reason: '', familyInformed: 'YES' })).toContain(
      'Välj varför ärendet avslutas.',
    );
    expect(await story.press('close.save', { reason: 'NO_NEED', familyInformed: 'YES' })).toContain(
      'Ärendet är avslutat.',
    );
  });

  test('T32: a closed case is never opened again; a new one points to its code, with nothing of what was said', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('more.open');
    await story.press('close.open');
    await story.press('close.save', { reason: 'FAMILY_ENDS', familyInformed: 'YES' });
    const from = sandbox.sink.messages.length;
    const code = /Ett nytt ärende är öppnat: (\S+)\./.exec(await story.press('case.follow'))?.[1];
    const anew = await sandbox.sink.until(
      () => sandbox.sink.messages.slice(from).find(({ card }) => textOf(card).includes(`${code}`)),
      'the new case',
    );
    const guide = await sandbox.as(KARIN).press(anew.card, 'start.back');
    expect(textOf(guide)).toContain(`Fortsätter efter ${story.code}.`);
    expect(textOf(guide)).toContain('Samtal med barnet\nInte registrerat');
  });

  test('T24, scenario 21: closed with a meeting ahead, the event goes, the measures say nothing, and time changes nothing more', async () => {
    const story = await caseIn(sandbox, 'sent');
    await story.press('more.open');
    await story.press('close.open');
    await story.press('close.save', { reason: 'FAMILY_ENDS', familyInformed: 'NO' });
    await story.until(/Ärendet är avslutat/);
    await expect
      .poll(
        async () => (await eventsOf(story)).filter((event) => !(event as { isCancelled?: boolean }).isCancelled).length,
      )
      .toBe(0);
    const before = sandbox.sink.messages.length;
    await sandbox.control('clock', { days: 365 });
    await sandbox.as(KARIN).type('hjälp');
    await sandbox.sink.until(() => sandbox.sink.messages.length > before, 'the help card');
    expect(sandbox.sink.messages.slice(before).every(({ card }) => !textOf(card).includes(story.code))).toBe(true);
  });
});

test('T1: a colleague in the team who may not call begins no case out of this one either', async () => {
  const story = await caseIn(sandbox, 'started');
  const message = await joined(story, MAJA);
  const maja = sandbox.as(MAJA as typeof KARIN);
  const more = await maja.press(await maja.press(message.card, 'more.open'), 'moreCase.open');
  expect(buttonsOf(more).map(({ verb }) => verb)).not.toContain('sibling.new');
  await story.press('guide.open');
  await story.press('more.open');
  await story.press('moreCase.open');
  const button = buttonsOf(story.card()).find(({ verb }) => verb === 'sibling.new');
  const theirs = buttonsOf(more).find(({ verb }) => verb === 'team.open');
  if (!button || !theirs) throw new Error('the buttons under "Mer …" are needed');
  const answer = await maja.send(
    maja.pressed({ verb: 'sibling.new', data: { ...theirs.data, verb: 'sibling.new' } }, {}),
  );
  expect(textOf(answer.body?.value ?? {})).toContain('Du har inte behörighet');
});

test('siblings: a case and a code of its own, and both say the other’s', async () => {
  const story = await caseIn(sandbox, 'started');
  await story.press('more.open');
  const code = /Syskonets ärende är öppnat: (\S+)\./.exec(await story.press('sibling.new'))?.[1] ?? '';
  expect(code).not.toBe(story.code);
  expect(await story.press('guide.open')).toContain(`Syskonets ärende: ${code}.`);
  expect(await story.press('more.open')).not.toContain('Syskon\n');
});

test('"mina ärenden" shows eight at a time, and "Visa fler" the next', async () => {
  const client = sandbox.as(JONAS as typeof KARIN);
  for (let n = 0; n < 9; n += 1) await client.type('nytt Västbus');
  const from = sandbox.sink.messages.length;
  await client.type('mina ärenden');
  const isList = ({ card }: { card: CardJson }) => textOf(card).startsWith('Mina ärenden');
  const list = await sandbox.sink.until(() => sandbox.sink.messages.slice(from).find(isList), 'the list');
  const shown = (card: CardJson) => buttonsOf(card).filter(({ verb }) => verb === 'case.show').length;
  expect(shown(list.card)).toBe(8);
  // What tells cases apart without a name; nothing of it is filled in here but the unit.
  expect(textOf(list.card)).toMatch(/[A-Z0-9]{3}-[A-Z0-9]{3}\*\*\nElevhälsan\nFyll i starten/);
  const next = await client.press(list.card, 'cases.more');
  expect(shown(next)).toBeGreaterThan(0);
  expect(buttonsOf(next).map(({ verb }) => verb)).toContain('case.new');
  const rows = new Set([...textOf(list.card).matchAll(/[A-Z0-9]{3}-[A-Z0-9]{3}/g)].map(([code]) => code));
  expect([...textOf(next).matchAll(/[A-Z0-9]{3}-[A-Z0-9]{3}/g)].every(([code]) => !rows.has(code))).toBe(true);
});

test('"mina ärenden" tells two cases apart without a name: unit and guardians stand, the age is for the one who presses', async () => {
  const story = await caseIn(sandbox, 'prepared');
  const from = sandbox.sink.messages.length;
  await story.client.type('mina ärenden');
  const isList = ({ card }: { card: CardJson }) => textOf(card).startsWith('Mina ärenden');
  const list = await sandbox.sink.until(() => sandbox.sink.messages.slice(from).find(isList), 'the list');
  const rowIn = (card: CardJson) => textOf(card).split(story.code)[1]?.split('\n')[1];
  expect(rowIn(list.card)).toBe('Elevhälsan · 2 vårdnadshavare');
  const pressed = await story.client.press(list.card, 'cases.ages');
  expect(rowIn(pressed)).toBe('Elevhälsan · 2 vårdnadshavare · 6–11 år');
  expect(textOf(await sandbox.as(JONAS as typeof KARIN).press(list.card, 'cases.ages'))).not.toContain('6–11 år');
  expect(textOf(list.card)).not.toContain('6–11 år');
});
