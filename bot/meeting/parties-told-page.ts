import { partiesTold } from '../../cards/meeting/parties-told.ts';
import { sayDayOfYear } from '../../cards/texts/dates.ts';
import { sayTopics, sayUnit } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { sayWithPhone } from '../../cards/texts/say-phone.ts';
import { commonConsent, consentEndsOn } from '../../domain/consent.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import { otherUnits, unitsNewToIt, unitsToTell } from '../../domain/told.ts';
import { caseOf, definePage, type View } from '../act.ts';

/** The bot never carries the name: it has the line to read, and notes who has been told. */
export const partiesToldPage = definePage(partiesTold, (view) => {
  const file = caseOf(view);
  const { language, register, today } = view;
  const people = participantsOf(file, currentMeeting(file));
  const tell = unitsToTell({ ...view, file });
  const units = otherUnits(file);
  const ends = consentEndsOn(file, today);
  return {
    data: {
      title: say(language, 'told.title', { code: file.case.code }),
      next: say(language, tell.length > 0 ? 'told.next' : 'told.nextChecked'),
      topics: sayTopics(language, commonConsent(file, [today])?.topics),
      ready:
        tell.length > 0 && ends
          ? say(language, 'told.ready', { code: file.case.code, on: sayDayOfYear(language, ends) })
          : null,
      notYet: tell.length === 0 && unitsNewToIt(file).length > 0 ? say(language, 'told.notYet') : null,
      tell: tell.map((id) => ({ id, label: whomToRing(view, people, id) })),
      units: units.map((id) => ({ title: sayUnit(register, id), value: id })),
    },
    values: {
      ...Object.fromEntries(tell.map((id, n) => [`told_${n}`, people.find((row) => row.unitId === id)?.toldHow ?? ''])),
      checked: units.filter((id) => people.some((row) => row.unitId === id && row.consentCheckedOn !== null)),
    },
  };
});

/** The line to read is read to whoever of the unit is called. */
const whomToRing = ({ language, register }: View, people: readonly Participant[], unitId: string): string =>
  people
    .filter((row) => row.unitId === unitId)
    .map((row) => sayWithPhone(language, register, row))
    .join('; ');
