/**
 * The whole trip with words that stand nowhere else in every field that somebody types in. They are shown on cards to
 * those who may see them, and must be found nowhere else: not in what leaves the program, not in the log, not in clear
 * in the database.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openKeyRing } from '../../prisma/crypto.ts';
import { sandboxKeys } from '../../sandbox/keys.ts';
import register from '../../sandbox/register.json' with { type: 'json' };
import { expectAtRest } from '../support/at-rest.ts';
import { type DumpedRow, dumpDatabase } from '../support/dump-database.ts';
import { KARIN, LENA, openSandbox, type TestSandbox } from '../support/sandbox.ts';
import { beginStory } from '../support/story.ts';
import {
  answer,
  call,
  dayFromNow,
  finish,
  handOver,
  meet,
  prepare,
  talkAnew,
  tellChild,
  type Words,
} from '../support/trip.ts';
import { addTries, checkedDecision } from '../support/unreachable.ts';

/** Letters only, so that no escaping changes it on its way. */
const canary = () =>
  `kanarie${randomBytes(12)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`;

const words: Words = {
  childWords: `Jag tycker om ${canary()}.`,
  original: `Pärmen ${canary()}`,
  question: `Hur det kan bli ${canary()}.`,
  childGoal: `Få vara ${canary()}.`,
  works: `Att ${canary()}.`,
  worksNot: `Inte ${canary()}.`,
  // What never stands in a plan is asked about; whoever types it presses once more.
  need: `Orka trots sin diagnos ${canary()}.`,
  goalBefore: `Allt ${canary()} varje dag.`,
  goal: `Mer ${canary()} i veckan.`,
  measures: [`Prata om ${canary()}.`, `Ringa ${canary()}.`],
  often: `Varje ${canary()}.`,
  sign: `När ${canary()}.`,
  crisisWhere: `Hos ${canary()}.`,
  openPoints: [`Om ${canary()}.`, `Vem ${canary()}.`],
  better: `Bättre ${canary()}.`,
  notBetter: `Inte bättre ${canary()}.`,
  childPage: `Du får ${canary()}.`,
};
/** Typed in the chat, and in fields that were refused. */
const typed = { unknownWord: canary(), worry: canary(), withNumber: canary(), refused: canary(), inChannel: canary() };
/** Kept beside the main trip: where a booking and the decisions of managers are found. */
const references = { booking: `Bokning ${canary()}`, excused: `Beslut ${canary()}`, lifted: `Beslut ${canary()}` };
/** Before the @ of an address that is typed: it must reach the calendars, as an address and as nothing else. */
const addressed = canary();
const CANARIES = [...Object.values(words).flat(), ...Object.values(typed), ...Object.values(references)].flatMap(
  (text) => /kanarie[a-p]+/.exec(text) ?? [],
);
const PERSONNUMMER = '19121212-1212';

const found = (text: string): string[] =>
  [...CANARIES, PERSONNUMMER, '191212121212'].filter((one) => text.includes(one));

/** Made by the program, or by its owner's leave beside the canaries: an address that is typed has tests of its own. */
const NOT_TYPED = [
  'Meeting.inCalendarSealed',
  'Meeting.joinUrlSealed',
  'Participant.mailSealed',
  'PrintLink.tokenSealed',
  'Subscription.clientStateSealed',
];

/** "Talk.wordsSealed" and all the others, as the schema has them. */
function sealedColumns(): string[] {
  const models = readFileSync('prisma/schema.prisma', 'utf8').matchAll(/^model (\w+) \{(.*?)^\}/gms);
  return [...models]
    .flatMap(([, model, body = '']) =>
      [...body.matchAll(/^ +(\w+Sealed) /gm)].map(([, column]) => `${model}.${column}`),
    )
    .sort();
}

let sandbox: TestSandbox;
let outbound: string;
/** What is Teams' own of the link that one joins by. */
let link: string;
let log: string;
let rows: DumpedRow[];
const answers: string[] = [];

