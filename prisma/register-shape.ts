/** What a register file may hold, field by field. OPERATIONS and `register.schema.json` are made from it. */
import { z } from 'zod';
import { channelInLink, isChannelId } from '../domain/channel-id.ts';
import { PRINCIPALS, UNIT_KINDS } from '../domain/codes.ts';
import { CHANGED_BY_EXCEL, isChangedByExcel } from './register-texts.ts';
import { SettingsInFile } from './settings.ts';

const id = z.string().min(1).max(100);
/**
 * Entra's ids in one spelling, as Teams' activities are read: some tools export them in capitals, or in the braces of
 * .NET.
 */
const entraId = (fault: string) =>
  z
    .string()
    .toLowerCase()
    .overwrite((text) => text.replace(/^\{(.*)\}$/, '$1'))
    .check(z.guid(fault))
    .refine((text) => !/^0{8}(-0{4}){3}-0{12}$/.test(text), 'is all zeros: that is nobody’s id');
const objectId = entraId(
  'is not an Entra object id such as 1b4e28ba-2fa1-4d2e-883f-0016d3cca427: it stands on the person’s page in the Entra admin center',
);
const tenantId = entraId('is not a tenant id: it stands on the first page of the Entra admin center');
const name = z.string().min(1).max(200);
const mail = z.string().toLowerCase().max(254).check(z.email('is not a mail address'));
const phone = z
  .string()
  .max(40)
  .regex(/\d{2}/, 'is not a telephone number')
  .refine((text) => !isChangedByExcel(text), CHANGED_BY_EXCEL);
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

/**
 * What a new row has where its file says nothing. `null`, and a cell that is empty, say it of a row that is there; what
 * a file leaves out stays as it is stored (`fill-register.ts`).
 */
const yesOrNo = z
  .boolean()
  .nullable()
  .default(false)
  .transform((value) => value ?? false);
const listOf = <T extends z.ZodType<string, string>>(schema: T) =>
  z
    .array(schema)
    .max(100)
    .nullable()
    .default([])
    .transform((value) => value ?? []);
const orNone = <T extends z.ZodType<string, string>>(schema: T) => schema.nullable().default(null);

const unit = z.strictObject({
  id: id.describe('Yours to choose; never changed, since cases keep it'),
  name: name.describe('As cards and papers say it'),
  kind: oneOf(UNIT_KINDS).describe('What it is; decides whether it is called or invited, see below'),
  principal: oneOf(PRINCIPALS).nullish().describe('Whose it is; else the most usual for its kind'),
  convenes: yesOrNo.describe('Calls to meetings'),
  functionalMail: orNone(mail).describe('Its shared mailbox'),
  phone: orNone(phone).describe('On kallelser, papers, and cards that say whom to ring'),
  mailDomains: listOf(domain).describe(
    'What its addresses end in; nothing is sent to another. Needed where the unit has people, or a mailbox',
  ),
  aliases: listOf(alias).describe('Other addresses of the shared mailbox (mail or X500)'),
  private: z
    .boolean()
    .nullish()
    .describe('Private care or school; else what is `OTHER`’s is, but for authorities of the state'),
});

const person = z.strictObject({
  id: objectId.describe('Object id in Entra'),
  tenantId: tenantId.nullish().describe('Where it is not the file’s'),
  name: name.describe('As colleagues know it'),
  mail: mail.describe('Of the mailbox that is called; in a domain of the unit'),
  role: name.describe('"skolkurator"'),
  unitId: id.describe('The unit’s `id`'),
  mayCall: yesOrNo.describe('May start cases and call to meetings'),
  active: z.boolean().default(true).describe('Works there now'),
  phone: orNone(phone).describe('At work'),
  aliases: listOf(alias).describe('Other addresses of the same mailbox (mail or X500)'),
  coordinates: yesOrNo.describe(
    'Connects the unit’s channel, and answers for the bot there: named on "hjälp"; opens no case by it',
  ),
});

const place = z.strictObject({
  id: id.describe('Yours to choose'),
  name: name.describe('As it stands in the calendar'),
  mail: orNone(mail).describe('Of the room, where it has one'),
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
  tenantId: tenantId.nullish().describe('Where it is not the file’s, nor said by the link'),
  conversationId: conversationId.describe('`19:…@thread.tacv2`, or the channel’s link as Teams gives it'),
  serviceUrl: z
    .url('is not an address')
    .default('https://smba.trafficmanager.net/emea/')
    .describe('Where cards are sent until somebody has written in the channel'),
});

export const RegisterShape = z.strictObject({
  $schema: z.string().optional().describe('For editors: `./register.schema.json`'),
  tenantId: tenantId.describe('Tenant of people and channels that do not say another'),
  units: z.array(unit).min(1).describe('Services, also those without people'),
  people: z.array(person).default([]).describe('Here, or in a `people.csv`'),
  places: z.array(place).default([]).describe('Rooms that a meeting can be in'),
  channels: z.array(channel).default([]).describe('Where measures stand'),
  settings: SettingsInFile.default({}).describe('Those that are named are set, the others stay'),
});

/** What a row of each list may hold. */
export const ROW_SHAPES = { units: unit.shape, people: person.shape, places: place.shape, channels: channel.shape };

export type RegisterInFile = z.output<typeof RegisterShape>;

/** JSON Schema of a register file, for editors. */
export const registerSchema = () => ({
  title: 'The register of the Västbus bot',
  ...z.toJSONSchema(RegisterShape, { io: 'input' }),
});
