/** Part 1 of the meeting: who came, and how the child takes part. */
import { z } from 'zod';
import { ATTENDANCE, type Attendance, HERE, INTERPRETER_HERE, PARTICIPATIONS, RELATIVES } from '../../domain/codes.ts';
import { defineCard } from '../contract.ts';
import { choice, numberChoice } from '../inputs.ts';
import template from './attendance.json' with { type: 'json' };
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';

/** Answers `attendees` and `participants` by who they are. @param who those asked about who are no party */
const attendanceForm = (who: readonly string[], participantIds: readonly string[]) =>
  z
    .object({
      ...Object.fromEntries(who.map((_, n) => [`a_${n}`, choice(HERE)])),
      ...Object.fromEntries(participantIds.map((_, n) => [`p_${n}`, choice(ATTENDANCE)])),
      child: choice(PARTICIPATIONS),
      relatives: numberChoice(RELATIVES),
      interpreter: choice(INTERPRETER_HERE),
    })
    .transform(({ child, relatives, interpreter, ...sent }) => {
      const answers = sent as Record<string, Attendance | null>;
      const by = (ids: readonly string[], prefix: string) =>
        Object.fromEntries(ids.map((id, n) => [id, answers[`${prefix}_${n}`] ?? null]));
      return {
        child,
        relatives: relatives ?? 0,
        interpreter: interpreter === 'NONE' ? null : interpreter,
        attendees: by(who, 'a'),
        participants: by(participantIds, 'p'),
      };
    });

const person = z.object({ n: z.number(), label: z.string() });

export const attendance = defineCard({
  name: 'attendance',
  template: inMeeting(template, 1),
  data: meetingPage.extend({
    /** Convener and guardians: the n:th one's input is `a_<n>`, from 0. */
    attendees: z.array(person),
    /** The child's part of the time; null: nobody has said. */
    childPart: z.string().nullable(),
    /** The n:th participant's input is `p_<n>`, from 0, wherever it stands. */
    rows: z.array(person),
    /** Somebody is not answered for: "Alla kom" is the main button. */
    isOpen: z.boolean(),
  }),
  form: attendanceForm,
  sample: {
    title: 'Möte K7M-3XQ · 1 av 5 Inledning',
    next: 'Vilka är med?',
    ...meetingHead(1),
    attendees: [
      { n: 0, label: 'Sammankallande · Elevhälsan · Karin Ek, kurator' },
      { n: 1, label: 'Mamma' },
      { n: 2, label: 'Pappa' },
    ],
    childPart: 'Barnets tid är 13.00–13.20.',
    rows: [
      { n: 0, label: 'Moa Lindqvist, Elevhälsan' },
      { n: 1, label: 'Amir Hosseini, Socialtjänsten' },
      { n: 2, label: 'Sara Holm, BUP' },
      { n: 3, label: 'Habiliteringen (funktionsbrevlådan)' },
    ],
    isOpen: true,
  },
});
