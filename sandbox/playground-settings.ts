import type { ChannelRow, Person } from '../domain/rows/register.ts';

const BOT_NAME = 'Västbus';
const GROUP_CHAT_ID = '19:samrad@thread.v2';
const TEAM_ID = '19:elevhalsan@thread.tacv2';

/** The Playground takes exactly this many beside the one who sits at the keyboard. */
const MEMBERS = 5;

/**
 * What stands in `.m365agentsplayground.yml` (JSON is YAML). Every id is fixed and `id` equals `aadObjectId`, because
 * the people picker answers with the first and activities carry the second. A file that it does not like ends it
 * without a word.
 */
export function playgroundSettings(
  currentUser: Person,
  members: Person[],
  channels: readonly Pick<ChannelRow, 'conversationId'>[],
) {
  if (members.length !== MEMBERS) throw new Error(`the Playground wants ${MEMBERS} members, not ${members.length}`);
  return {
    version: '0.1.1',
    tenantId: currentUser.tenantId,
    bot: { id: '28:vastbus', name: BOT_NAME },
    currentUser: user(currentUser),
    users: members.map(user),
    personalChat: { id: personalChatOf(currentUser) },
    groupChat: { id: GROUP_CHAT_ID, name: 'Samråd' },
    team: {
      id: TEAM_ID,
      name: 'Elevhälsan',
      aadGroupId: '33333333-3333-4333-8333-333333333333',
      channels: channels.map(({ conversationId }) => ({ id: conversationId, name: 'SIP-åtgärder' })),
    },
  };
}

/** `a:karin-ek`: two people's windows are two chats. */
const personalChatOf = ({ mail }: Person): string => `a:${mail.split('@')[0]?.replace('.', '-')}`;

function user({ id, name, mail }: Person) {
  const [givenName = '', surname = ''] = name.split(' ');
  return { id, name, userPrincipleName: mail, aadObjectId: id, givenName, surname, email: mail };
}
