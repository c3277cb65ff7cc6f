/** Part 4: everything read back, each part with "Ändra", and what is missing at its place with the way there. */
import { z } from 'zod';
import { defineCard, sheetRow, verb } from '../contract.ts';
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';
import template from './readback.json' with { type: 'json' };
import { SAMPLE_GOALS, SAMPLE_MEASURES } from './sample-plan.ts';

const button = z.object({ title: z.string(), verb, tip: z.string() });
type Row = z.input<typeof sheetRow> & { buttons: z.input<typeof button>[] };

const row = (more: Partial<Row>): Row => ({
  ...{ heading: '', lead: '', text: '', about: '', style: 'default', spacing: 'Small', buttons: [] },
  ...more,
});
const change = (tip: string, verb: Row['buttons'][number]['verb']) => ({ title: 'Ändra', verb, tip });
const heading = (text: string, ...buttons: Row['buttons']) => row({ heading: text, spacing: 'Large', buttons });

export const readback = defineCard({
  name: 'readback',
  template: inMeeting(template),
  data: meetingPage.extend({
    rows: z.array(sheetRow.extend({ buttons: z.array(button) })),
    /** There is more of it than a card holds: the next page, and after the last the first. */
    hasMore: z.boolean(),
    /** This is the end of it: until then the rest is the main thing. */
    isLast: z.boolean(),
    /** The meeting may decide that no plan is needed; not at a follow-up. */
    noPlan: z.boolean(),
  }),
  typed: ['rows.text'],
  sample: {
    title: 'Möte K7M-3XQ · 4 av 5 Sammanfattning',
    next: 'En sak saknas. Den är markerad.',
    ...meetingHead(4),
    rows: [
      row({
        about: 'Ett mål har ingen åtgärd.',
        buttons: [{ title: 'Gå dit', verb: 'measures.open', tip: 'Ett mål har ingen åtgärd.' }],
      }),
      heading('Med egna ord', change('Ändra Med egna ord', 'childGoal.open')),
      row({ text: 'Jag vill orka vara kvar till lunch.' }),
      heading('Dit vill vi', change('Ändra målen', 'goals.open'), {
        title: 'Ändra åtgärder',
        verb: 'measures.open',
        tip: 'Ändra åtgärderna',
      }),
      row({ lead: 'Mål 1  ', text: SAMPLE_GOALS[0] ?? '', about: 'till uppföljningen' }),
      ...SAMPLE_MEASURES.map(({ n, what, who, due }) =>
        row({ lead: `Åtgärd ${n}  `, text: what, about: `${who} · ${due}` }),
      ),
      heading('Ansvar', change('Ändra ansvaret', 'responsibility.open')),
      row({ about: 'Övergripande ansvar: Kommunen' }),
      row({
        about: 'Saknas: vilken verksamhet som håller ihop planen',
        style: 'warning',
        buttons: [{ title: 'Gå dit', verb: 'responsibility.open', tip: 'Vilken verksamhet som håller ihop planen' }],
      }),
    ],
    hasMore: true,
    isLast: true,
    noPlan: true,
  },
});