beforeAll(async () => {
  sandbox = await openSandbox({ databaseUrl: null });
  const karin = sandbox.as(KARIN);
  await prepare(sandbox, words);
  const typedAddress = { otherUnit: 'bup-dalsland', otherMail: `${addressed}@vgregion.example` };
  await call(sandbox, undefined, typedAddress, { how: 'HYBRID' });
  link = await linkOf(sandbox);
  await answer(sandbox);
  await meet(sandbox, words);
  await finish(sandbox, words);
  await handOver(sandbox, words);
  await tellChild(sandbox, words);
  await talkAnew(sandbox, words);

  const channel = {
    conversationId: '19:sip-elevhalsan@thread.tacv2;messageid=1',
    conversationType: 'channel',
  } as const;
  await karin.type(typed.unknownWord);
  await karin.type(`Barnet far illa, ${typed.worry}`);
  await karin.type(`${PERSONNUMMER} heter ${typed.withNumber}`);
  await sandbox.as(LENA, channel).type(`<at>Västbus</at> ${typed.inChannel}`);
  const story = await beginStory(sandbox);
  await story.fill('start');
  await story.press('child.open');
  answers.push(await story.press('child.save', { words: `${PERSONNUMMER} ${typed.refused}`, outcome: 'DONE' }));
  answers.push(story.input('words')?.value ?? '');
  await story.press('child.back', { words: 'Inget än.' });
  await story.until(/Samtal med barnet\nPåbörjat/);

  await story.press('guardian1.open');
  await story.press('guardian1.practical');
  await story.press('guardian1.savePractical', { interpreter: 'ar', interpreterBooking: references.booking });
  await story.press('guardian2.open');
  await story.press('guardian2.excuse');
  await addTries(story);
  const decided = { role: 'UNIT_MANAGER', decidedOn: dayFromNow(-1) };
  await story.press('guardian2.saveExcuse', { ...checkedDecision(), reference: references.excused });
  await story.press('protection.open');
  await story.press('protection.save', { protectedIdentity: 'YES' });
  await story.press('more.open');
  await story.press('protection.open');
  await story.press('lift.open');
  await story.press('lift.save', { ...decided, reference: references.lifted });
  await story.press('protection.save', { protectedIdentity: 'NO', secretPlace: 'NO' });
  await story.press('print.open');
  await story.press('print.code-slip');
  await story.press('guide.open');
  await story.until(/Väntas inte på/);

  await expectAtRest(sandbox);
  outbound = JSON.stringify(await sandbox.outbound());
  await sandbox.kill();
  log = await sandbox.log();
  rows = await dumpDatabase(sandbox.dataDir);
}, 120_000);
afterAll(() => sandbox?.close());

async function linkOf({ graph }: TestSandbox): Promise<string> {
  const { body } = await graph('GET', `/users/${KARIN.id}/events?$top=999`);
  const urls = (body.value as { onlineMeeting: { joinUrl: string } | null }[]).map((one) => one.onlineMeeting?.joinUrl);
  return /meeting_([\w-]{20,})/.exec(urls.join())?.[1] ?? '';
}

test('where one joins a meeting stands in Outlook and sealed, and not in Teams, the log or any table', () => {
  expect(link).not.toBe('');
  const requests = JSON.parse(outbound) as { to: string; body: unknown; response: unknown }[];
  const written = requests.filter(({ body }) => JSON.stringify(body)?.includes(link));
  expect(written).toEqual([]);
  expect(requests.some(({ to, response }) => to === 'graph' && JSON.stringify(response)?.includes(link))).toBe(true);
  expect(sandbox.sink.bodies.join()).not.toContain(link);
  expect(log).not.toContain(link);
  expect(rows.filter(({ text }) => text.includes(link))).toEqual([]);
});

