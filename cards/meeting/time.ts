/** A proposed time or one of their own, the place, and the reason when it is later than the last day. */
import { z } from 'zod';
import { LATE_REASONS, MEETING_HOWS, MEETING_MINUTES } from '../../domain/codes.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice, clock, day, numberChoice } from '../inputs.ts';
import template from './time.json' with { type: 'json' };

/** The choice for a time that the convener writes. */
export const OWN_TIME = 'OWN';

/** Of a meeting that is moved: where it is, also when somebody changes that in Outlook meanwhile. */
export const SAME_PLACE = 'SAME';

/** @param slots values of the choices shown, OWN_TIME too; @param places likewise */
const timeForm = (slots: readonly string[], places: readonly string[]) =>
  z.object({
    slot: choice(slots),
    date: day(),
    clock: clock(),
    minutes: numberChoice(MEETING_MINUTES),
    how: choice(MEETING_HOWS),
    place: choice([...places, SAME_PLACE]).transform((place) => (place === SAME_PLACE ? null : place)),
    lateReason: choice(LATE_REASONS),
  });

export const time = defineCard({
  name: 'time',
  template,
  data: page.extend({
    limit: z.string().nullable(),
    wishes: z.string().nullable(),
    note: z.string().nullable(),
    /** With OWN_TIME last. */
    slotChoices: z.array(choiceRow),
    /** How they meet is chosen before the kallelse: a link that is made stays. */
    askHow: z.boolean(),
    askPlace: z.boolean(),
    placeChoices: z.array(choiceRow),
    askLate: z.boolean(),
  }),
  form: timeForm,
  sample: {
    title: 'K7M-3XQ · Tid och plats',
    next: 'Välj en tid som familjen har sagt ja till.',
    limit: 'Mötet ska hållas senast tisdag 10 mars. Det är 14 dagar kvar.',
    wishes: 'Familjen vill helst ses på eftermiddagen, högst en timme.',
    note: null,
    slotChoices: [
      { title: 'tis 3 mars 13.00–14.00 · 3 av 3 i kommunen kan · 2 svarar själva', value: 's-1' },
      { title: 'ons 4 mars 14.30–15.30 · 3 av 3 i kommunen kan · 2 svarar själva', value: 's-2' },
      { title: 'fre 6 mars 09.00–10.00 · 2 av 3 i kommunen kan, inte Elevhälsan · 2 svarar själva', value: 's-3' },
      { title: 'En egen tid', value: OWN_TIME },
    ],
    askHow: true,
    askPlace: true,
    placeChoices: [
      { title: 'Stadshuset, rum Dalbo', value: 'r-1' },
      { title: 'Dalboskolan, rum 12', value: 'r-2' },
      { title: 'Platsen lämnas muntligt', value: 'ORAL' },
    ],
    askLate: true,
  },
});
