/** One byte of a sealed text is changed: the case goes on, says where, and loses nothing that may still be saved. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeAtRest } from '../support/at-rest.ts';
import { inputsOf, textOf } from '../support/card-json.ts';
import { caseIn } from '../support/prepared.ts';
import { KARIN, LENA, openSandbox, type TestSandbox } from '../support/sandbox.ts';
import type { Story } from '../support/story.ts';
import { dayFromNow, WORDS } from '../support/trip.ts';

const AT_FIELD =
  'Texten som stod här kan inte läsas. Skriv den på nytt, eller lämna rutan tom: då ligger den gamla kvar.';
const IN_PLACE = '[Texten kan inte läsas]';
const ON_PAGE = 'En text på den här sidan kan inte läsas. Resten går att använda som vanligt.';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await openSandbox();
});
afterAll(() => closeAtRest(sandbox, { dead: ['book-meeting unreadable'] }));

/** As a disk or a hand would do it. */
async function damage(model: string, column: string, id: string): Promise<void> {
  await sandbox.stored().prisma.$executeRawUnsafe(
    `UPDATE "${model}" SET "${column}" = reverse(overlay(reverse("${column}") placing
      (CASE substr(reverse("${column}"), 6, 1) WHEN 'A' THEN 'B' ELSE 'A' END) from 6 for 1)) WHERE "id" = '${id}'`,
  );
}
async function sealedIn(model: string, column: string, id: string): Promise<string> {
  const [row] = await sandbox
    .stored()
    .prisma.$queryRawUnsafe<{ sealed: string }[]>(
      `SELECT "${column}" AS "sealed" FROM "${model}" WHERE "id" = '${id}'`,
    );
  return row?.sealed ?? '';
}

const talkOf = async (code: string, partner: string) => {
  const { prisma } = sandbox.stored();
  return (await prisma.talk.findFirstOrThrow({ where: { with: partner, case: { code } } })).id;
};
const caseOf = async (code: string) => (await sandbox.stored().prisma.case.findUniqueOrThrow({ where: { code } })).id;
const draftOf = async (code: string) => {
  const { prisma } = sandbox.stored();
  return (await prisma.consent.findFirstOrThrow({ where: { case: { code }, recordedAt: null } })).id;
};

const BACK = ['guardian1Practical', 'guardian2Excuse', 'consent1Scope', 'guardian1', 'guardian2', 'consent1', 'child'];
/** Out of whatever page is open, by its own "Tillbaka". */
async function home(story: Story): Promise<void> {
  for (const page of BACK) if (story.verbs().includes(`${page}.back`)) await story.press(`${page}.back`);
}

type Field = {
  model: string;
  column: string;
  rowOf(code: string): Promise<string>;
  /** The text is written first, and the page left. */
  write(story: Story): Promise<unknown>;
  open(story: Story): Promise<unknown>;
  input: string;
  leave: string;
};

const FIELDS: Record<string, Field> = {
  'the child’s words': {
    model: 'Talk',
    column: 'wordsSealed',
    rowOf: (code) => talkOf(code, 'CHILD'),
    write: async () => undefined,
    open: (story) => story.press('child.open'),
    input: 'words',
    leave: 'child.back',
  },
  'the interpreter’s booking': {
    model: 'Talk',
    column: 'interpreterBookingSealed',
    rowOf: (code) => talkOf(code, 'GUARDIAN_1'),
    async write(story) {
      await story.press('guardian1.open');
      await story.press('guardian1.practical');
      await story.press('guardian1Practical.back', { interpreterBooking: 'Bokning 17' });
      await home(story);
    },
    async open(story) {
      await story.press('guardian1.open');
      return story.press('guardian1.practical');
    },
    input: 'interpreterBooking',
    leave: 'guardian1Practical.back',
  },
  'the manager’s decision': {
    model: 'Case',
    column: 'excusedRefSealed',
    rowOf: caseOf,
    async write(story) {
      await story.press('guardian2.open');
      await story.press('guardian2.excuse');
      await story.press('guardian2Excuse.back', { decidedOn: dayFromNow(-1), reference: 'Beslut 4' });
      await home(story);
    },
    async open(story) {
      await story.press('guardian2.open');
      return story.press('guardian2.excuse');
    },
    input: 'reference',
    leave: 'guardian2Excuse.back',
  },
  'where the form is': {
    model: 'Consent',
    column: 'originalLocationSealed',
    rowOf: draftOf,
    async write(story) {
      await story.press('consent1.open');
      await story.press('consent1.save', { signedOn: dayFromNow(-1), method: 'PAPER', validMonths: '6' });
      await story.press('consent1Scope.back', { originalLocation: 'Skåp 3' });
      await home(story);
    },
    async open(story) {
      await story.press('consent1.open');
      return story.press('consent1.save');
    },
    input: 'originalLocation',
    leave: 'consent1Scope.back',
  },
};

