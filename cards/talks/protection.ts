/** Two questions that decide whether anything may be sent at all. */
import { z } from 'zod';
import { YES_NO_UNKNOWN } from '../../domain/codes.ts';
import { SECRET_PLACE } from '../../domain/safety.ts';
import { defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './protection.json' with { type: 'json' };

const protectionForm = () => z.object({ protectedIdentity: choice(YES_NO_UNKNOWN), secretPlace: choice(SECRET_PLACE) });

export const protection = defineCard({
  name: 'protection',
  template,
  data: page.extend({
    /** On paper only: what that means, and that answers here do not end it. */
    onPaper: z.string().nullable(),
  }),
  form: protectionForm,
  sample: { title: 'K7M-3XQ · Skyddade uppgifter', next: 'Svara på två frågor innan något skickas.', onPaper: null },
});
