import { z } from 'zod';
import { ACUTE_NUMBERS, CLOCK_STARTS, LANGUAGES, LINKS } from '../domain/codes.ts';
import type { Settings } from '../domain/rows/register.ts';

const day = z.iso.date('is no day such as 2027-03-01');
const line = z.string().min(1).max(200);

const checkedNumber = z.strictObject({
  number: z.string().min(3).max(60).describe('As it is to be read'),
  checkedOn: day.nullable().default(null).describe('The day when somebody rang it; without one it is not printed'),
});
const agreement = z.strictObject({
  holdsUntil: day.describe('Its last day'),
  confirmedBy: line.describe('Who has said so: a role'),
  confirmedOn: day.describe('And when'),
});
const personalData = z.strictObject({
  responsible: line.describe('The board or company that is responsible'),
  contact: line.describe('How it is reached'),
  officer: line.nullable().default(null).describe('How the data protection officer is reached'),
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
  concernLine: z.string().min(1).max(300).describe('Where a report of concern is made'),
  defaultLanguage: z.enum(LANGUAGES).describe('Of channels and calendars; sv'),
  emergencyLine: z.string().min(1).max(300).describe('On help and first page: whom to ring when it is urgent'),
  acuteNumbers: z
    .partialRecord(z.enum(ACUTE_NUMBERS), checkedNumber)
    .describe('Whom to ring when it is urgent, on the family’s plan'),
  patientBoardPhone: z.string().max(60).describe('Patientnämnden, on the family’s plan'),
  inspectoratePhone: z.string().max(60).describe('IVO, on the family’s plan'),
  planSignatures: z.boolean().describe('The plan has a line for "Jag har fått planen"; false'),
  agreement: agreement.describe('The agreement between municipalities and region'),
  links: z.partialRecord(z.enum(LINKS), httpsUrl).describe('Where staff read on'),
  personalData: personalData.describe('Who is responsible for the personal data'),
};

/** Settings in a register file: those that it names are set, the others are left as they are. */
export const SettingsInFile = z.strictObject(FIELDS).partial();

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
  acuteNumbers: FIELDS.acuteNumbers.default({}),
  patientBoardPhone: FIELDS.patientBoardPhone.default(''),
  inspectoratePhone: FIELDS.inspectoratePhone.default(''),
  planSignatures: FIELDS.planSignatures.default(false),
  agreement: FIELDS.agreement.optional(),
  links: FIELDS.links.default({}),
  personalData: FIELDS.personalData.optional(),
}) satisfies z.ZodType<Settings>;

/** Row of the Setting table that changes with every import: what was read before it is old. */
export const REGISTER_VERSION = 'registerVersion';
