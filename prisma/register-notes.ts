/** What is no fault in a register file, but may not be meant: a sentence each, beside what the import does. */
import { channelInLink } from '../domain/channel-id.ts';
import type { ParsedRegister } from './register-file.ts';
import type { RegisterInFile } from './register-shape.ts';

/** `channel`: the unit whose channel it is about; said when that is new. */
export type RegisterNote = { says: string; channel?: string };

type Rows = Pick<ParsedRegister, 'people' | 'channels'>;

export const notesOn = (file: RegisterInFile, rows: Rows, today: string | undefined): RegisterNote[] => [
  ...ended(file, today),
  ...links(file),
  ...strangeTenants(file, rows),
];

const ended = ({ settings: { agreement } }: RegisterInFile, today = ''): RegisterNote[] =>
  agreement && agreement.holdsUntil < today
    ? [{ says: `settings.agreement: ended on ${agreement.holdsUntil}. See whether there is a new one.` }]
    : [];

/** What the link itself says, so that a wrong one is seen. */
const links = ({ channels }: RegisterInFile): RegisterNote[] =>
  channels.flatMap(({ unitId, conversationId }) => {
    const link = channelInLink(conversationId);
    if (!link) return [];
    const where = [link.name && `"${link.name}"`, link.teamId && `team ${link.teamId}`].filter(Boolean).join(' in ');
    const says = link.isMessage ? 'that of a message. Its channel is taken' : where && `to ${where}`;
    return says ? [{ channel: unitId, says: `channel ${unitId}: the link is ${says}.` }] : [];
  });

/** A shared channel stands in the tenant of the team that owns it. */
const strangeTenants = ({ tenantId: fileTenant }: RegisterInFile, { people, channels }: Rows): RegisterNote[] =>
  channels.flatMap(({ unitId, tenantId }) => {
    const theirs = people.filter((one) => one.unitId === unitId).map((one) => one.tenantId);
    const own = theirs.length > 0 ? theirs : [fileTenant];
    const says = `channel ${unitId}: is in tenant ${tenantId}, and the unit’s people are not. That is right for a shared channel only.`;
    return own.includes(tenantId) ? [] : [{ channel: unitId, says }];
  });
