import { z } from 'zod';
import { ACUTE_NUMBERS, CLOCK_STARTS, LANGUAGES, LINKS } from '../domain/codes.ts';
import type { Settings } from '../domain/rows/register.ts';
import { CHANGED_BY_EXCEL, isChangedByExcel } from './register-texts.ts';

const day = z.iso.date('is no day such as 2027-03-01');
const line = z.string().min(1).max(200);

/** As it is to be read. */
const number = z
  .string()
  .max(60)
  .refine((text) => !isChangedByExcel(text), CHANGED_BY_EXCEL);
const checkedNumber = z.strictObject({ number: number.min(3), checkedOn: day.nullable().default(null) });
const checkedNumberInFile = z.strictObject({
  number: number.min(3).describe('As it is to be read'),
  checkedOn: day
    .nullable()
    .optional()
    .describe('The day when somebody rang it; without one it is not printed. A new number has none until you say it'),
});
const agreement = z.strictObject({
  holdsUntil: day.describe('Its last day'),
  confirmedBy: line.describe('Who has said so: a role'),
  confirmedOn: day.describe('And when'),
});
const responsible = line.describe('The board or company that is responsible');
const contact = line.describe('How it is reached');
const officer = line.nullable();
const outsideEu = line.nullable();
const personalData = z.strictObject({
  responsible,
  contact,
  officer: officer.default(null),
  outsideEu: outsideEu.default(null),
});
const personalDataInFile = z.strictObject({
  responsible,
  contact,
  officer: officer.optional().describe('How the data protection officer is reached'),
  outsideEu: outsideEu.optional().describe('What the family is told of data that leave the EU: a sentence'),
});
const httpsUrl = z.url({ protocol: /^https$/, error: 'is not an https address' }).max(500);

const FIELDS = {
  meetingWord: z.string().min(1).max(40).describe('What the meeting is called; "Västbusmöte"'),
  meetingDeadlineDays: z.int().min(1).max(90).describe('Days from consent to meeting; 21'),
  clockStart: z.enum(CLOCK_STARTS).describe('From when they are shown; CONSENT_COMPLETE'),
  consentMaxMonths: z.int().min(1).max(24).describe('Longest consent in months; 12'),
  answerDays: z.int().min(1).max(30).describe('Working days to answer a kallelse; 5'),
  unreachableDays: z.int().min(1).max(90).describe('Days over which a guardian is tried to be reached; 10'),
  municipality: z.string().min(1).max(60).describe('Stands on the papers'),
  concernLine: z.string().min(1).max(300).describe('Where a report of concern is made; on "hjälp" too'),
  defaultLanguage: z.enum(LANGUAGES).describe('Of channels and calendars; sv'),
  emergencyLine: z.string().min(1).max(300).describe('On help and first page: whom to ring when it is urgent'),
  patientBoardPhone: number.describe('Patientnämnden, on the family’s papers'),
  inspectoratePhone: number.describe('IVO, on the family’s papers'),
  planSignatures: z.boolean().describe('The plan has a line for "Jag har fått planen"; false'),
  agreement: agreement.describe('The agreement between municipalities and region'),
  weedingDecision: line.describe('The number of your decision on weeding; without one closing a case erases nothing'),
};

/** What is a group in itself: in a file only what changes is named, and `null` takes one away. */
const GROUPS = {
  acuteNumbers: z
    .partialRecord(z.enum(ACUTE_NUMBERS), checkedNumberInFile.nullable())
    .describe('Whom to ring when it is urgent, on "hjälp" and the family’s papers'),
  links: z.partialRecord(z.enum(LINKS), httpsUrl.nullable()).describe('Where staff read on'),
  personalData: personalDataInFile.describe('Who is responsible for the personal data'),
};

const orNull = <T extends Record<string, z.ZodType>>(fields: T) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, schema]) => [name, schema.nullable().meta({ ...schema.meta() })]),
  ) as {
    [K in keyof T]: z.ZodNullable<T[K]>;
  };

/** Settings in a register file: those that it names are set, the others stay as they are; null: the default again. */
export const SettingsInFile = z.strictObject(orNull({ ...FIELDS, ...GROUPS })).partial();
export type SettingsInFile = z.output<typeof SettingsInFile>;

/** Settings in the table; what is not there has its default. */
export const SettingsSchema = z.object({
  meetingWord: FIELDS.meetingWord.default('Västbusmöte'),
  meetingDeadlineDays: FIELDS.meetingDeadlineDays.default(21),
  clockStart: FIELDS.clockStart.default('CONSENT_COMPLETE'),
  consentMaxMonths: FIELDS.consentMaxMonths.default(12),
  answerDays: FIELDS.answerDays.default(5),
  unreachableDays: FIELDS.unreachableDays.default(10),
  municipality: FIELDS.municipality.default('Kommunen'),
  concernLine: FIELDS.concernLine.default('Ring socialtjänsten. Kvällar och helger: socialjouren.'),
  defaultLanguage: FIELDS.defaultLanguage.default('sv'),
  emergencyLine: FIELDS.emergencyLine.default('Är det akut? Ring 112.'),
  acuteNumbers: z.partialRecord(z.enum(ACUTE_NUMBERS), checkedNumber).default({}),
  patientBoardPhone: FIELDS.patientBoardPhone.default(''),
  inspectoratePhone: FIELDS.inspectoratePhone.default(''),
  planSignatures: FIELDS.planSignatures.default(false),
  agreement: FIELDS.agreement.optional(),
  weedingDecision: FIELDS.weedingDecision.optional(),
  links: z.partialRecord(z.enum(LINKS), httpsUrl).default({}),
  personalData: personalData.optional(),
}) satisfies z.ZodType<Settings>;

/** Row of the Setting table that changes with every import: what was read before it is old. */
export const REGISTER_VERSION = 'registerVersion';
