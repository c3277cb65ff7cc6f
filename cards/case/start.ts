/** First sitting: age, guardians, day of need. `youth`: 18–20, where nobody asks about guardians. */
import { z } from 'zod';
import { AGE_CHOICES, GUARDIAN_ONE, GUARDIAN_TWO, YES_NO_UNKNOWN } from '../../domain/codes.ts';
import { SECRET_PLACE } from '../../domain/safety.ts';
import { defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './start.json' with { type: 'json' };

const startForm = () =>
  z.object({
    ageBand: choice(AGE_CHOICES),
    guardianOne: choice(GUARDIAN_ONE),
    guardianTwo: choice(GUARDIAN_TWO),
    protectedIdentity: choice(YES_NO_UNKNOWN),
    secretPlace: choice(SECRET_PLACE),
  });

export const start = defineCard({
  name: 'start',
  template,
  data: page.extend({
    privacy: z.string(),
    acute: z.string(),
    worry: z.string(),
    youth: z.boolean(),
    /** Who must not know decides whether anything is done here at all: asked first, while the case is prepared. */
    askSafety: z.boolean(),
  }),
  form: startForm,
  sample: {
    title: 'Västbusmöte K7M-3XQ',
    next: 'Svara på det du vet. Resten kan vänta.',
    privacy: 'Skriv inga namn eller personnummer, varken i chatten eller i rutorna.',
    acute: 'Är det akut? Ring 112. Vänta inte på ett möte.',
    worry:
      'Misstänker du att barnet far illa? Gör genast en orosanmälan till socialtjänsten. Den kräver inget samtycke, och ett möte ersätter den inte.',
    youth: false,
    askSafety: true,
  },
});
