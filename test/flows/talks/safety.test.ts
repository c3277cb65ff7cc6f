import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import register from '../../../sandbox/register.json' with { type: 'json' };
import { backToToday, breakGraph, closeAtRest, storedRows } from '../../support/at-rest.ts';
import { buttonsOf, mainOf, textOf } from '../../support/card-json.ts';
import { caseIn, fileOf } from '../../support/prepared.ts';
import { KARIN, LENA, openSandbox, SAMIRA, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';
import { dayFromNow, measureMessage, WORDS } from '../../support/trip.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const JONAS = register.people.find(({ unitId, id }) => unitId === KARIN.unitId && id !== KARIN.id) ?? KARIN;

const ON_PAPER = 'Då gör vi det här på papper. Jag skickar ingenting.';
/** What stands for everybody who can see the chat: not a word about why. */
const STANDING = 'Det här ärendet sköts på papper. Prata med din chef.';

/** On paper only the questions stand under "Mer …". */
async function toProtection(story: Story): Promise<string> {
  if (!story.verbs().includes('protection.open')) await story.press('more.open');
  return story.press('protection.open');
}

/** Out of restricted mode, by a manager's decision; then the two questions anew. */
async function openAgain(story: Story): Promise<string> {
  await toProtection(story);
  await story.press('lift.open');
  await story.press('lift.save', { role: 'UNIT_MANAGER', decidedOn: dayFromNow(0), reference: 'Dnr 2026/77' });
  return story.press('protection.save', { protectedIdentity: 'NO', secretPlace: 'NO' });
}

/** The two questions, once the kallelse has been sent. */
async function answerSafety(story: Story, answers: Record<string, string>, verb = 'protection.save'): Promise<string> {
  await story.press('more.open');
  await story.press('protection.open');
  return story.press(verb, answers);
}

type Event = { subject: string; isCancelled: boolean };
const live = async (story: Story, owner: { id: string }): Promise<Event[]> => {
  const { body } = await sandbox.graph('GET', `/users/${owner.id}/events?$top=999`);
  return (body.value as Event[]).filter(({ subject, isCancelled }) => subject.includes(story.code) && !isCancelled);
};

/** The cancelling comes after the commit: seen in the calendars. */
async function cancelled(story: Story): Promise<void> {
  const isOver = async () => (await live(story, SAMIRA)).length === 0 && (await live(story, KARIN)).length === 0;
  for (let tries = 0; tries < 200 && !(await isOver()); tries += 1) await story.client.type('hjälp');
  expect(await isOver()).toBe(true);
}

/** What was asked of Graph about an event after it was cancelled, and what the cancelling said. */
async function afterCancelling(eventId: string) {
  const asked = (await sandbox.outbound()).filter(
    ({ to, url }) => to === 'graph' && decodeURIComponent(url).includes(eventId),
  );
  const at = asked.findIndex(({ url }) => url.endsWith('/cancel'));
  return { said: Object.values((asked[at]?.body ?? {}) as object), asked: asked.slice(at + 1) };
}

describe('before the kallelse', () => {
  test('SoL on skyddat boende: on paper only at once, and the other guardian stands nowhere: not as missing, not to be asked or rung', async () => {
    const story = await caseIn(sandbox, 'started', { case: { guardianTwo: 'UNKNOWN' } });
    await story.fill('guardian1', { present: 'GUARDIAN_1' });
    expect(await story.fill('protection', { secretPlace: 'SHELTER' })).toContain(ON_PAPER);
    const other = /pappa|andra vårdnadshavar|vårdnadshavare 2|mamma/i;
    for (const verb of ['guide.open', 'check.open', 'guide.open', 'more.open', 'print.open']) {
      if (story.verbs().includes(verb)) await story.press(verb);
      expect(story.text(), verb).not.toMatch(other);
      for (const named of story.verbs()) expect(named).not.toMatch(/^(guardian|consent)[12]/);
    }
    // Which answer led there is not kept.
    expect((await fileOf(sandbox, story)).case).toMatchObject({ safety: 'RESTRICTED', placement: 'NO' });
  });

  test.each([
    ['B3', { protectedIdentity: 'UNKNOWN', secretPlace: 'NO' }],
    ['B4', { protectedIdentity: 'NO', secretPlace: 'UNKNOWN' }],
  ])('%s: "vet inte" is fine until the kallelse, and stops it', async (_row, answers) => {
    const story = await caseIn(sandbox, 'prepared', { case: { safety: null } });
    await story.fill('protection', answers);
    expect(await story.press('preview.open')).toContain('Det här saknas:\nSvar om skyddade uppgifter');
    expect(story.verbs()).not.toContain('kallelse.send');
    await story.fill('protection');
    expect(await story.press('preview.open')).not.toContain('Det här saknas:');
  });

  test('T27, E: on paper only: the one who pressed is told what to follow, what stands says only that, and printing is the main thing', async () => {
    const begun = await caseIn(sandbox, 'started');
    expect(await begun.fill('protection', { protectedIdentity: 'YES' })).toContain(ON_PAPER);
    const story = await caseIn(sandbox, 'prepared');
    const said = await story.fill('protection', { secretPlace: 'THREAT' });
    expect(said.split('\n')[1]).toContain(ON_PAPER);
    expect((await story.until(/på papper/)).split('\n')[1]).toBe(STANDING);
    expect(story.text()).not.toContain('rutin');
    expect(mainOf(story.card())).toEqual(['print.paper-pack']);
    const before = sandbox.sink.messages.length;
    await story.client.type('mina ärenden');
    const overview = await sandbox.sink.until(() => sandbox.sink.messages[before], 'the list of cases');
    const list = textOf(overview.card);
    expect(list).toContain(STANDING);
    expect(list).not.toContain('rutin');
  });

  test('T27, E: nothing on the cards leads to a guardian while it is on paper, and everything is there again afterwards', async () => {
    const story = await caseIn(sandbox, 'prepared');
    const guardians = (verbs: string[]) => verbs.filter((verb) => /^(guardian|consent)[12]\./.test(verb));
    expect(guardians(story.verbs())).toHaveLength(4);
    const said = await story.fill('protection', { secretPlace: 'THREAT' });
    expect(guardians(story.verbs())).toEqual([]);
    expect(said).not.toMatch(/mamma|pappa/);
    expect(story.verbs()).not.toContain('check.open');
    expect(await story.press('print.open')).not.toMatch(/vårdnadshavare|Inbjudan till familjen/);
    await story.press('guide.open');
    await openAgain(story);
    expect(guardians(story.verbs())).toHaveLength(4);
  });

  test('safety is asked on the first page: a threat there sends the case to paper, and what stands does not say what was answered', async () => {
    const story = await caseIn(sandbox, 'started', { case: { safety: null } });
    await story.press('start.open');
    expect(story.input('protectedIdentity')).toBeDefined();
    await story.press('start.save', { ageBand: 'A6_11', protectedIdentity: 'NO', secretPlace: 'PLACE_ORALLY' });
    expect((await fileOf(sandbox, story)).case.safety).toBe('PLACE_ORALLY');
    await story.press('startMore.back');
    if (!story.verbs().includes('start.save')) await story.press('start.open');
    expect(await story.press('start.save', { secretPlace: 'THREAT' })).toContain(ON_PAPER);
    expect(story.verbs()).toContain('print.paper-pack');
    // No answer there opens it again.
    await story.press('more.open');
    await story.press('start.open');
    expect(story.input('protectedIdentity')).toBeUndefined();
  });

  test('on paper only is a page of its own: what to print in order, whom to ring with name and number, what is stored; nothing to fill in, nothing "not yet"', async () => {
    const story = await caseIn(sandbox, 'prepared');
    const said = await story.fill('protection', { secretPlace: 'THREAT' });
    const at = ['1. Samtalen', '2. Samtycket', '3. Kallelsen', '4. Mötet', 'Ring', 'sparat'].map((word) =>
      said.indexOf(word, said.indexOf('1. Samtalen')),
    );
    expect(at.every((place, n) => place >= 0 && place > (at[n - 1] ?? -1))).toBe(true);
    expect(said).toMatch(/Din chef(.|\n)*112/);
    const rung = register.people.find(({ id }) => id === SAMIRA.id);
    expect(said).toContain(`${rung?.name}, ${rung?.role}, `);
    expect(said).toMatch(/Samira[^\n]*, 0[\d -]+/);
    expect(said).not.toMatch(/Fyll i|\bän\b|Inte valt|saknas/);
    // What stands for everybody who sees the chat has no name.
    await story.until(/på papper/);
    expect(story.text()).not.toContain(rung?.name ?? '?');
    expect(story.text()).toContain('Det här är sparat');
    // One press to the papers.
    expect(await story.press('print.paper-pack')).toContain('Klart att öppna: Alla papper.');
  });

  test('a case on paper that is closed keeps nothing of what was gathered but the signed consents; one that is not keeps its history', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.fill('protection', { secretPlace: 'THREAT' });
    expect((await fileOf(sandbox, story)).talks).not.toEqual([]);
    await story.press('close.open');
    await story.press('close.save', { reason: 'FAMILY_ENDS', familyInformed: 'YES' });
    const { case: row, talks, participants } = await fileOf(sandbox, story);
    expect(row).toMatchObject({ status: 'CLOSED', closeReason: 'FAMILY_ENDS', childAble: null, placement: null });
    expect([talks, participants]).toEqual([[], []]);
    const other = await caseIn(sandbox, 'prepared');
    await other.press('more.open');
    await other.press('close.open');
    await other.press('close.save', { reason: 'FAMILY_ENDS', familyInformed: 'YES' });
    expect((await fileOf(sandbox, other)).talks).not.toEqual([]);
  });

  test('T27, E: two no do not open it again, nor a page that was open before; only a decision with role, day and reference does', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('protection.open');
    const open = story.card();
    await story.press('protection.save', { secretPlace: 'THREAT' });
    await toProtection(story);
    expect(story.input('protectedIdentity')).toBeUndefined();
    expect(story.verbs()).not.toContain('protection.save');
    const no = { protectedIdentity: 'NO', secretPlace: 'NO' };
    const late = await story.client.press(open, 'protection.save', no);
    expect(textOf(late)).toContain(STANDING);
    story.look();
    await toProtection(story);
    await story.press('lift.open');
    expect(await story.press('lift.save', { role: 'UNIT_MANAGER' })).toContain('Fyll i dagen för beslutet.');
    expect(
      await story.press('lift.save', { role: 'UNIT_MANAGER', decidedOn: dayFromNow(2), reference: 'Dnr 1' }),
    ).not.toContain('Har någon');
    await story.press('lift.save', { role: 'UNIT_MANAGER', decidedOn: dayFromNow(0), reference: 'Dnr 2026/77' });
    expect(story.input('protectedIdentity')?.value).toBe('');
    // The questions are asked anew, and until they are nothing can be sent.
    await story.press('protection.back', {});
    expect(await story.press('preview.open')).toContain('Det här saknas:\nSvar om skyddade uppgifter');
    await story.fill('protection');
    expect(await story.press('preview.open')).not.toContain('Det här saknas:');
  });

  test('T27, E: a colleague whose page was open before the case went to paper does not open it either', async () => {
    const story = await caseIn(sandbox, 'prepared');
    const client = sandbox.as(JONAS);
    await client.type('hej');
    const before = sandbox.sink.messages.length;
    await story.press('more.open');
    await story.press('team.open');
    await story.press('team.save', { colleagues: JONAS.id });
    const theirs = await sandbox.sink.until(
      () =>
        sandbox.sink.messages
          .slice(before)
          .find(
            ({ conversationId, card }) => conversationId === `chat-${JONAS.id}` && textOf(card).includes(story.code),
          ),
      'the card of the colleague',
    );
    await story.press('guide.open');
    const page = await client.press(theirs.card, 'protection.open');
    await story.fill('protection', { secretPlace: 'THREAT' });
    const answer = textOf(await client.press(page, 'protection.save', { protectedIdentity: 'NO', secretPlace: 'NO' }));
    expect(answer).toContain(STANDING);
    expect(answer).toContain('Bara en chef');
  });
});