describe('typed words', () => {
  test('would be found: one who may see them is shown them', () => {
    expect(found(answers.join())).toEqual([typed.refused, PERSONNUMMER]);
    expect(CANARIES).toHaveLength(27);
  });

  test('are in nothing that left the program, neither to Graph nor to Teams', () => {
    const requests = JSON.parse(outbound) as { to: string; method: string; url: string }[];
    const kinds = new Set(requests.map(({ to, method }) => `${to} ${method}`));
    for (const kind of ['graph POST', 'graph GET', 'teams POST', 'teams PUT']) expect(kinds).toContain(kind);
    expect(found(outbound)).toEqual([]);
    expect(sandbox.sink.bodies.length).toBeGreaterThan(10);
    expect(found(sandbox.sink.bodies.join())).toEqual([]);
  });

  test('are not on the copy of the plan that stands in somebody’s chat, and they were shown there', () => {
    const copies = sandbox.sink.messages.filter(({ card }) => JSON.stringify(card).includes('"copy.show"'));
    expect(new Set(copies.map(({ conversationId }) => conversationId)).size).toBe(1);
    expect(found(JSON.stringify(copies))).toEqual([]);
    const read = rows.filter(({ table, row }) => table === 'Audit' && row.act === 'copy.show' && row.outcome === 'ok');
    expect(read.map(({ row }) => row.actorId)).toEqual([LENA.id, LENA.id]);
  });

  test('are not in the log', () => {
    expect(found(log)).toEqual([]);
  });

  test('stand in no table in clear, the queue included', () => {
    const tables = new Set(rows.map(({ table }) => table));
    for (const table of [
      'Talk',
      'Consent',
      'Plan',
      'Goal',
      'Measure',
      'PlanRecipient',
      'Posting',
      'SeenAct',
      'Effect',
      'Audit',
      'pgboss.job',
    ]) {
      expect([...tables].some((name) => name.startsWith(table))).toBe(true);
    }
    expect(rows.filter(({ text }) => found(text).length > 0).map(({ table }) => table)).toEqual([]);
  });

  test('are sealed where they are kept', () => {
    const sealed = rows.flatMap(({ table, row }) =>
      Object.entries(row).flatMap(([column, value]) =>
        column.endsWith('Sealed') && value !== null ? [{ at: `${table}.${column}`, value }] : [],
      ),
    );
    // Every sealed column that there is: a new one must be walked through here too.
    // A link goes when its meeting is over; that it is sealed until then: `test/prisma/unreadable.test.ts`.
    const kept = sealedColumns().filter((column) => column !== 'Meeting.joinUrlSealed');
    expect([...new Set(sealed.map(({ at }) => at))].sort()).toEqual(kept);
    for (const { value } of sealed) expect(value).toMatch(/^v2\.sandbox\.[\w-]+\.[\w-]+$/);
  });

  test('were typed in every field that is sealed', () => {
    const keys = openKeyRing(sandboxKeys(sandbox.dataDir).dataKeys);
    const typedIn = rows.flatMap(({ table, row }) =>
      Object.entries(row).flatMap(([column, value]) => {
        if (!column.endsWith('Sealed') || value === null || NOT_TYPED.includes(`${table}.${column}`)) return [];
        const text = keys.open(String(value), `${table}.${column.replace(/Sealed$/, '')}:${row.id}`);
        return /kanarie/.test(text) ? [`${table}.${column}`] : [];
      }),
    );
    expect([...new Set(typedIn), ...NOT_TYPED].sort()).toEqual(sealedColumns());
  });
});

describe('an address that was typed', () => {
  test('reaches the calendars as an address, under the name of its unit', () => {
    expect(outbound).toContain(`"address":"${addressed}@vgregion.example"`);
    expect(outbound.replaceAll(`"address":"${addressed}@vgregion.example"`, '')).toMatch(/"name":"BUP Dalsland"/);
    const elsewhere = (JSON.parse(outbound) as { method: string; body: unknown }[])
      .map(({ body }) => JSON.stringify(body) ?? '')
      .filter((body) => body.replaceAll(`${addressed}@vgregion.example`, '').includes(addressed));
    expect(elsewhere).toEqual([]);
    expect(outbound).not.toContain(`"name":"${addressed}`);
  });

  test('stands in no table in clear, not in the log, and on no card in a chat', () => {
    expect(rows.filter(({ text }) => text.includes(addressed)).map(({ table }) => table)).toEqual([]);
    expect(log).not.toContain(addressed);
    expect(sandbox.sink.bodies.join()).not.toContain(addressed);
    expect(rows.some(({ table, row }) => table === 'Participant' && row.mailTyped === true)).toBe(true);
  });
});

describe('people', () => {
  const names = register.people.flatMap(({ name, mail }) => [
    name,
    ...name.split(' ').filter((part) => part.length > 3),
    mail,
  ]);
  const named = (text: string) => names.filter((name) => text.includes(name));

  test('are not in the log', () => {
    expect(named(log)).toEqual([]);
  });

  test('have their names in the register only; their addresses where they are called', () => {
    const mails = register.people.map(({ mail }) => mail);
    const elsewhere = rows.filter(({ table }) => table !== 'Person');
    expect(
      elsewhere.filter(({ text }) => register.people.some(({ name }) => text.includes(name))).map(({ table }) => table),
    ).toEqual([]);
    expect([
      ...new Set(elsewhere.filter(({ text }) => mails.some((mail) => text.includes(mail))).map(({ table }) => table)),
    ]).toEqual(['Participant']);
  });

  test('are not named in the channel', () => {
    const inChannel = sandbox.sink.messages.filter(({ conversationId }) => conversationId.startsWith('19:'));
    expect(inChannel.length).toBeGreaterThanOrEqual(3);
    expect(named(JSON.stringify(inChannel.map(({ card }) => card)))).toEqual([]);
  });
});
