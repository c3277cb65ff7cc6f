/** The case from the kallelse on: when, who has answered, the measures, and what to do now. */
import { z } from 'zod';
import { MAIN_BUTTONS } from '../../domain/ways-on.ts';
import { defineCard, page, verb } from '../contract.ts';
import template from './case.json' with { type: 'json' };

export const caseCard = defineCard({
  name: 'case',
  template,
  data: page.extend({
    when: z.string(),
    /** Of a meeting that somebody joins from afar: who sees to it that nothing is recorded. */
    notRecorded: z.string().nullable(),
    deadline: z.string().nullable(),
    /** What the convener does outside the calendar: the family's paper, whom it is about. */
    todo: z.array(z.object({ label: z.string(), state: z.string(), button: z.string(), verb, isNext: z.boolean() })),
    /** How often it was moved, and the first date. */
    moved: z.string().nullable(),
    rows: z.array(z.object({ unit: z.string(), answer: z.string() })),
    /** One line a measure, without its text: "Åtgärd 1 · BUP Dalsland · senast 27 mars · Klar". */
    measures: z.array(z.string()),
    followUp: z.string().nullable(),
    /** What is soon over about the consent, or is. */
    warning: z.string().nullable(),
    /** What stands in Outlook and somebody must see to. */
    alarms: z.array(z.string()),
    /** The meeting has no link: somebody may have written one in. */
    canLink: z.boolean(),
    /** What stands in Outlook and not here. */
    calendar: z.array(z.string()),
    /** Moved in Outlook, and there is something to answer about that. */
    canCheckMove: z.boolean(),
    /** The case is stopped, and the family may change its mind. */
    canResume: z.boolean(),
    /** Closed: a new case can follow it. */
    canFollow: z.boolean(),
    isOpen: z.boolean(),
    canOpen: z.boolean(),
    /** "Öppna mötet", or "Fortsätt mötet" while it goes on. */
    openTitle: z.string(),
    /** The day after one that nobody opened: it was not held. */
    askHeld: z.boolean(),
    /** A party has said no: why, and who comes instead. */
    canAnswer: z.boolean(),
    canRetry: z.boolean(),
    /** The day that it has is none, or none that the consent covers. */
    canMove: z.boolean(),
    /** The one main button. */
    main: z.enum(MAIN_BUTTONS).nullable(),
    /** On paper only. */
    canPrint: z.boolean(),
    /** A plan is in force: the papers to hand out, in one press. */
    canPrintPlan: z.boolean(),
    showPlan: z.boolean(),
    /** The day of the follow-up is near or over. */
    canFollowUp: z.boolean(),
    /** A party did not come, and nothing is decided about that yet. */
    askDeviation: z.boolean(),
    /** Where there is room for it; it stands under "Mer …" too. */
    showCases: z.boolean(),
  }),
  sample: {
    warning: 'Samtycket går ut tisdag 17 mars. Fråga familjen om det ska förlängas.',
    calendar: ['Ett svar från en adress som inte känns igen. Välj vems det är under Svar.'],
    alarms: ['**Samtycket gäller inte** en som står i mötet i Outlook (Elevhälsan, Dalboskolan). Ta bort dem där.'],
    canLink: false,
    canCheckMove: false,
    canResume: false,
    title: 'K7M-3XQ · Kallelsen är skickad',
    next: 'Det är dags. Öppna mötet.',
    when: 'tisdag 3 mars kl. 13.00–14.00 (v. 10) · Stadshuset, rum Dalbo; Digitalt',
    notRecorded:
      'Mötet ska inte spelas in eller transkriberas. Se till att det är av: det går inte att styra härifrån.',
    deadline: 'Senast tisdag 10 mars',
    todo: [
      {
        label: 'Familjens inbjudan',
        state: '1 av 3 har fått sin',
        button: 'Öppna',
        verb: 'given.open',
        isNext: false,
      },
    ],
    moved: 'Flyttat en gång. Först bestämt till fredag 27 februari.',
    rows: [
      { unit: 'Elevhälsan, Dalboskolan', answer: 'Ja' },
      { unit: 'Socialtjänsten, barn och unga', answer: 'Ja' },
      { unit: 'Barn- och ungdomspsykiatrin (BUP)', answer: 'Preliminärt' },
      { unit: 'Habiliteringen', answer: 'Nej' },
    ],
    measures: [
      'Åtgärd 1 · Barn- och ungdomspsykiatrin (BUP) · senast fre 27 mars · **Klar**',
      'Åtgärd 2 · Elevhälsan, Dalboskolan · senast tor 2 apr · **Pågår**',
    ],
    followUp: 'Uppföljning torsdag 7 maj',
    canFollow: false,
    isOpen: true,
    canOpen: true,
    openTitle: 'Öppna mötet',
    askHeld: false,
    canAnswer: false,
    canRetry: false,
    canMove: false,
    main: 'OPEN',
    canPrint: false,
    canPrintPlan: false,
    showPlan: false,
    canFollowUp: false,
    askDeviation: false,
    showCases: true,
  },
  live: true,
});
