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
import { UNIT_KIND } from './unit-kinds.ts';

type Warning = { key: string; source: string; applies: (moment: Moment) => boolean };

/** Both social services and health care are called, or call. */
function areBothThere({ file, register }: Moment): boolean {
  const units = [file.case.unitId, ...participantsOf(file, currentMeeting(file)).map(({ unitId }) => unitId)];
  const laws = units.map((id) => UNIT_KIND[unitOf(register, id)?.kind ?? 'OTHER_AGENCY'].law);
  return laws.includes('SOCIAL') && laws.includes('HEALTH');
}

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
  // The law's plan is a question of what is needed, not of who was invited.
  {
    key: 'warn.callTheOther',
    source: 'SoL 10:8, HSL 16:4: needed from both, and one of them is not called',
    applies: (moment) => moment.file.case.needsBoth === 'YES' && !areBothThere(moment),
  },
  {
    key: 'warn.needsNotBoth',
    source: 'SoL 10:8, HSL 16:4',
    applies: ({ file }) => file.case.needsBoth === 'NO',
  },
  {
    key: 'warn.needNotKnown',
    source: 'SoL 10:8, HSL 16:4',
    applies: ({ file }) => file.case.needsBoth === 'UNKNOWN',
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
    source: 'the two talks disagree: talk with each on their own, perhaps a divided meeting',
    // Answered, it has its own row.
    applies: ({ file, today }) => file.case.differReason === null && doTalksDiffer(file, guardiansOf(file.case, today)),
  },
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
