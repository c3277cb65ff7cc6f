import { Temporal } from 'temporal-polyfill';
import { dayOf, instantOf } from '../../domain/days.ts';
import type { Moment } from '../../domain/moment.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Settings } from '../../domain/rows/register.ts';
import { SettingsSchema } from '../../prisma/settings.ts';

/** A case as the rules look at it on a day (in the morning) or at an instant; of the register only the settings. */
export function momentAt(
  file: CaseFile,
  at: Temporal.PlainDate | Temporal.Instant,
  settings: Partial<Settings> = {},
): Moment {
  const now = at instanceof Temporal.Instant ? at : instantOf(at, Temporal.PlainTime.from('10:00'));
  const all = { ...SettingsSchema.parse({}), ...settings };
  return { file, now, today: dayOf(now), register: { units: [], people: [], places: [], channels: [], settings: all } };
}
