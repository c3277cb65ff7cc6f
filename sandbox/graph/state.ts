import { z } from 'zod';
import { ANSWERS } from '../../domain/codes.ts';

const AnswerGiven = z.object({ answer: z.enum(ANSWERS), answeredAt: z.string().nullable() });
const Party = z.object({ name: z.string(), mail: z.string() });

/** Fields of an event that the local Graph keeps and gives back without acting on them. */
export const DETAIL_FIELDS = {
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']),
  importance: z.enum(['low', 'normal', 'high']),
  showAs: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']),
  hideAttendees: z.boolean(),
  allowNewTimeProposals: z.boolean(),
  responseRequested: z.boolean(),
  isReminderOn: z.boolean(),
  reminderMinutesBeforeStart: z.int().min(0),
  isOnlineMeeting: z.boolean(),
  onlineMeetingProvider: z.enum(['unknown', 'teamsForBusiness', 'skypeForBusiness', 'skypeForConsumer']),
  categories: z.array(z.string()),
};
const EventDetails = z.object({
  ...DETAIL_FIELDS,
  // Of an older sandbox it is not kept.
  onlineMeetingProvider: DETAIL_FIELDS.onlineMeetingProvider.default('unknown'),
});
export type EventDetails = z.output<typeof EventDetails>;

/** Details with some of them replaced. */
export const withDetails = (details: EventDetails, given: object): EventDetails =>
  EventDetails.parse({ ...details, ...given });

export const DEFAULT_DETAILS: EventDetails = {
  sensitivity: 'normal',
  importance: 'normal',
  showAs: 'busy',
  hideAttendees: false,
  allowNewTimeProposals: true,
  responseRequested: true,
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  isOnlineMeeting: false,
  onlineMeetingProvider: 'unknown',
  categories: [],
};

const Attendee = Party.extend({ type: z.enum(['required', 'optional', 'resource']), ...AnswerGiven.shape });

/** What stands in one mailbox. The organizer's copy has no answer of its own. */
const Copy = z.object({ id: z.string(), mailboxId: z.string(), changeKey: z.int(), ...AnswerGiven.shape });

/** A named property of one's own, such as `String {guid} Name Booking`: only the organizer's copy has it. */
export const ExtendedProperty = z.strictObject({ id: z.string().min(1), value: z.string() });

/** One meeting: what is the same for all, and the copies of those whose mailboxes are kept here. */
const Meeting = z.object({
  uid: z.string(),
  transactionId: z.string().nullable(),
  organizer: Party.extend({ mailboxId: z.string() }),
  subject: z.string(),
  body: z.object({ contentType: z.enum(['text', 'html']), content: z.string() }),
  startAt: z.string(),
  endAt: z.string(),
  zone: z.string(),
  place: z.string().nullable(),
  /** Where those join who are not in the room. */
  joinUrl: z.string().nullable().default(null),
  /** From midnight to midnight by the calendar of whoever looks: both are kept as midnight UTC. */
  allDay: z.boolean().default(false),
  extended: z.array(ExtendedProperty).default([]),
  details: EventDetails,
  attendees: z.array(Attendee),
  cancelled: z.boolean(),
  createdAt: z.string(),
  modifiedAt: z.string(),
  copies: z.array(Copy),
  filler: z.boolean().default(false),
});

const Message = z.object({
  id: z.string(),
  mailboxId: z.string(),
  at: z.string(),
  kind: z.enum(['INVITATION', 'UPDATE', 'CANCELLATION', 'ANSWER']),
  from: Party,
  subject: z.string(),
  body: z.string(),
  startAt: z.string(),
  endAt: z.string(),
  place: z.string().nullable(),
  eventId: z.string(),
  answer: z.enum(ANSWERS).nullable(),
});

export const CHANGE_TYPES = ['created', 'updated', 'deleted'] as const;

const Subscription = z.object({
  id: z.string(),
  mailboxId: z.string(),
  resource: z.string(),
  changeTypes: z.array(z.enum(CHANGE_TYPES)),
  notificationUrl: z.string(),
  lifecycleNotificationUrl: z.string().nullable(),
  clientState: z.string().nullable(),
  expiresAt: z.string(),
});

/** A notification that its receiver has not acknowledged yet. */
const Pending = z.object({ id: z.string(), url: z.string(), body: z.unknown(), attempts: z.int() });

export const State = z.object({
  version: z.literal(1),
  meetings: z.array(Meeting),
  messages: z.array(Message),
  subscriptions: z.array(Subscription),
  pending: z.array(Pending),
});

export type State = z.output<typeof State>;
export type Meeting = State['meetings'][number];
export type Copy = Meeting['copies'][number];
export type Attendee = Meeting['attendees'][number];
export type Message = State['messages'][number];
export type Subscription = State['subscriptions'][number];
export type Pending = State['pending'][number];
export type ChangeType = (typeof CHANGE_TYPES)[number];

export const emptyState = (): State => ({ version: 1, meetings: [], messages: [], subscriptions: [], pending: [] });
