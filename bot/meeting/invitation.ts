import { capital } from '../../cards/texts/capital.ts';
import { sayMeetingTimeShort } from '../../cards/texts/dates.ts';
import { sayRecipient, sayUnit } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { placeLine } from '../../domain/calendar-place.ts';
import { hasScope } from '../../domain/consent.ts';
import { currentMeeting, isFollowUp, participantsOf } from '../../domain/current.ts';
import { dayOf } from '../../domain/days.ts';
import { howOf, isFromAfar } from '../../domain/from-afar.ts';
import { personOf, placeOf, unitOf } from '../../domain/in-register.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import type { Register } from '../../domain/rows/register.ts';
import { isAgreementConfirmed } from '../../domain/sources.ts';
import { unitsNewToIt } from '../../domain/told.ts';

/**
 * The invitation exactly as it will stand in the calendars: the preview shows it and the booking sends it. Every word
 * is from the text files or the register; no typed word can come here.
 */
export function invitationOf(file: CaseFile, register: Register, meeting: Meeting | undefined = currentMeeting(file)) {
  const language = register.settings.defaultLanguage;
  const room = meeting?.placeOral ? null : placeOf(register, meeting?.placeId)?.name;
  const place = placeLine(room, isFromAfar(meeting) ? say(language, 'how.afar') : null);
  const people = participantsOf(file, meeting);
  return {
    subject: say(language, 'inv.subject', { code: file.case.code }),
    body: bodyOf(file, register, meeting),
    place,
    when: meeting?.startAt && meeting.endAt ? sayMeetingTimeShort(language, meeting.startAt, meeting.endAt) : '',
    attendees: people.map((row) => ({
      mail: row.mail,
      name: personOf(register, row.personId)?.name ?? sayUnit(register, row.unitId),
    })),
    recipients: people.map((row) => sayRecipient(language, register, row)),
    units: new Set(people.map((row) => row.unitId)).size,
  };
}

/**
 * There is one event, so its text is true for everybody in it: the duty is that of those who are called, as far as the
 * agreement is confirmed. That they will be told whom it is about is promised only where everybody has consented to that
 * the parties prepare; before a follow-up that all know, that it is the same.
 */
function bodyOf(file: CaseFile, register: Register, meeting: Meeting | undefined): string {
  const language = register.settings.defaultLanguage;
  const role = personOf(register, file.case.convenerId)?.role ?? '';
  const unit = unitOf(register, file.case.unitId);
  const mayTell = meeting?.startAt != null && hasScope(file, 'PREPARE', dayOf(meeting.startAt));
  const isKnown = isFollowUp(file) && unitsNewToIt(file).length === 0;
  const whose = isKnown ? 'inv.body.again' : mayTell ? 'inv.body.external' : 'inv.body.atMeeting';
  const isMixed = participantsOf(file, meeting).some(({ kind }) => kind === 'INVITED');
  const how = meeting ? howOf(meeting) : 'IN_ROOM';
  const isBound = meeting?.startAt != null && isAgreementConfirmed(register.settings, dayOf(meeting.startAt));
  const values = { role: capital(role), phone: unit?.phone ?? '' };
  const keys = [
    isMixed ? 'inv.body.mixed' : 'inv.body.called',
    whose,
    isBound ? (isMixed ? 'inv.duty.mixed' : 'inv.duty') : 'inv.asked',
    ...(how === 'IN_ROOM' ? [] : [`inv.body.${how}` as const]),
  ] as const;
  return keys.map((key) => say(language, key, values)).join(' ');
}
