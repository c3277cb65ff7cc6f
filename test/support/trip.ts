/**
 * The main job, step by step, as the people in it do it. Each step picks up from the case's card as it stands in the
 * chat.
 */
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { dayOf } from '../../domain/days.ts';
import { isWorkingDay } from '../../domain/red-days.ts';
import { buttonsOf, type CardJson, inputsOf, textOf } from './card-json.ts';
import { KARIN, LENA, SAMIRA, type TestSandbox } from './sandbox.ts';
import type { SinkMessage } from './teams-sink.ts';

/** What is typed in the trip; a secrecy test puts its own words here. */
export const WORDS = {
  childWords: 'Jag vill kunna gå i skolan utan ont i magen.',
  original: 'Elevhälsans akt, pärm 3',
  question: 'Hur vägen tillbaka till skolan kan bli lättare.',
  childGoal: 'Vara med på idrotten igen.',
  works: 'Slöjden och rasterna.',
  worksNot: 'Morgnarna.',
  need: 'Orka vara i skolan.',
  /** Written first, and changed. */
  goalBefore: 'Närvaro alla dagar.',
  goal: 'Närvaro fyra dagar i veckan.',
  /** The first for Lena, the second for Karin, and so on in turn. */
  measures: ['Samtal en gång i veckan.', 'Kontakt med hemmet varje fredag.'],
  often: 'Varje tisdag.',
  sign: 'Sover hela natten.',
  crisisWhere: 'BUP Dalsland.',
  /** The second is taken away again. */
  openPoints: ['Vem som ordnar skolskjutsen.', 'Vem som ringer på måndag.'],
  /** In the short talk before the follow-up. */
  better: 'Morgnarna går lättare.',
  notBetter: 'Rasterna är svåra.',
  /** On the child's own page. */
  childPage: 'Du får en lugn plats.',
};
export type Words = typeof WORDS;

const DAY_MS = 86_400_000;
/** As people in Sweden count: after eleven in the evening the day in UTC is another one. */
export const dayFromNow = (days: number, from = Date.now()): string =>
  dayOf(Temporal.Instant.fromEpochMilliseconds(from + days * DAY_MS)).toString();

/** That day, or the working day after it: of a red day it is asked whether it is meant. */
export const onWorkingDay = (day: Temporal.PlainDate): Temporal.PlainDate =>
  isWorkingDay(day) ? day : onWorkingDay(day.add({ days: 1 }));
export const workingDayFromNow = (days: number, from = Date.now()): string =>
  onWorkingDay(Temporal.PlainDate.from(dayFromNow(days, from))).toString();

/** Somebody who has read what is asked about names, and presses once more. */
function insisting<C extends ReturnType<TestSandbox['as']>>(client: C): C {
  const press: C['press'] = async (card, verb, filled, messageId) => {
    const next = await client.press(card, verb, filled, messageId);
    return textOf(next).includes('Tryck en gång till.') ? client.press(next, verb, filled, messageId) : next;
  };
  return { ...client, press };
}

/** The case's one message in Karin's chat. */
const caseMessage = (sandbox: TestSandbox): SinkMessage | undefined =>
  sandbox.sink.messages.findLast(
    ({ card, conversationId }) =>
      conversationId === `chat-${KARIN.id}` &&
      (buttonsOf(card).some(({ verb }) => ['start.save', 'check.open', 'plan.show', 'meeting.open'].includes(verb)) ||
        / · (Kallelsen|Mötet|Planen)/.test(textOf(card).split('\n')[0] ?? '')),
  );

/** The case's card as it stands now, opened again: a page with inputs stands as the overview in the chat. */
async function openCase(sandbox: TestSandbox): Promise<{ message: SinkMessage; card: CardJson }> {
  const message = await sandbox.sink.until(() => caseMessage(sandbox), 'the card of the case');
  return { message, card: message.card };
}

