/** T25: what taking a consent back does is said once, before anything of it is done. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backToToday, closeAtRest, comeToRest } from '../../support/at-rest.ts';
import { textOf } from '../../support/card-json.ts';
import { caseIn, fileOf, type State } from '../../support/prepared.ts';
import type { Known } from '../../support/prepared-rows.ts';
import { LENA, openSandbox, type TestSandbox } from '../../support/sandbox.ts';
import type { Story } from '../../support/story.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox));

const AGAIN = 'Stämmer det? Tryck en gång till.';
const SAVE = 'withdraw.save';
const MOTHER = { givenBy: 'GUARDIAN_1', what: 'ALL' };

async function toThePage(story: Story): Promise<Story> {
  if (!story.verbs().includes('more.open')) await story.press('guide.open');
  await story.press('more.open');
  await story.press('withdraw.open');
  return story;
}

/** What is stored of the case but for its cards, and what has left for the calendars. */
async function traces(story: Story) {
  await comeToRest(sandbox);
  const { postings: _, ...file } = await fileOf(sandbox, story);
  const sent = (await sandbox.outbound()).filter(({ to, method }) => to === 'graph' && method !== 'GET');
  return { file, sent: sent.length };
}

describe('T25: before the second press', () => {
  test('who is told, that the meeting leaves the calendars and what is left; nothing is stored, nothing is sent', async () => {
    const story = await toThePage(await caseIn(sandbox, 'sent'));
    const before = await traces(story);
    const said = await story.press(SAVE, MOTHER);
    expect(said).toMatch(/Mötet [^\n]+ ställs in och tas bort ur kalendrarna\./);
    expect(said).toMatch(/får veta det, men inte varför: [^\n]*BUP Dalsland[^\n]*\./);
    expect(said).toContain('Det som är registrerat finns kvar.');
    expect(said).toContain('Kvar för dig: säg till familjen');
    expect(said).toContain(AGAIN);
    expect(story.verbs()).toEqual([SAVE, 'more.open']);
    expect(story.input('givenBy')?.value).toBe('GUARDIAN_1');
    expect(await traces(story)).toEqual(before);
    expect(await story.press(SAVE)).toContain('Samtycket är återkallat.');
    expect((await fileOf(sandbox, story)).case.status).toBe('STOPPED');
  });

  test('"Tillbaka" leaves everything as it was, and the next time it is asked anew', async () => {
    const story = await toThePage(await caseIn(sandbox, 'sent'));
    const before = await traces(story);
    await story.press(SAVE, MOTHER);
    await story.press('more.open');
    expect(await traces(story)).toEqual(before);
    expect(await story.press('withdraw.open')).not.toContain(AGAIN);
    expect(await story.press(SAVE, MOTHER)).toContain(AGAIN);
    expect(await traces(story)).toEqual(before);
  });

  test('other answers are another question', async () => {
    const story = await toThePage(await caseIn(sandbox, 'sent'));
    expect(await story.press(SAVE, MOTHER)).toContain('ställs in');
    const party = await story.press(SAVE, { what: 'PARTY:bup-dalsland' });
    expect(party).toContain('BUP Dalsland tas bort ur samtycket. De kallas inte längre');
    expect(party).toContain(AGAIN);
    expect((await fileOf(sandbox, story)).withdrawals).toEqual([]);
    expect(await story.press(SAVE)).toContain('En del av samtycket är återkallad.');
    await expect.poll(async () => (await story.events(LENA)).length).toBeLessThanOrEqual(1);
  });

  test('of somebody else, or of another day, it is another question too, though it says the same', async () => {
    const story = await toThePage(await caseIn(sandbox, 'sent'));
    await story.press(SAVE, MOTHER);
    expect(await story.press(SAVE, { givenBy: 'GUARDIAN_2', what: 'ALL' })).toContain(AGAIN);
    expect(await story.press(SAVE, { givenBy: 'GUARDIAN_2', what: 'ALL', withdrawnOn: '2026-01-07' })).toContain(AGAIN);
    expect((await fileOf(sandbox, story)).withdrawals).toEqual([]);
  });

  test('a case that has changed meanwhile is asked about anew', async () => {
    const story = await toThePage(await caseIn(sandbox, 'prepared'));
    expect(await story.press(SAVE, MOTHER)).toContain('Ingen är kallad, så ingen får besked.');
    const { participants, meetings } = await fileOf(sandbox, story);
    await sandbox
      .stored()
      .database.transaction((store) =>
        store.apply([
          { in: 'meeting', id: meetings[0]?.id ?? '', set: { startAt: null, endAt: null } },
          ...participants.map(({ id }) => ({ in: 'participant' as const, id, remove: true as const })),
        ]),
      );
    expect(await story.press(SAVE)).toContain('Inget möte är bokat, så ingen får besked.');
    expect(await story.press(SAVE)).toContain('Samtycket är återkallat.');
  });
});

