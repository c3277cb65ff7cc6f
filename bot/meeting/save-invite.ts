import type { z } from 'zod';
import { invite } from '../../cards/meeting/invite.ts';
import type { TextKey } from '../../cards/texts/say.ts';
import { isAddressOf, kindOn } from '../../domain/calling.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { unitOf } from '../../domain/in-register.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { type Called, newParticipant } from '../../domain/rows/participant.ts';
import type { Register } from '../../domain/rows/register.ts';
import { mayNameSomebody } from '../../domain/words/addresses.ts';
import { type CaseContext, caseStep, invalid, type Outcome } from '../act.ts';
import { draftMeeting } from './draft-meeting.ts';
import { inviteUnits, presetsOf } from './invite-units.ts';

type Form = z.output<ReturnType<typeof invite.form>>;

function chosenIn(form: Form, register: Register): Called[] {
  const fromUnits = Object.entries(form.who).flatMap(([unitId, choice]): Called[] => {
    const unit = unitOf(register, unitId);
    if (choice === 'FUNCTIONAL' && unit?.functionalMail)
      return [{ unitId, personId: null, mail: unit.functionalMail, mailTyped: false }];
    const person = register.people.find((one) => one.id === choice && one.unitId === unitId);
    return person ? [{ unitId, personId: person.id, mail: person.mail, mailTyped: false }] : [];
  });
  const other = form.otherUnit && form.otherMail ? [typedIn(register, form.otherUnit, form.otherMail)] : [];
  return [...fromUnits, ...other].filter((one, n, all) => all.findIndex((same) => same.mail === one.mail) === n);
}

/** The unit's own functional address is the register's, also when somebody types it. */
function typedIn(register: Register, unitId: string, mail: string): Called {
  const functional = unitOf(register, unitId)?.functionalMail;
  const isFunctional = functional?.toLowerCase() === mail;
  return { unitId, personId: null, mail: isFunctional ? functional : mail, mailTyped: !isFunctional };
}

function faultsOf(form: Form, register: Register): Record<string, TextKey> | null {
  if (!form.otherMail) return null;
  if (!form.otherUnit) return { otherUnit: 'error.otherUnit' };
  return isAddressOf(register, form.otherUnit, form.otherMail) ? null : { otherMail: 'error.mailDomain' };
}

/** As names in texts are asked about: once, and not of an address that is called already. */
const QUESTION: Outcome = {
  code: 'nameWarning',
  errors: { otherMail: { key: 'err.nameInAddress' } },
  keepTyped: true,
  warned: true,
};
function mustAsk({ form, file, register, act, posting }: CaseContext<Form>): boolean {
  if (!form.otherUnit || !form.otherMail || posting?.warned === act.name) return false;
  const { mail, mailTyped } = typedIn(register, form.otherUnit, form.otherMail);
  const isCalled = participantsOf(file, currentMeeting(file)).some((row) => row.mail === mail);
  return mailTyped && !isCalled && mayNameSomebody(mail);
}

type Calling = Pick<CaseContext, 'file' | 'register' | 'today' | 'newId'>;

function changesFor({ file, register, today, newId }: Calling, meetingId: string, chosen: Called[]): Change[] {
  const before = participantsOf(file, { id: meetingId });
  const startAt = currentMeeting(file)?.startAt ?? null;
  const kindOf = (unitId: string) => kindOn({ register, today }, unitId, startAt);
  const gone = before.filter((row) => !chosen.some((one) => one.mail === row.mail));
  const added = chosen.filter((one) => !before.some((row) => row.mail === one.mail));
  return [
    ...gone.map((row): Change => ({ in: 'participant', id: row.id, remove: true })),
    ...added.map((one): Change => {
      const id = newId();
      return { in: 'participant', id, set: newParticipant({ id, meetingId, kind: kindOf(one.unitId), ...one }) };
    }),
  ];
}

/** Who is called. New people make earlier proposals of times worthless. */
export const saveInvite = caseStep({
  during: ['PREPARING', 'INVITED'],
  inputsOn: 'invite',
  waitsForSending: true,
  form: (context) => {
    const units = inviteUnits(context, context.file);
    return invite.form(
      units,
      units.map(({ id }) => id),
    );
  },
  run: (context) => saved(context, mustAsk(context)),
});

function saved(context: CaseContext<Form>, isAsked: boolean): Outcome {
  const { form, file, register, newId } = context;
  const faults = faultsOf(form, register);
  if (faults) return invalid(faults);
  if (isAsked) return QUESTION;
  if (file.case.status === 'INVITED') return addToCalled(context, chosenIn(form, register));
  const { meeting, changes } = draftMeeting(file, newId);
  // A unit without an answer had no room on the card ("nobody" is one): whoever is called there stays.
  const kept = participantsOf(file, meeting).filter((row) => !row.mailTyped && form.who[row.unitId] === null);
  const people = changesFor(context, meeting.id, [...kept, ...chosenIn(form, register)]);
  const stale: Change[] =
    people.length > 0 ? [{ in: 'meeting', id: meeting.id, set: { proposals: null, proposalsState: null } }] : [];
  return { code: 'ok', changes: [...changes, ...people, ...stale], page: 'guide' };
}

/**
 * A party that the family has said yes to later (T30): into the event that stands, and on the list of those to be told.
 */
function addToCalled(calling: Calling, chosen: Called[]): Outcome {
  const { file } = calling;
  const meeting = currentMeeting(file);
  if (meeting?.status !== 'SENT' || meeting.eventState === 'GONE' || chosen.length === 0)
    return { code: 'nobody', page: 'case' };
  const before = participantsOf(file, meeting);
  const added = chosen.filter(({ mail }) => !before.some((row) => row.mail === mail));
  return {
    code: 'ok',
    changes: changesFor(calling, meeting.id, [...before, ...added]),
    page: 'case',
    notice: { key: 'invite.added', values: { n: added.length } },
  };
}

function isUntouched(context: CaseContext<Form>): boolean {
  const presets = presetsOf(context, context.file);
  const { who, otherUnit, otherMail } = context.form;
  const asBefore = Object.entries(who).every(([id, choice]) => (choice ?? 'NONE') === (presets[id] ?? 'NONE'));
  return Object.keys(presets).length > 0 && asBefore && !otherUnit && !otherMail;
}

/**
 * "Tillbaka" keeps the choice while the case is prepared, so it asks about an address too: it would stand in calendars.
 * Once the kallelse is out only "Spara" calls somebody; what stands filled in from the start is no choice either.
 */
export const leaveInvite = caseStep({
  ...saveInvite,
  run: (context) =>
    context.file.case.status === 'PREPARING'
      ? isUntouched(context)
        ? { code: 'ok', page: 'guide' }
        : saved(context, mustAsk(context))
      : { code: 'ok', page: 'case' },
});
