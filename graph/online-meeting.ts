import { z } from 'zod';
import type { SeenLink } from '../domain/join-link.ts';

/** Longer than any link that Teams makes; what is no address of https is none. */
const LONGEST_LINK = 2000;
const Link = z
  .url({ protocol: /^https$/ })
  .max(LONGEST_LINK)
  .nullish()
  .catch(null);

/** Of an event, as it is selected. */
export const Online = {
  isOnlineMeeting: z.boolean().nullish().catch(null),
  onlineMeeting: z.object({ joinUrl: Link }).nullish().catch(null),
};
export const ONLINE_FIELDS = Object.keys(Online).join();

export const linkIn = ({ isOnlineMeeting, onlineMeeting }: z.output<z.ZodObject<typeof Online>>): SeenLink => ({
  online: isOnlineMeeting ?? false,
  joinUrl: onlineMeeting?.joinUrl ?? null,
});
