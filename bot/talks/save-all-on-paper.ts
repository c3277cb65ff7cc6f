import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { allOnPaper } from '../../cards/talks/all-on-paper.ts';
import type { TalkPartner } from '../../domain/codes.ts';
import { guardiansOf } from '../../domain/consent.ts';
import { isAfter } from '../../domain/days.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import { talkChange, talkWith } from '../../domain/talks.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';
import { noticeOf } from './save-child-talk.ts';

type Form = z.output<ReturnType<typeof allOnPaper.form>>;
const DAYS = { GUARDIAN_1: 'guardian1On', GUARDIAN_2: 'guardian2On', CHILD: 'childOn' } as const;

/** One row per talk, as the talks' own pages write it. Nothing filled in and nothing known: no row comes to be. */
function talkChanges(form: Form, file: CaseFile, today: Temporal.PlainDate, newId: () => string): Change[] {
  const partners: TalkPartner[] = [...guardiansOf(file.case, today), 'CHILD'];
  return partners.flatMap((partner) => {
    const known = talkWith(file, partner);
    const set = { heldOn: form[DAYS[partner]], informed: form.informed.includes(partner) };
    const outcome = partner === 'CHILD' ? form.outcome : null;
    if (!known && !set.heldOn && !set.informed && !outcome) return [];
    const own = partner === 'CHILD' ? { outcome } : known ? {} : { present: [partner] };
    return [talkChange(file, partner, newId(), { ...set, ...own })];
  });
}

const stepOf = (more: Partial<Outcome>) =>
  caseStep({
    during: ['PREPARING'],
    inputsOn: 'allOnPaper',
    form: () => allOnPaper.form(),
    run({ form, file, today, newId }): Outcome {
      const isAhead = (field: (typeof DAYS)[TalkPartner]) => {
        const on = form[field];
        return on !== null && isAfter(on, today);
      };
      const ahead = Object.values(DAYS).filter(isAhead);
      if (ahead.length > 0) return invalid(Object.fromEntries(ahead.map((field) => [field, 'error.futureDay'])));
      return {
        code: 'ok',
        changes: talkChanges(form, file, today, newId),
        page: 'guide',
        ...noticeOf(form.outcome),
        ...more,
      };
    },
  });

/** Kept as far as it is filled in; then on to the next page that something is missing on. */
export const saveAllOnPaper = stepOf({ backTo: 'PAPER' });
export const leaveAllOnPaper = stepOf({ backTo: null });
