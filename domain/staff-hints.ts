/**
 * What the law says to staff where consent is not there: hints, never to the family and on no paper. Only for somebody
 * under 18. What may be told is never said to a private unit or about one (PSL 6:12, skollagen 29:14): other rules hold
 * there. That the child may have help is said at anybody's no, also where one guardian decides alone.
 */
import { bandOf } from './child-able.ts';
import { isYouth } from './consent.ts';
import { currentMeeting, participantsOf } from './current.ts';
import { unitOf } from './in-register.ts';
import type { Moment } from './moment.ts';
import { UNIT_KIND } from './unit-kinds.ts';

type Hint = { key: string; source: string; applies: (moment: Moment) => boolean };

const unitsIn = ({ file, register }: Moment) => {
  const ids = new Set([
    file.case.unitId,
    ...participantsOf(file, currentMeeting(file)).map(({ unitId }) => unitId),
    ...file.consents.flatMap(({ parties }) => parties),
  ]);
  return [...ids].flatMap((id) => unitOf(register, id) ?? []);
};

const isSchool = ({ file, register }: Moment): boolean =>
  UNIT_KIND[unitOf(register, file.case.unitId)?.kind ?? 'OTHER_AGENCY'].law === 'SCHOOL';

const isFrom12 = ({ file }: Moment): boolean => bandOf(file.case).asked === 'REQUIRED';

/** Only authorities are there. */
const isPublic = (moment: Moment): boolean => unitsIn(moment).every((unit) => !unit.private);

const HINTS = [
  {
    key: 'hint.careAndSocial',
    source: 'OSL 25:12, 26:9: an authority in health care and one in social services, single facts',
    applies: isPublic,
  },
  {
    key: 'hint.school',
    source: 'OSL 25:12, 26:9 do not name the school',
    applies: (moment) => isPublic(moment) && isSchool(moment),
  },
  { key: 'hint.from12', source: 'SoL 21:1: from 12 with the own consent, whoever has said no', applies: isFrom12 },
] as const satisfies readonly Hint[];

/** Text keys, in the order of the table. */
export function staffHints(moment: Moment) {
  if (isYouth(moment.file.case, moment.today)) return [];
  return HINTS.filter(({ applies }) => applies(moment)).map(({ key }) => key);
}
