/** The parts of a plan on paper, in the order that the meeting writes them. Twelve points or more; rows stay whole. */
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { capital } from '../cards/texts/capital.ts';
import { bullets, field, heading, onNewPage, plain, table, title, together } from './layout.ts';
import type { Paper } from './paper.ts';
import type { PlanGoal, PlanMeasure, ToldPlan } from './plan-paper.ts';
import { fill, textsFor } from './texts/texts.ts';

type Words = ReturnType<typeof wordsOf>;
export const wordsOf = (paper: Pick<Paper, 'youth' | 'language'>) => textsFor(paper).plan;

/** More than these, and who does what stands on pages of its own, at the end. */
const MEASURES_AMONG_GOALS = 8;
const isLong = ({ goals }: ToldPlan): boolean =>
  goals.reduce((sum, { measures }) => sum + measures.length, 0) > MEASURES_AMONG_GOALS;

/** How a version is told from others: "Version 2, tisdag 3 mars 2026". */
export const versionLine = (words: Words, { version, lockedOn }: ToldPlan): string =>
  lockedOn ? fill(words.version, { n: String(version), day: lockedOn }) : fill(words.draft, { n: String(version) });

export const planTop = (words: Words, plan: ToldPlan, what: string): Content[] => [
  title(what),
  plain(versionLine(words, plan)),
  ...(plan.lockedOn ? [] : [plain(words.preliminaryWhy)]),
  ...(plan.replaced ? [plain(words.replaced)] : []),
  field(words.name),
];

const part = (label: string, text: string | null): Content[] =>
  text === null ? [] : [together(heading(label), plain(text))];

/** A part that came later: a version from before says that it has none. */
const newerPart = (words: Words, { older }: ToldPlan, label: string, text: string | null): Content[] =>
  part(label, text ?? (older ? words.notThere : null));

/** As many stand on one page, with what they are called. */
const LINES_TOGETHER = 6;
function list(label: string, lines: readonly string[]): Content[] {
  if (lines.length === 0) return [];
  const parts = [heading(label), bullets(lines)];
  return lines.length <= LINES_TOGETHER ? [together(...parts)] : parts;
}

/** "3. Bedömning av sömn", and below it how often and from when. */
const whatCell = ({ n, what, more }: PlanMeasure): TableCell => ({
  stack: [{ text: `${n}. ${what}` }, ...(more ? [{ text: more }] : [])],
});

export const measureTable = (words: Words, measures: readonly PlanMeasure[], about: Content | null = null): Content =>
  table(
    about,
    [words.what, words.who, words.due],
    measures.map((one) => [whatCell(one), { text: one.who }, { text: one.due }]),
  );

const goalLine = (words: Words, { text, about }: PlanGoal): Content => ({
  text: [{ text: text ?? words.otherMeasures, bold: true }, ...(about ? [` (${about})`] : [])],
  margin: [0, 4, 0, 2],
  unbreakable: true,
});

/**
 * Each goal with who does what. It stands in its table, so that it is there again where the table goes on; and so does
 * the heading with the first.
 */
const measuresUnderGoals = (words: Words, title: Content | null, goals: readonly PlanGoal[]): Content[] =>
  goals.map((goal, index) => {
    const line = goalLine(words, goal);
    const about = title && index === 0 ? together(title, line) : line;
    return goal.measures.length > 0 ? measureTable(words, goal.measures, about) : about;
  });

/** With who does what under each, or the goals alone where that has pages of its own. */
function goalsOfPlan(words: Words, plan: ToldPlan): Content[] {
  if (!isLong(plan)) return measuresUnderGoals(words, heading(words.goals), plan.goals);
  const lines = plan.goals.filter(({ text }) => text !== null).map((goal) => goalLine(words, goal));
  return [heading(words.goals), ...lines, plain(words.measuresLater)];
}

/** The pages that a long plan ends with. */
export const allMeasures = (words: Words, plan: ToldPlan): Content[] =>
  isLong(plan) ? [onNewPage(words.allMeasures), ...measuresUnderGoals(words, null, plan.goals)] : [];

export const meetAgain = (words: Words, { meetAgain, timeComes, caller }: ToldPlan): Content[] => {
  const calls = fill(timeComes ? words.callsLater : words.calls, { unit: caller });
  return part(words.again, meetAgain && `${capital(meetAgain)}. ${calls}`);
};

const openLine = (words: Words, { unit, text, by }: ToldPlan['openPoints'][number]): string =>
  `${unit}: ${text}${by ? ` ${fill(words.openBy, { day: by })}` : ''}`;

/** The first of it: all of it stands among the measures. */
const NEWS_AT_MOST = 10;
const shortNews = (words: Words, { news }: ToldPlan): string[] =>
  news.length > NEWS_AT_MOST
    ? [...news.slice(0, NEWS_AT_MOST), fill(words.moreNews, { n: String(news.length - NEWS_AT_MOST) })]
    : news;

/** From what is new to when they meet again. `ourselves`: what the family's own part is called for this reader. */
export const planContent = (words: Words, plan: ToldPlan, ourselves: string): Content[] => [
  ...list(words.news, shortNews(words, plan)),
  ...newerPart(words, plan, words.question, plan.question),
  ...part(words.ownWords, plan.ownWords),
  ...newerPart(words, plan, words.works, plan.works),
  ...newerPart(words, plan, words.worksNot, plan.worksNot),
  ...(plan.older ? newerPart(words, plan, words.needs, null) : list(words.needs, plan.needs)),
  ...goalsOfPlan(words, plan),
  ...list(ourselves, plan.ourselves),
  ...list(words.others, plan.others),
  ...part(words.responsibility, plan.responsibility),
  ...list(
    words.open,
    plan.openPoints.map((point) => openLine(words, point)),
  ),
  ...part(words.crisis, plan.crisisWhere && fill(words.crisisWhere, { where: plan.crisisWhere })),
  ...meetAgain(words, plan),
];

/** A unit's name may have a comma of its own. */
const row = (words: readonly string[]): string | null => capital(words.join(' · ')) || null;

/** For those who must know it before they talk with each other. */
export const consentLine = (words: Words, { consentTo }: ToldPlan): Content[] =>
  consentTo ? [plain(fill(words.consentParty, { day: consentTo }))] : [];

/** Who was there, who tells the child, who has a copy, how long the consent lasts: no page has the last line alone. */
export const planEnd = (words: Words, plan: ToldPlan, consent: Content[]): Content =>
  together(
    ...part(words.present, row(plan.present)),
    ...part(words.absent, row(plan.absentUnits)),
    ...part(words.childPart, plan.childPart),
    ...part(words.told, plan.childTold),
    ...part(words.copies, row(plan.copies)),
    ...part(
      words.partCopies,
      plan.partCopies.length > 0 ? fill(words.partOf, { units: row(plan.partCopies) ?? '' }) : null,
    ),
    ...consent,
  );
