import type { Temporal } from 'temporal-polyfill';
import { sayDay, sayMeetingTime } from '../../cards/texts/dates.ts';
import { sayPartner, sayUnit, sayUnitKind } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import type { Paper } from '../../documents/paper.ts';
import { CONSEQUENCES } from '../../domain/codes.ts';
import { consentEndsOn, guardiansOf, isYouth, requiredSigners } from '../../domain/consent.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { deviationOf } from '../../domain/deviations.ts';
import type { CaseFile, Register } from '../../domain/rows.ts';

/** Papers are in Swedish, whatever language the cards are in. */
const LANGUAGE = 'sv';

/** The deviation that a link is about, with what it led to where that was chosen. */
function deviationOn(file: CaseFile, register: Register, today: Temporal.PlainDate, about: string | null): Paper['deviation'] {
  const [key = '', consequence] = about?.split('|') ?? [];
  const one = key ? deviationOf({ file, settings: register.settings, today }, key) : null;
  if (!one) return null;
  const day = sayDay(LANGUAGE, one.on);
  return {
    type: say(LANGUAGE, `dev.${one.code}`),
    day,
    unitKind: sayUnitKind(LANGUAGE, register, one.unitId),
    what: say(LANGUAGE, `devWhat.${one.code}`, { on: day }),
    incident: one.code === 'SECRECY_BREACH' ? say(LANGUAGE, 'dev.incident') : null,
    consequences: CONSEQUENCES.map((code) => ({ label: say(LANGUAGE, `consequence.${code}`), ticked: code === consequence })),
  };
}

/** What stands on the papers of a case: nothing that the child or a guardian has said, nobody's name. `about`: what a link is about. */
export function paperOf(file: CaseFile, register: Register, today: Temporal.PlainDate, about: string | null = null): Paper {
  const { case: row } = file;
  const meeting = currentMeeting(file);
  const youth = isYouth(row, today);
  const sayWho = (who: string) => sayPartner(LANGUAGE, row, who);
  const convener = register.people.find(({ id }) => id === row.convenerId);
  const unit = register.units.find(({ id }) => id === row.unitId);
  const ends = consentEndsOn(file, today);
  const { childFrom, childTo } = meeting ?? { childFrom: null, childTo: null };
  return {
    code: row.code,
    municipality: register.settings.municipality,
    word: register.settings.meetingWord,
    youth,
    ageBand: row.ageBand,
    units: [...register.units].sort((a, b) => Number(b.id === row.unitId) - Number(a.id === row.unitId)).map(({ name }) => name),
    signers: requiredSigners(row, today).map(sayWho),
    convener: { role: convener?.role ?? '', unit: unit?.name ?? '', phone: unit?.phone ?? '' },
    when: meeting?.startAt && meeting.endAt ? sayMeetingTime(LANGUAGE, meeting.startAt, meeting.endAt) : null,
    place: meeting?.placeOral ? null : (register.places.find(({ id }) => id === meeting?.placeId)?.name ?? null),
    called: participantsOf(file, meeting).map(({ unitId, personId }) => ({
      unit: sayUnit(register, unitId) || sayUnitKind(LANGUAGE, register, unitId),
      role: register.people.find(({ id }) => id === personId)?.role ?? '',
    })),
    consentTo: ends ? sayDay(LANGUAGE, ends) : null,
    childPart: childFrom && childTo ? { from: childFrom.replace(':', '.'), to: childTo.replace(':', '.') } : null,
    homes: youth ? [sayWho('YOUTH')] : guardiansOf(row, today).map(sayWho),
    deviation: deviationOn(file, register, today, about),
  };
}
