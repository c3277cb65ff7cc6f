import { say } from '../../cards/texts/say.ts';
import type { Signer } from '../../domain/codes.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { lacksConsent } from '../../domain/gates.ts';
import type { OpenPage } from '../../domain/names.ts';
import { nextStep } from '../../domain/next-step.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { stillToDo, type ToDo } from '../../domain/still-to-do.ts';
import { otherUnits } from '../../domain/told.ts';
import type { View } from '../act.ts';
import { consentRow } from './consent-rows.ts';

type TodoRow = { label: string; state: string; button: string; verb: `${OpenPage}.open`; isNext: boolean };
type Step = ReturnType<typeof nextStep>['key'];
/** `steps`: the sentences of which this is what to do. */
type Found = Omit<TodoRow, 'isNext'> & { steps: readonly Step[] };

const ASKS_CONSENT: readonly Step[] = [
  'next.uncovered',
  'next.uncoveredNotSent',
  'next.movedPastConsent',
  'next.wasItHeldUncovered',
];
const ASKS_WHETHER_CHECKED: readonly Step[] = ['next.tellTopics', 'next.notChecked'];

/** What the convener does beside the calendar between the kallelse and the meeting; what the heading is about, first. */
export function todoRows(view: View, file: CaseFile): TodoRow[] {
  const step = nextStep({ ...view, file }).key;
  const found = [...consentRows(view, file), ...goOnRow(view, step), ...handRows(view, file)];
  if (!found.some(({ verb }) => verb === 'told.open')) found.push(...checkedRow(view, file, step));
  const next = found.findIndex(({ steps }) => steps.includes(step));
  return found.map(({ steps: _, ...row }, n) => ({ ...row, isNext: n === next }));
}

/** Whose form is not there, or does not reach to the meeting. Where they have no topic in common: nobody's in particular. */
function consentRows(view: View, file: CaseFile): Found[] {
  const gaps = lacksConsent({ ...view, file });
  const signers = [...new Set(gaps.flatMap(({ gate, who }): Signer[] => (gate === 'signature' && who ? [who] : [])))];
  const topics = gaps.find(({ gate }) => gate === 'topics');
  const rows = signers.map((signer): Found => {
    const { label, state, button, at } = consentRow(view, file, signer);
    return { label, state, button, verb: `${at}.open`, steps: ASKS_CONSENT };
  });
  return topics ? [...rows, commonTopic(view, topics.at)] : rows;
}

const commonTopic = ({ language }: View, at: OpenPage): Found => ({
  label: say(language, 'missing.topics'),
  state: say(language, 'state.noCommonTopic'),
  button: say(language, 'button.fillIn'),
  verb: `${at}.open`,
  steps: ASKS_CONSENT,
});

const goOnRow = ({ language }: View, step: Step): Found[] =>
  step === 'next.goOn'
    ? [
        {
          label: say(language, 'door.goOn'),
          state: say(language, 'state.notAsked'),
          button: say(language, 'button.choose'),
          verb: 'goOn.open',
          steps: ['next.goOn'],
        },
      ]
    : [];

const BY_HAND: Record<ToDo['key'], readonly Step[]> = {
  given: ['next.notGiven'],
  told: ['next.notTold', 'next.tellTopics'],
  anew: ['next.talkAnew'],
  hand: ['next.hand'],
  homes: ['next.homes'],
  tellChild: ['next.tellChild', 'next.tellChildBy'],
};

const handRows = (view: View, file: CaseFile): Found[] =>
  stillToDo({ ...view, file }).map(({ key, done, all }) => ({
    label: say(view.language, `door.${key}`),
    state: say(view.language, `todo.${key}`, { done, all }),
    button: say(view.language, 'button.open'),
    verb: `${key}.open`,
    steps: BY_HAND[key],
  }));

/** Whether a unit has checked the consent, as it is now, is asked for where the heading is about that. */
function checkedRow({ language }: View, file: CaseFile, step: Step): Found[] {
  if (!ASKS_WHETHER_CHECKED.includes(step)) return [];
  const units = otherUnits(file);
  const people = participantsOf(file, currentMeeting(file));
  const isChecked = (unit: string) => people.every((row) => row.unitId !== unit || row.consentCheckedOn !== null);
  return [
    {
      label: say(language, 'door.told'),
      state: say(language, 'todo.checked', { done: units.filter(isChecked).length, all: units.length }),
      button: say(language, 'button.open'),
      verb: 'told.open',
      steps: ASKS_WHETHER_CHECKED,
    },
  ];
}
