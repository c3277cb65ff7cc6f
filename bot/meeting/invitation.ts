import { sayMeetingTimeShort } from '../../cards/texts/dates.ts';
import { sayRecipient } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import type { CaseFile, Meeting, Register } from '../../domain/rows.ts';

/**
 * The invitation exactly as it will stand in the calendars: the preview shows it and the booking sends it. Every word is from the text
 * files or the register; no typed word can come here.
 */
export function invitationOf(file: CaseFile, register: Register, meeting: Meeting | undefined = currentMeeting(file)) {
  const language = register.settings.defaultLanguage;
  const convener = register.people.find((person) => person.id === file.case.convenerId);
  const unit = register.units.find((one) => one.id === file.case.unitId);
  const place = meeting?.placeOral ? null : (register.places.find((one) => one.id === meeting?.placeId)?.name ?? null);
  const people = participantsOf(file, meeting);
  return {
    subject: say(language, 'inv.subject', { kod: file.case.code }),
    body: [say(language, 'inv.body.external', { roll: convener?.role ?? '', telefon: unit?.phone ?? '' }), say(language, 'inv.duty')].join(
      ' ',
    ),
    place,
    when: meeting?.startAt && meeting.endAt ? sayMeetingTimeShort(language, meeting.startAt, meeting.endAt) : '',
    attendees: people.map((row) => ({ mail: row.mail, name: register.people.find((one) => one.id === row.personId)?.name ?? row.mail })),
    recipients: people.map((row) => sayRecipient(language, register, row)),
    units: new Set(people.map((row) => row.unitId)).size,
  };
}
