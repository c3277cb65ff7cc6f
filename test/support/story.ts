/** One case as its convener drives it through the cards. Several can go on in the same sandbox. */
import { seenToBy } from './at-rest.ts';
import { type Button, buttonsOf, type CardJson, inputNamed, inputsOf, textOf } from './card-json.ts';
import { KARIN, LENA, SAMIRA, type TestSandbox } from './sandbox.ts';
import type { SinkMessage } from './teams-sink.ts';
import { dayFromNow, WORDS, workingDayFromNow } from './trip.ts';

type Filled = Record<string, string>;
type GraphEvent = {
  id: string;
  subject: string;
  isOrganizer: boolean;
  body: { content: string };
  location: { displayName: string };
  start: { dateTime: string };
  end: { dateTime: string };
  attendees: { emailAddress: { address: string } }[];
};

export type Story = ReturnType<typeof tellStory>;

/** Types the word and takes the guide that comes. */
export async function beginStory(sandbox: TestSandbox, word = 'nytt Västbus', person = KARIN) {
  const before = sandbox.sink.messages.length;
  await sandbox.as(person).type(word);
  const isGuide = ({ card }: SinkMessage) => buttonsOf(card).some(({ verb }) => verb === 'start.save');
  const message = await sandbox.sink.until(() => sandbox.sink.messages.slice(before).find(isGuide), 'the guide');
  const code = /[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(textOf(message.card))?.[0] ?? '';
  return tellStory(sandbox, { code, message, person });
}

type Told = { code: string; message: SinkMessage; person?: typeof KARIN };

/** Goes on with a case whose card stands in its convener's chat. */
export function tellStory(sandbox: TestSandbox, { code, message: first, person = KARIN }: Told) {
  const client = sandbox.as(person);
  let message = first;
  let card = message.card;

  const story = {
    code,
    client,
    /** The case's message in the chat, as everybody's Teams shows it. */
    get message() {
      return message;
    },
    /** The card stands in another message from now on. */
    follow(next: SinkMessage): void {
      message = next;
      card = next.card;
    },
    card: () => card,
    text: () => textOf(card),
    verbs: () => buttonsOf(card).map(({ verb }) => verb),
    input: (id: string) => inputNamed(card, id),
    async press(verb: string, filled: Filled = {}): Promise<string> {
      // The way to the kallelse goes over what is missing and the answers.
      const offers = (name: string) => buttonsOf(card).some((one) => one.verb === name);
      // Whether somebody must be protected follows on the talks; a story that goes on with something else leaves it.
      if (!offers(verb) && offers('protection.back')) {
        card = await client.press(card, 'protection.back');
        if (verb === 'guide.open') return textOf(card);
      }
      if (verb === 'preview.open' && !offers(verb)) {
        if (!offers('check.open')) card = await client.press(card, 'guide.open');
        card = await client.press(card, 'check.open');
        if (!offers(verb)) return textOf(card);
      }
      // What is about the case itself stands one page further in.
      if (!offers(verb) && offers('moreCase.open')) card = await client.press(card, 'moreCase.open');
      card = await client.press(card, verb, filled);
      return textOf(card);
    },
    /** On the page of taking a consent back: what follows is read, and pressed again. */
    async withdraw(filled: Filled): Promise<string> {
      await story.press('withdraw.save', filled);
      return story.press('withdraw.save');
    },
    /** A button that the card does not show, as a card from before may have it; of the turn that it is at. */
    async pressUnshown(verb: string, filled: Filled = {}): Promise<string> {
      const [{ data } = { data: {} }] = buttonsOf(card);
      const own = data as Button['data'];
      const { body } = await client.send(client.pressed({ verb, data: { ...own, verb } }, filled));
      if (!body) throw new Error(`no answer to ${verb}`);
      card = body.value;
      return textOf(card);
    },
    /** Goes on with this card. */
    take(answered: CardJson): void {
      card = answered;
    },
    /** Goes on with the card as it stands in the chat now. */
    look(): CardJson {
      card = message.card;
      return card;
    },
    /** Waits until the message in the chat says this. */
    async until(pattern: RegExp, seconds?: number): Promise<string> {
      await sandbox.sink.until(
        () => pattern.test(textOf(message.card)),
        `${pattern} on the card of ${code}, which says:\n${textOf(message.card)}`,
        seconds,
      );
      card = message.card;
      return textOf(card);
    },
    /** The same of the message at the bottom of the chat: the card may have come down there. */
    async untilNewest(pattern: RegExp): Promise<string> {
      const { conversationId } = message;
      const isIt = (one: SinkMessage) =>
        one.conversationId === conversationId && textOf(one.card).includes(code) && pattern.test(textOf(one.card));
      story.follow(await sandbox.sink.until(() => sandbox.sink.messages.findLast(isIt), `${pattern} of ${code}`));
      return story.text();
    },
    async fill(part: keyof typeof PARTS, over: Filled = {}): Promise<string> {
      const { open, save, next, filled }: Part = PARTS[part];
      if (buttonsOf(card).some(({ verb }) => verb === open)) await story.press(open);
      // The times may have been found meanwhile.
      if (buttonsOf(card).some(({ verb }) => verb === 'time.byHand')) await story.press('time.byHand');
      const sent = { ...(part === 'invite' ? calls(card) : filled()), ...over };
      await story.press(save, sent);
      // The days that stand on the form.
      if (textOf(card).includes('Fyll i dagarna')) await story.press(save, sent);
      // What is asked about names has been read.
      if (textOf(card).includes('Tryck en gång till.')) await story.press(save, sent);
      // A part with a second page.
      if (next && buttonsOf(card).some(({ verb }) => verb === next)) await story.press(next, { ...filled(), ...over });
      return textOf(card);
    },
    /** Its events in somebody's calendar. */
    async events(owner: { id: string }): Promise<GraphEvent[]> {
      const { body } = await sandbox.graph('GET', `/users/${owner.id}/events?$top=999`);
      return (body.value as GraphEvent[]).filter(({ subject }) => subject.includes(code));
    },
  };
  return story;
}

/** Samira and Lena, wherever their units stand on the page. */
const calls = (card: CardJson): Filled =>
  Object.fromEntries(
    inputsOf(card).flatMap(({ id, choices }) => {
      const found = choices.find(({ value }) => value === SAMIRA.id || value === LENA.id);
      return id.startsWith('who_') ? [[id, found?.value ?? 'NONE']] : [];
    }),
  );

const SCOPES = 'MEETING,PREPARE,PLAN_COPY,BETWEEN_MEETINGS';
const consent = () => ({
  signedOn: dayFromNow(-1),
  parties: 'elevhalsan,individ-och-familj,bup-dalsland',
  topics: 'SCHOOL,MENTAL_HEALTH,SOCIAL',
  scopes: SCOPES,
  method: 'PAPER',
  validMonths: '6',
  originalLocation: WORDS.original,
});

type Part = { open: string; save: string; next?: string; filled: () => Filled };

const PARTS = {
  start: {
    open: 'start.open',
    save: 'start.save',
    next: 'startMore.save',
    filled: (): Filled => ({
      ageBand: 'A6_11',
      guardianOne: 'MOTHER',
      guardianTwo: 'FATHER',
      existingSip: 'NO',
      needNoticedOn: dayFromNow(-1),
      placement: 'NO',
    }),
  },
  guardian1: {
    open: 'guardian1.open',
    save: 'guardian1.save',
    filled: (): Filled => ({
      heldOn: dayFromNow(-1),
      informed: 'true',
      present: 'GUARDIAN_1,GUARDIAN_2',
      wants: 'elevhalsan,individ-och-familj,bup-dalsland',
      wishes: 'AFTERNOON',
    }),
  },
  child: {
    open: 'child.open',
    save: 'child.save',
    next: 'childMore.save',
    filled: (): Filled => ({
      words: WORDS.childWords,
      wordsMayBeShown: 'true',
      outcome: 'DONE',
      heldOn: dayFromNow(-1),
      participation: 'WHOLE',
      informed: 'true',
    }),
  },
  protection: {
    open: 'protection.open',
    save: 'protection.save',
    filled: (): Filled => ({ protectedIdentity: 'NO', secretPlace: 'NO' }),
  },
  consent1: { open: 'consent1.open', save: 'consent1.save', next: 'consent1.record', filled: consent },
  consent2: { open: 'consent2.open', save: 'consent2.save', next: 'consent2.record', filled: consent },
  consentYouth: { open: 'consentYouth.open', save: 'consentYouth.save', next: 'consentYouth.record', filled: consent },
  consentBoard: { open: 'consentBoard.open', save: 'consentBoard.save', next: 'consentBoard.record', filled: consent },
  invite: { open: 'invite.open', save: 'invite.save', filled: (): Filled => ({}) },
  family: { open: 'family.open', save: 'family.save', filled: (): Filled => ({ familyAgreed: 'true' }) },
  time: {
    open: 'time.open',
    save: 'time.save',
    filled: (): Filled => ({
      slot: 'OWN',
      date: dayFromNow(10),
      clock: '13:00',
      minutes: '60',
      place: 'stadshuset-dalbo',
    }),
  },
} satisfies Record<string, Part>;

/** Everything before "Skicka kallelse". `over` changes single answers. */
export async function prepareStory(
  sandbox: TestSandbox,
  over: Partial<Record<keyof typeof PARTS, Filled>> = {},
): Promise<Story> {
  const story = await beginStory(sandbox);
  for (const part of [
    'start',
    'guardian1',
    'child',
    'protection',
    'consent1',
    'consent2',
    'invite',
    'time',
    'family',
  ] as const) {
    await story.fill(part, over[part]);
  }
  return story;
}

/**
 * At the meeting: a goal, Lena's measure and Karin's, and locked. The clock has moved. Answers when the meeting began.
 */
export async function lockStory(sandbox: TestSandbox, story: Story, attendance: Filled = {}): Promise<number> {
  const [first = '', second = ''] = WORDS.measures;
  const startMs = await openStory(sandbox, story);
  await story.press('attendance.save', { p_0: 'IN_ROOM', p_1: 'REMOTE', ...attendance });
  await story.press('childGoal.save', { childGoal: WORDS.childGoal, ownWords: 'YES' });
  await story.press('needs.next', { need: WORDS.need });
  await story.press('goals.next', { goal: WORDS.goal });
  await story.press('measure.add', { what: first, who: LENA.id, dueOn: dayFromNow(20, startMs) });
  await story.press('measures.next', { what: second, who: KARIN.id, dueOn: dayFromNow(20, startMs) });
  await closeStory(story, startMs);
  return startMs;
}

/** From where the plan is read, or from who answers for it, to the lock. */
export async function closeStory(story: Story, startMs: number): Promise<string> {
  if (!story.verbs().includes('responsibility.save')) await story.press('responsibility.open');
  await story.press('responsibility.save', { principal: 'REGION', ownerUnitId: KARIN.unitId });
  await story.press('closing.open');
  const told = { childTellerRole: 'CONVENER', childTellByOn: dayFromNow(1, startMs) };
  return story.press('plan.lock', { followUpOn: workingDayFromNow(60, startMs), ...told });
}

/** Moves the clock to just before the meeting, and opens it. */
export async function openStory(sandbox: TestSandbox, story: Story): Promise<number> {
  const events = await story.events(KARIN);
  const event = events.sort((a, b) => a.start.dateTime.localeCompare(b.start.dateTime)).at(-1);
  const startMs = Date.parse(`${event?.start.dateTime.slice(0, 19)}Z`);
  const now = new Date(startMs - 10 * 60_000);
  await sandbox.moveClock(now.toISOString());
  // A follow-up that was near while the clock moved has come down to a new message.
  await seenToBy(sandbox, now);
  const opens = ({ card }: SinkMessage) =>
    textOf(card).includes(story.code) && buttonsOf(card).some(({ verb }) => verb === 'meeting.open');
  const { conversationId } = story.message;
  const isTheirs = (message: SinkMessage) => message.conversationId === conversationId && opens(message);
  story.follow(await sandbox.sink.until(() => sandbox.sink.messages.findLast(isTheirs), '"Öppna mötet"'));
  await story.press('meeting.open');
  // A follow-up is opened once everybody has been talked with anew.
  if (story.verbs().includes('anewChild.open')) {
    await talkAnew(story, dayFromNow(0, startMs));
    await story.press('meeting.open');
  }
  return startMs;
}

/** Every unit is handed its copy on paper. */
export async function handOnPaper(story: Story): Promise<string> {
  story.look();
  await story.press('hand.open');
  const units = inputsOf(story.card()).map(({ id }) => [id, 'PAPER']);
  return story.press('hand.save', Object.fromEntries(units));
}

/** From the list of the short talks: each of them is held, in one sentence. */
async function talkAnew(story: Story, heldOn: string, filled: Filled = {}): Promise<void> {
  for (const page of ['anew1', 'anew2', 'anewChild'])
    if (story.verbs().includes(`${page}.open`)) {
      await story.press(`${page}.open`);
      await story.press(`${page}.save`, { outcome: 'DONE', heldOn, ...filled });
    }
}
