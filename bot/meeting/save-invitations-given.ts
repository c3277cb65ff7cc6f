import { invitationsGiven } from '../../cards/meeting/invitations-given.ts';
import type { TalkPartner } from '../../domain/codes.ts';
import { guardiansOf } from '../../domain/consent.ts';
import { currentMeeting } from '../../domain/current.ts';
import { joinsFromAfar, withAfar } from '../../domain/from-afar.ts';
import { homePage } from '../../domain/posting.ts';
import { talkChange, talkWith } from '../../domain/talks.ts';
import { caseStep, type Outcome } from '../act.ts';

/**
 * The day stands as it was first ticked. Somebody who was heard in the other's talk gets a row of their own to note it
 * on. Who comes another way than before has a paper that says the old one: theirs is printed once more.
 */
export const saveInvitationsGiven = caseStep({
  during: ['PREPARING', 'INVITED'],
  inputsOn: 'given',
  form: () => invitationsGiven.form(),
  run({ form, file, today, newId }): Outcome {
    const people: TalkPartner[] = [...guardiansOf(file.case, today), 'CHILD'];
    const meeting = currentMeeting(file);
    const set = meeting && withAfar(meeting, form.fromAfar);
    const isOtherWay = (who: TalkPartner): boolean =>
      set ? joinsFromAfar(meeting, who) !== joinsFromAfar({ ...meeting, ...set }, who) : false;
    const noted = people.filter(
      (who) => talkWith(file, who) || form.invited.includes(who) || form.reached.includes(who),
    );
    const dayOf = (who: TalkPartner, ticked: readonly TalkPartner[], known: 'invitedOn' | 'reachedOn') =>
      ticked.includes(who) && !isOtherWay(who) ? (talkWith(file, who)?.[known] ?? today) : null;
    return {
      code: 'ok',
      changes: [
        ...(set && people.some(isOtherWay) ? [{ in: 'meeting' as const, id: meeting.id, set }] : []),
        ...noted.map((who) =>
          talkChange(file, who, newId(), {
            invitedOn: dayOf(who, form.invited, 'invitedOn'),
            reachedOn: dayOf(who, form.reached, 'reachedOn'),
          }),
        ),
      ],
      ...(people.some(isOtherWay) ? { page: 'given', notice: { key: 'given.otherWay' } } : { page: homePage(file) }),
    };
  },
});
