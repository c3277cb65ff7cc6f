/** The closed sets of the process. Codes are English; what people read stands in `cards/texts`. */

export const AGE_BANDS = ['A0_5', 'A6_11', 'A12_14', 'A15_17', 'A18_20'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** What a guardian is called on the cards. `UNKNOWN` must be settled before the kallelse; `NONE` is sole custody. */
export const GUARDIAN_KINDS = ['MOTHER', 'FATHER', 'PARENT', 'APPOINTED'] as const;
export type GuardianKind = (typeof GUARDIAN_KINDS)[number];
export const GUARDIAN_ONE = [...GUARDIAN_KINDS, 'UNKNOWN'] as const;
export const GUARDIAN_TWO = [...GUARDIAN_KINDS, 'NONE', 'UNKNOWN'] as const;

export const YES_NO_UNKNOWN = ['NO', 'YES', 'UNKNOWN'] as const;
export type YesNoUnknown = (typeof YES_NO_UNKNOWN)[number];

/** Somebody who must not know when or where: the place is told by word of mouth; a threat means paper only. */
export const SECRET_PLACE = ['NO', 'PLACE_ORALLY', 'THREAT', 'UNKNOWN'] as const;
export type SecretPlace = (typeof SECRET_PLACE)[number];

export const SIGNERS = ['GUARDIAN_1', 'GUARDIAN_2', 'YOUTH'] as const;
export type Signer = (typeof SIGNERS)[number];

export const TALK_PARTNERS = ['GUARDIAN_1', 'GUARDIAN_2', 'CHILD'] as const;
export type TalkPartner = (typeof TALK_PARTNERS)[number];

export const PRESENT_ROLES = ['GUARDIAN_1', 'GUARDIAN_2', 'STEP_PARENT', 'FOSTER_HOME', 'LEGAL_REP', 'RELATIVE', 'INTERPRETER'] as const;

export const WISHES = ['MORNING', 'AFTERNOON', 'SHORT', 'AT_SCHOOL', 'AT_CARE', 'ONLINE'] as const;

/** Done, adapted or declined by the child; otherwise an exception with its reason. */
export const CHILD_TALK_OUTCOMES = ['DONE', 'ADAPTED', 'DECLINED', 'EXCEPTION_ILL', 'EXCEPTION_HARM', 'EXCEPTION_OTHER'] as const;
export type ChildTalkOutcome = (typeof CHILD_TALK_OUTCOMES)[number];

export const PARTICIPATIONS = ['WHOLE', 'PART', 'LETTER', 'DRAWING', 'REPRESENTATIVE', 'PHONE', 'NONE'] as const;

/** What the consent lets the parties do together. */
export const SCOPES = ['MEETING', 'PREPARE', 'PLAN_COPY', 'BETWEEN_MEETINGS'] as const;
export type Scope = (typeof SCOPES)[number];

export const VALID_MONTHS = ['3', '6', '12'] as const;

export const UNIT_KINDS = [
  'SOCIAL_SERVICES',
  'SCHOOL',
  'STUDENT_HEALTH',
  'PRESCHOOL',
  'UPPER_SECONDARY',
  'INDEPENDENT_SCHOOL',
  'BUP',
  'HABILITATION',
  'PRIMARY_CARE',
  'YOUTH_CLINIC',
  'OTHER_REGION',
  'OTHER_AGENCY',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const PRINCIPALS = ['MUNICIPALITY', 'REGION', 'OTHER'] as const;
export type Principal = (typeof PRINCIPALS)[number];

export const ANSWERS = ['NONE', 'ACCEPTED', 'TENTATIVE', 'DECLINED'] as const;
export type Answer = (typeof ANSWERS)[number];

export const ATTENDANCE = ['IN_ROOM', 'REMOTE', 'STAND_IN', 'SENT_WORD', 'ABSENT'] as const;
export type Attendance = (typeof ATTENDANCE)[number];

export const LATE_REASONS = [
  'WAITING_CONSENT',
  'FAMILY_WISH',
  'HOLIDAY',
  'PARTY_CANNOT',
  'ILLNESS',
  'OFFERED_NOT_REACHED',
  'OTHER',
] as const;

export const GOAL_MISSING = ['CHILD_DECLINED', 'CHILD_TOO_YOUNG_TO_SAY', 'CHILD_NOT_THERE'] as const;

export const CASE_STATUSES = ['PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE', 'STOPPED', 'CLOSED'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const MEETING_STATUSES = ['DRAFT', 'SENDING', 'NOT_SENT', 'FAILED', 'SENT', 'HELD', 'CANCELLED'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
