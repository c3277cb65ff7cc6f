/** What a row of the register has besides, where a test is about something else. */
import type { Person, Unit } from '../../domain/rows/register.ts';

export const NO_MORE = {
  unit: { aliases: [], private: false },
  person: { phone: null, aliases: [], coordinates: false },
} satisfies { unit: Partial<Unit>; person: Partial<Person> };