describe('a button from before', () => {
  test('on another device, of an older turn, or of a card that shows something else by now: it leads to the question', async () => {
    const story = await toThePage(await caseIn(sandbox, 'sent'));
    const page = story.card();
    await story.press(SAVE, MOTHER);
    const asked = await story.client.press(page, SAVE, { ...MOTHER, withdrawnOn: '' });
    expect(textOf(asked)).toContain(AGAIN);
    expect((await fileOf(sandbox, story)).withdrawals).toEqual([]);
    story.take(asked);
    await story.press('more.open');
    await story.press('guide.open');
    const anew = await story.client.press(page, SAVE, { ...MOTHER, what: '' });
    expect(textOf(anew)).toMatch(/ställs in[\s\S]*Tryck en gång till/);
    expect((await fileOf(sandbox, story)).withdrawals).toEqual([]);
    // What is wrong stands at its field there too.
    story.take(anew);
    await story.press('more.open');
    await story.press('guide.open');
    expect(textOf(await story.client.press(page, SAVE, { givenBy: '' }))).toContain('Rätta: Välj vem');
    story.take(anew);
    story.take(await story.client.press(anew, SAVE));
    expect(story.text()).toContain(AGAIN);
    expect(await story.press(SAVE)).toContain('Samtycket är återkallat.');
  });

  test('a page that is opened anew while the question stands on another device has asked nothing yet', async () => {
    const story = await caseIn(sandbox, 'sent');
    await story.press('more.open');
    const list = story.card();
    await story.press('withdraw.open');
    expect(await story.press(SAVE, MOTHER)).toContain(AGAIN);
    story.take(await story.client.press(list, 'withdraw.open'));
    expect(story.text()).not.toContain(AGAIN);
    expect(await story.press(SAVE, MOTHER)).toContain(AGAIN);
    expect((await fileOf(sandbox, story)).withdrawals).toEqual([]);
  });
});

type Row = [what: string, state: State, known: Known, filled: Record<string, string>, says: RegExp[]];
const TABLE: Row[] = [
  [
    'nobody is called yet',
    'prepared',
    {},
    { what: 'ALL' },
    [/Mötet som planeras [^\n]+ blir inte av\. Ingen är kallad/],
  ],
  ['no meeting', 'signed', {}, { what: 'ALL' }, [/Inget möte är bokat, så ingen får besked\./]],
  [
    'a unit that is called',
    'sent',
    {},
    { what: 'PARTY:bup-dalsland' },
    [/De kallas inte längre till mötet/, /Resten gäller/],
  ],
  [
    'the only one that is called',
    'sent',
    { called: [LENA] },
    { what: 'PARTY:bup-dalsland' },
    [/Då är ingen annan kallad\. Mötet [^\n]+ ställs in/],
  ],
  [
    'a unit before the kallelse',
    'prepared',
    {},
    { what: 'PARTY:bup-dalsland' },
    [/samtycket\. Ingen får besked av mig/],
  ],
  [
    'a topic',
    'sent',
    {},
    { what: 'TOPIC:SOCIAL' },
    [/Ämnet Socialt stöd/, /berättar själv för BUP Dalsland, Individ- och familjeomsorgen/],
  ],
  ['a topic before the kallelse', 'prepared', {}, { what: 'TOPIC:SOCIAL' }, [/som förut\. Ingen får besked av mig/]],
  ['to prepare', 'sent', {}, { what: 'SCOPE:PREPARE' }, [/Ingen mer får veta före mötet/]],
  ['a copy of the plan', 'sent', {}, { what: 'SCOPE:PLAN_COPY' }, [/ingen kopia av planen/]],
  ['between the meetings', 'sent', {}, { what: 'SCOPE:BETWEEN_MEETINGS' }, [/åtgärderna visas inte i kanalen/]],
  ['a child that does not sign', 'sent', {}, { givenBy: 'CHILD' }, [/Barnets nej noteras\. Inget ställs in/]],
  [
    'somebody of age',
    'sent',
    { youth: true },
    { givenBy: 'YOUTH', what: 'ALL' },
    [/Kvar för dig: säg till den unge att mötet är inställt/],
  ],
];

describe('the question says what will happen', () => {
  test.each(TABLE)('%s', async (_, state, known, filled, says) => {
    const story = await toThePage(await caseIn(sandbox, state, known));
    const said = await story.press(SAVE, { givenBy: 'GUARDIAN_1', ...filled });
    for (const sentence of [...says, /Tryck en gång till/]) expect(said).toMatch(sentence);
    expect((await fileOf(sandbox, story)).withdrawals).toEqual([]);
  });

  test('with a plan: it is shown no more', async () => {
    const story = await toThePage(await caseIn(sandbox, 'locked'));
    const said = await story.press(SAVE, MOTHER);
    expect(said).toContain('Planen visas inte mer, och åtgärderna i kanalen följs inte längre.');
    expect(said).toContain('Inget möte är bokat, så ingen får besked.');
    await backToToday(sandbox);
  });

  test('on paper only: from the paper page, nobody in the family is to be told from here', async () => {
    const story = await caseIn(sandbox, 'prepared', { onPaperOnly: true });
    expect(story.verbs()).toContain('print.paper-pack');
    await toThePage(story);
    const said = await story.press(SAVE, MOTHER);
    expect(said).toContain('Jag har inte kallat någon');
    expect(said).not.toMatch(/säg till familjen/i);
    expect(await story.press(SAVE)).toContain('Samtycket är återkallat.');
  });
});
