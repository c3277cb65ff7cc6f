import type { TalkPartner } from './codes.ts';

/** Each guardian has pages of their own, kept apart: one's answers never stand on the other's. */
const VERBS = { GUARDIAN_1: 'guardian1', GUARDIAN_2: 'guardian2', CHILD: 'child' } as const satisfies Record<
  TalkPartner,
  string
>;

export const verbOf = <P extends TalkPartner>(partner: P): (typeof VERBS)[P] => VERBS[partner];
