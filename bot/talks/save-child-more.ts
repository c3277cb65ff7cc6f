import type { z } from 'zod';
import { childMore } from '../../cards/child-more.ts';
import { worksIn } from '../../domain/access.ts';
import type { Change } from '../../domain/rows.ts';
import { talkChange } from '../../domain/talk-change.ts';
import { talkWith } from '../../domain/talks.ts';
import type { CaseStep, Outcome } from '../act.ts';

/**
 * A young person who does not want the guardians to know: stop, on paper and with a manager (secrecy against the guardian, OSL 12:3).
 * Only that the case is on paper is kept: nothing here (code, sentence) differs from any other saving of the page, because that would be
 * the answer. A child's own no is a warning: the convener decides (by maturity).
 */
export const saveChildMore = (page: string): CaseStep<z.output<ReturnType<typeof childMore.form>>> => ({
  case: true,
  during: ['PREPARING'],
  at: 'childMore',
  who: worksIn,
  form: ({ register }) => childMore.form(register.units.map((unit) => unit.id)),
  run({ form, file, newId }): Outcome {
    const { mayTell, ...kept } = form;
    const participation = talkWith(file, 'CHILD')?.participation ?? 'WHOLE';
    const voiceKeeper = participation === 'WHOLE' ? null : (kept.voiceKeeper ?? 'CONVENER');
    const talk = talkChange(file, 'CHILD', newId(), { ...kept, voiceKeeper });
    const onPaper: Change = { in: 'case', id: file.case.id, set: { safety: 'RESTRICTED' } };
    return {
      code: 'ok',
      changes: mayTell === 'NO' ? [talk, onPaper] : [talk],
      page: mayTell === 'NO' ? 'guide' : page,
      ...(kept.ownConsent === 'NO' ? { notice: { key: 'child.ownNo' }, aside: true } : {}),
    };
  },
});
