/** Part 1 of the meeting: who came, and how the child takes part. */
import { z } from 'zod';
import { ATTENDANCE, type Attendance, HERE, INTERPRETER_HERE, PARTICIPATIONS, RELATIVES } from '../../domain/codes.ts';
import { defineCard } from '../contract.ts';
import { choice, numberChoice } from '../inputs.ts';
import template from './attendance.json' with { type: 'json' };
import { inMeeting, meetingHead, meetingPage } from './meeting-page.ts';

/** By who they are: one who comes or goes meanwhile makes nobody's answer another's. */
export const attendeeInput = (who: string): string => `a_${who}`;
export const partyInput = (participantId: string): string => `p_${participantId}`;

/** Answers `attendees` and `participants` by who they are. @param who those asked about who are no party */
const attendanceForm = (who: readonly string[], participantIds: readonly string[]) =>
  z
    .object({
      ...Object.fromEntries(who.map((one) => [attendeeInput(one), choice(HERE)])),
      ...Object.fromEntries(participantIds.map((id) => [partyInput(id), choice(ATTENDANCE)])),
      child: choice(PARTICIPATIONS),
      relatives: numberChoice(RELATIVES),
      interpreter: choice(INTERPRETER_HERE),
    })
    .transform(({ child, relatives, interpreter, ...sent }) => {
      const answers = sent as Record<string, Attendance | null>;
      const by = (ids: readonly string[], input: (id: string) => string) =>
        Object.fromEntries(ids.map((id) => [id, answers[input(id)] ?? null]));
      return {
        child,
        relatives: relatives ?? 0,
        interpreter: interpreter === 'NONE' ? null : interpreter,
        attendees: by(who, attendeeInput),
        participants: by(participantIds, partyInput),
      };
    });

const person = z.object({ input: z.string(), label: z.string() });

export const attendance = defineCard({
  name: 'attendance',
  template: inMeeting(template),
  data: meetingPage.extend({
    /** Convener and guardians. */
    attendees: z.array(person),
    /** The child's part of the time; null: nobody has said. */
    childPart: z.string().nullable(),
    /** The parties. */
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
      { input: attendeeInput('CONVENER'), label: 'Sammankallande · Elevhälsan · Karin Ek, kurator' },
      { input: attendeeInput('GUARDIAN_1'), label: 'Mamma' },
      { input: attendeeInput('GUARDIAN_2'), label: 'Pappa' },
    ],
    childPart: 'Barnets tid är 13.00–13.20.',
    rows: [
      { input: partyInput('moa'), label: 'Moa Lindqvist, Elevhälsan' },
      { input: partyInput('amir'), label: 'Amir Hosseini, Socialtjänsten' },
      { input: partyInput('sara'), label: 'Sara Holm, BUP' },
      { input: partyInput('habiliteringen'), label: 'Habiliteringen (funktionsbrevlådan)' },
    ],
    isOpen: true,
  },
});
