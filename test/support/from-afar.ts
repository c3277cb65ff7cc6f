/** Meetings that some or all join by a link, as a case of a story has them. */
import type { Meeting } from '../../domain/rows/meeting.ts';

export const HYBRID: Partial<Meeting> = { how: 'HYBRID', fromAfar: ['GUARDIAN_2'] };
export const ONLINE: Partial<Meeting> = { how: 'ONLINE', placeId: null };
