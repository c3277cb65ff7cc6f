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
