import { cases } from '../../cards/case/cases.ts';
import { sayDayShort } from '../../cards/texts/dates.ts';
import { languageOf, say, voiceOf } from '../../cards/texts/say.ts';
import { isYouth } from '../../domain/consent.ts';
import type { PageRef } from '../../domain/names.ts';
import { nextDay } from '../../domain/next-day.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { definePage, type Page, type Step, type View } from '../act.ts';
import { sayNext } from './say-next.ts';

const ROWS = 8;
/** Nobody holds more than forty open cases. */
const NAMES: readonly PageRef[] = ['cases', 'cases2', 'cases3', 'cases4', 'cases5'];

/** "mina ärenden": what is next in each, those with a day first, eight at a time. `n` counts from 0. */
export const casesPage = (n: number): Page =>
  definePage(
    cases,
    (view) => {
      const { language, listed, register } = view;
      const more = listed.total - (n + 1) * ROWS;
      return {
        data: {
          title: say(language, 'cases.title'),
          next: say(language, 'cases.next', { n: listed.total }),
          rows: listed.files.flatMap((file) => rowOf(view, file)),
          newCase: say(language, 'button.newCase', { word: register.settings.meetingWord }),
          more: more > 0 ? say(language, 'cases.more', { n: more }) : null,
          canShowMore: more > 0 && n + 1 < NAMES.length,
        },
      };
    },
    { lists: { from: n * ROWS, count: ROWS } },
  );

function rowOf(view: View, file: CaseFile) {
  const language = languageOf(view.language);
  const voice = voiceOf(language, isYouth(file.case, view.today));
  const day = nextDay(file);
  return file.postings
    .filter((one) => one.kind === 'CASE' && one.personId === view.posting.personId)
    .slice(0, 1)
    .map(({ id, turn }) => ({
      posting: id,
      turn,
      code: file.case.code,
      next: sayNext({ ...view, viewer: null, language: voice }, file),
      on: day ? sayDayShort(language, day) : null,
    }));
}

const nextOf = (page: PageRef | undefined): PageRef => (page && NAMES[NAMES.indexOf(page) + 1]) ?? 'cases';

/** "Visa fler": the same message shows the next eight. */
export const moreCases: Step = {
  readsOnly: true,
  on: ['CASES'],
  run: ({ posting }) => ({ code: 'ok', page: nextOf(posting?.page) }),
};
