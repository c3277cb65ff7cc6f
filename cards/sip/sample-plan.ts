/** The made-up plan that is being written on the samples of the meeting's pages. */
import type { z } from 'zod';
import type { measureRow } from '../contract.ts';

export const SAMPLE_GOALS = [
  'Vara i skolan hela dagar tre dagar i veckan före sommarlovet.',
  'Sova hela natten de flesta nätter.',
];

export const SAMPLE_NEEDS = [
  {
    n: 1,
    text: 'Orka vara i skolan hela dagen.',
    about: '',
    change: 'need.change:1' as const,
    remove: 'need.remove:1' as const,
    changeTip: 'Ändra behov 1',
    removeTip: 'Ta bort behov 1',
  },
];

export const SAMPLE_GOAL_ROWS = SAMPLE_GOALS.map((text, index) => ({
  n: index + 1,
  text,
  about: index === 0 ? 'Behov 1 · till uppföljningen' : 'Behov 1 · längre fram',
  change: `goal.change:${index + 1}` as const,
  remove: `goal.remove:${index + 1}` as const,
  changeTip: `Ändra mål ${index + 1}`,
  removeTip: `Ta bort mål ${index + 1}`,
}));

export const SAMPLE_MEASURES: z.input<typeof measureRow>[] = [
  {
    n: 1,
    what: 'Anpassat schema med start klockan nio och en vuxen som möter vid entrén.',
    who: 'Moa Lindqvist, Elevhälsan',
    due: 'Klar',
  },
  {
    n: 2,
    what: 'Bedömning av sömn och ångest, första besöket.',
    who: 'Sara Holm, BUP',
    due: 'löpande, följs upp tor 7 maj',
  },
];

export const SAMPLE_MEASURE_ROWS = SAMPLE_MEASURES.map(({ what, who, due }, index) => ({
  n: index + 1,
  goalLabel: `Mål ${index + 1}`,
  goal: SAMPLE_GOALS[index] ?? '',
  text: what,
  about: `${who} · ${due}`,
  change: `measure.change:${index + 1}` as const,
  remove: `measure.remove:${index + 1}` as const,
  changeTip: `Ändra åtgärd ${index + 1}`,
  removeTip: `Ta bort åtgärd ${index + 1}`,
}));
