/** Why a meeting is moved and who asked for it, before the new time is chosen. */
import { z } from 'zod';
import { MOVE_ASKED_BY, MOVE_REASONS } from '../../domain/codes.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './move.json' with { type: 'json' };

const moveForm = () => z.object({ reason: choice(MOVE_REASONS), askedBy: choice(MOVE_ASKED_BY) });

export const move = defineCard({
  name: 'move',
  template,
  data: page.extend({
    now: z.string(),
    /** How often it has been moved, and the first date. */
    history: z.string().nullable(),
    deadline: z.string().nullable(),
    reasons: z.array(choiceRow),
    askers: z.array(choiceRow),
    rebook: z.string(),
  }),
  form: moveForm,
  sample: {
    title: 'K7M-3XQ · Flytta mötet',
    next: 'Varför flyttas mötet, och vem har bett om det?',
    now: 'Nu: tisdag 3 mars kl. 13.00–14.00 (v. 10)',
    history: 'Flyttat en gång. Först bestämt till fredag 27 februari.',
    deadline: 'Sista dag ändras inte: tisdag 10 mars.',
    reasons: [
      { title: 'Familjen kan inte', value: 'FAMILY' },
      { title: 'En verksamhet kan inte', value: 'PARTY' },
    ],
    askers: [
      { title: 'Familjen', value: 'FAMILY' },
      { title: 'Vi som kallar', value: 'US' },
    ],
    rebook: 'Boka om tolk, stöd och lokal.',
  },
});
