import type { CardData } from '../../cards/contract.ts';
import { readback } from '../../cards/sip/readback.ts';
import { say, type TextKey } from '../../cards/texts/say.ts';
import { type PlanPart, type PlanPartName, sayPlanParts } from '../../cards/texts/say-plan.ts';
import { reasonsToClose } from '../../domain/closing.ts';
import { currentPlan } from '../../domain/current.ts';
import type { OpenPage } from '../../domain/names.ts';
import { type GapName, gapsInPlan, gapsOfMeasure, type PlanGap, warningsOnPlan } from '../../domain/plan.ts';
import { rowRef } from '../../domain/plan-rows.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { pageAt, pageNumber, pagesOf, sizeOfRow } from '../../domain/sheet.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { sayPart } from './say-part.ts';

type Row = CardData<typeof readback>['rows'][number];
type Button = Row['buttons'][number];

/** Where each part is filled in, and what can be missing in it. */
const PARTS: Record<PlanPartName, { at: OpenPage; gaps?: readonly GapName[] }> = {
  question: { at: 'childGoal' },
  ownWords: { at: 'childGoal', gaps: ['childVoice'] },
  now: { at: 'childGoal' },
  needs: { at: 'needs', gaps: ['need'] },
  goals: { at: 'goals', gaps: ['goal', 'measure'] },
  others: { at: 'measures' },
  ourselves: { at: 'measures' },
  responsibility: { at: 'responsibility', gaps: ['principal', 'owner'] },
  openPoints: { at: 'openPoints' },
  crisis: { at: 'responsibility' },
  meetAgain: { at: 'closing', gaps: ['followUp'] },
  childTold: { at: 'closing', gaps: ['childTeller', 'childTellBy'] },
};

const row = (more: Partial<Row>): Row => ({
  ...{ heading: '', lead: '', text: '', about: '', style: 'default', spacing: 'Small', buttons: [] },
  ...more,
});

export const readbackPage = definePage(readback, (view) => {
  const file = caseOf(view);
  const { language, posting } = view;
  const gaps = gapsNow(file);
  const inPlace = pagesOf(rowsOf(view, file, gaps), sizeOf);
  // In a plan of several pages what is missing would be marked where nobody looks.
  const pages = inPlace.length > 1 ? pagesOf(rowsOf(view, file, gaps, true), sizeOf) : inPlace;
  const isFirst = pages.length === 0 || pageNumber(posting.page) % pages.length === 0;
  return {
    data: {
      ...sayPart(view, 4),
      next: say(language, gaps.length > 0 && isFirst ? 'readback.missing' : 'sip.readback', { n: gaps.length }),
      rows: pageAt(pages, pageNumber(posting.page)),
      hasMore: pages.length > 1,
      isLast: pages.length === 0 || pageNumber(posting.page) % pages.length === pages.length - 1,
      noPlan: gaps.length > 0 && reasonsToClose(file).includes('NO_PLAN'),
    },
  };
});

/** What the last page asks for is not missing before somebody has been there. */
function gapsNow(file: CaseFile): PlanGap[] {
  const plan = currentPlan(file);
  const isAhead = plan?.followUpOn == null && plan?.childTellerRole == null;
  return gapsInPlan(file).filter(({ at }) => at !== 'closing' || !isAhead);
}

function rowsOf(view: View, file: CaseFile, gaps: readonly PlanGap[], gapsFirst = false): Row[] {
  const { language, register } = view;
  const goThere = (label: string, verb: Button['verb']): Row['buttons'] => [
    { title: say(language, 'button.goThere'), verb, tip: label },
  ];
  const missing = (gap: GapName, verb: Button['verb']): Row => {
    const label = say(language, `gap.${gap}`);
    return row({ about: say(language, 'readback.gap', { label }), style: 'warning', buttons: goThere(label, verb) });
  };
  const gapOf = ({ gap, at }: PlanGap): Row => missing(gap, `${at}.open`);
  const warnings = warningsOnPlan(file).map(({ key, at }) => {
    const label = say(language, key);
    return row({ about: label, spacing: 'Medium', buttons: goThere(label, `${at}.open`) });
  });
  const ahead = gaps.filter(({ gap }) => gapsFirst || gap === 'attendance').map(gapOf);
  const ofPart = ({ part, lines }: PlanPart): Row[] => {
    const here = gaps.filter(({ gap }) => PARTS[part].gaps?.includes(gap));
    const lacking = gapsFirst ? [] : here.map(gapOf);
    if (lines.length === 0 && lacking.length === 0) return [];
    const rows = lines.flatMap(({ lead, text, about, measure }) => [
      row({ lead: lead && `${lead}  `, text, about }),
      ...(measure ? gapsOfMeasure(file, measure).map((gap) => missing(gap, `measure.change:${rowRef(measure)}`)) : []),
    ]);
    // Where nothing stands yet the way there is what is missing.
    return [headingOf(view, part, lines.length > 0), ...rows, ...lacking];
  };
  const plan = currentPlan(file);
  return [
    ...warnings,
    ...ahead,
    ...sayPlanParts({ language, register, file, plan, today: view.today }).flatMap(ofPart),
  ];
}

function headingOf({ language }: View, part: PlanPartName, mayChange: boolean): Row {
  const change = (title: TextKey, at: OpenPage, of: string) => ({
    title: say(language, title),
    verb: `${at}.open` as const,
    tip: say(language, 'row.change', { what: of.toLowerCase() }),
  });
  const isOfGoals = part === 'goals';
  const name = say(language, isOfGoals ? 'word.goal' : `planPart.${part}`);
  const buttons = [
    change('button.change', PARTS[part].at, name),
    ...(isOfGoals ? [change('button.changeMeasures', 'measures', say(language, 'word.measure'))] : []),
  ];
  return row({
    heading: say(language, `planPart.${part}`),
    spacing: 'Large',
    buttons: mayChange ? buttons : [],
  });
}

/** A button carries its posting and turn twice. */
const sizeOf = ({ buttons, ...row }: Row): number => sizeOfRow(row) + (row.heading ? 200 : 0) + buttons.length * 500;
