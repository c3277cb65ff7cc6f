/** A called meeting did not happen: why, as a code, and never who. */
import { z } from 'zod';
import { NOT_HELD_REASONS } from '../../domain/codes.ts';
import { defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './not-held.json' with { type: 'json' };

export const notHeld = defineCard({
  name: 'not-held',
  template,
  data: page,
  form: () => z.object({ reason: choice(NOT_HELD_REASONS) }),
  sample: { title: 'K7M-3XQ · Mötet blev inte av', next: 'Varför blev mötet inte av?' },
});
