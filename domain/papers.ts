/** Which papers there are when. On paper only, everything is there. */

import type { Temporal } from 'temporal-polyfill';
import { isYouth, liveConsents, mayOwnSign } from './consent.ts';
import { currentMeeting, goesOn } from './current.ts';
import { isPaperOnly } from './gates.ts';
import type { OfferedDocument } from './names.ts';
import type { CaseFile } from './rows/case-file.ts';

type Offer = { name: OfferedDocument; applies: (file: CaseFile, today: Temporal.PlainDate) => boolean };

const isBefore = ({ case: { status } }: CaseFile) => status === 'PREPARING' || status === 'INVITED';
/** On paper only the pack has neutral ones, to fill in by hand: none says when, and none leads to a guardian. */
const hasTime = (file: CaseFile) => isBefore(file) && !isPaperOnly(file) && currentMeeting(file)?.startAt != null;

const OFFERS: readonly Offer[] = [
  { name: 'paper-pack', applies: (file) => isPaperOnly(file) && goesOn(file) },
  { name: 'print-pack', applies: (file) => isBefore(file) && !isPaperOnly(file) },
  {
    name: 'guardian-questions',
    applies: (file, today) => isBefore(file) && !isPaperOnly(file) && !isYouth(file.case, today),
  },
  { name: 'child-questions', applies: isBefore },
  { name: 'information', applies: goesOn },
  { name: 'consent-form', applies: goesOn },
  { name: 'child-consent', applies: (file, today) => goesOn(file) && mayOwnSign(file.case, today) },
  { name: 'code-slip', applies: goesOn },
  { name: 'family-invitation', applies: hasTime },
  { name: 'child-invitation', applies: (file, today) => hasTime(file) && !isYouth(file.case, today) },
  // No party is called on paper either without a live consent.
  { name: 'party-summons', applies: (file, today) => hasTime(file) && liveConsents(file, today) !== null },
];

export const offersOf = (file: CaseFile, today: Temporal.PlainDate): OfferedDocument[] =>
  OFFERS.filter(({ applies }) => applies(file, today)).map(({ name }) => name);
