import type { Temporal } from 'temporal-polyfill';
import type { Topic } from '../../domain/codes.ts';
import { latestConsent } from '../../domain/consent.ts';
import type { CaseFile } from '../../domain/rows.ts';
import { mayWithdraw } from '../../domain/withdrawal.ts';

export type Part = { value: string; unitId: string | null; topic: Topic | null };

/** What can be taken back alone: each party but the own unit, and each topic, that somebody's consent names. */
export function partsToWithdraw(file: CaseFile, today: Temporal.PlainDate): Part[] {
  const consents = mayWithdraw(file, today).flatMap((signer) => latestConsent(file, signer) ?? []);
  const units = new Set(consents.flatMap(({ parties }) => parties).filter((unit) => unit !== file.case.unitId));
  const topics = new Set(consents.flatMap(({ topics }) => topics));
  return [
    ...[...units].map((unitId): Part => ({ value: `PARTY:${unitId}`, unitId, topic: null })),
    ...[...topics].map((topic): Part => ({ value: `TOPIC:${topic}`, unitId: null, topic })),
  ];
}
