/** Part 1 of the meeting: who came, and how the child takes part. */
import { z } from 'zod';
import { ATTENDANCE, PARTICIPATIONS } from '../../domain/codes.ts';
import { defineCard } from '../contract.ts';
import { choice } from '../inputs.ts';
import template from './attendance.json' with { type: 'json' };
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';

/** Answers `participants` by participant id. */
const attendanceForm = (participantIds: readonly string[]) =>
  z
    .object({
      ...Object.fromEntries(participantIds.map((_, n) => [`p_${n}`, choice(ATTENDANCE)])),
      child: choice(PARTICIPATIONS),
    })
    .transform((sent) => ({
      participants: Object.fromEntries(
        participantIds.map((id, n) => [
          id,
          (sent as Record<string, (typeof ATTENDANCE)[number] | null>)[`p_${n}`] ?? null,
        ]),
      ),
      child: sent.child,
    }));

export const attendance = defineCard({
  name: 'attendance',
  template: inMeeting(template),
  data: meetingPage.extend({
    /** What may be spoken about. */
    topics: z.string().nullable(),
    /** The n:th participant's input is `p_<n>`, from 0, wherever it stands. */
    rows: z.array(z.object({ n: z.number(), label: z.string() })),
  }),
  form: attendanceForm,
  sample: {
    title: 'Möte K7M-3XQ · 1 av 5 Inledning',
    next: 'Vilka är med? Markera var och en.',
    ...meetingHead(1),
    topics: 'Det ni får prata om: Skola och förskola, Psykisk hälsa.',
    rows: [
      { n: 0, label: 'Moa Lindqvist, Elevhälsan' },
      { n: 1, label: 'Amir Hosseini, Socialtjänsten' },
      { n: 2, label: 'Sara Holm, BUP' },
      { n: 3, label: 'Habiliteringen (funktionsbrevlådan)' },
    ],
  },
});
