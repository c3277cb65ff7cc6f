/** What is worth a thought before the kallelse is sent; none of it stops it. Each row has its source. */

import type { Temporal } from 'temporal-polyfill';
import { bandOf, signsToo } from './child-able.ts';
import { doesChildObject, isAskedToShare, sharesOf } from './child-answer.ts';
import { guardiansOf } from './consent.ts';
import { currentMeeting, isFollowUp, participantsOf } from './current.ts';
import { isOnOrBefore } from './days.ts';
import { unitOf } from './in-register.ts';
import type { Moment } from './moment.ts';
import type { CaseRow } from './rows/case.ts';
import { doTalksDiffer } from './talks.ts';

type Warning = { key: string; source: string; applies: (moment: Moment) => boolean };

const principalsOf = ({ file, register }: Moment): Set<string> => {
  const units = [file.case.unitId, ...participantsOf(file, currentMeeting(file)).map(({ unitId }) => unitId)];
  return new Set(units.flatMap((id) => unitOf(register, id)?.principal ?? []));
};

/**
 * What the convener must answer, to go on all the same: the no of a child who is judged not able, and that the two
 * talks differ. Nothing stops for it but the kallelse.
 */
export function asksForReason(moment: Moment): { childNo: boolean; differ: boolean } {
  const { file, today } = moment;
  return {
    childNo: doesChildObject(moment) && file.case.childAble !== null,
    differ: file.case.status === 'PREPARING' && doTalksDiffer(file, guardiansOf(file.case, today)),
  };
}
/** The day of the birth is not known, only the month of turning 18 for those who were under it. */
const mayBe21 = ({ ageBand, turns18On }: CaseRow, today: Temporal.PlainDate): boolean =>
  turns18On ? isOnOrBefore(turns18On.add({ years: 3 }), today) : ageBand === 'A18_20';

const WARNINGS = [
  // The law's plan is between municipality and region.
  {
    key: 'warn.samePrincipal',
    source: 'SoL 10:8, HSL 16:4',
    applies: (moment) => principalsOf(moment).size === 1,
  },
  {
    key: 'warn.childSaysNo',
    source: 'barnkonventionen 12: what the child says is given weight',
    applies: doesChildObject,
  },
  {
    key: 'warn.childNotAsked',
    source: 'barnkonventionen 12: a child that does not sign is heard all the same',
    applies: ({ file, today }) =>
      bandOf(file.case).asked === 'REQUIRED' &&
      isAskedToShare(file.case, today) &&
      !signsToo(file.case) &&
      sharesOf(file) === null,
  },
  {
    key: 'warn.talksDiffer',
    source: 'the two talks disagree: talk with both about why, perhaps a divided meeting',
    applies: ({ file, today }) => doTalksDiffer(file, guardiansOf(file.case, today)),
  },
  // The sources do not say that the talks must be held anew before a follow-up.
  { key: 'warn.askAnew', source: 'practice: barnkonventionen 12', applies: ({ file }) => isFollowUp(file) },
  {
    key: 'warn.over20',
    source: 'agreement: up to and including 20; a plan that has begun runs on',
    applies: ({ file, today }) => isFollowUp(file) && mayBe21(file.case, today),
  },
  {
    key: 'warn.existingSip',
    source:
      'one plan for each person: a plan that runs is followed up, not doubled (guideline for SIP in Västra Götaland)',
    applies: ({ file }) => file.case.existingSip === 'YES' || file.case.existingSip === 'UNKNOWN',
  },
  {
    key: 'warn.placed',
    source: 'matrix: placed child, ask the responsible social worker',
    applies: ({ file }) => file.case.placement === 'VOLUNTARY' || file.case.placement === 'LVU',
  },
] as const satisfies readonly Warning[];

/** Text keys, in the order of the table. */
export const warningsBeforeKallelse = (moment: Moment) =>
  WARNINGS.filter(({ applies }) => applies(moment)).map(({ key }) => key);
