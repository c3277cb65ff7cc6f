/**
 * Words of a report of concern or to the police: whoever made one keeps everything about it secret (OSL 40:7 g). Nothing
 * that is typed here may say it, whatever field it is in, and nobody is asked whether it is right: it is refused.
 */
import { normalized } from './characters.ts';

const SWEDISH = /(?:oros|polis|brotts)[\s-]{0,3}anm[äa]l/iu;
const ENGLISH = /\b(?:reports? of concern|concern report|police report)/iu;

export function namesReport(typed: string): boolean {
  const text = normalized(typed, 'NFC');
  return SWEDISH.test(text) || ENGLISH.test(text);
}
