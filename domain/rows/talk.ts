import type { Temporal } from 'temporal-polyfill';
import type {
  ChildTalkOutcome,
  ConsentMethod,
  Delivery,
  InterpreterHow,
  OwnConsent,
  Participation,
  PresentRole,
  Shares,
  Support,
  TalkPartner,
  VoiceKeeper,
  Wish,
} from '../codes.ts';
import type { InterpreterLanguage } from '../interpreters.ts';
import type { With } from './with.ts';

export type Talk = {
  id: string;
  caseId: string;
  with: TalkPartner;
  /** Before which plan it was held: 1 the first, 2 its follow-up, and so on. */
  round: number;
  outcome: ChildTalkOutcome | null;
  heldOn: Temporal.PlainDate | null;
  present: PresentRole[];
  informed: boolean;
  /** Units. */
  wants: string[];
  wishes: Wish[];
  words: string | null;
  wordsMayBeShown: boolean;
  participation: Participation | null;
  /** Days (`2027-03-01`) on which somebody rang in vain. */
  notReached: string[];
  /** Other tries that led to nothing: `2027-03-08 LETTER`. */
  otherTries: string[];
  delivery: Delivery | null;
  interpreter: InterpreterLanguage | null;
  interpreterHow: InterpreterHow | null;
  interpreterBooking: string | null;
  support: Support[];
  voiceKeeper: VoiceKeeper | null;
  /** The child's answer about sharing; null: not asked. What the child who is able says counts when it is signed. */
  shares: Shares | null;
  /** History, with what was given in writing: nothing writes it any more. */
  ownConsent: OwnConsent | null;
  ownConsentOn: Temporal.PlainDate | null;
  ownConsentMethod: ConsentMethod | null;
  ownConsentById: string | null;
  /** The invitation on paper: handed over or sent, and arrived. */
  invitedOn: Temporal.PlainDate | null;
  reachedOn: Temporal.PlainDate | null;
  revision: number;
};

export const newTalk = (row: With<Talk, 'id' | 'caseId' | 'with'>): Talk => ({
  round: 1,
  outcome: null,
  heldOn: null,
  present: [],
  informed: false,
  wants: [],
  wishes: [],
  words: null,
  wordsMayBeShown: false,
  participation: null,
  notReached: [],
  otherTries: [],
  delivery: null,
  interpreter: null,
  interpreterHow: null,
  interpreterBooking: null,
  support: [],
  voiceKeeper: null,
  shares: null,
  ownConsent: null,
  ownConsentOn: null,
  ownConsentMethod: null,
  ownConsentById: null,
  invitedOn: null,
  reachedOn: null,
  revision: 0,
  ...row,
});
