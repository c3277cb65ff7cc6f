/**
 * The longest row of marks on one letter that is looked at; no language has nearly so many. Putting them in order takes
 * the square of their number. Source: Unicode Standard Annex #15, Stream-Safe Text Format.
 */
const TOO_MANY_MARKS = /(\p{M}{30})\p{M}+/gu;

/** One spelling of each character. What people type about somebody is only looked at so, and kept as it was typed. */
export const normalized = (text: string, form: 'NFC' | 'NFD' | 'NFKC'): string =>
  text.replace(TOO_MANY_MARKS, '$1').normalize(form);
