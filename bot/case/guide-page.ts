import { guide } from '../../cards/guide.ts';
import { say } from '../../cards/texts/say.ts';
import type { Language } from '../../domain/codes.ts';
import { isFollowUp } from '../../domain/current.ts';
import { isPaperOnly, type Missing, missingBeforeKallelse } from '../../domain/gates.ts';
import type { CaseRow } from '../../domain/rows.ts';
import { caseOf, definePage } from '../act.ts';
import { type Phase, phasesOf } from './guide-rows.ts';
import { sayConsentWarning, sayNext } from './say-next.ts';

/** What the case card shows while the case is being prepared: the four sittings, and each thing to fill in with how far it has come. */
export const guidePage = definePage(guide, (view) => {
  const file = caseOf(view);
  const { language, register, now } = view;
  const missing = missingBeforeKallelse({ file, settings: register.settings, now });
  const phases = phasesOf(view, file);
  return {
    data: {
      title: say(language, isFollowUp(file) ? 'case.titleFollowUp' : 'case.title', {
        word: register.settings.meetingWord,
        code: file.case.code,
      }),
      next: sayNext(view, file),
      warning: sayConsentWarning(view, file),
      onPaper: isPaperOnly(file),
      strip: stripOf(language, phases, missing),
      linked: sayLinked(language, file.case),
      rows: phases.flatMap(({ rows }) => rows),
    },
  };
});

/** The other cases that belong to this one, by their codes. */
function sayLinked(language: Language, { siblingCode, previousCode }: CaseRow): string | null {
  const lines = [
    siblingCode ? say(language, 'case.sibling', { code: siblingCode }) : '',
    previousCode ? say(language, 'case.previous', { code: previousCode }) : '',
  ];
  return lines.filter(Boolean).join(' ') || null;
}

/** "Start ✓ › **Efter samtalen** › Samtycke › Kallelse": the first sitting with something missing is where you are. */
function stripOf(language: Language, phases: Phase[], missing: Missing[]): string {
  const open = phases.map(({ at }) => missing.some((gap) => at.includes(gap.at)));
  const here = open.indexOf(true);
  return phases
    .map(({ key }, index) => {
      const word = say(language, key);
      if (!open[index]) return `${word} ✓`;
      return index === here ? `**${word}**` : word;
    })
    .join(' › ');
}
