/** The child's talk, second page: that the child knows, whose voice carries theirs, and what it says about sharing. */
import { z } from 'zod';
import { SHARES, VOICE_KEEPERS, YES_NO } from '../../domain/codes.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choice, choices, toggle } from '../inputs.ts';
// In a container, because a client that turns one page of inputs into the next may keep the choices of what stood in
// the same place.
import template from './child-more.json' with { type: 'json' };

/** @param unitIds the units that can be wished for */
const childMoreForm = (unitIds: readonly string[]) =>
  z.object({
    informed: toggle(),
    wants: choices(unitIds),
    voiceKeeper: choice(VOICE_KEEPERS),
    shares: choice(SHARES),
    /** Whether the guardians may know all: a yes to the question on the card is a no to this. */
    mayTell: choice(YES_NO),
  });

export const childMore = defineCard({
  name: 'child-more',
  template,
  data: page.extend({
    /** Labels: from 18 nobody is called a child. */
    informed: z.string(),
    informedTitle: z.string(),
    wants: z.string(),
    voice: z.string(),
    unitChoices: z.array(choiceRow),
    /** The child is not there the whole time. */
    askVoice: z.boolean(),
    /** 6–17. */
    askShares: z.boolean(),
    /** From 12, and whoever is judged able. */
    askTell: z.boolean(),
  }),
  form: childMoreForm,
  sample: {
    title: 'K7M-3XQ · Samtal med barnet, sida 2 av 2',
    next: 'Vet barnet varför ni ses?',
    informed: 'Vet barnet?',
    informedTitle: 'Barnet vet varför ni ses och vilka som ska prata med varandra',
    wants: 'Vilka vill barnet ha med på mötet?',
    voice: 'Vem ser till att barnets röst hörs?',
    unitChoices: [
      { title: 'Elevhälsan, Dalboskolan', value: 'u-1' },
      { title: 'Barn- och ungdomspsykiatrin (BUP)', value: 'u-3' },
    ],
    askVoice: true,
    askShares: true,
    askTell: true,
  },
});
