import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { consent } from '../../cards/consent/consent.ts';
import { consentScope } from '../../cards/consent/consent-scope.ts';
import type { TextKey } from '../../cards/texts/say.ts';
import { withChanges } from '../../domain/changes.ts';
import { isAskedToShare, noBecomes } from '../../domain/child-answer.ts';
import { type CaseStatus, GOES_ON, type Signer } from '../../domain/codes.ts';
import {
  CONSENT_PAGES,
  commonConsent,
  draftConsent,
  haveTooLittle,
  maySign,
  ownFormFrom,
  scopePageOf,
} from '../../domain/consent.ts';
import type { Signing } from '../../domain/consent-fields.ts';
import { asksDays } from '../../domain/consent-start.ts';
import { consentDueItems, signatureDueItem } from '../../domain/consent-watch.ts';
import { currentMeeting } from '../../domain/current.ts';
import { missingBeforeKallelse } from '../../domain/gates.ts';
import type { Moment } from '../../domain/moment.ts';
import { homePage } from '../../domain/posting.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Consent } from '../../domain/rows/consent.ts';
import { narrowed, restChanges } from '../../domain/withdrawal.ts';
import { caseStep, invalid, type Outcome, old } from '../act.ts';
import { sayConsentFaults } from './consent-faults.ts';
import { drafted } from './draft-consent.ts';

type Form = z.output<ReturnType<typeof consent.form>>;
/** A consent may be given or extended as long as the case goes on. */
export const CONSENT_DURING: readonly CaseStatus[] = GOES_ON;

/**
 * The first page as a draft: it begins on the day of signing where no later day is written (a form that counts from 18
 * only, on the birthday), and months are counted from there.
 */
function formOf(
  moment: Pick<Moment, 'file' | 'today'>,
  signer: Signer,
  { validMonths, ...form }: Form,
): Partial<Consent> {
  const months = validMonths === null || validMonths === 'OWN' ? null : Number(validMonths);
  const early = earlyOf(moment, signer);
  const validFromOn = form.validFromOn ?? (form.signedOn && early ? early.birthday : form.signedOn);
  const until = months === null ? form.validToOn : (validFromOn?.add({ months }) ?? null);
  return { ...form, validMonths: months, validFromOn, validToOn: until };
}

/** The form of the young person's own that counts from 18 only. */
function earlyOf({ file: { case: row }, today }: Pick<Moment, 'file' | 'today'>, signer: Signer): Signing['early'] {
  const from = signer === 'YOUTH' ? ownFormFrom(row, today) : null;
  return from && row.turns18On ? { from, birthday: row.turns18On } : null;
}

const signingOf = ({ file, register, today }: Moment, consent: Consent): Signing => ({
  consent,
  early: earlyOf({ file, today }, consent.givenBy),
  ownUnit: file.case.unitId,
  maxMonths: register.settings.consentMaxMonths,
  today,
});

/** What is wrong with days that the page does not ask for is said where the time is chosen. */
function formFaults(moment: Moment, consent: Consent): Record<string, TextKey> {
  const { validFromOn, validToOn, ...others } = sayConsentFaults('form', signingOf(moment, consent));
  const days = { ...(validFromOn ? { validFromOn } : {}), ...(validToOn ? { validToOn } : {}) };
  if (asksDays(draftConsent(moment.file, consent.givenBy))) return { ...others, ...days };
  const [first] = Object.values(days);
  return { ...(first ? { validMonths: first } : {}), ...others };
}

/** "Nästa": the form as it is signed. Where its own days were chosen the page comes back once and asks for them. */
export const saveConsent = (signer: Signer) =>
  caseStep({
    during: CONSENT_DURING,
    inputsOn: CONSENT_PAGES[signer],
    form: () => consent.form(),
    run(context): Outcome {
      const { form, file, today, newId } = context;
      if (!maySign(file.case, signer, today)) return old(file);
      const { consent: draft, change } = drafted(file, signer, newId, formOf(context, signer, form));
      if (form.validMonths === 'OWN' && !asksDays(draftConsent(file, signer)))
        return { code: 'ok', changes: [change], page: CONSENT_PAGES[signer], notice: { key: 'consent.whichDays' } };
      const faults = formFaults(context, draft);
      if (Object.keys(faults).length > 0) return invalid(faults);
      return { code: 'ok', changes: [change], page: scopePageOf(signer) };
    },
  });

