import { preview } from '../../cards/meeting/preview.ts';
import { sayPlace } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { currentMeeting } from '../../domain/current.ts';
import { isFromAfar } from '../../domain/from-afar.ts';
import { missingBeforeKallelse } from '../../domain/gates.ts';
import { caseOf, definePage } from '../act.ts';
import { invitationOf } from './invitation.ts';

/** Exactly what leaves, before it leaves. */
export const previewPage = definePage(preview, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  const meeting = currentMeeting(file);
  const canSend = missingBeforeKallelse({ ...view, file }).length === 0;
  const invitation = invitationOf(file, register);
  return {
    data: {
      title: say(language, 'inv.title', { code: file.case.code }),
      next: say(language, canSend ? 'inv.next' : 'check.closed'),
      canSend,
      subject: invitation.subject,
      when: invitation.when,
      // Also that the place is told by word of mouth, which no calendar says.
      place: meeting ? sayPlace(language, register, meeting) : '',
      body: invitation.body,
      notRecorded: isFromAfar(meeting) ? say(language, 'afar.notRecorded') : null,
      recipients: invitation.recipients,
      count: say(language, 'inv.count', { n: invitation.recipients.length, m: invitation.units }),
      family: say(language, 'inv.family'),
    },
  };
});
