import { z } from 'zod';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import type { Outcome, Step } from '../act.ts';

const updated = z.object({ mails: z.array(z.string()) });

const waitingIn = (file: CaseFile | null, meetingId: string | null): Participant[] =>
  (file?.participants ?? []).filter((row) => row.meetingId === meetingId && row.callState !== null);

const changed = (rows: Participant[], callState: Participant['callState']): Outcome => {
  const changes = rows
    .filter((row) => row.callState !== callState)
    .map((row): Change => ({ in: 'participant', id: row.id, set: { callState } }));
  return { code: changes.length > 0 ? 'ok' : 'unchanged', changes };
};

/** The calendar has them; one who was named while this was on its way waits for the next. */
export const attendeesUpdated: Step = {
  run({ act, file }) {
    const { mails } = updated.parse(act.data);
    return changed(
      waitingIn(file, act.subjectId).filter(({ mail }) => mails.includes(mail)),
      null,
    );
  },
};

/** Not called yet (it is tried again), or not at all (a person must look): the card says so. */
export const attendeesNotUpdated = (callState: 'NOT_SENT' | 'FAILED'): Step => ({
  run: ({ act, file }) => changed(waitingIn(file, act.subjectId), callState),
});
