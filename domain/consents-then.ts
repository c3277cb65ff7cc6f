import type { Temporal } from 'temporal-polyfill';
import type { Consents } from './consent.ts';
import { isAfter } from './days.ts';

type Recorded = { recordedAt: Temporal.Instant | null };

/** The forms as they stood at an instant: what was recorded or taken back since has no part in it. */
export function consentsThen<F extends Consents>(file: F, at: Temporal.Instant): F {
  const wasThere = ({ recordedAt }: Recorded) => recordedAt !== null && !isAfter(recordedAt, at);
  return { ...file, consents: file.consents.filter(wasThere), withdrawals: file.withdrawals.filter(wasThere) };
}
