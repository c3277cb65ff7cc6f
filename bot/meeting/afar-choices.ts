import { sayPartner } from '../../cards/texts/labels.ts';
import { currentMeeting } from '../../domain/current.ts';
import { asksWhoIsAfar, joinsFromAfar } from '../../domain/from-afar.ts';
import { approachable } from '../../domain/gates.ts';
import { caseOf, type View } from '../act.ts';

/** Who in the family may join from afar, and who does; nobody is asked where all do, or none. */
export function afarChoices(view: View) {
  const file = caseOf(view);
  const meeting = currentMeeting(file);
  const home = meeting && asksWhoIsAfar(meeting) ? [...approachable(file, view.today), 'CHILD' as const] : [];
  return {
    choices: home.map((who) => ({ title: sayPartner(view.language, file.case, who), value: who })),
    chosen: meeting ? home.filter((who) => joinsFromAfar(meeting, who)) : [],
  };
}