/** "Tillbaka" from the second page: a draft, and the first page again. */
export const leaveScope = (signer: Signer) =>
  caseStep({
    during: CONSENT_DURING,
    inputsOn: scopePageOf(signer),
    typed: ['originalLocation'],
    form: ({ register }) => consentScope.form(register.units.map((unit) => unit.id)),
    run: ({ form, file, newId }) => ({
      code: 'ok',
      changes: [drafted(file, signer, newId, form).change],
      page: CONSENT_PAGES[signer],
    }),
  });

/** "Spara": recorded. Append-only: a change or an extension is a new record. */
export const recordConsent = (signer: Signer) =>
  caseStep({
    ...leaveScope(signer),
    waitsForSending: true,
    run(context): Outcome {
      const { form, file, today, now, person, newId } = context;
      if (!maySign(file.case, signer, today)) return old(file);
      const recorded = { ...form, recordedAt: now, receivedById: person?.id ?? null };
      const { consent: signed, change } = drafted(file, signer, newId, recorded);
      const signing = signingOf(context, signed);
      const unsigned = formFaults(context, signed);
      if (Object.keys(unsigned).length > 0) return { ...invalid(unsigned), page: CONSENT_PAGES[signer] };
      const faults = sayConsentFaults('scope', signing);
      if (Object.keys(faults).length > 0) return invalid(faults);
      const given = [change, ...childHasSaidYes(file, signer, today)];
      const signedFile = withChanges(file, given);
      // Nobody is told whose form says less: the same as where somebody has not signed.
      if (haveTooLittle(signedFile, today)) {
        const rests = [...given, ...restChanges(signedFile, 'TOO_LITTLE')];
        return { code: 'ok', changes: rests, page: homePage(withChanges(file, rests)) };
      }
      // Who is called and stands in the new form no longer is out at once, as when a party is taken back. Before the
      // kallelse the gate asks.
      const less = file.case.status === 'PREPARING' ? [] : narrowed(context, signedFile);
      const after = withChanges(file, [...given, ...less]);
      const isOut = less.some((one) => one.in === 'participant' && 'remove' in one);
      const notice = isOut
        ? 'consent.narrower'
        : saysNoBetween(file, signed)
          ? 'consent.noBetween'
          : commonConsent(after, [today])
            ? doneKey({ ...context, file: after })
            : null;
      return {
        code: 'ok',
        changes: [...given, ...less],
        due: consentDueItems(signed),
        page: homePage(after),
        ...(notice ? { notice: { key: notice } } : {}),
      };
    },
  });

/** What will not work without *Mellan mötena* is said with the first form that lacks it. */
const saysNoBetween = ({ consents }: CaseFile, signed: Consent): boolean =>
  !signed.scopes.includes('BETWEEN_MEETINGS') &&
  !consents.some(({ recordedAt, scopes }) => recordedAt !== null && !scopes.includes('BETWEEN_MEETINGS'));

/** The form of a child who signs too is its answer, whatever it had said before. */
const childHasSaidYes = (file: CaseFile, signer: Signer, today: Temporal.PlainDate): Change[] =>
  signer === 'YOUTH' && isAskedToShare(file.case, today) ? noBecomes(file, 'YES') : [];

/** What can be done now: said only where it can. */
function doneKey({ file, ...moment }: Moment): TextKey {
  if (file.case.status !== 'PREPARING') return 'consent.extended';
  if (!currentMeeting(file)?.startAt) return 'consent.doneGoOn';
  return missingBeforeKallelse({ ...moment, file }).length === 0 ? 'consent.done' : 'consent.extended';
}

/** "Tillbaka": what is filled in is kept as a draft; nothing is recorded yet. */
export const leaveConsent = (signer: Signer) =>
  caseStep({
    ...saveConsent(signer),
    run: ({ form, file, today, newId }) => ({
      code: 'ok',
      changes: [drafted(file, signer, newId, formOf({ file, today }, signer, form)).change],
      page: homePage(file),
    }),
  });

/** The form is out for signature: with e-legitimation, or at home on paper. That is not a consent yet. */
export const consentIsOut = (signer: Signer) =>
  caseStep({
    ...saveConsent(signer),
    run: ({ form, file, today, newId }) => ({
      code: 'ok',
      changes: [
        drafted(file, signer, newId, {
          ...formOf({ file, today }, signer, form),
          method: form.method ?? 'PAPER',
          sentOn: today,
        }).change,
      ],
      due: [signatureDueItem(file.case.id, today)],
      page: homePage(file),
    }),
  });
