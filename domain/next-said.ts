/** How the one thing to do next is said: the key of a sentence, and its values. */
import type { Temporal } from 'temporal-polyfill';
import type { Moment } from './moment.ts';
import { unitsToTellOfTopics } from './told.ts';

export type NextStep<K extends string> = {
  key: K;
  on: Temporal.PlainDate | null;
  unitId?: string;
  units?: string[];
  count?: number;
};

export const step = <K extends string>(key: K, more: Partial<Omit<NextStep<K>, 'key'>> = {}): NextStep<K> => ({
  key,
  on: null,
  ...more,
});

/** A topic was taken back: it stands first until everybody who is called has heard of it. */
export function tellTopics(moment: Moment) {
  const units = unitsToTellOfTopics(moment);
  return units.length > 0 ? step('next.tellTopics', { units }) : null;
}
