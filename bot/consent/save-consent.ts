import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { consent } from '../../cards/consent.ts';
import { isConvener } from '../../domain/access.ts';
import { withChanges } from '../../domain/changes.ts';
import type { Signer } from '../../domain/codes.ts';
import { CONSENT_PAGES, draftConsent, liveConsents, requiredSigners } from '../../domain/consent.ts';
import { currentMeeting } from '../../domain/current.ts';
import type { CaseFile, Change, Consent } from '../../domain/rows.ts';
import { type CaseStep, type Context, invalid, type Outcome } from '../act.ts';

type Form = z.output<ReturnType<typeof consent.form>>;

/** The page as it stands, kept as the signer's one draft. */
function draftChange({ form, newId }: Context<Form>, file: CaseFile, signer: Signer, more: Partial<Consent> = {}): Change {
  const validToOn = form.signedOn && form.validMonths ? form.signedOn.add({ months: form.validMonths }) : null;
  const set = { ...form, validFromOn: form.signedOn, validToOn, ...more };
  const draft = draftConsent(file, signer);
  if (draft) return { in: 'consent', id: draft.id, set };
  const id = newId();
  return {
    in: 'consent',
    id,
    set: { id, caseId: file.case.id, givenBy: signer, receivedById: null, recordedAt: null, revision: 0, ...set },
  };
}

/** What a signed form must say. At least two parties, the own unit among them; nothing beyond what was signed (OSL 10:1, 12:2). */
function faults(form: Form, ownUnit: string, today: Temporal.PlainDate): Record<string, string> {
  const found: Record<string, string> = {};
  if (!form.signedOn) found.signedOn = 'error.signedOn';
  else if (Temporal.PlainDate.compare(form.signedOn, today) > 0) found.signedOn = 'error.futureDay';
  if (form.parties.length < 2) found.parties = 'error.parties';
  else if (!form.parties.includes(ownUnit)) found.parties = 'error.ownUnit';
  if (form.scopes.length === 0) found.scopes = 'error.scopes';
  else if (!form.scopes.includes('MEETING')) found.scopes = 'error.scopeMeeting';
  if (!form.validMonths) found.validMonths = 'error.validMonths';
  else if (form.signedOn && Temporal.PlainDate.compare(form.signedOn.add({ months: form.validMonths }), today) < 0)
    found.validMonths = 'error.consentEnded';
  if (!form.originalLocation) found.originalLocation = 'error.originalLocation';
  return found;
}

/** Records a signed consent. Append-only: a change is a new record. */
export const saveConsent = (signer: Signer): CaseStep<Form> => ({
  case: true,
  during: ['PREPARING'],
  at: CONSENT_PAGES[signer],
  who: isConvener,
  form: ({ register }) => consent.form(register.units.map((unit) => unit.id)),
  run(context): Outcome {
    const { form, file, today, now, person } = context;
    if (!requiredSigners(file.case).includes(signer)) return { code: 'expired' };
    const found = faults(form, file.case.unitId, today);
    if (Object.keys(found).length > 0) return invalid(found);
    const change = draftChange(context, file, signer, { recordedAt: now, receivedById: person?.id ?? null });
    const isComplete = liveConsents(withChanges(file, [change]), today) !== null;
    return {
      code: 'ok',
      changes: [change],
      page: 'guide',
      ...(isComplete ? { notice: { key: currentMeeting(file)?.startAt ? 'consent.done' : 'consent.doneGoOn' } } : {}),
    };
  },
});

/** "Tillbaka": what is filled in is kept as a draft; nothing is recorded yet. */
export const leaveConsent = (signer: Signer): CaseStep<Form> => ({
  case: true,
  during: ['PREPARING'],
  at: CONSENT_PAGES[signer],
  who: isConvener,
  form: ({ register }) => consent.form(register.units.map((unit) => unit.id)),
  run(context): Outcome {
    return { code: 'ok', changes: [draftChange(context, context.file, signer)], page: 'guide' };
  },
});
