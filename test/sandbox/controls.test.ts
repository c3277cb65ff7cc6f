import { readFileSync, writeFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { newAct } from '../../bot/act.ts';
import { actAs, openActor } from '../../sandbox/actor.ts';
import { clockMove, openSandboxClock } from '../../sandbox/clock.ts';
import { openFaults } from '../../sandbox/faults.ts';
import { openRecord } from '../../sandbox/record.ts';
import { madeUpRegister, playgroundMembers, playgroundUser } from '../../sandbox/register.ts';
import { sandboxFolder } from '../support/sandbox-folder.ts';

const local = (at: Temporal.Instant) =>
  at.toZonedDateTimeISO('Europe/Stockholm').toPlainDateTime().toString({ smallestUnit: 'minute' });

test('a moved clock keeps its offset over a restart and goes on ticking', () => {
  const folder = sandboxFolder();
  openSandboxClock(folder).move(clockMove.parse({ now: '2026-03-03T11:45:00Z' }));

  const reopened = openSandboxClock(folder);
  expect(local(reopened.now())).toBe('2026-03-03T12:45');
  // Within the same millisecond it is the same instant.
  expect(Temporal.Instant.compare(reopened.now(), Temporal.Instant.from('2026-03-03T11:45:00Z'))).not.toBe(-1);
});

test('a week later is the same time of day, also over the change to summer time', () => {
  const clock = openSandboxClock(sandboxFolder());
  clock.move(clockMove.parse({ now: '2026-03-27T12:00:00Z' }));
  const told: string[] = [];
  clock.onMove((now) => told.push(local(now)));

  clock.move(clockMove.parse({ days: 7 }));
  expect(told).toEqual(['2026-04-03T13:00']);
});

test.each([
  { days: 0 },
  { days: 1.5 },
  { now: 'i morgon' },
  { now: '1066-10-14T09:00:00Z' },
  { days: 1, now: '2026-03-03T11:45:00Z' },
  {},
  null,
])('the clock does not move to %j', (to) => {
  expect(clockMove.safeParse(to).success).toBe(false);
});

test('the switches are one object that changes in place, and stand as they stood after a restart', () => {
  const folder = sandboxFolder();
  const faults = openFaults(folder);
  const held = faults.current;
  faults.change({ graph: '429', retryAfter: 3 });
  faults.change({ loseNotifications: true });
  expect(held).toEqual({ graph: '429', retryAfter: 3, loseNotifications: true });
  expect(openFaults(folder).current).toEqual(held);

  faults.startOver();
  expect(held).toEqual({});
});

test('the chosen person acts in the channel, and nobody but oneself in the own chat', () => {
  const register = madeUpRegister(56_150);
  const karin = playgroundUser(register);
  const actor = openActor(sandboxFolder(), register.people, karin);
  expect(actor.choose('nobody')).toBe(false);
  expect(actor.choose('bbbbbbbb-0000-4000-8000-000000000008')).toBe(true);

  const by = (personId: string, personal: boolean) =>
    actAs(actor)(
      newAct('words', 'hej', 'k', {
        actor: { personId },
        at: { tenantId: karin.tenantId, conversationId: 'c', serviceUrl: 's', personal },
      }),
    ).actor;
  expect(by(karin.id, false)).toEqual({ personId: 'bbbbbbbb-0000-4000-8000-000000000008' });
  expect(by(karin.id, true)).toMatchObject({ personId: karin.id });
  expect(by('somebody-else', false)).toMatchObject({ personId: 'somebody-else' });
});

test('a file that somebody has broken is named in a sentence', () => {
  const folder = sandboxFolder();
  writeFileSync(`${folder}/clock.json`, '{"offsetMs":');
  expect(() => openSandboxClock(folder)).toThrow(/clock\.json cannot be read: delete it/);
});

test('what left the program stands in the file when the call returns, one line each', () => {
  const folder = sandboxFolder();
  const record = openRecord(folder);
  const request = {
    at: '2026-02-23T08:20:00Z',
    to: 'teams',
    method: 'POST',
    url: 'http://localhost/',
    body: { ö: 1 },
    status: 201,
    response: {},
  } as const;
  record(request);
  record({ ...request, status: null });
  const lines = readFileSync(`${folder}/outbound.jsonl`, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([request, { ...request, status: null }]);
});

test('the made-up register has two organisations, a channel for the convening unit and exactly five others in the Playground', () => {
  const register = madeUpRegister(5_000);
  expect(new Set(register.people.map(({ tenantId }) => tenantId)).size).toBe(2);
  expect(register.channels).toMatchObject([
    { unitId: playgroundUser(register).unitId, serviceUrl: 'http://localhost:5000/_connector' },
  ]);
  for (const person of register.people) {
    const members = playgroundMembers(register, person);
    expect(members).toHaveLength(5);
    expect(members).not.toContainEqual(person);
  }
  expect(register.people.filter(({ mayCall }) => mayCall).map(({ name }) => name)).toEqual([
    'Karin Ek',
    'Jonas Alm',
    'Oskar Gran',
  ]);
  for (const { mail } of register.people) expect(mail).toMatch(/\.example$/);
});
