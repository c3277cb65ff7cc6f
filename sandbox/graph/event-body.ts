import { z } from 'zod';
import { isX500 } from './addresses.ts';
import { DETAIL_FIELDS, ExtendedProperty } from './state.ts';

/** What a caller may send as an event. An unknown property is refused, as Graph does. */
const DateTime = z.strictObject({ dateTime: z.string(), timeZone: z.string().default('UTC') });

/** A mail address, or the path of a mailbox in the directory, as it stood in what was read. */
const Address = z.union([z.email(), z.string().refine(isX500, 'is no address')]);

const AttendeeBody = z.strictObject({
  emailAddress: z.strictObject({ address: Address, name: z.string().optional() }),
  type: z.enum(['required', 'optional', 'resource']).default('required'),
});

const CONTENT_FIELDS = {
  subject: z.string().max(255),
  body: z.strictObject({
    contentType: z
      .string()
      .toLowerCase()
      .pipe(z.enum(['text', 'html'])),
    content: z.string(),
  }),
  start: DateTime,
  end: DateTime,
  location: z.strictObject({ displayName: z.string().nullable() }).nullable(),
  attendees: z.array(AttendeeBody).max(500),
  isAllDay: z.boolean(),
  singleValueExtendedProperties: z.array(ExtendedProperty),
};

/** Every field by itself; `attendees` replaces the whole list. `transactionId` cannot be changed. */
export const ChangedEventBody = z.strictObject({ ...CONTENT_FIELDS, ...DETAIL_FIELDS }).partial();
export type ChangedEventBody = z.output<typeof ChangedEventBody>;

export const NewEventBody = ChangedEventBody.extend({
  start: DateTime,
  end: DateTime,
  transactionId: z.string().max(255).nullable().default(null),
});
export type NewEventBody = z.output<typeof NewEventBody>;
export type AttendeeBody = z.output<typeof AttendeeBody>;

export const CancelBody = z.strictObject({ comment: z.string().default('') });
export const AnswerBody = z.strictObject({
  comment: z.string().default(''),
  sendResponse: z.boolean().default(true),
  proposedNewTime: z.strictObject({ start: DateTime, end: DateTime }).nullable().default(null),
});

/** Actions take `Comment` as well as `comment`. */
export function camelCased(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body ?? {};
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
  );
}