describe('after the kallelse', () => {
  afterEach(() => sandbox.control('faults', { failAfterDoing: false }));

  test('T27: called off neutrally, nothing more is asked of any calendar, and it can be called anew', async () => {
    const story = await caseIn(sandbox, 'sent');
    const other = await caseIn(sandbox, 'sent');
    const [event] = await story.events(KARIN);
    expect(await answerSafety(story, { protectedIdentity: 'YES' })).toContain(ON_PAPER);
    expect(story.verbs()).toContain('print.open');
    expect(await story.events(LENA)).toHaveLength(1);
    await cancelled(story);
    expect(await live(story, LENA)).toEqual([]);
    // The other case hears of its answer after this one has heard of its cancelled event.
    const [others] = await other.events(SAMIRA);
    await sandbox.graph('POST', `/users/${SAMIRA.id}/events/${others?.id}/accept`, { sendResponse: true });
    await other.until(/Individ- och familjeomsorgen\nJa/);
    await sandbox.moveClock(new Date(Date.now() + 30 * 60_000).toISOString());
    await backToToday(sandbox);
    expect(await afterCancelling(event?.id ?? '')).toEqual({ said: ['Mötet är inställt.'], asked: [] });

    expect(await openAgain(story)).not.toContain(ON_PAPER);
    await story.fill('invite');
    await story.fill('time');
    await story.fill('family');
    await story.press('preview.open');
    await story.press('kallelse.send');
    await story.until(/Kallelsen är skickad/);
    expect(await live(story, SAMIRA)).toHaveLength(1);
  });

  test('T27: while the kallelse is on its way: nothing of it is left in a calendar', async () => {
    const story = await caseIn(sandbox, 'prepared');
    await story.press('preview.open');
    await breakGraph(sandbox, { failAfterDoing: true });
    await story.press('kallelse.send');
    await story.until(/inte\*\* skickad/);
    expect(await answerSafety(story, { secretPlace: 'THREAT' })).toContain(ON_PAPER);
    await sandbox.control('faults', { failAfterDoing: false });
    await cancelled(story);
    expect(await live(story, LENA)).toEqual([]);
  });

  test('"Tillbaka" changes nothing: a meeting is called off with "Spara" only', async () => {
    const story = await caseIn(sandbox, 'sent');
    expect(await answerSafety(story, { protectedIdentity: 'YES' }, 'protection.back')).toContain(
      'Kallelsen är skickad',
    );
    expect(story.text()).not.toContain(ON_PAPER);
  });

  test('B4, E: the place is to be told by word of mouth: gone from the card, and from the event in every calendar', async () => {
    const story = await caseIn(sandbox, 'sent');
    expect(story.text()).toContain('Stadshuset');
    expect((await story.events(SAMIRA))[0]?.location.displayName).toContain('Stadshuset');
    const said = await answerSafety(story, { protectedIdentity: 'NO', secretPlace: 'PLACE_ORALLY' });
    expect(said).toContain('Jag tar bort platsen ur kallelsen.');
    expect(said).toContain('Platsen lämnas muntligt');
    expect(said).not.toContain('Stadshuset');
    const places = async () =>
      Promise.all([KARIN, SAMIRA, LENA].map(async (one) => (await story.events(one))[0]?.location.displayName ?? ''));
    for (let tries = 0; tries < 200 && (await places()).some(Boolean); tries += 1) await story.client.type('hjälp');
    expect(await places()).toEqual(['', '', '']);
    expect((await live(story, SAMIRA)).length).toBe(1);
  });
});