export async function startCase(sandbox: TestSandbox): Promise<CardJson> {
  const karin = insisting(sandbox.as(KARIN));
  const before = sandbox.sink.messages.length;
  await karin.type('nytt Västbus');
  const message = await sandbox.sink.until(() => sandbox.sink.messages[before], 'the guide');
  const more = await karin.press(message.card, 'start.save', {
    ageBand: 'A6_11',
    guardianOne: 'MOTHER',
    guardianTwo: 'FATHER',
  });
  return karin.press(more, 'startMore.save', { existingSip: 'NO', placement: 'NO', needNoticedOn: dayFromNow(-1) });
}

/** 1. The guide: both guardians and the child are heard, protection is asked, both have signed. */
export async function prepare(sandbox: TestSandbox, words: Words = WORDS): Promise<CardJson> {
  const karin = insisting(sandbox.as(KARIN));
  let card = await startCase(sandbox);
  card = await karin.press(card, 'guardian1.open');
  card = await karin.press(card, 'guardian1.save', {
    heldOn: dayFromNow(-1),
    informed: 'true',
    present: 'GUARDIAN_1,GUARDIAN_2',
    wants: 'elevhalsan,individ-och-familj,bup-dalsland',
    wishes: 'AFTERNOON',
  });
  card = await karin.press(card, 'child.open');
  card = await karin.press(card, 'child.save', {
    words: words.childWords,
    wordsMayBeShown: 'true',
    outcome: 'DONE',
    heldOn: dayFromNow(-1),
    participation: 'WHOLE',
  });
  card = await karin.press(card, 'childMore.save', { informed: 'true' });
  // Whether somebody must be protected follows on the talks.
  card = await karin.press(card, 'protection.save', { protectedIdentity: 'NO', secretPlace: 'NO' });
  for (const signer of ['consent1', 'consent2']) {
    card = await karin.press(card, `${signer}.open`);
    card = await karin.press(card, `${signer}.save`, { signedOn: dayFromNow(-1), validMonths: '6' });
    card = await karin.press(card, `${signer}.record`, {
      parties: 'elevhalsan,individ-och-familj,bup-dalsland',
      topics: 'SCHOOL,MENTAL_HEALTH',
      originalLocation: words.original,
      scopes: 'MEETING,PREPARE,PLAN_COPY,BETWEEN_MEETINGS',
    });
  }
  expect(textOf(card)).toContain('Samtycket är klart');
  return card;
}

/** 2. Who, when and where; what will stand in the calendars; sent. */
export async function call(
  sandbox: TestSandbox,
  from?: CardJson,
  beside: Record<string, string> = {},
  meets: Record<string, string> = {},
): Promise<SinkMessage> {
  const karin = insisting(sandbox.as(KARIN));
  const { message } = await openCase(sandbox);
  let card = await karin.press(from ?? message.card, 'invite.open');
  const chosen = inputsOf(card).flatMap(({ id, choices }) => {
    const person = choices.find(({ value }) => value === SAMIRA.id || value === LENA.id);
    return person ? [[id, person.value]] : [];
  });
  card = await karin.press(card, 'invite.save', { ...Object.fromEntries(chosen), ...beside });
  await karin.press(card, 'time.open');
  const times = await sandbox.sink.until(
    () => inputsOf(message.card).some(({ id }) => id === 'slot') && message.card,
    'the proposed times',
  );
  const slot = inputsOf(times).find(({ id }) => id === 'slot')?.choices[0]?.value ?? '';
  card = await karin.press(times, 'time.save', { slot, place: 'stadshuset-dalbo', ...meets });
  card = await karin.press(card, 'family.open');
  card = await karin.press(card, 'family.save', { familyAgreed: 'true' });
  card = await karin.press(card, 'check.open');
  card = await karin.press(card, 'preview.open');
  expect(textOf(card)).toContain('Samverkansmöte');
  await karin.press(card, 'kallelse.send');
  await sandbox.sink.until(() => textOf(message.card).includes('Kallelsen är skickad'), 'the kallelse is sent');
  return message;
}

type GraphEvent = { id: string; subject: string; start: { dateTime: string } };

/** The invitation as it stands in somebody's calendar. */
export async function invitations(sandbox: TestSandbox, person: { id: string }): Promise<GraphEvent[]> {
  const { body } = await sandbox.graph('GET', `/users/${person.id}/events?$top=999`);
  return (body.value as GraphEvent[]).filter(({ subject }) => subject.startsWith('Samverkansmöte'));
}

