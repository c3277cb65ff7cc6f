import { z } from 'zod';
import { CLOCK_STARTS, LANGUAGES } from '../domain/codes.ts';
import type { Settings } from '../domain/rows/register.ts';

const FIELDS = {
  meetingWord: z.string().min(1).max(40),
  meetingDeadlineDays: z.int().min(1).max(90),
  clockStart: z.enum(CLOCK_STARTS),
  consentMaxMonths: z.int().min(1).max(24),
  answerDays: z.int().min(1).max(30),
  municipality: z.string().min(1).max(60),
  concernLine: z.string().min(1).max(300),
  defaultLanguage: z.enum(LANGUAGES),
  emergencyLine: z.string().min(1).max(300),
  nightDutyPhone: z.string().max(60),
  bupPhone: z.string().max(60),
  patientBoardPhone: z.string().max(60),
  inspectoratePhone: z.string().max(60),
  planSignatures: z.boolean(),
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
  municipality: FIELDS.municipality.default('Kommunen'),
  concernLine: FIELDS.concernLine.default('Ring socialtjänsten. Kvällar och helger: socialjouren.'),
  defaultLanguage: FIELDS.defaultLanguage.default('sv'),
  emergencyLine: FIELDS.emergencyLine.default('Är det akut? Ring 112.'),
  nightDutyPhone: FIELDS.nightDutyPhone.default(''),
  bupPhone: FIELDS.bupPhone.default(''),
  patientBoardPhone: FIELDS.patientBoardPhone.default(''),
  inspectoratePhone: FIELDS.inspectoratePhone.default(''),
  planSignatures: FIELDS.planSignatures.default(false),
}) satisfies z.ZodType<Settings>;

/** Row of the Setting table that changes with every import: what was read before it is old. */
export const REGISTER_VERSION = 'registerVersion';
