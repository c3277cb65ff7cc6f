/** What a register file may hold, field by field. OPERATIONS and `register.schema.json` are made from it. */
import { z } from 'zod';
import { channelInLink, isChannelId } from '../domain/channel-id.ts';
import { PRINCIPALS, UNIT_KINDS } from '../domain/codes.ts';
import { SettingsInFile } from './settings.ts';

const id = z.string().min(1).max(100);
/** Entra's ids in one spelling, as Teams' activities are read; some tools export them in capitals. */
const entraId = (fault: string) => z.string().toLowerCase().check(z.guid(fault));
const name = z.string().min(1).max(200);
const mail = z.string().toLowerCase().max(254).check(z.email('is not a mail address'));
const phone = z.string().max(40).regex(/\d{2}/, 'is not a telephone number');
/** Some write it as it stands after the name: `@vanersborg.se`. */
const domain = z
  .string()
  .toLowerCase()
  .max(254)
  .regex(/^@?[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'is not a mail domain such as vanersborg.se')
  .transform((text) => text.replace(/^@/, ''));
/** `smtp:` and `X500:` before them are Exchange's own (`proxyAddresses`). */
const alias = z
  .string()
  .max(400)
  .toLowerCase()
  .transform((text) => text.replace(/^(smtp|x500):/, ''))
  .refine((text) => text.startsWith('/o=') || z.email().safeParse(text).success, 'is neither a mail address nor X500');
/** In whatever case. */
const oneOf = <const T extends readonly [string, ...string[]]>(codes: T) =>
  z
    .string()
    .toUpperCase()
    .pipe(z.enum(codes))
    .meta({ enum: [...codes] });

const unit = z.strictObject({
  id: id.describe('Yours to choose; never changed, since cases keep it'),
  name: name.describe('As cards and papers say it'),
  kind: oneOf(UNIT_KINDS).describe('What it is; decides whether it is called or invited, see below'),
  principal: oneOf(PRINCIPALS).optional().describe('Whose it is; else the most usual for its kind'),
  convenes: z.boolean().default(false).describe('Calls to meetings'),
  functionalMail: mail.nullable().default(null).describe('Its shared mailbox'),
  phone: phone.nullable().default(null).describe('On kallelser and papers'),
  mailDomains: z.array(domain).default([]).describe('What its addresses end in; nothing is sent to another'),
  aliases: z.array(alias).max(100).default([]).describe('Other addresses of the shared mailbox (mail or X500)'),
  private: z.boolean().optional().describe('Private care or school; else only INDEPENDENT_SCHOOL is'),
});

const person = z.strictObject({
  id: entraId('is not an Entra object id').describe('Object id in Entra'),
  tenantId: entraId('is not a tenant id').optional().describe('Where it is not the file’s'),
  name: name.describe('As colleagues know it'),
  mail: mail.describe('Of the mailbox that is called; in a domain of the unit'),
  role: name.describe('"skolkurator"'),
  unitId: id.describe('The unit’s `id`'),
  mayCall: z.boolean().default(false).describe('May start cases and call to meetings'),
  active: z.boolean().default(true).describe('Works there now'),
  phone: phone.nullable().default(null).describe('At work'),
  aliases: z.array(alias).max(100).default([]).describe('Other addresses of the same mailbox (mail or X500)'),
  coordinates: z.boolean().default(false).describe('Connects the unit’s channel; opens no case by it'),
});

const place = z.strictObject({
  id: id.describe('Yours to choose'),
  name: name.describe('As it stands in the calendar'),
  mail: mail.nullable().default(null).describe('Of the room, where it has one'),
  active: z.boolean().default(true).describe('Can be chosen'),
});

const conversationId = z
  .string()
  .max(1_000)
  .refine(
    (text) => isChannelId(text) || channelInLink(text) !== null,
    'is no channel: take "Get link to channel" in Teams, or write "koppla kanalen" in the channel instead',
  );

const channel = z.strictObject({
  id: id.optional().describe('Not needed any more'),
  unitId: id.describe('The unit’s `id`; one channel each'),
  tenantId: entraId('is not a tenant id').optional().describe('Where it is not the file’s'),
  conversationId: conversationId.describe('`19:…@thread.tacv2`, or the channel’s link as Teams gives it'),
  serviceUrl: z
    .url('is not an address')
    .default('https://smba.trafficmanager.net/emea/')
    .describe('Where cards are sent until somebody has written in the channel'),
});

export const RegisterShape = z.strictObject({
  $schema: z.string().optional().describe('For editors: `./register.schema.json`'),
  tenantId: entraId('is not a tenant id').describe('Tenant of people and channels that do not say another'),
  units: z.array(unit).min(1).describe('Services, also those without people'),
  people: z.array(person).default([]).describe('Here, or in a `people.csv`'),
  places: z.array(place).default([]).describe('Rooms that a meeting can be in'),
  channels: z.array(channel).default([]).describe('Where measures stand'),
  settings: SettingsInFile.default({}).describe('Those that are named are set, the others stay'),
});

export type RegisterInFile = z.output<typeof RegisterShape>;

/** JSON Schema of a register file, for editors. */
export const registerSchema = () => ({
  title: 'The register of the Västbus bot',
  ...z.toJSONSchema(RegisterShape, { io: 'input' }),
});