describe('a field that somebody wrote in', () => {
  test.each(Object.entries(FIELDS))(
    '%s: says so, is kept when the page is left, and takes a new text',
    async (_, field) => {
      const { model, column, rowOf, write, open, input, leave } = field;
      const story = await caseIn(sandbox, 'heard');
      story.look();
      await write(story);
      const id = await rowOf(story.code);
      expect(await sealedIn(model, column, id), 'it is written').toMatch(/^v2\./);
      await damage(model, column, id);
      const broken = await sealedIn(model, column, id);

      await open(story);
      expect(story.text()).toContain(AT_FIELD);
      expect(story.input(input)?.value).toBe('');
      await story.press(leave);
      expect(await sealedIn(model, column, id)).toBe(broken);

      await home(story);
      await open(story);
      expect(story.text()).toContain(AT_FIELD);
      await story.press(leave, { [input]: 'Något nytt' });
      expect(await sealedIn(model, column, id)).not.toBe(broken);
      await home(story);
      await open(story);
      expect(story.input(input)?.value).toBe('Något nytt');
      expect(story.text()).not.toContain(AT_FIELD);
    },
  );

  test('a page that is not accepted says it still', async () => {
    const story = await caseIn(sandbox, 'heard');
    story.look();
    await damage('Talk', 'wordsSealed', await talkOf(story.code, 'CHILD'));
    await story.press('child.open');
    await story.press('child.save', { heldOn: dayFromNow(3) });
    expect(story.text()).toContain('Rätta: ');
    expect(story.text()).toContain(AT_FIELD);
  });
});

test('a plan: the rest stands, the log says which field and no more, and nothing of the text is anywhere', async () => {
  const story = await caseIn(sandbox, 'locked');
  const { goals, measures } = story.file;
  const [goal, measure] = [goals[0]?.id ?? '', measures[0]?.id ?? ''];
  await damage('Goal', 'textSealed', goal);
  await damage('Measure', 'whatSealed', measure);
  story.look();
  await story.press('plan.show');
  expect(story.text()).toContain(ON_PAGE);
  expect(story.text().split(IN_PLACE)).toHaveLength(3);
  expect(story.text()).toContain(WORDS.measures[1]);
  for (const id of [goal, measure]) {
    const sealed = await sealedIn(id === goal ? 'Goal' : 'Measure', id === goal ? 'textSealed' : 'whatSealed', id);
    expect(JSON.stringify(story.card())).not.toContain(sealed.slice(8));
    expect(await sandbox.log()).not.toContain(id);
    expect(await sandbox.log()).not.toContain(sealed.slice(8));
  }
  const lines = (await sandbox.log()).split('\n').filter((line) => line.includes('"sealed.unreadable"'));
  const said = lines.map((line) => JSON.parse(line) as { field: string; row: string });
  for (const field of ['Goal.text', 'Measure.what']) {
    const [one, ...more] = said.filter((line) => line.field === field);
    expect([one?.row, more]).toEqual([expect.stringMatching(/^[a-p]{12}$/), []]);
  }

  const first = await sandbox.sink.until(
    () => sandbox.sink.messages.find(({ card }) => textOf(card).startsWith(`Åtgärd 1 · ${story.code}`)),
    'the measure in the channel',
  );
  const lena = sandbox.as(LENA, { conversationId: first.conversationId, conversationType: 'channel' });
  const shown = await lena.press(first.card, 'measure.show');
  expect(textOf(shown).split(IN_PLACE)).toHaveLength(3);
  await lena.press(shown, 'measure.done');
  expect(inputsOf(shown)).toEqual([]);
});

test('a secret of the calendars and a link: new ones are made', async () => {
  const story = await caseIn(sandbox, 'started');
  story.look();
  await story.press('print.open');
  await story.press('print.code-slip');
  const link = await sandbox.stored().prisma.printLink.findFirstOrThrow({ where: { case: { code: story.code } } });
  await damage('PrintLink', 'tokenSealed', link.id);
  await story.press('guide.open');
  await story.press('print.open');
  expect(JSON.stringify(story.card())).not.toContain('/print/');
});

test('an address that cannot be read: nobody is called, and the card says that it was not sent', async () => {
  const story = await caseIn(sandbox, 'prepared');
  const { prisma } = sandbox.stored();
  const [one] = story.file.participants;
  await prisma.participant.update({
    where: { id: one?.id ?? '' },
    data: { personId: null, mail: one?.id ?? '', mailTyped: true, mailSealed: 'v2.sandbox.broken.broken' },
  });
  story.look();
  await story.press('preview.open');
  expect(story.text()).toContain(IN_PLACE);
  await story.press('kallelse.send');
  await story.until(/Försök igen|kunde inte/);
  expect(await story.events(KARIN)).toEqual([]);
  expect(await sandbox.log()).toContain('"cause":"unreadable"');
});
