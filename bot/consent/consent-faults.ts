import type { TextKey } from '../../cards/texts/say.ts';
import { type ConsentFault, consentFaults } from '../../domain/consent-fields.ts';

const SAID: Record<ConsentFault, TextKey> = {
  NOT_SIGNED: 'error.signedOn',
  DAY_AHEAD: 'error.futureDay',
  METHOD: 'error.method',
  END: 'error.validMonths',
  SIGNED_TOO_EARLY: 'error.signedTooEarly',
  BEGINS_BEFORE_18: 'error.beginsBefore18',
  BEGINS_BEFORE_SIGNED: 'error.beginsBeforeSigned',
  ENDS_BEFORE_BEGINS: 'error.endsBeforeBegins',
  ENDED: 'error.consentEnded',
  TOO_LONG: 'error.consentTooLong',
  PARTIES: 'error.parties',
  OWN_UNIT: 'error.ownUnit',
  TOPICS: 'error.topics',
  SCOPES: 'error.scopes',
  SCOPE_MEETING: 'error.scopeMeeting',
  LOCATION: 'error.originalLocation',
};

/** Sentences at the fields of a form that cannot be recorded as it stands. */
export const sayConsentFaults = (...signing: Parameters<typeof consentFaults>): Record<string, TextKey> =>
  Object.fromEntries(consentFaults(...signing).map(({ field, fault }) => [field, SAID[fault]]));
