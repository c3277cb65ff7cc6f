/** What a register file may hold, and what is wrong with one, each fault as a sentence with its place. */
import { z } from 'zod';
import { PRINCIPALS, UNIT_KINDS } from '../domain/codes.ts';
import { SettingsInFile } from './settings.ts';

const id = z.string().min(1).max(100);
/** Entra's ids in one spelling, as Teams' activities are read; some tools export them in capitals. */
const entraId = (fault: string) => z.guid(fault).toLowerCase();
const name = z.string().min(1).max(200);
const mail = z.email().max(254).toLowerCase();
/** Another address of the same mailbox: a mail, or an X500 path (`/o=…/cn=…`). */
const alias = z.string().min(1).max(500);
const domain = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'is not a mail domain in lower case');

const unit = z.strictObject({
  id,
  name,
  kind: z.enum(UNIT_KINDS),
  principal: z.enum(PRINCIPALS),
  convenes: z.boolean().default(false),
  functionalMail: mail.nullable().default(null),
  phone: z.string().max(40).nullable().default(null),
  mailDomains: z.array(domain).default([]),
  aliases: z.array(alias).default([]),
});

const person = z.strictObject({
  id: entraId('is not an Entra object id'),
  tenantId: entraId('is not a tenant id').optional(),
  name,
  mail,
  role: name,
  unitId: id,
  mayCall: z.boolean().default(false),
  aliases: z.array(alias).default([]),
  active: z.boolean().default(true),
});

const place = z.strictObject({ id, name, mail: mail.nullable().default(null), active: z.boolean().default(true) });

const channel = z.strictObject({
  id,
  unitId: id,
  tenantId: entraId('is not a tenant id').optional(),
  conversationId: id,
  serviceUrl: z.url(),
});

/** People and channels are in the file's tenant unless they say another. */
export const RegisterFile = z
  .strictObject({
    tenantId: entraId('is not a tenant id'),
    units: z.array(unit).min(1),
    people: z.array(person),
    places: z.array(place).default([]),
    channels: z.array(channel).default([]),
    settings: SettingsInFile.default({}),
  })
  .superRefine((file, context) => {
    const units = new Map(file.units.map((row) => [row.id, row]));
    const fault = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: 'custom', message, path });
    for (const list of ['units', 'people', 'places', 'channels'] as const) {
      const seen = new Set<string>();
      file[list].forEach((row, index) => {
        if (seen.has(row.id)) fault(`is there twice: ${row.id}`, list, index, 'id');
        seen.add(row.id);
      });
    }
    for (const list of ['people', 'channels'] as const) {
      file[list].forEach((row, index) => {
        if (!units.has(row.unitId)) fault(`names a unit that is not in the file: ${row.unitId}`, list, index, 'unitId');
      });
    }
    file.people.forEach((row, index) => {
      const domains = units.get(row.unitId)?.mailDomains;
      if (domains && !domains.includes(row.mail.split('@')[1] ?? ''))
        fault(`is not in a mail domain of unit ${row.unitId}`, 'people', index, 'mail');
    });
    file.units.forEach((row, index) => {
      const mailDomain = row.functionalMail?.split('@')[1];
      if (mailDomain !== undefined && !row.mailDomains.includes(mailDomain))
        fault('is not in a mail domain of the unit', 'units', index, 'functionalMail');
    });
    file.channels.forEach((row, index) => {
      if (file.channels.findIndex((other) => other.unitId === row.unitId) < index)
        fault(`is a second channel for unit ${row.unitId}`, 'channels', index, 'unitId');
    });
  })
  .transform(({ tenantId, ...file }) => ({
    ...file,
    people: file.people.map((row) => ({ ...row, tenantId: row.tenantId ?? tenantId })),
    channels: file.channels.map((row) => ({ ...row, tenantId: row.tenantId ?? tenantId })),
  }));

export type ParsedRegister = z.output<typeof RegisterFile>;

/** The register, or one sentence per fault ("people[3].unitId names a unit that is not in the file: x"). */
export function parseRegister(text: string): { register: ParsedRegister } | { faults: string[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { faults: [`The file is not JSON: ${error instanceof Error ? error.message : String(error)}`] };
  }
  const parsed = RegisterFile.safeParse(json);
  return parsed.success
    ? { register: parsed.data }
    : { faults: parsed.error.issues.map((issue) => `${placeOf(issue.path)}: ${issue.message}`) };
}

const placeOf = (path: PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '') || 'The file';
