/** An answer that came by telephone, and who comes instead of somebody who cannot. */
import { z } from 'zod';
import { DECLINE_REASONS, PHONE_ANSWERS } from '../../domain/codes.ts';
import { type Guest, SOMEBODY_ELSE, UNCLEAR } from '../../domain/in-calendar.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './answers.json' with { type: 'json' };

type Placed = Pick<Guest, 'id' | 'of'>;
/**
 * By who they are and whose they stand as: one who comes or goes meanwhile makes nobody's answer another's, and what a
 * page shows of one whom somebody else has placed since says nothing.
 */
export const guestInput = ({ id, of }: Placed): string => ['g', id, ...(of ? [of] : [])].join('_');

/**
 * @param people ids of those who are called; @param standIns addresses of those who can come instead;
 * @param unknown addresses in the calendar whose a person says they are: answered as `guests`, by id
 */
const answersForm = (people: readonly string[], standIns: readonly string[], unknown: readonly Placed[]) =>
  z
    .object({
      ...Object.fromEntries(unknown.map((guest) => [guestInput(guest), choice([UNCLEAR, ...people, SOMEBODY_ELSE])])),
      who: choice(people),
      answer: choice(PHONE_ANSWERS),
      reason: choice(DECLINE_REASONS),
      standIn: choice(standIns),
    })
    .transform(({ who, answer, reason, standIn, ...sent }) => {
      const whose = sent as Record<string, string | null>;
      const guests = Object.fromEntries(unknown.map((guest) => [guest.id, whose[guestInput(guest)] ?? null]));
      return { who, answer, reason, standIn, guests };
    });

export const answers = defineCard({
  name: 'answers',
  template,
  data: page.extend({
    /**
     * "BUP Dalsland · Eva Lind, psykolog: **Nej** (Sjukdom)". Reasons stand here only, never on a message that stands.
     */
    rows: z.array(z.string()),
    /** That who is called must come, or is asked to. */
    duty: z.string(),
    partyChoices: z.array(choiceRow),
    standInChoices: z.array(choiceRow),
    /** Addresses in the calendar that a person places, with what they answered. For the one who presses only. */
    guests: z.array(z.object({ input: z.string(), label: z.string(), address: z.string() })),
    /** Whose each may be; unclear until somebody has said. */
    guestChoices: z.array(choiceRow),
  }),
  form: answersForm,
  sample: {
    title: 'K7M-3XQ · Svar',
    next: 'Ring Barn- och ungdomspsykiatrin (BUP). Fråga varför de inte kan komma, och vem som kan komma i stället.',
    phones: ['Barn- och ungdomspsykiatrin (BUP) · Sara Holm, kurator, 08-465 004 31'],
    duty: 'Alla som är kallade ska delta. Kan någon inte? Fråga efter en ersättare som får besluta för verksamheten.',
    rows: [
      'Socialtjänsten, barn och unga · Per Åberg, socialsekreterare: **Ja**',
      'Barn- och ungdomspsykiatrin (BUP) · Sara Holm, kurator: **Nej** (Orsak inte angiven)',
    ],
    partyChoices: [
      { title: 'Socialtjänsten, barn och unga · Per Åberg, socialsekreterare', value: 'p-1' },
      { title: 'Barn- och ungdomspsykiatrin (BUP) · Sara Holm, kurator', value: 'p-2' },
    ],
    guests: [
      {
        input: guestInput({ id: 'g-0', of: null }),
        label: 'Vems är adress 1?',
        address: 'l.hassel@regionen.example: Preliminärt',
      },
      { input: guestInput({ id: 'g-1', of: null }), label: 'Vems är adress 2?', address: 'tolk@tolkbyran.example: Ja' },
    ],
    guestChoices: [
      { title: 'Oklart', value: UNCLEAR },
      { title: 'Socialtjänsten, barn och unga · Per Åberg, socialsekreterare', value: 'p-1' },
      { title: 'Barn- och ungdomspsykiatrin (BUP) · Sara Holm, kurator', value: 'p-2' },
      { title: 'Någon annan som ska vara med, till exempel en tolk', value: SOMEBODY_ELSE },
    ],
    standInChoices: [
      { title: 'Barn- och ungdomspsykiatrin (BUP) · Nils Ek, psykolog', value: 'nils.ek@regionen.example' },
      { title: 'Barn- och ungdomspsykiatrin (BUP) · funktionsbrevlådan', value: 'bup@regionen.example' },
    ],
  },
  typed: ['guests.address'],
});
