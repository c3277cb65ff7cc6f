import { cases } from '../../cards/case/cases.ts';
import { sayDayShort } from '../../cards/texts/dates.ts';
import { languageOf, say, voiceOf } from '../../cards/texts/say.ts';
import { isYouth } from '../../domain/consent.ts';
import { currentMeeting, lockedPlan } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import type { PageRef } from '../../domain/names.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { definePage, type Page, type Step } from '../act.ts';
import { sayNext } from './say-next.ts';

const ROWS = 8;
/** Nobody holds more than forty open cases. */
const NAMES: readonly PageRef[] = ['cases', 'cases2', 'cases3', 'cases4', 'cases5'];

/** "mina ärenden": what is next in each, those with a day first, eight at a time. `n` counts from 0. */
export const casesPage = (n: number): Page =>
  definePage(
    cases,
    (view) => {
      const { language, files, posting, register } = view;
      const rows = files.flatMap((file) => {
        const card = file.postings.find((one) => one.kind === 'CASE' && one.personId === posting.personId);
        return card ? [{ file, card, day: nextDay(file) }] : [];
      });
      rows.sort((a, b) => (a.day?.toString() ?? '9999').localeCompare(b.day?.toString() ?? '9999'));
      const from = n * ROWS;
      const more = rows.length - from - ROWS;
      return {
        data: {
          title: say(language, 'cases.title'),
          next: say(language, 'cases.next', { n: rows.length }),
          rows: rows.slice(from, from + ROWS).map(({ file, card, day }) => ({
            posting: card.id,
            turn: card.turn,
            code: file.case.code,
            next: sayNext(
              { ...view, viewer: null, language: voiceOf(languageOf(language), isYouth(file.case, view.today)) },
              file,
            ),
            on: day ? sayDayShort(language, day) : null,
          })),
          newCase: say(language, 'button.newCase', { word: register.settings.meetingWord }),
          more: more > 0 ? say(language, 'cases.more', { n: more }) : null,
          canShowMore: more > 0 && n + 1 < NAMES.length,
        },
      };
    },
    { lists: true },
  );

const nextOf = (page: PageRef | undefined): PageRef => (page && NAMES[NAMES.indexOf(page) + 1]) ?? 'cases';

/** "Visa fler": the same message shows the next eight. */
export const moreCases: Step = {
  readsOnly: true,
  mayPress: (person, _file, posting) => posting?.kind === 'CASES' && posting.personId === person.id,
  run: ({ posting }) => ({ code: 'ok', page: nextOf(posting?.page) }),
};

function nextDay(file: CaseFile) {
  if (file.case.status === 'PLAN_ACTIVE') return lockedPlan(file)?.followUpOn ?? null;
  const startAt = currentMeeting(file)?.startAt;
  return startAt ? dayOf(startAt) : null;
}
