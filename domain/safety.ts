/**
 * What the two questions about safety lead to. Only that is kept: never which of them was answered with yes, nor why
 * (secrecy for protected identities and threatened persons, OSL 21:3, 22:1).
 */
import type { Safety, YesNoUnknown } from './codes.ts';

/**
 * Somebody who must not know when or where: the place is told by word of mouth; a threat means paper only, and so does
 * living in a shelter (who has custody there decides alone on other things than a plan: SoL on skyddat boende).
 */
export const SECRET_PLACE = ['NO', 'PLACE_ORALLY', 'SHELTER', 'THREAT', 'UNKNOWN'] as const;
export type SecretPlace = (typeof SECRET_PLACE)[number];

type Answers = { protectedIdentity: YesNoUnknown | null; secretPlace: SecretPlace | null };

export function safetyOf({ protectedIdentity, secretPlace }: Answers): Safety | null {
  if (protectedIdentity === 'YES' || secretPlace === 'THREAT' || secretPlace === 'SHELTER') return 'RESTRICTED';
  if (protectedIdentity === null && secretPlace === null) return null;
  if (protectedIdentity !== 'NO' || secretPlace === null || secretPlace === 'UNKNOWN') return 'UNKNOWN';
  return secretPlace === 'PLACE_ORALLY' ? 'PLACE_ORALLY' : 'OPEN';
}

/** What stands filled in when the page is opened again: only what the result tells for certain. */
export const answersOf = (safety: Safety | null): Answers =>
  safety === 'OPEN'
    ? { protectedIdentity: 'NO', secretPlace: 'NO' }
    : safety === 'PLACE_ORALLY'
      ? { protectedIdentity: 'NO', secretPlace: 'PLACE_ORALLY' }
      : { protectedIdentity: null, secretPlace: null };
