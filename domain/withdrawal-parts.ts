import { latestConsent } from './consent.ts';
import type { Moment } from './moment.ts';
import type { Withdrawal } from './rows/consent.ts';
import { mayWithdraw } from './withdrawal.ts';

export type Part = { value: string; part: Pick<Withdrawal, 'scope' | 'unitId' | 'topic' | 'ofScope'> };

const partOf = (set: Partial<Part['part']> & Pick<Withdrawal, 'scope'>): Part => {
  const part = { unitId: null, topic: null, ofScope: null, ...set };
  return { value: [part.scope, part.unitId ?? part.topic ?? part.ofScope].join(':'), part };
};

/**
 * What can be taken back alone: each party but the own unit, each topic, and what the parties do together, that
 * somebody's consent names. Without the meeting itself there is nothing left: that is all of it.
 */
export function partsToWithdraw(moment: Moment): Part[] {
  const { file, today } = moment;
  const consents = mayWithdraw(moment).flatMap((one) =>
    one === 'CHILD' ? [] : (latestConsent(file, one, today) ?? []),
  );
  const units = new Set(consents.flatMap(({ parties }) => parties).filter((unit) => unit !== file.case.unitId));
  const topics = new Set(consents.flatMap(({ topics }) => topics));
  const scopes = new Set(consents.flatMap(({ scopes }) => scopes).filter((scope) => scope !== 'MEETING'));
  return [
    ...[...units].map((unitId) => partOf({ scope: 'PARTY', unitId })),
    ...[...topics].map((topic) => partOf({ scope: 'TOPIC', topic })),
    ...[...scopes].map((ofScope) => partOf({ scope: 'SCOPE', ofScope })),
  ];
}
