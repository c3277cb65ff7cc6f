/** Languages that an interpreter is booked for. Sign language is booked elsewhere than spoken languages. */
export const INTERPRETER_LANGUAGES = [
  'ar',
  'so',
  'fa',
  'prs',
  'ti',
  'ku',
  'bs',
  'pl',
  'uk',
  'ru',
  'th',
  'es',
  'en',
  'sign',
  'other',
] as const;
export type InterpreterLanguage = (typeof INTERPRETER_LANGUAGES)[number];

/** Booked is what has a number from the agency; until then it is only wanted. */
export type Interpreting = 'BOOKED' | 'WANTED' | 'NONE';

type Interpreted = { interpreter: InterpreterLanguage | null; interpreterBooking: string | null };
export function interpretingOf(talks: readonly Interpreted[]): Interpreting {
  const wanted = talks.filter(({ interpreter }) => interpreter !== null);
  if (wanted.length === 0) return 'NONE';
  return wanted.every(({ interpreterBooking }) => interpreterBooking) ? 'BOOKED' : 'WANTED';
}
