/** What a printed paper is made from. Never a word that the child or a guardian has said: there is no field for it. */
import type { AgeBand } from '../domain/codes.ts';

export type Paper = {
  code: string;
  municipality: string;
  /** What the meeting is called: "Västbusmöte". */
  word: string;
  /** 18–20: the young person is spoken to, and nobody's guardian. */
  youth: boolean;
  ageBand: AgeBand | null;
  /** Names of the units that can stand on the consent form, the own one first. */
  units: string[];
  /** Those who sign: "mamma", "pappa", "den unge". */
  signers: string[];
  convener: { role: string; unit: string; phone: string };
  /** "tisdag 3 mars kl. 13.00–14.00 (v. 10)"; null: a line to fill in by hand. */
  when: string | null;
  /** Null: told by word of mouth, or a line by hand where there is no time either. */
  place: string | null;
  called: { unit: string; role: string }[];
  /** Last day of the consent, in words. */
  consentTo: string | null;
  childPart: { from: string; to: string } | null;
  /** Those who get an invitation each: there may be two homes. */
  homes: string[];
  /** The deviation that a draft is about, in fixed words. */
  deviation: {
    type: string;
    day: string;
    unitKind: string;
    what: string;
    incident: string | null;
    consequences: { label: string; ticked: boolean }[];
  } | null;
};
