import { paper } from '../../cards/case/paper.ts';
import { say } from '../../cards/texts/say.ts';
import { sayWithPhone } from '../../cards/texts/say-phone.ts';
import { isExtension } from '../../domain/closing.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { caseOf, definePage, type View } from '../act.ts';
import { sayNext } from './say-next.ts';

const STEPS = ['paper.step.TALKS', 'paper.step.CONSENT', 'paper.step.MEETING', 'paper.step.PLAN'] as const;

/**
 * The paper page, what the case's card shows while the case is on paper only: nothing to fill in here, and nobody in
 * the family, because why it is on paper is not kept (`domain/gates.ts`).
 */
export const paperPage = definePage(paper, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  return {
    data: {
      title: say(language, 'paper.title', { word: register.settings.meetingWord, code: file.case.code }),
      next: sayNext(view, file),
      steps: STEPS.map((key) => say(language, key)),
      ring: [
        say(language, 'paper.ring.manager'),
        say(language, 'paper.ring.units'),
        ...(view.viewer ? unitsToRing(view, file) : []),
      ],
      acute: register.settings.emergencyLine,
      stored: [
        say(language, 'paper.stored.what'),
        say(language, isExtension(file) ? 'paper.stored.plan' : 'paper.stored.away'),
      ],
    },
  };
});

/** Everybody that a meeting of the case was planned with: who was called may have to hear that it is off. */
function unitsToRing({ language, register }: View, file: CaseFile): string[] {
  const others = file.participants.filter(({ unitId }) => unitId !== file.case.unitId);
  return [...new Set(others.map((row) => sayWithPhone(language, register, row)))];
}
