import { type Deviation, deviationOf } from '../../domain/deviations.ts';
import type { Context } from '../act.ts';

/** The deviation that the card's page is about: `deviation:PARTY_ABSENT:…`. Null once somebody has dealt with it. */
export function deviationAt({
  file,
  posting,
  register,
  today,
}: Pick<Context, 'file' | 'posting' | 'register' | 'today'>): Deviation | null {
  const key = posting?.page.startsWith('deviation:') ? posting.page.slice('deviation:'.length) : null;
  return file && key ? deviationOf({ file, settings: register.settings, today }, key) : null;
}
