import { childMore } from '../../cards/talks/child-more.ts';
import type { PageName } from '../../domain/names.ts';
import type { Change } from '../../domain/rows/case-file.ts';
import { talkChange, talkWith } from '../../domain/talks.ts';
import { caseStep, type Outcome } from '../act.ts';

/**
 * A young person who does not want the guardians to know: stop, on paper and with a manager (secrecy against the
 * guardian, OSL 12:3). Only that the case is on paper is kept: nothing here (code, sentence) differs from any other
 * saving of the page, because that would be the answer. A child's own no is a warning: the convener decides (by
 * maturity).
 */
export const saveChildMore = (page: PageName) =>
  caseStep({
    during: ['PREPARING'],
    inputsOn: 'childMore',
    form: ({ register }) => childMore.form(register.units.map((unit) => unit.id)),
    run({ form, file, newId }): Outcome {
      const before = talkWith(file, 'CHILD');
      // A no stands until there is another answer, also where the page does not ask.
      const ownConsent = form.ownConsent ?? (before?.ownConsent === 'NO' ? 'NO' : null);
      const { mayTell, ...kept } = { ...form, ownConsent };
      const participation = before?.participation ?? 'WHOLE';
      const voiceKeeper = participation === 'WHOLE' ? null : (kept.voiceKeeper ?? 'CONVENER');
      // What was given in writing goes with the yes it was.
      const unwritten =
        ownConsent === 'YES' ? {} : { ownConsentOn: null, ownConsentMethod: null, ownConsentById: null };
      const talk = talkChange(file, 'CHILD', newId(), { ...kept, ...unwritten, voiceKeeper });
      // A new answer of the child is weighed anew.
      const weighed: Change[] =
        ownConsent === before?.ownConsent ? [] : [{ in: 'case', id: file.case.id, set: { childNoReason: null } }];
      const onPaper: Change = { in: 'case', id: file.case.id, set: { safety: 'RESTRICTED' } };
      return {
        code: 'ok',
        changes: [talk, ...weighed, ...(mayTell === 'NO' ? [onPaper] : [])],
        page: mayTell === 'NO' ? 'guide' : page,
        ...(ownConsent === 'NO' ? { notice: { key: 'child.ownNo' }, aside: true } : {}),
      };
    },
  });
