import { paper } from '../../cards/case/paper.ts';
import { say } from '../../cards/texts/say.ts';
import { sayPhones } from '../../cards/texts/say-phone.ts';
import { isExtension, mayErase } from '../../domain/closing.ts';
import type { Register } from '../../domain/rows/register.ts';
import { caseOf, definePage } from '../act.ts';
import { sayNext } from './say-next.ts';

const STEPS = ['paper.step.TALKS', 'paper.step.CONSENT', 'paper.step.MEETING', 'paper.step.PLAN'] as const;

/**
 * What the case card shows while everything is on paper: nothing to fill in here, and nobody in the family, because why
 * it is on paper is not kept (`domain/gates.ts`).
 */
export const paperPage = definePage(paper, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  return {
    data: {
      title: say(language, 'paper.title', { word: register.settings.meetingWord, code: file.case.code }),
      ...sayNext(view, file),
      steps: STEPS.map((key) => say(language, key)),
      ring: [
        say(language, 'paper.ring.manager'),
        say(language, 'paper.ring.units'),
        ...sayPhones({ ...view, file }, 'paper.ring.units'),
      ],
      acute: register.settings.emergencyLine,
      stored: [
        say(language, 'paper.stored.what'),
        say(language, isExtension(file) ? 'paper.stored.plan' : whetherErased(register)),
      ],
    },
  };
});

const whetherErased = (register: Register) => (mayErase(register) ? 'paper.stored.away' : 'paper.stored.kept');
