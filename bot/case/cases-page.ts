import { cases } from '../../cards/cases.ts';
import { sayDayShort } from '../../cards/texts/dates.ts';
import { say } from '../../cards/texts/say.ts';
import { currentMeeting, lockedPlan } from '../../domain/current.ts';
import { dayOf } from '../../domain/deadlines.ts';
import type { CaseFile } from '../../domain/rows.ts';
import { definePage } from '../act.ts';
import { sayNext } from './say-next.ts';

const ROWS = 8;

/** "mina ärenden": what is next in each, those with a day first. */
export const casesPage = definePage(
  cases,
  (view) => {
    const { language, files, posting } = view;
    const rows = files.flatMap((file) => {
      const card = file.postings.find((one) => one.kind === 'CASE' && one.personId === posting.personId);
      return card ? [{ file, card, day: nextDay(file) }] : [];
    });
    rows.sort((a, b) => (a.day?.toString() ?? '9999').localeCompare(b.day?.toString() ?? '9999'));
    const more = rows.length - ROWS;
    return {
      data: {
        title: say(language, 'cases.title'),
        next: say(language, 'cases.next', { n: rows.length }),
        rows: rows.slice(0, ROWS).map(({ file, card, day }) => ({
          posting: card.id,
          turn: card.turn,
          code: file.case.code,
          next: sayNext(view, file),
          on: day ? sayDayShort(language, day) : null,
        })),
        more: more > 0 ? say(language, 'cases.more', { n: more }) : null,
      },
    };
  },
  { lists: true },
);

function nextDay(file: CaseFile) {
  if (file.case.status === 'PLAN_ACTIVE') return lockedPlan(file)?.followUpOn ?? null;
  const startAt = currentMeeting(file)?.startAt;
  return startAt ? dayOf(startAt) : null;
}
