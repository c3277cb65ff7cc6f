/** Which of the acute numbers are shown, on paper and on the help card: those that somebody has rung to check. */
import type { AcuteNumber } from './codes.ts';
import type { Settings } from './rows/register.ts';

/** Null where there is none, or where nobody has checked it. */
export const checkedNumber = ({ acuteNumbers }: Pick<Settings, 'acuteNumbers'>, who: AcuteNumber): string | null => {
  const entry = acuteNumbers[who];
  return entry?.checkedOn ? entry.number : null;
};

/** Printed where there is one, without a line to fill in by hand. Bris is for children, adult psychiatry from 18. */
const MORE = {
  child: ['SOCIAL_SERVICES', 'EMERGENCY_ROOM', 'BRIS'],
  youth: ['SOCIAL_SERVICES', 'EMERGENCY_ROOM', 'ADULT_PSYCHIATRY'],
} as const satisfies Record<string, readonly AcuteNumber[]>;
export type MoreNumber = (typeof MORE)['child' | 'youth'][number];

export const moreNumbers = (settings: Settings, isYouth: boolean): { who: MoreNumber; number: string }[] =>
  MORE[isYouth ? 'youth' : 'child'].flatMap((who) => {
    const number = checkedNumber(settings, who);
    return number ? [{ who, number }] : [];
  });
