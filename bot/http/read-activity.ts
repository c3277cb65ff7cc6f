/** The body of a request to the bot, shaped like an activity from Teams. */
import { z } from 'zod';
import type { Refused } from './read-json.ts';

/** Teams sends a few KB. A quarter of a megabyte is far above the largest form and far below what would hurt. */
export const MAX_ACTIVITY_BYTES = 256 * 1024;

/** What is said in a chat, with what it answers to and its markup, is cut here, before anything looks at it. */
const MAX_WORDS = 20_000;

/** Entra ids and tenants: they are looked up and stand in rows, so in one spelling. */
const guid = z.guid().toLowerCase();
/**
 * Ids that Teams makes (conversations, messages, accounts): they stand in rows, keys and addresses. No length is
 * promised; the alphabet is wide, but without space, quotation marks, brackets and letters beyond English.
 */
export const teamsId = z
  .string()
  .regex(/^[\w!#$%&'()*+,./:;=?@|~-]{1,400}$/)
  .refine((id) => !/^\.{1,2}$/.test(id));
/** `invoke`, `adaptiveCard/action`, `groupChat`. */
const code = z.string().regex(/^[\w./-]{1,100}$/);

/** Null is how some clients write that there is none. */
const orNone = <T extends z.ZodType>(shape: T) => shape.nullish().transform((value) => value ?? undefined);

/** Of what is attached only its kind: that there is a picture or a file is all that is asked. */
const attachments = z
  .array(
    z
      .object({ contentType: z.string().max(200) })
      .nullable()
      .catch(null),
  )
  .catch([])
  .transform((all) => all.filter((one) => one !== null));

/**
 * Everything that this program and the SDK behind it read of an activity; the rest (entities, a delivery mode …) goes
 * no further, so that no odd shape of it can surprise anybody.
 */
export const activityShape = z.object({
  type: code,
  name: orNone(code),
  id: orNone(teamsId),
  text: orNone(z.string().transform((words) => words.slice(0, MAX_WORDS))),
  action: orNone(code),
  replyToId: orNone(teamsId),
  channelId: code,
  serviceUrl: z.string().min(1).max(1_024),
  from: z.object({ id: teamsId, aadObjectId: orNone(guid) }),
  // The SDK's turn state asks for it.
  recipient: z.object({ id: teamsId }),
  conversation: z.object({ id: teamsId, conversationType: orNone(code), tenantId: orNone(guid) }),
  channelData: orNone(z.object({ tenant: orNone(z.object({ id: guid })), eventType: orNone(code).catch(undefined) })),
  attachments: orNone(attachments),
  value: z.unknown().optional(),
});
export type Activity = z.output<typeof activityShape>;

export function readActivity(value: unknown): { ok: true; activity: Activity } | Refused {
  const parsed = activityShape.safeParse(value);
  return parsed.success ? { ok: true, activity: parsed.data } : { ok: false, status: 400, reason: 'not-an-activity' };
}
