/** The case while it is being prepared: one row for each thing to fill in, in any order, and the way to the kallelse. */
import { z } from 'zod';
import { defineCard, page } from './contract.ts';
import template from './guide.json' with { type: 'json' };

export const guide = defineCard({
  name: 'guide',
  template,
  data: page.extend({
    strip: z.string(),
    /** Nothing is sent from here: printing is the main thing. */
    onPaper: z.boolean(),
    /** A sibling's case, or the closed one before: by their codes. */
    linked: z.string().nullable(),
    /** What is soon over about the consent. */
    warning: z.string().nullable(),
    rows: z.array(z.object({ label: z.string(), state: z.string(), button: z.string(), verb: z.string() })).max(12),
  }),
  sample: {
    onPaper: false,
    warning: null,
    linked: 'Syskonets ärende: P4T-9WD.',
    title: 'Västbusmöte K7M-3XQ',
    next: 'Ta samtalen. Kom tillbaka hit efteråt och fyll i.',
    strip: 'Start ✓ › **Efter samtalen** › Samtycke › Kallelse',
    rows: [
      { label: 'Start', state: 'Ifyllt ✓', button: 'Ändra', verb: 'start.open' },
      { label: 'Samtal med vårdnadshavaren (mamma)', state: '2 mars ✓', button: 'Ändra', verb: 'guardian1.open' },
      { label: 'Samtal med vårdnadshavaren (pappa)', state: 'Inte ifyllt', button: 'Fyll i', verb: 'guardian2.open' },
      { label: 'Samtal med barnet', state: 'Inte ifyllt', button: 'Fyll i', verb: 'child.open' },
      { label: 'Skyddade uppgifter', state: 'Inte ifyllt', button: 'Fyll i', verb: 'protection.open' },
      { label: 'Samtycke (mamma)', state: 'Underskrivet 2 mars ✓', button: 'Ändra', verb: 'consent1.open' },
      { label: 'Samtycke (pappa)', state: 'Underskrift saknas', button: 'Fyll i', verb: 'consent2.open' },
      { label: 'Vilka som kallas', state: 'Inte valt', button: 'Välj', verb: 'invite.open' },
      { label: 'Tid och plats', state: 'Inte valt', button: 'Välj', verb: 'time.open' },
    ],
  },
  live: true,
});
