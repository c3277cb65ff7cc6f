/** Filled in after the talk with one guardian. What must not be written down is asked aloud: prompts without a box. */
import { z } from 'zod';
import { PRESENT_ROLES, WISHES } from '../../domain/codes.ts';
import { choiceRow, defineCard, page } from '../contract.ts';
import { choices, day, toggle } from '../inputs.ts';
import template from './guardian-talk.json' with { type: 'json' };

/** @param unitIds the units that can be wished for */
const guardianTalkForm = (unitIds: readonly string[]) =>
  z.object({
    heldOn: day(),
    present: choices(PRESENT_ROLES),
    informed: toggle(),
    wants: choices(unitIds),
    wishes: choices(WISHES),
  });

export const guardianTalk = defineCard({
  name: 'guardian-talk',
  template,
  data: page.extend({
    prompts: z.array(z.string()),
    unitChoices: z.array(choiceRow),
    /** Values out of PRESENT_ROLES; titles say who ("mamma"). */
    presentChoices: z.array(choiceRow),
    /** The first part of the verbs: `guardian1`. */
    verb: z.enum(['guardian1', 'guardian2']),
    /** "Ringt, inte nått: …" */
    rang: z.string().nullable(),
    /** There are two, so a manager may decide not to wait for this one. */
    canExcuse: z.boolean(),
  }),
  form: guardianTalkForm,
  sample: {
    title: 'K7M-3XQ · Samtal med vårdnadshavaren (mamma)',
    next: 'Fyll i efter samtalet. Det tar ett par minuter.',
    prompts: [
      'Är det någon de inte vill ha med?',
      'Är det något som inte ska tas upp? Då kryssar de inte för det ämnet på blanketten. Skriv det inte här.',
      'Känner de sig trygga med att träffa alla som ska komma?',
    ],
    unitChoices: [
      { title: 'Elevhälsan, Dalboskolan', value: 'u-1' },
      { title: 'Socialtjänsten, barn och unga', value: 'u-2' },
      { title: 'Barn- och ungdomspsykiatrin (BUP)', value: 'u-3' },
      { title: 'Habiliteringen', value: 'u-4' },
      { title: 'Vårdcentralen Lindängen', value: 'u-5' },
      { title: 'Ungdomsmottagningen', value: 'u-6' },
    ],
    presentChoices: [
      { title: 'Mamma', value: 'GUARDIAN_1' },
      { title: 'Pappa', value: 'GUARDIAN_2' },
      { title: 'Styvförälder', value: 'STEP_PARENT' },
      { title: 'Familjehem', value: 'FOSTER_HOME' },
      { title: 'God man eller särskild företrädare', value: 'LEGAL_REP' },
      { title: 'Närstående', value: 'RELATIVE' },
      { title: 'Tolk', value: 'INTERPRETER' },
    ],
    verb: 'guardian1',
    rang: 'Ringt, inte nått: måndag 2 mars, onsdag 4 mars.',
    canExcuse: true,
  },
});
