import { cases } from '../../cards/case/cases.ts';
import { sayDayShort } from '../../cards/texts/dates.ts';
import { sayUnit } from '../../cards/texts/labels.ts';
import { languageOf, say, type Voice, voiceOf } from '../../cards/texts/say.ts';
import { isYouth } from '../../domain/consent.ts';
import { approachable, isPaperOnly } from '../../domain/gates.ts';
import type { PageRef } from '../../domain/names.ts';
import { nextDay } from '../../domain/next-day.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { definePage, type Page, type Step, type View } from '../act.ts';
import { sayNext } from './say-next.ts';

const ROWS = 8;
/** Nobody holds more than forty open cases. */
const NAMES: readonly PageRef[] = ['cases', 'cases2', 'cases3', 'cases4', 'cases5'];

/** A row has no room for everybody who is called: the rest stand on the case's own card. */
const PHONES = 3;

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
          canShowAges: !view.viewer && listed.files.some(({ case: { ageBand } }) => ageBand !== null),
        },
      };
    },
    { lists: { from: n * ROWS, count: ROWS } },
  );

function rowOf(view: View, file: CaseFile) {
  const language = languageOf(view.language);
  const voice = voiceOf(language, isYouth(file.case, view.today));
  const day = nextDay(file);
  const { next, phones } = sayNext({ ...view, viewer: null, language: voice }, file);
  return file.postings
    .filter((one) => one.kind === 'CASE' && one.personId === view.posting.personId)
    .slice(0, 1)
    .map(({ id, turn }) => ({
      posting: id,
      turn,
      code: file.case.code,
      about: sayWhich({ ...view, language: voice }, file),
      next,
      phones: sayFirst(voice, phones) || null,
      on: day ? sayDayShort(language, day) : null,
    }));
}

/**
 * What tells a case from another without a name: "Elevhälsan · 2 vårdnadshavare · 12–14 år". The age as on the case's
 * own card: only to the one who presses. On paper only nothing leads to a guardian.
 */
function sayWhich({ language, register, today, viewer }: View, file: CaseFile): string {
  const { unitId, ageBand, guardianOne, guardianTwo } = file.case;
  const isKnown = [guardianOne, guardianTwo].every((one) => one !== null && one !== 'UNKNOWN');
  const guardians = isKnown ? approachable(file, today).length : 0;
  return [
    sayUnit(register, unitId),
    ...(guardians > 0 ? [say(language, 'cases.guardians', { n: guardians })] : []),
    ...(viewer && ageBand && !isPaperOnly(file) ? [say(language, `ageBand.${ageBand}`)] : []),
  ].join(' · ');
}

const sayFirst = (language: Voice, phones: readonly string[]): string =>
  [
    ...phones.slice(0, PHONES),
    ...(phones.length > PHONES ? [say(language, 'phone.more', { n: phones.length - PHONES })] : []),
  ].join('\n\n');

const nextOf = (page: PageRef | undefined): PageRef => (page && NAMES[NAMES.indexOf(page) + 1]) ?? 'cases';

/** "Visa fler": the same message shows the next eight. */
export const moreCases: Step = {
  readsOnly: true,
  on: ['CASES'],
  run: ({ posting }) => ({ code: 'ok', page: nextOf(posting?.page) }),
};

/** "Visa ålder": the same list, as it is for the one who has pressed. */
export const showAges: Step = { readsOnly: true, on: ['CASES'], run: () => ({ code: 'ok' }) };
