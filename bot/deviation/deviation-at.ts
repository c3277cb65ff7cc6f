import { type Deviation, deviationOf } from '../../domain/deviations.ts';
import type { Context } from '../act.ts';

/** The deviation that the card's page is about: `deviation:PARTY_ABSENT:…`. Null once somebody has dealt with it. */
export function deviationAt(
  context: Pick<Context, 'file' | 'posting' | 'register' | 'now' | 'today'>,
): Deviation | null {
  const { file, posting } = context;
  const key = posting?.page.startsWith('deviation:') ? posting.page.slice('deviation:'.length) : null;
  return file && key ? deviationOf({ ...context, file }, key) : null;
}
