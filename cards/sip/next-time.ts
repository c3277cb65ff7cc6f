/** Part 5: the time and the place of the next meeting, and the family's yes, while everybody is still there. */
import { z } from 'zod';
import { MEETING_MINUTES } from '../../domain/codes.ts';
import { choiceRow, defineCard } from '../contract.ts';
import { choice, clock, numberChoice, toggle } from '../inputs.ts';
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';
import template from './next-time.json' with { type: 'json' };

/** @param slots values of the choices shown; @param places likewise */
const nextTimeForm = (slots: readonly string[], places: readonly string[]) =>
  z.object({
    slot: choice(slots),
    clock: clock(),
    minutes: numberChoice(MEETING_MINUTES),
    place: choice(places),
    familyYes: toggle(),
  });

export const nextTime = defineCard({
  name: 'next-time',
  template: inMeeting(template),
  data: meetingPage.extend({
    note: z.string().nullable(),
    /** Free times that were found, with a time of their own last; empty before anybody has looked. */
    slotChoices: z.array(choiceRow),
    /** "Klockslag torsdag 7 maj": a time that they write themselves is on the day that is chosen. */
    ownTime: z.string(),
    placeChoices: z.array(choiceRow),
  }),
  form: nextTimeForm,
  sample: {
    title: 'Möte K7M-3XQ · 5 av 5 Avslutning',
    next: 'Vilken tid passar, och var ses ni?',
    ...meetingHead(5),
    note: 'Samtycket går ut fredag 1 maj, före uppföljningen. Be om en ny blankett.',
    slotChoices: [
      { title: 'tor 7 maj 13.00–14.00 · 3 av 3 i kommunen kan · 2 svarar själva', value: 's-1' },
      { title: 'fre 8 maj 09.00–10.00 · 2 av 3 i kommunen kan, inte Elevhälsan · 2 svarar själva', value: 's-2' },
      { title: 'En egen tid', value: 'OWN' },
    ],
    ownTime: 'Klockslag torsdag 7 maj',
    placeChoices: [
      { title: 'Stadshuset, rum Dalbo', value: 'r-1' },
      { title: 'Dalboskolan, rum 12', value: 'r-2' },
    ],
  },
});
