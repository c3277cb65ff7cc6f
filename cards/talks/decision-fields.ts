import { DECIDING_ROLES } from '../../domain/codes.ts';
import { choice, day, words } from '../inputs.ts';

/** A manager's decision or check: who, when, and where it stands. */
export const decisionFields = () => ({ role: choice(DECIDING_ROLES), decidedOn: day(), reference: words(60) });
