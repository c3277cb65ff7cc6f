/**
 * Whether who is called must come. The duty stands in the agreement between municipalities and region (Samverkan för
 * barns och ungas hälsa: until 2025-12-31 unless renewed), so somebody has to have confirmed that it holds on the day;
 * else everybody is asked to come.
 */
import { Temporal } from 'temporal-polyfill';
import { isOnOrBefore } from './days.ts';
import type { Settings } from './rows/register.ts';

export const isAgreementConfirmed = ({ agreement }: Pick<Settings, 'agreement'>, day: Temporal.PlainDate): boolean =>
  agreement !== undefined && isOnOrBefore(day, Temporal.PlainDate.from(agreement.holdsUntil));
