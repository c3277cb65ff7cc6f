/** What a Teams channel is called among Teams' own: `19:…@thread.tacv2`, in older teams `@thread.skype`. */

const CHANNEL = /^19:[\w-]{1,200}@thread\.(tacv2|skype)$/;
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const LINK_HOSTS = ['teams.microsoft.com', 'teams.cloud.microsoft'];

/** Not a chat between people (`@thread.v2`), which anybody in it may add others to. */
export const isChannelId = (text: string): boolean => CHANNEL.test(text);

/** A channel, or a chat between people (`19:…`): others read what stands there. Where nobody knows it is one of them. */
export const isAmongOthers = (conversationId: string | null): boolean =>
  conversationId === null || conversationId.startsWith('19:');

/** `name` and `teamId` as the link says them; `isMessage`: it is the link of a message in that channel. */
export type ChannelLink = {
  conversationId: string;
  tenantId: string | null;
  teamId: string | null;
  name: string;
  isMessage: boolean;
};

/**
 * What "Hämta länk till kanalen" gives (`https://teams.microsoft.com/l/channel/19%3A…/SIP?tenantId=…`), or a link to a
 * message there. Null for any other link, that of a team or a chat too.
 */
export function channelInLink(text: string): ChannelLink | null {
  if (!URL.canParse(text)) return null;
  const link = new URL(text);
  const [, l, kind = '', id = '', name = ''] = link.pathname.split('/');
  if (link.protocol !== 'https:' || !LINK_HOSTS.includes(link.hostname)) return null;
  if (l !== 'l' || !['channel', 'message'].includes(kind)) return null;
  const conversationId = decoded(id);
  const [tenantId, teamId] = ['tenantId', 'groupId'].map((of) => link.searchParams.get(of)?.toLowerCase() ?? null);
  const isWhole =
    isChannelId(conversationId) && [tenantId, teamId].every((one) => one === null || GUID.test(one ?? ''));
  const isMessage = kind === 'message';
  return isWhole
    ? {
        conversationId,
        tenantId: tenantId ?? null,
        teamId: teamId ?? null,
        name: isMessage ? '' : decoded(name),
        isMessage,
      }
    : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
