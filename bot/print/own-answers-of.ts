/** Each one's own answers as they stand on paper: taken from their own consent and their own withdrawal, no other. */
import { sayClock, sayDayOfYear } from '../../cards/texts/dates.ts';
import { sayPartner, sayUnit } from '../../cards/texts/labels.ts';
import { say, type Voice } from '../../cards/texts/say.ts';
import type { OwnYes, Receipt } from '../../documents/paper.ts';
import { SCOPES, type Signer, TOPICS } from '../../domain/codes.ts';
import { isYouth } from '../../domain/consent.ts';
import { dayOf } from '../../domain/days.ts';
import { unitsOnForm } from '../../domain/form-order.ts';
import type { Moment } from '../../domain/moment.ts';
import { lastWithdrawal, meetingAfter, ownConsents, unitsWithPlan } from '../../domain/own-answers.ts';
import type { Withdrawal } from '../../domain/rows/consent.ts';
import type { Register } from '../../domain/rows/register.ts';

const isChilds = ({ file, today }: Pick<Moment, 'file' | 'today'>, signer: Signer): boolean =>
  signer === 'YOUTH' && !isYouth(file.case, today);

/** In the order of the form that they signed. */
export const givenOf = ({ file, register, today }: Moment, voice: Voice): OwnYes[] =>
  ownConsents(file, today).map(({ givenBy, signedOn, parties, topics, scopes, validFromOn, validToOn }) => ({
    to: sayPartner(voice, file.case, givenBy),
    isChilds: isChilds({ file, today }, givenBy),
    day: signedOn ? sayDayOfYear(voice, signedOn) : '',
    units: unitsOnForm(register, file.case.unitId).flatMap(({ id, name }) => (parties.includes(id) ? [name] : [])),
    topics: TOPICS.filter((topic) => topics.includes(topic)).map((topic) => say(voice, `topic.${topic}`)),
    scopes: SCOPES.filter((scope) => scopes.includes(scope)),
    from: validFromOn ? sayDayOfYear(voice, validFromOn) : '',
    until: validToOn ? sayDayOfYear(voice, validToOn) : '',
  }));

function whatOf(register: Register, voice: Voice, { unitId, topic, ofScope }: Withdrawal): Receipt['what'] {
  if (unitId) return { kind: 'unit', name: sayUnit(register, unitId) };
  if (topic) return { kind: 'topic', name: say(voice, `topic.${topic}`).toLowerCase() };
  return ofScope ? { kind: 'scope', scope: ofScope } : { kind: 'all' };
}

export function receiptOf({ file, register, today }: Moment, voice: Voice): Receipt | null {
  const back = lastWithdrawal(file);
  if (!back) return null;
  const stoppedOn = dayOf(back.recordedAt);
  const { isKnown, unitIds } = unitsWithPlan(file);
  return {
    to: sayPartner(voice, file.case, back.givenBy),
    isChilds: isChilds({ file, today }, back.givenBy),
    day: sayDayOfYear(voice, stoppedOn),
    clock: sayClock(voice, back.recordedAt),
    saidOn: back.withdrawnOn.equals(stoppedOn) ? null : sayDayOfYear(voice, back.withdrawnOn),
    what: whatOf(register, voice, back),
    meeting: meetingAfter(file, back),
    planWith: unitIds.map((unitId) => sayUnit(register, unitId)),
    isPlanHanded: isKnown,
  };
}
