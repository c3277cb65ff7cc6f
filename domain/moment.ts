import type { Temporal } from 'temporal-polyfill';
import type { CaseFile } from './rows/case-file.ts';
import type { Register } from './rows/register.ts';

/**
 * What a rule of today looks at: a case, the register with its settings, and when. Steps and projections have it as they
 * are. What must hold on another day than today (consent) takes that day instead.
 */
export type Moment = { file: CaseFile; register: Register; now: Temporal.Instant; today: Temporal.PlainDate };
