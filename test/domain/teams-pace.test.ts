/** The bot's own pace towards Teams, on a clock that only the test moves. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Clock } from '../../domain/ports.ts';
import { CONVERSATION_LIMITS, TENANT_LIMITS, type TeamsPace, turnIn } from '../../domain/teams-pace.ts';

const MESSAGES = 10_000;
/** What Teams allows: so many in so many milliseconds. */
const TEAMS = [
  { most: 7, ms: 1_000 },
  { most: 8, ms: 2_000 },
  { most: 60, ms: 30_000 },
  { most: 1_800, ms: 3_600_000 },
];
const TENANT = [{ most: 30, ms: 1_000 }];

type Message = { chat: number; tenant: number; waitedFor: boolean; at: number };
type Sent = Message & { sentAt: number; asked: number };

/** Everybody asks in the order of their time; who is put off asks again when told, a poll later. */
function sendAll(messages: readonly Message[]): Sent[] {
  let time = Temporal.Instant.from('2027-03-01T09:00:00Z');
  const clock: Clock = { now: () => time };
  const begins = clock.now().epochMilliseconds;
  const paces = new Map<string, TeamsPace>();
  const waiting = messages.map((message) => ({ ...message, next: message.at, asked: 0 }));
  const sent: Sent[] = [];
  const queue = new Map<number, typeof waiting>();
  const put = (one: (typeof waiting)[number]) => {
    const slot = Math.ceil(one.next / 10);
    queue.set(slot, [...(queue.get(slot) ?? []), one]);
  };
  for (const one of waiting) put(one);
  for (let slot = 0; sent.length < messages.length; slot += 1) {
    const due = queue.get(slot);
    if (!due) continue;
    queue.delete(slot);
    time = Temporal.Instant.fromEpochMilliseconds(begins + slot * 10);
    for (const one of due) {
      const now = clock.now().epochMilliseconds;
      const keys = [`chat ${one.chat}`, `tenant ${one.tenant}`];
      const places = keys.map((key, n) => ({
        limits: n === 0 ? CONVERSATION_LIMITS : TENANT_LIMITS,
        pace: paces.get(key) ?? null,
      }));
      const { waitMs, paces: next } = turnIn(places, now, one.waitedFor);
      for (const [n, key] of keys.entries()) paces.set(key, next[n] as TeamsPace);
      one.asked += 1;
      if (waitMs === 0) sent.push({ ...one, sentAt: slot * 10 });
      else put({ ...one, next: slot * 10 + Math.max(10, waitMs) });
    }
  }
  return sent;
}

/** The most that were sent in any window of this length, wherever it begins. */
function mostIn(times: readonly number[], ms: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  let [most, from] = [0, 0];
  for (const [to, time] of sorted.entries()) {
    while ((sorted[from] ?? 0) < time - ms) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

const by = (sent: readonly Sent[], of: (one: Sent) => number): number[][] => {
  const groups = new Map<number, number[]>();
  for (const one of sent) groups.set(of(one), [...(groups.get(of(one)) ?? []), one.sentAt]);
  return [...groups.values()];
};

function overLimits(sent: readonly Sent[]): string[] {
  const chats = by(sent, ({ chat }) => chat).flatMap((times) =>
    TEAMS.filter(({ most, ms }) => mostIn(times, ms) >= most).map(({ most, ms }) => `chat ${most} in ${ms}`),
  );
  const tenants = by(sent, ({ tenant }) => tenant).flatMap((times) =>
    TENANT.filter(({ most, ms }) => mostIn(times, ms) >= most).map(({ most, ms }) => `tenant ${most} in ${ms}`),
  );
  return [...chats, ...tenants];
}

describe('fault 28: bursts', () => {
  test(`fault 28: ${MESSAGES} messages at once to 200 chats of two tenants: none over any limit, and few ask often`, () => {
    const sent = sendAll(
      Array.from({ length: MESSAGES }, (_, n) => ({
        chat: n % 200,
        tenant: (n % 200) % 2,
        waitedFor: n % 7 === 0,
        at: 0,
      })),
    );
    expect(sent).toHaveLength(MESSAGES);
    expect(overLimits(sent)).toEqual([]);
    expect(sent.reduce((sum, { asked }) => sum + asked, 0) / MESSAGES).toBeLessThan(10);
  });

  test('fault 28: 2,000 messages to one chat keep below the hour’s limit too', () => {
    const sent = sendAll(Array.from({ length: 2_000 }, () => ({ chat: 0, tenant: 0, waitedFor: true, at: 0 })));
    expect(overLimits(sent)).toEqual([]);
  });

  test('fault 28: whenever they come, and in whatever order', () => {
    const message = fc.record({
      chat: fc.nat(3),
      tenant: fc.constant(0),
      waitedFor: fc.boolean(),
      at: fc.nat(20_000),
    });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 300 }), (messages) => {
        expect(overLimits(sendAll(messages))).toEqual([]);
      }),
      { seed: 28, numRuns: 60 },
    );
  });

  test('fault 28: who waits goes before what nobody waits for, however much of that there is', () => {
    const background = Array.from({ length: 500 }, () => ({ chat: 0, tenant: 0, waitedFor: false, at: 0 }));
    const person = [5_000, 20_000, 100_000].map((at) => ({ chat: 0, tenant: 0, waitedFor: true, at }));
    const sent = sendAll([...background, ...person]);
    for (const one of sent.filter(({ waitedFor }) => waitedFor)) expect(one.sentAt).toBe(one.at);
  });
});
