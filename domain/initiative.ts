import type { Initiative } from './codes.ts';

/** The family's own request has a day, and a no to it wants its reason (SoL 10:8). */
export const isFamilys = (initiative: Initiative | null): boolean => initiative === 'FAMILY' || initiative === 'CHILD';
