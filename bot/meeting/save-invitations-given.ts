import { invitationsGiven } from '../../cards/meeting/invitations-given.ts';
import type { TalkPartner } from '../../domain/codes.ts';
import { guardiansOf } from '../../domain/consent.ts';
import { homePage } from '../../domain/posting.ts';
import { talkChange, talkWith } from '../../domain/talks.ts';
import { caseStep } from '../act.ts';

/**
 * The day stands as it was first ticked. Somebody who was heard in the other's talk gets a row of their own to note it
 * on.
 */
export const saveInvitationsGiven = caseStep({
  during: ['PREPARING', 'INVITED'],
  inputsOn: 'given',
  form: () => invitationsGiven.form(),
  run({ form, file, today, newId }) {
    const people: TalkPartner[] = [...guardiansOf(file.case, today), 'CHILD'];
    const noted = people.filter(
      (who) => talkWith(file, who) || form.invited.includes(who) || form.reached.includes(who),
    );
    return {
      code: 'ok',
      changes: noted.map((who) =>
        talkChange(file, who, newId(), {
          invitedOn: form.invited.includes(who) ? (talkWith(file, who)?.invitedOn ?? today) : null,
          reachedOn: form.reached.includes(who) ? (talkWith(file, who)?.reachedOn ?? today) : null,
        }),
      ),
      page: homePage(file),
    };
  },
});
