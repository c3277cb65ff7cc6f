import type { CardData } from '../../cards/contract.ts';
import type { plan } from '../../cards/followup/plan.ts';
import { say, type TextKey } from '../../cards/texts/say.ts';
import { type PlanPartName, type Saying, sayPlanParts } from '../../cards/texts/say-plan.ts';

type Row = CardData<typeof plan>['rows'][number];

type Sheet = Saying & {
  /** What a part is called for this reader, where it is not as on the plan. */
  headings?: Partial<Record<PlanPartName, TextKey>>;
  /** Parts that did not exist when the version was locked: it says so instead of nothing. */
  notAsked?: readonly PlanPartName[];
};

const row = (more: Partial<Row>): Row => ({
  ...{ heading: '', lead: '', text: '', about: '', style: 'default', spacing: 'Small' },
  ...more,
});

/** Sentences of our own under a heading; none without them. */
export const partRows = (heading: string, sentences: readonly string[]): Row[] =>
  sentences.length === 0 ? [] : [row({ heading, spacing: 'Large' }), ...sentences.map((about) => row({ about }))];

/** A version of the plan as rows of a card: each part that has something, with its heading. */
export function sheetRows({ headings = {}, notAsked = [], ...saying }: Sheet): Row[] {
  const { language } = saying;
  return sayPlanParts(saying).flatMap(({ part, lines }) => {
    if (lines.length === 0 && !notAsked.includes(part)) return [];
    return [
      row({ heading: say(language, headings[part] ?? `planPart.${part}`), spacing: 'Large' }),
      ...lines.map(({ lead, text, about }) => row({ lead: lead && `${lead}  `, text, about })),
      ...(lines.length === 0 ? [row({ about: say(language, 'plan.notInVersion') })] : []),
    ];
  });
}
