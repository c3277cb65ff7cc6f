import { hand } from '../../cards/followup/hand.ts';
import { sayDay } from '../../cards/texts/dates.ts';
import { sayUnit } from '../../cards/texts/labels.ts';
import { say, type TextKey } from '../../cards/texts/say.ts';
import { lockedPlan } from '../../domain/current.ts';
import { type Handing, handedBy, handingsOf, isHanded, type Way } from '../../domain/handing.ts';
import { personOf } from '../../domain/in-register.ts';
import { offersOf } from '../../domain/papers.ts';
import { waitsForChat } from '../../domain/plan-copies.ts';
import { caseOf, definePage, type View } from '../act.ts';

/** "BUP Dalsland: hela planen". */
const sayReceiver = ({ language, register }: View, { unitId, whole }: Handing): string =>
  say(language, whole ? 'hand.whole' : 'hand.own', { unit: sayUnit(register, unitId) });

/** What has become of it so far. */
function sayHanded(view: View, { handed, isLost, isShort }: Handing): string {
  if (!handed?.givenOn) return '';
  const { language } = view;
  const { how, personId, givenOn, arrivedOn, filedOn, letInId } = handed;
  const isWaiting = waitsForChat(caseOf(view), personId);
  const onDay = (key: 'hand.given' | 'hand.opened' | 'hand.filed', day: typeof givenOn | null) =>
    day ? [say(language, key, { day: sayDay(language, day) })] : [];
  return [
    ...onDay('hand.given', givenOn),
    ...onDay('hand.opened', arrivedOn),
    ...onDay('hand.filed', filedOn),
    ...(isLost ? [say(language, 'hand.lost')] : []),
    ...(isShort ? [say(language, 'hand.short')] : []),
    ...(letInId ? [say(language, 'hand.letIn')] : []),
    ...(how === 'TEAMS' && isWaiting && !isLost ? [say(language, 'hand.waits')] : []),
  ].join(' ');
}

function sayWay({ language, register }: View, way: Way): string {
  const { how, personId } = handedBy(way);
  if (how !== 'TEAMS') return say(language, `handedHow.${how}`);
  const { name = '', role = '' } = personOf(register, personId) ?? {};
  return say(language, 'hand.inTeams', { who: `${name}, ${role}` });
}

function nextKey(handings: readonly Handing[]): TextKey {
  if (handings.length === 0) return 'hand.nobody';
  if (handings.every(({ isSettled }) => isSettled)) return 'hand.allHave';
  return handings.every(isHanded) ? 'hand.allGiven' : 'hand.next';
}

/** Nothing leaves before it is pressed; what is chosen already is a proposal. */
export const handPage = definePage(hand, (view) => {
  const file = caseOf(view);
  const { language } = view;
  const handings = handingsOf({ ...view, file });
  const open = handings.filter(({ isSettled }) => !isSettled);
  return {
    data: {
      title: say(language, 'hand.title', { code: file.case.code, version: lockedPlan(file)?.version ?? 1 }),
      next: say(language, nextKey(handings)),
      settled: handings
        .filter(({ isSettled }) => isSettled)
        .map((one) => `${sayReceiver(view, one)}. ${sayHanded(view, one)}`),
      receivers: open.map((one) => ({
        unitId: one.unitId,
        label: sayReceiver(view, one),
        about: [...(one.isLate ? [say(language, 'hand.joined')] : []), sayHanded(view, one)].filter(Boolean).join(' '),
        wayChoices: one.ways.map((way) => ({ title: sayWay(view, way), value: way })),
      })),
      canPrint: offersOf(file, view.today).includes('plan-parties'),
    },
    values: Object.fromEntries(open.map(({ unitId, chosen }) => [`give_${unitId}`, chosen ?? ''])),
  };
});
