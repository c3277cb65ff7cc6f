/** The meeting is held without the child there: how the child's voice is heard all the same. */
import { z } from 'zod';
import { PARTICIPATIONS_FROM_AFAR, VOICE_KEEPERS } from '../../domain/codes.ts';
import { defineCard, page } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './child-voice.json' with { type: 'json' };

const childVoiceForm = () =>
  z.object({ participation: choice(PARTICIPATIONS_FROM_AFAR), voiceKeeper: choice(VOICE_KEEPERS) });

export const childVoice = defineCard({
  name: 'child-voice',
  template,
  data: page.extend({ how: z.string(), voice: z.string() }),
  form: childVoiceForm,
  sample: {
    title: 'K7M-3XQ · Ses ändå',
    next: 'Hur hörs barnets röst på mötet?',
    how: 'Hur är barnet med?',
    voice: 'Vem ser till att barnets röst hörs?',
  },
});
