/** On the page of a guardian who cannot be reached: three tries in two ways over ten days, and what a manager decided. */
import type { Story } from './story.ts';
import { dayFromNow } from './trip.ts';

export async function addTries(story: Story, guardian = 'guardian2'): Promise<void> {
  for (const [tryHow, days] of [
    ['PHONE', -12],
    ['PHONE', -6],
    ['LETTER', -2],
  ] as const)
    await story.press(`${guardian}.tried`, { tryHow, triedOn: dayFromNow(days) });
}

export const checkedDecision = () => ({
  hindrance: 'TRAVELLING',
  checked: 'true',
  role: 'HEAD_TEACHER',
  decidedOn: dayFromNow(-1),
  reference: 'dnr 2026/12',
});
