import { childVoice } from '../../cards/meeting/child-voice.ts';
import { currentMeeting } from '../../domain/current.ts';
import { talkWith } from '../../domain/talks.ts';
import { caseStep, invalid, type Outcome } from '../act.ts';

/**
 * Held as decided, without the child in the room: somebody sees to it that the child is heard. The child's own clock
 * times are over.
 */
export const saveChildVoice = caseStep({
  during: ['INVITED'],
  inputsOn: 'childVoice',
  form: () => childVoice.form(),
  run({ form, file }): Outcome {
    const { participation, voiceKeeper } = form;
    const [meeting, talk] = [currentMeeting(file), talkWith(file, 'CHILD')];
    if (!participation || !voiceKeeper)
      return invalid({
        ...(participation ? {} : { participation: 'error.participation' }),
        ...(voiceKeeper ? {} : { voiceKeeper: 'error.voiceKeeper' }),
      });
    if (!meeting || !talk) return { code: 'noTalk', page: 'case' };
    return {
      code: 'ok',
      changes: [
        { in: 'talk', id: talk.id, set: { participation, voiceKeeper } },
        { in: 'meeting', id: meeting.id, set: { childFrom: null, childTo: null, childFollower: null } },
      ],
      page: 'case',
      notice: { key: 'childVoice.saved' },
    };
  },
});