/** 3. The invited answer in Outlook; the card in Teams shows it by itself. */
export async function answer(sandbox: TestSandbox): Promise<void> {
  const message = await sandbox.sink.until(() => caseMessage(sandbox), 'the card of the case');
  for (const [person, how] of [
    [SAMIRA, 'accept'],
    [LENA, 'tentativelyAccept'],
  ] as const) {
    const [event] = await invitations(sandbox, person);
    if (!event) throw new Error(`no invitation in ${person.name}'s calendar`);
    const { status } = await sandbox.graph('POST', `/users/${person.id}/events/${event.id}/${how}`, {
      sendResponse: true,
    });
    expect(status).toBe(202);
  }
  await sandbox.sink.until(
    () => /Ja/.test(textOf(message.card)) && /Preliminärt/.test(textOf(message.card)),
    'both answers on the card',
  );
}

/** In milliseconds, as Outlook has it. */
async function meetsAt(sandbox: TestSandbox): Promise<number> {
  const [event] = await invitations(sandbox, SAMIRA);
  return Date.parse(`${event?.start.dateTime.slice(0, 19)}Z`);
}

/**
 * 4. At the meeting: who came, the child's own words, needs, goals, measures, who holds it together, what is open;
 * locked.
 */
export async function meet(sandbox: TestSandbox, words: Words = WORDS): Promise<SinkMessage> {
  const karin = insisting(sandbox.as(KARIN));
  const message = await sandbox.sink.until(() => caseMessage(sandbox), 'the card of the case');
  const startMs = await meetsAt(sandbox);
  await sandbox.moveClock(new Date(startMs - 14 * 60_000).toISOString());
  const open = await sandbox.sink.until(
    () => buttonsOf(message.card).some(({ verb }) => verb === 'meeting.open') && message.card,
    '"Öppna mötet"',
  );
  let card = await karin.press(open, 'meeting.open');
  const people = inputsOf(card).filter(({ id }) => id.startsWith('p_'));
  card = await karin.press(card, 'attendance.save', {
    ...Object.fromEntries(people.map(({ id }) => [id, 'IN_ROOM'])),
    child: 'WHOLE',
  });
  expect(textOf(card)).toContain(words.childWords);
  const { question, childGoal, works, worksNot } = words;
  card = await karin.press(card, 'childGoal.save', { childGoal, ownWords: 'YES', works, worksNot, question });
  card = await karin.press(card, 'needs.next', { need: words.need });
  card = await karin.press(card, 'goal.add', { goal: words.goalBefore });
  card = await karin.press(card, 'goal.change:1');
  card = await karin.press(card, 'goals.next', { goal: words.goal });
  for (const [n, what] of words.measures.entries()) {
    const who = n % 2 === 0 ? LENA.id : KARIN.id;
    card = await karin.press(card, 'measure.add', { what, who, dueOn: dayFromNow(n % 2 === 0 ? 30 : 14, startMs) });
  }
  const stands = (verb: string) => buttonsOf(card).some((button) => button.verb.startsWith(`${verb}_`));
  while (!stands('measure.change:1')) card = await karin.press(card, 'measures.more');
  card = await karin.press(card, 'measure.change:1');
  card = await karin.press(card, 'measure.more');
  card = await karin.press(card, 'measureMore.save', { doer: LENA.id, often: words.often, sign: words.sign });
  card = await karin.press(card, 'measures.next');
  const { crisisWhere } = words;
  const held = { principal: 'REGION', ownerUnitId: KARIN.unitId, crisisWhere };
  card = await karin.press(card, 'responsibility.points', held);
  for (const point of words.openPoints)
    card = await karin.press(card, 'openPoint.add', { point, unit: LENA.unitId, decideByOn: dayFromNow(7, startMs) });
  card = await karin.press(card, 'openPoint.remove:2');
  card = await karin.press(card, 'openPoints.next');
  for (const word of [words.childGoal, words.need, words.goal, words.measures[0]]) expect(textOf(card)).toContain(word);
  card = await karin.press(card, 'closing.open');
  card = await karin.press(card, 'plan.lock', {
    followUpOn: workingDayFromNow(60, startMs),
    childTellerRole: 'CONVENER',
    childTellByOn: dayFromNow(1, startMs),
  });
  expect(textOf(card)).toContain('Planen är klar');
  return message;
}

