import { guide } from '../../cards/case/guide.ts';
import { sayDate } from '../../cards/texts/dates.ts';
import { remindIn } from '../../cards/texts/labels.ts';
import { say, type Voice } from '../../cards/texts/say.ts';
import { calledOffMeeting } from '../../domain/cancelling.ts';
import { isFollowUp } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { isPaperOnly, type Missing, missingBeforeKallelse } from '../../domain/gates.ts';
import type { OpenPage } from '../../domain/names.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { caseOf, definePage, type View } from '../act.ts';
import type { Phase } from './guide-row.ts';
import { headedRows, phasesOf } from './guide-rows.ts';
import { sayNext, sayWarning } from './say-next.ts';

/**
 * What the case card shows while the case is being prepared: the four sittings, and each thing to fill in with how far
 * it has come.
 */
export const guidePage = definePage(guide, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  const missing = missingBeforeKallelse({ ...view, file });
  const phases = phasesOf(view, file);
  const main = mainOf(file, missing);
  const next =
    main === 'ROW'
      ? phases.flatMap(({ rows }) => rows).find(({ at }) => missing[0] && isBehind(missing[0].at, at))
      : undefined;
  return {
    data: {
      title: say(language, isFollowUp(file) ? 'case.titleFollowUp' : 'case.title', {
        word: register.settings.meetingWord,
        code: file.case.code,
      }),
      ...sayNext(view, file),
      warning: sayWarning(view, file),
      main,
      strip: stripOf(language, phases, missing),
      calledOff: sayCalledOff(view, file),
      linked: sayLinked(language, file.case),
      rows: headedRows(view, phases).map(({ at, isFilled: _, ...row }) => ({
        ...row,
        verb: `${at}.open` as const,
        isNext: at === next?.at,
      })),
    },
  };
});

/** The second page of the start and of the child's talk has no row of its own. */
const isBehind = (page: OpenPage, row: OpenPage): boolean => page === row || page === `${row}More`;

/** Before the first talk the papers are printed. Then it is the first thing that is missing. */
function mainOf(file: CaseFile, missing: readonly Missing[]): 'PRINT' | 'ROW' | 'SEND' {
  if (missing.length === 0) return 'SEND';
  const isBegun = file.talks.some(({ heldOn, outcome }) => heldOn !== null || outcome !== null);
  const isAsked = missing.every(({ at }) => at !== 'start' && at !== 'startMore');
  return isAsked && !isBegun ? 'PRINT' : 'ROW';
}

/** What is left to do about a meeting that is off: the calendar tells those who were called, and nobody else. */
function sayCalledOff({ language, today }: View, file: CaseFile): string | null {
  const startAt = calledOffMeeting(file)?.startAt;
  if (!startAt || isPaperOnly(file)) return null;
  return say(language, 'cancel.after', { on: sayDate(language, dayOf(startAt), today), remind: remindIn(file) });
}

/** The other cases that belong to this one, by their codes. */
function sayLinked(language: Voice, { siblingCode, previousCode }: CaseRow): string | null {
  const lines = [
    siblingCode ? say(language, 'case.sibling', { code: siblingCode }) : '',
    previousCode ? say(language, 'case.previous', { code: previousCode }) : '',
  ];
  return lines.filter(Boolean).join(' ') || null;
}

/** "Start ✓ › **Efter samtalen** › Samtycke › Kallelse": the first sitting with something missing is where you are. */
function stripOf(language: Voice, phases: Phase[], missing: readonly Missing[]): string {
  const open = phases.map(
    ({ at, rows }) => missing.some((gap) => at.includes(gap.at)) || rows.some(({ isFilled }) => !isFilled),
  );
  const here = open.indexOf(true);
  return phases
    .map(({ key }, index) => {
      const word = say(language, key);
      if (!open[index]) return `${word} ✓`;
      return index === here ? `**${word}**` : word;
    })
    .join(' › ');
}
