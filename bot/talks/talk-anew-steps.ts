import type { z } from 'zod';
import { talkAnew } from '../../cards/talks/talk-anew.ts';
import { sayUnit } from '../../cards/texts/labels.ts';
import { withChanges } from '../../domain/changes.ts';
import { type CaseStatus, GOES_ON, type TalkPartner } from '../../domain/codes.ts';
import { isYouth } from '../../domain/consent.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { homePage } from '../../domain/posting.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import {
  ANEW_PAGES,
  faultOfDay,
  mayTalkAnew,
  OUTCOME_PRESET,
  outcomesAnew,
  partnersAnew,
  talkAnewWith,
  talksLeft,
} from '../../domain/talk-anew.ts';
import { talkAnewChange, talkWith } from '../../domain/talks.ts';
import { type CaseContext, caseStep, invalid, leaving, type Outcome, old } from '../act.ts';
import { noticeOf } from './save-child-talk.ts';

type Said = Omit<z.output<ReturnType<typeof talkAnew.form>>, 'wantsOthers'>;

const ANEW_DURING: readonly CaseStatus[] = GOES_ON.filter((status) => status !== 'MEETING');

/** No plan is followed up (any more), or it is nobody to talk with: from 18 a guardian is not. */
const isOver = (context: CaseContext, partner: TalkPartner): boolean =>
  !mayTalkAnew(context.file) || !partnersAnew(context).includes(partner);

/** With whom it is to be talked before the follow-up. */
export const openAnew = caseStep({
  readsOnly: true,
  during: ANEW_DURING,
  run: (context): Outcome => (mayTalkAnew(context.file) ? { code: 'ok', page: 'anew' } : old(context.file)),
});

const open = (partner: TalkPartner) =>
  caseStep({
    readsOnly: true,
    during: ANEW_DURING,
    run: (context): Outcome =>
      isOver(context, partner) ? old(context.file) : { code: 'ok', page: ANEW_PAGES[partner] },
  });

/**
 * Kept as far as it is filled in; "Spara" asks for what makes it count, "Tillbaka" for nothing, and a day that it cannot
 * have been is not kept.
 */
const save = (partner: TalkPartner, isAsked: boolean) =>
  caseStep({
    during: ANEW_DURING,
    inputsOn: ANEW_PAGES[partner],
    typed: ['better', 'notBetter'],
    form: ({ file, register, today }) =>
      talkAnew.form(
        outcomesAnew(partner, isYouth(file.case, today)),
        register.units.map(({ id }) => id),
      ),
    run(context): Outcome {
      const { file, today, newId } = context;
      const { wantsOthers, ...form } = context.form;
      const wants = [...form.wants, ...wantsOthers];
      if (isOver(context, partner)) return old(context.file);
      const fault = form.heldOn && faultOfDay(file, form.heldOn, today);
      if (fault && isAsked) return invalid({ heldOn: fault });
      if (isAsked && !form.outcome) return invalid({ outcome: 'error.talkOutcome' });
      if (isAsked && !form.heldOn && !form.outcome?.startsWith('EXCEPTION')) return invalid({ heldOn: 'error.heldOn' });
      const said = {
        ...form,
        heldOn: fault ? null : form.heldOn,
        wants,
        wordsMayBeShown: partner === 'CHILD' && form.wordsMayBeShown,
      };
      const isUntouched = !isAsked && isAsItStood(file, partner, said);
      const changes = isUntouched ? [] : [talkAnewChange(file, partner, newId(), said)];
      const left = talksLeft({ ...context, file: withChanges(file, changes) });
      return {
        code: 'ok',
        changes,
        page: isAsked && left.length === 0 ? homePage(file) : 'anew',
        ...(form.outcome?.startsWith('EXCEPTION')
          ? noticeOf(partner === 'CHILD' ? form.outcome : null)
          : notCalled(context, wants)),
      };
    },
  });

/** Nothing is filled in but what stood there when the page was opened for the first time. */
function isAsItStood(
  file: CaseFile,
  partner: TalkPartner,
  { heldOn, better, notBetter, outcome, wants }: Said,
): boolean {
  if (talkAnewWith(file, partner) || heldOn || better || notBetter || outcome !== OUTCOME_PRESET) return false;
  const stood = talkWith(file, partner)?.wants ?? [];
  return wants.length === stood.length && wants.every((unit) => stood.includes(unit));
}

/** Somebody is wished for who is not called to the meeting: told to whoever has just pressed. */
function notCalled({ file, register }: CaseContext, wants: readonly string[]): Pick<Outcome, 'notice' | 'aside'> {
  const called = participantsOf(file, currentMeeting(file)).map(({ unitId }) => unitId);
  const others = wants.filter((unit) => unit !== file.case.unitId && !called.includes(unit));
  if (file.case.status !== 'INVITED' || others.length === 0) return {};
  const units = others.map((unit) => sayUnit(register, unit)).join(', ');
  return { notice: { key: 'anew.notCalled', values: { units } }, aside: true };
}

/** The buttons of one short talk's page. */
export const talkAnewSteps = (partner: TalkPartner) => ({
  '.open': open(partner),
  '.save': save(partner, true),
  '.back': leaving(save(partner, false)),
});