/** The measure's neutral card in the channel. */
export const measureMessage = (sandbox: TestSandbox, n: number): SinkMessage | undefined =>
  sandbox.sink.messages.findLast(
    ({ conversationId, card }) => conversationId.startsWith('19:') && textOf(card).startsWith(`Åtgärd ${n} `),
  );

/** 5. The responsible person looks at the measure in the channel and marks it done; everybody sees it. */
export async function finish(sandbox: TestSandbox, words: Words = WORDS): Promise<void> {
  const measure = await sandbox.sink.until(() => measureMessage(sandbox, 1), 'the measure in the channel');
  const lena = sandbox.as(LENA, { conversationId: measure.conversationId, conversationType: 'channel' });
  const shown = await lena.press(measure.card, 'measure.show');
  expect(textOf(shown)).toContain(words.measures[0]);
  await lena.press(shown, 'measure.done');
  const shows = (message: SinkMessage | undefined, done: RegExp) =>
    message !== undefined && done.test(textOf(message.card));
  await sandbox.sink.until(() => shows(measureMessage(sandbox, 1), /Klar /), 'the measure is done for everybody');
  await sandbox.sink.until(
    () => shows(caseMessage(sandbox), /Åtgärd 1 .*\*\*Klar\*\*/),
    "the convener's card shows it",
  );
}

/** 6. The plan is handed over; Lena reads her copy, lets a colleague in, and says that it is in their file. */
export async function handOver(sandbox: TestSandbox, words: Words = WORDS): Promise<void> {
  const karin = sandbox.as(KARIN);
  const lena = sandbox.as(LENA);
  await lena.type('hej');
  const { card } = await openCase(sandbox);
  await karin.press(await karin.press(card, 'hand.open'), 'hand.save');
  const copy = await sandbox.sink.until(
    () => sandbox.sink.messages.findLast((one) => buttonsOf(one.card).some(({ verb }) => verb === 'copy.show')),
    'the copy in the chat',
  );
  const shown = await lena.press(copy.card, 'copy.show');
  for (const word of [words.question, words.goal, ...words.measures]) expect(textOf(shown)).toContain(word);
  const text = await lena.press(shown, 'copy.text');
  expect(inputsOf(text).map(({ value }) => value)).toEqual([expect.stringContaining(words.measures[0] ?? '')]);
  const people = await lena.press(await lena.press(text, 'copy.show'), 'copy.colleague');
  const colleague = inputsOf(people)[0]?.choices[0]?.value ?? '';
  await lena.press(await lena.press(people, 'copy.letIn', { colleague }), 'copy.filed');
}

/** 7. The child has a page of its own. */
export async function tellChild(sandbox: TestSandbox, words: Words = WORDS): Promise<void> {
  const karin = insisting(sandbox.as(KARIN));
  const { card } = await openCase(sandbox);
  const page = await karin.press(card, 'tellChild.open');
  const saved = await karin.press(page, 'tellChild.save', { sentence1: words.childPage });
  expect(textOf(saved)).toContain('när barnet har fått veta.');
}

/** 8. Before the follow-up the child is talked with once more; the card stands as before. */
export async function talkAnew(sandbox: TestSandbox, words: Words = WORDS): Promise<void> {
  const karin = insisting(sandbox.as(KARIN));
  const { card } = await openCase(sandbox);
  const list = await karin.press(await karin.press(card, 'more.open'), 'anew.open');
  const { better, notBetter } = words;
  const heldOn = dayFromNow(0, await meetsAt(sandbox));
  const said = { outcome: 'DONE', heldOn, better, notBetter, wordsMayBeShown: 'true' };
  const saved = await karin.press(await karin.press(list, 'anewChild.open'), 'anewChild.save', said);
  expect(textOf(saved)).toContain('Kort samtal med barnet ✓');
  await karin.press(saved, 'guide.open');
}