test('T27, scenario 9: with a plan, the cards in the channel are emptied and no new one comes; the trail says only that the mode changed', async () => {
  const story = await caseIn(sandbox, 'locked', { case: { safety: null } });
  const measure = await sandbox.sink.until(() => measureMessage(sandbox, 1), 'the measure in the channel');
  await sandbox.sink.until(() => measureMessage(sandbox, 2), 'and the second one');
  await story.until(/Planen gäller/);
  const inChannel = () => sandbox.sink.messages.filter(({ conversationId }) => conversationId.startsWith('19:')).length;
  const before = inChannel();
  await answerSafety(story, { protectedIdentity: 'NO', secretPlace: 'NO' });
  expect(await answerSafety(story, { protectedIdentity: 'YES' })).toContain(ON_PAPER);
  expect(story.verbs()).toContain('print.open');
  await sandbox.sink.until(
    () => textOf(measure.card).includes('Följs inte längre här.'),
    'the card in the channel is over',
  );
  expect(buttonsOf(measure.card).map(({ verb }) => verb)).not.toContain('measure.done');
  const lena = sandbox.as(LENA, { conversationId: measure.conversationId, conversationType: 'channel' });
  expect(textOf(await lena.press(measure.card, 'measure.show'))).not.toContain(WORDS.measures[0]);
  expect(inChannel()).toBe(before);

  const rows = await storedRows(sandbox);
  const caseId = rows.find(({ table, row }) => table === 'Case' && row.code === story.code)?.row.id;
  const trail = rows.filter(
    ({ table, row }) => table === 'Audit' && row.caseId === caseId && row.act === 'protection.save',
  );
  expect(trail.map(({ row }) => row.outcome)).toEqual(['modeChanged', 'modeChanged']);
  for (const { text } of rows) expect(text).not.toMatch(/protectedIdentity|secretPlace|THREAT/);
});
