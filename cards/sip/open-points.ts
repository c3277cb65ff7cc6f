/** Part 4: what is not agreed on, and which unit answers when. */
import { z } from 'zod';
import { choiceRow, defineCard, planRow } from '../contract.ts';
import { choice, day, words } from '../inputs.ts';
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';
import template from './open-points.json' with { type: 'json' };

/** @param unitIds those of the consent */
const openPointsForm = (unitIds: readonly string[]) =>
  z.object({ unit: choice(unitIds), point: words(200), decideByOn: day() });

export const openPoints = defineCard({
  name: 'open-points',
  template: inMeeting(template),
  data: meetingPage.extend({
    rows: z.array(planRow('openPoint')),
    hasMore: z.boolean(),
    /** A row is being changed, and not one added. */
    isChanging: z.boolean(),
    unitChoices: z.array(choiceRow),
  }),
  typed: ['rows.text'],
  form: openPointsForm,
  sample: {
    title: 'Möte K7M-3XQ · 4 av 5 Sammanfattning',
    next: 'Vad är inte klart än? En rad för varje sak.',
    ...meetingHead(4),
    rows: [
      {
        n: 1,
        text: 'Vem som bekostar skolskjutsen på eftermiddagen.',
        about: 'Elevhälsan, Dalboskolan · svar senast fre 13 mars',
        change: 'openPoint.change:1',
        remove: 'openPoint.remove:1',
        changeTip: 'Ändra punkt 1',
        removeTip: 'Ta bort punkt 1',
      },
    ],
    hasMore: false,
    isChanging: false,
    unitChoices: [
      { title: 'Elevhälsan, Dalboskolan', value: 'u-1' },
      { title: 'BUP Dalsland', value: 'u-2' },
    ],
  },
});
