/** What a card is about may be for fewer than the card itself: its neutral page stands there for the others. */
import { expect, test } from 'vitest';
import { neutralPage } from '../../domain/card-content.ts';
import type { PostingKind } from '../../domain/codes.ts';
import { newPosting } from '../../domain/posting.ts';
import type { Person } from '../../domain/rows/register.ts';
import { fullFile, NOW, registerWith, viewOf } from '../support/case-views.ts';

const register = registerWith();
const full = fullFile({ status: 'PLAN_ACTIVE' }, ['GUARDIAN_1', 'GUARDIAN_2']);
const file = { ...full, plans: full.plans.map((plan) => ({ ...plan, lockedAt: NOW })) };
const [measure] = file.measures;
const { today } = viewOf('plan', file, 'sv', register);
const named = (name: string) => register.people.find((one) => one.name === name) as Person;
const [KARIN, LENA, OSKAR] = ['Karin Ek', 'Lena Hassel', 'Oskar Gran'].map(named);

function seenBy(kind: PostingKind, person: Person | null | undefined) {
  const at = { kind, page: 'delivered', tenantId: 'tenant', language: 'sv', createdAt: NOW } as const;
  const { set: posting } = newPosting('0', { ...at, caseId: file.case.id, measureId: measure?.id ?? null });
  return neutralPage({ posting: posting as never, person: person ?? null, conversationId: null, file, today });
}

test('a copy is for who was handed it; not for others, nor for whoever stands there unknown', () => {
  expect([LENA, KARIN, OSKAR, null].map((who) => seenBy('PLAN', who))).toEqual([
    null,
    ...['delivered', 'delivered', 'delivered'],
  ]);
});

test('a measure is for those who work in the case and for whose it is', () => {
  expect([KARIN, OSKAR, null].map((who) => seenBy('MEASURE', who))).toEqual([null, 'measure', 'measure']);
});

test('of other cards everybody who may view them sees all', () => {
  expect([KARIN, null].map((who) => seenBy('CASE', who))).toEqual([null, null]);
});
