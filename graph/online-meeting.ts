import { z } from 'zod';
import type { SeenLink } from '../domain/join-link.ts';

/** Longer than any link that Teams makes. */
const LONGEST_LINK = 2000;

/**
 * Where Teams meetings are joined (Microsoft 365 URLs and IP address ranges, worldwide). What another host has written
 * there does not go on a family's paper. `.example` leads nowhere (RFC 2606): the sandbox's own.
 */
const HOSTS = ['teams.microsoft.com', 'teams.cloud.microsoft', 'teams.live.com', 'teams.example'];

/** As an address is written out: nothing invisible and no other alphabet is left in it. */
function teamsLink(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'https:' || url.port || url.username || url.password || !HOSTS.includes(url.hostname))
    return null;
  return url.href.length <= LONGEST_LINK ? url.href : null;
}

const Link = z.string().transform(teamsLink).nullish().catch(null);

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
