/** Which papers there are when. On paper only, everything is there. */

import type { Temporal } from 'temporal-polyfill';
import type { DocumentName } from '../../documents/documents.ts';
import { isYouth } from '../../domain/consent.ts';
import { currentMeeting } from '../../domain/current.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import type { CaseFile } from '../../domain/rows.ts';

type Offer = { name: DocumentName; applies: (file: CaseFile, today: Temporal.PlainDate) => boolean };

const isBefore = ({ case: { status } }: CaseFile) => status === 'PREPARING' || status === 'INVITED';
const goesOn = ({ case: { status } }: CaseFile) => status !== 'STOPPED' && status !== 'CLOSED';
const hasTime = (file: CaseFile) => isBefore(file) && currentMeeting(file)?.startAt != null;

const OFFERS: Offer[] = [
  { name: 'paper-pack', applies: (file) => isPaperOnly(file) && goesOn(file) },
  { name: 'print-pack', applies: (file) => isBefore(file) && !isPaperOnly(file) },
  { name: 'guardian-questions', applies: (file, today) => isBefore(file) && !isYouth(file.case, today) },
  { name: 'child-questions', applies: isBefore },
  { name: 'information', applies: goesOn },
  { name: 'consent-form', applies: goesOn },
  { name: 'code-slip', applies: goesOn },
  { name: 'family-invitation', applies: hasTime },
  { name: 'child-invitation', applies: (file, today) => hasTime(file) && !isYouth(file.case, today) },
  { name: 'party-summons', applies: hasTime },
];

export const offersOf = (file: CaseFile, today: Temporal.PlainDate): DocumentName[] =>
  OFFERS.filter(({ applies }) => applies(file, today)).map(({ name }) => name);
