/** The short talk before a follow-up: what is better, what is not, who shall come. One page each, and one for the child. */
import { z } from 'zod';
import { CHILD_TALK_OUTCOMES, type ChildTalkOutcome } from '../../domain/codes.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice, choices, day, toggle, words } from '../inputs.ts';
import template from './talk-anew.json' with { type: 'json' };

/** @param outcomes how this talk can have gone; @param unitIds the units that can be wished for */
const talkAnewForm = (outcomes: readonly ChildTalkOutcome[] = CHILD_TALK_OUTCOMES, unitIds: readonly string[] = []) =>
  z.object({
    outcome: choice(outcomes),
    heldOn: day(),
    better: words(400),
    notBetter: words(400),
    wordsMayBeShown: toggle(),
    wants: choices(unitIds),
    wantsOthers: choices(unitIds),
  });

export const talkAnew = defineCard({
  name: 'talk-anew',
  template,
  data: page.extend({
    verb: z.enum(['anew1', 'anew2', 'anewChild']),
    outcomeChoices: z.array(choiceRow),
    /** The child's words are shown to others only after the child's yes; a guardian's never are. */
    asksToShow: z.boolean(),
    unitChoices: z.array(choiceRow),
    /** Units that nobody has called or named. */
    otherChoices: z.array(choiceRow),
  }),
  form: talkAnewForm,
  sample: {
    title: 'K7M-3XQ · Kort samtal med barnet',
    next: 'Prata en kort stund. Fyll i efteråt.',
    verb: 'anewChild',
    outcomeChoices: [
      { title: 'Genomfört', value: 'DONE' },
      { title: 'Anpassat: lek, bilder eller genom någon nära', value: 'ADAPTED' },
      { title: 'Ville inte prata', value: 'DECLINED' },
      { title: 'Gick inte: sjukdom', value: 'EXCEPTION_ILL' },
    ],
    asksToShow: true,
    unitChoices: [
      { title: 'Elevhälsan, Dalboskolan', value: 'u-1' },
      { title: 'Socialtjänsten, barn och unga', value: 'u-2' },
      { title: 'Barn- och ungdomspsykiatrin (BUP)', value: 'u-3' },
    ],
    otherChoices: [{ title: 'Ungdomsmottagningen', value: 'u-4' }],
  },
});
