/** Buttons that stand on every page of the meeting: a break, the end of it, and the plan for the wall. */
import { z } from 'zod';
import { breakOffChanges } from '../../domain/break-off.ts';
import { currentMeeting } from '../../domain/current.ts';
import { areSameCalled } from '../../domain/follow-up.ts';
import { isOver } from '../../domain/meeting-pages.ts';
import { nameIn, type PageRef, partIn } from '../../domain/names.ts';
import { type CaseContext, caseStep, type Outcome } from '../act.ts';
import { type Leaving, typedChanges } from './keep-typed.ts';

/** Pages that are laid over the one where somebody was: `paused:goals` goes back to `goals`. */
type Over = 'paused' | 'screen';
const whereItWas = ({ posting }: CaseContext): PageRef => {
  const page = posting?.page ?? 'attendance';
  return isOver(nameIn(page)) ? ((partIn(page) ?? 'attendance') as PageRef) : page;
};
const over = (page: Over, context: CaseContext): PageRef => `${page}:${whereItWas(context)}`;

/** The free-text fields of all pages of the meeting: what these buttons find there. */
const TYPED = [
  ...['childGoal', 'works', 'worksNot', 'question'],
  ...['need', 'goal', 'what', 'often', 'sign', 'point', 'crisisWhere'],
];

const typedOn = (context: CaseContext, leaving: Leaving) =>
  typedChanges(context, leaving(nameIn(context.posting?.page ?? '')));

/** What is typed and not whole stays in the fields of its page: then the break is told there. */
export const pauseMeeting = (leaving: Leaving) =>
  caseStep({
    during: ['MEETING'],
    typed: TYPED,
    async run(context): Promise<Outcome> {
      const { file, posting, now } = context;
      const meeting = currentMeeting(file);
      if (!meeting || !posting) return { code: 'expired', page: 'case' };
      const typed = await typedOn(context, leaving);
      const changes = [
        ...(typed ?? []),
        { in: 'meeting' as const, id: meeting.id, set: { pausedAt: meeting.pausedAt ?? now } },
      ];
      return typed
        ? { code: 'ok', changes, page: over('paused', context) }
        : { code: 'ok', changes, page: posting.page, notice: { key: 'meet.pausedHere' }, keepTyped: true };
    },
  });

export const resumeMeeting = caseStep({
  during: ['MEETING'],
  typed: TYPED,
  run(context): Outcome {
    const meeting = currentMeeting(context.file);
    if (!meeting) return { code: 'expired', page: 'case' };
    return {
      code: 'ok',
      changes: [{ in: 'meeting', id: meeting.id, set: { pausedAt: null } }],
      page: whereItWas(context),
      keepTyped: true,
    };
  },
});

/**
 * One press, and nobody is asked why, nor about a word. What is typed and whole is kept first; the rest stands there to
 * be copied.
 */
export const breakOffMeeting = (leaving: Leaving) =>
  caseStep({
    during: ['MEETING'],
    typed: TYPED,
    async run(context): Promise<Outcome> {
      const typed = await typedOn(context, leaving);
      const changes = breakOffChanges(context, context.newId);
      return {
        code: 'ok',
        changes: [...(typed ?? []), ...changes],
        page: 'guide',
        backTo: null,
        ...(typed
          ? { notice: { key: 'meet.brokeOff', values: { same: areSameCalled(context.file, changes) } } }
          : { notice: { key: 'err.typedBrokenOff' }, glimpse: 'notKept' }),
      };
    },
  });

/**
 * "Visa på skärm": what is typed is asked about as everywhere, since all read it; what is not whole is finished first.
 */
export const openScreen = (leaving: Leaving) =>
  caseStep({
    during: ['MEETING'],
    form: () => z.unknown(),
    typed: TYPED,
    async run(context): Promise<Outcome> {
      const typed = await typedOn(context, leaving);
      return typed
        ? { code: 'ok', changes: typed, page: over('screen', context) }
        : { code: 'invalid', notice: { key: 'meet.unfinished' }, keepTyped: true };
    },
  });

export const leaveScreen = caseStep({
  readsOnly: true,
  during: ['MEETING'],
  run: (context): Outcome => ({ code: 'ok', page: whereItWas(context) }),
});
