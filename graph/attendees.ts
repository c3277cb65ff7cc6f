import { z } from 'zod';
import type { Answer } from '../domain/codes.ts';
import { mailboxAddress } from '../domain/mailbox.ts';
import { findIn } from '../domain/names.ts';
import { GraphInstant } from './date-time.ts';

/** An organizer among the attendees has said yes by calling; a word we do not know is no answer yet. */
const ANSWERS: Record<string, Answer> = {
  accepted: 'ACCEPTED',
  organizer: 'ACCEPTED',
  tentativelyAccepted: 'TENTATIVE',
  declined: 'DECLINED',
};

const Attendee = z.object({
  type: z.string().nullish().catch(null),
  emailAddress: z
    .object({ address: z.string().nullish().catch(null), name: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
  status: z
    .object({ response: z.string().nullish().catch(null), time: GraphInstant.nullish().catch(null) })
    .nullish()
    .catch(null),
});
export type Attendee = z.output<typeof Attendee>;

/** Each by itself: one that is not as it should be hides none of the others. */
export const Attendees = z
  .array(z.unknown())
  .nullish()
  .transform((list) => (list ?? []).flatMap((one) => Attendee.safeParse(one).data ?? []));

export const addressOf = ({ emailAddress }: Attendee): string => mailboxAddress(emailAddress?.address ?? '');

export const isRoom = ({ type }: Attendee): boolean => type === 'resource';

export function answerOf({ status }: Attendee) {
  const answer = findIn(ANSWERS, status?.response ?? 'none') ?? 'NONE';
  return { answer, at: answer === 'NONE' ? null : (status?.time ?? null) };
}
