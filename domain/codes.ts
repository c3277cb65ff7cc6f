/**
 * The closed sets of the process. Codes are English; what people read stands in `cards/texts`. Long because it is one
 * list to look things up in.
 */

export const AGE_BANDS = ['A0_5', 'A6_11', 'A12_14', 'A15_17', 'A18_20'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];
/** 21 and older: outside the agreement. Asked for, never stored. */
export const AGE_CHOICES = [...AGE_BANDS, 'OVER'] as const;

/**
 * What a guardian is called on the cards. SPECIAL: appointed where the parents cannot be (FB 6:10 d). GOD_MAN: stands in
 * the guardian's place for a child who has come alone. `UNKNOWN` must be settled before the kallelse; `NONE` is sole
 * custody.
 */
const GUARDIAN_KINDS = ['MOTHER', 'FATHER', 'PARENT', 'APPOINTED', 'SPECIAL', 'GOD_MAN'] as const;
export const GUARDIAN_ONE = [...GUARDIAN_KINDS, 'UNKNOWN'] as const;
export const GUARDIAN_TWO = [...GUARDIAN_KINDS, 'NONE', 'UNKNOWN'] as const;
export type GuardianOne = (typeof GUARDIAN_ONE)[number];
export type GuardianTwo = (typeof GUARDIAN_TWO)[number];

export const YES_NO = ['YES', 'NO'] as const;
export const YES_NO_UNKNOWN = ['NO', 'YES', 'UNKNOWN'] as const;
export type YesNoUnknown = (typeof YES_NO_UNKNOWN)[number];

/**
 * What the questions about safety lead to; never why. PLACE_ORALLY: no place in event or paper. RESTRICTED: on paper
 * only.
 */
export const SAFETY = ['OPEN', 'PLACE_ORALLY', 'RESTRICTED', 'UNKNOWN'] as const;
export type Safety = (typeof SAFETY)[number];

/**
 * Placed outside the home: with consent (SoL), or by decision under LVU, where the social board may be the one who
 * consents.
 */
export const PLACEMENTS = ['NO', 'VOLUNTARY', 'LVU', 'UNKNOWN'] as const;
export type Placement = (typeof PLACEMENTS)[number];
export const PLACED_CONSENT_BY = ['GUARDIANS', 'SOCIAL_BOARD'] as const;
export type PlacedConsentBy = (typeof PLACED_CONSENT_BY)[number];

/**
 * Somebody of age decides alone, also with a god man or förvaltare beside; who cannot: a manager and a lawyer, on paper.
 */
export const DECIDES = ['SELF', 'WITH_HELP', 'CANNOT'] as const;
export type Decides = (typeof DECIDES)[number];

/** Who took the initiative: for the figures only, on no paper that guardians read. */
export const INITIATIVES = ['FAMILY', 'CHILD', 'SCHOOL', 'SOCIAL_SERVICES', 'HEALTH_CARE', 'OTHER'] as const;
export type Initiative = (typeof INITIATIVES)[number];

/** Why the family's own request led to no plan (SoL 10:8: when municipality and region judge that none is needed). */
export const REQUEST_REFUSALS = ['NOT_BOTH', 'ONE_IS_ENOUGH', 'HAS_PLAN', 'NOT_OURS'] as const;
export type RequestRefusal = (typeof REQUEST_REFUSALS)[number];

/** What prevents a guardian (FB 6:13). Not to answer is no hindrance. Reasons stand in the unit's own file. */
export const HINDRANCES = ['TRAVELLING', 'ILL', 'NOT_FOUND'] as const;
export type Hindrance = (typeof HINDRANCES)[number];

/** How somebody was tried to be reached; a call in vain is one press on the guardian's own page. */
export const WAYS_TO_REACH = ['PHONE', 'LETTER', 'MESSAGE', 'VISIT'] as const;
export type WayToReach = (typeof WAYS_TO_REACH)[number];

/** Who may decide that a guardian who cannot be reached is not waited for. */
export const DECIDING_ROLES = ['HEAD_TEACHER', 'UNIT_MANAGER', 'SOCIAL_MANAGER', 'CARE_MANAGER'] as const;
export type DecidingRole = (typeof DECIDING_ROLES)[number];

export const GUARDIANS = ['GUARDIAN_1', 'GUARDIAN_2'] as const;
export type Guardian = (typeof GUARDIANS)[number];

export const SIGNERS = [...GUARDIANS, 'YOUTH', 'SOCIAL_BOARD'] as const;
export type Signer = (typeof SIGNERS)[number];

/** Who can say stop: also the child, and a guardian who has not signed. */
export const OBJECTORS = [...SIGNERS, 'CHILD'] as const;
export type Objector = (typeof OBJECTORS)[number];

export const TALK_PARTNERS = [...GUARDIANS, 'CHILD'] as const;
export type TalkPartner = (typeof TALK_PARTNERS)[number];

export const PRESENT_ROLES = [
  ...GUARDIANS,
  'STEP_PARENT',
  'FOSTER_HOME',
  'LEGAL_REP',
  'RELATIVE',
  'INTERPRETER',
] as const;
export type PresentRole = (typeof PRESENT_ROLES)[number];

export const WISHES = ['MORNING', 'AFTERNOON', 'SHORT', 'AT_SCHOOL', 'AT_CARE', 'ONLINE'] as const;
export type Wish = (typeof WISHES)[number];

/** Done, adapted or declined by the child; otherwise an exception with its reason. */
export const CHILD_TALK_OUTCOMES = [
  'DONE',
  'ADAPTED',
  'DECLINED',
  'EXCEPTION_ILL',
  'EXCEPTION_HARM',
  'EXCEPTION_OTHER',
] as const;
export type ChildTalkOutcome = (typeof CHILD_TALK_OUTCOMES)[number];

export const PARTICIPATIONS = ['WHOLE', 'PART', 'LETTER', 'DRAWING', 'REPRESENTATIVE', 'PHONE', 'NONE'] as const;
export type Participation = (typeof PARTICIPATIONS)[number];
/** Where the meeting is held without the child there, the nearest first. */
export const PARTICIPATIONS_FROM_AFAR = [
  'PHONE',
  'LETTER',
  'DRAWING',
  'REPRESENTATIVE',
  'NONE',
] as const satisfies readonly Participation[];

/** What the consent lets the parties do together, in the order of the form: a card that copies one has the same. */
export const SCOPES = ['PREPARE', 'MEETING', 'PLAN_COPY', 'BETWEEN_MEETINGS'] as const;
export type Scope = (typeof SCOPES)[number];

export const VALID_MONTHS = ['3', '6', '12'] as const;
/** The days that stand on the form, or so long from the day it was signed. */
export const VALIDITY_CHOICES = ['OWN', ...VALID_MONTHS] as const;

/** What the parties may speak about, in the order of the form. What is not ticked is not raised, and nowhere written. */
export const TOPICS = ['SCHOOL', 'HEALTH', 'MENTAL_HEALTH', 'SOCIAL', 'FAMILY', 'SUPPORT', 'OTHER'] as const;
export type Topic = (typeof TOPICS)[number];

/** Written consent: on paper, or signed with e-legitimation in the municipality's own service. */
export const CONSENT_METHODS = ['PAPER', 'E_SIGNATURE'] as const;
export type ConsentMethod = (typeof CONSENT_METHODS)[number];

export const WITHDRAWAL_SCOPES = ['ALL', 'PARTY', 'TOPIC', 'SCOPE'] as const;
export type WithdrawalScope = (typeof WITHDRAWAL_SCOPES)[number];

/** How a member of the family wants the invitation. The tool makes the paper; a person gives or sends it. */
export const DELIVERIES = ['BY_HAND', 'LETTER', 'MINA_MEDDELANDEN', 'SECURE_POST', 'E_SERVICE', 'SMS'] as const;
export type Delivery = (typeof DELIVERIES)[number];

export const INTERPRETER_HOW = ['ON_SITE', 'PHONE', 'SCREEN'] as const;
export type InterpreterHow = (typeof INTERPRETER_HOW)[number];

export const SUPPORTS = ['PICTURES', 'COMPANION', 'QUIET_ROOM', 'BREAKS', 'ACCESSIBLE'] as const;
export type Support = (typeof SUPPORTS)[number];

/** Who sees to it that the child's voice is heard where the child is not there the whole time. */
export const VOICE_KEEPERS = [
  'CONVENER',
  'GUARDIAN',
  'SCHOOL_STAFF',
  'CARE_STAFF',
  'SOCIAL_WORKER',
  'RELATIVE',
] as const;
export type VoiceKeeper = (typeof VOICE_KEEPERS)[number];

/** The child's: may these talk with each other about me? Of PARTLY neither the unit nor the topic is kept. */
export const SHARES = ['YES', 'PARTLY', 'NO'] as const;
export type Shares = (typeof SHARES)[number];
/** History: said of the meeting, when sharing was not yet a question of its own. No texts of their own. */
export type OwnConsent = 'YES' | 'NO' | 'NOT_ASKED';

/** "Kan barnet självt ta ställning till vilka som får dela uppgifter?" Never preset, never why. */
export const CHILD_ABLE = ['YES', 'UNSURE', 'NO'] as const;
export type ChildAble = (typeof CHILD_ABLE)[number];
/** Another role than the one who held the talk: of a no that weighs on somebody of 15–17. */
export const SECOND_ROLES = [
  'COUNSELLOR',
  'PSYCHOLOGIST',
  'NURSE',
  'DOCTOR',
  'SOCIAL_WORKER',
  ...DECIDING_ROLES,
] as const;
export type SecondRole = (typeof SECOND_ROLES)[number];

/** What is done about the no of a child who is not able: we wait, what it said no to is changed, or it has been told. */
export const CHILD_NO_ANSWERS = ['WAIT', 'CHANGED', 'TOLD'] as const;
export type ChildNoAnswer = (typeof CHILD_NO_ANSWERS)[number];
/** History: why a case once went on although the child had said no. No texts of their own. */
export type ChildNoReason = 'TALKED_AGAIN' | 'NEED_IS_GREAT' | 'NOT_MATURE' | 'ANOTHER_WAY';

/** Why a case rests. Never who: somebody took back, somebody did not sign, or they have too little in common. */
export const REST_REASONS = ['WITHDRAWN', 'NOT_SIGNED', 'TOO_LITTLE'] as const;
export type RestReason = (typeof REST_REASONS)[number];

/** Why the convener goes on although child and guardians want different units there. */
export const DIFFER_REASONS = ['TALKED_AGAIN', 'DIVIDED', 'NEEDED', 'NOT_CALLED'] as const;
export type DifferReason = (typeof DIFFER_REASONS)[number];

/** How a party was told whom the meeting is about: outside the bot, never by it. */
export const TOLD_HOW = ['PHONE', 'SECURE', 'PAPER'] as const;
export type ToldHow = (typeof TOLD_HOW)[number];

/**
 * Who works in a case beside its convener. There is no chair of its own: what is decided at the meeting is written on
 * the case's card, beside what was said in the talks, so whoever leads it on the cards is a colleague in the team;
 * anybody else leads it from the printed papers.
 */
export const MEMBER_ROLES = ['TEAM'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const CLOSE_REASONS = [
  'MISTAKE',
  'REQUEST_REFUSED',
  'GOALS_MET',
  'ADULT_CARE',
  'FAMILY_ENDS',
  'NO_NEED',
  'NO_PLAN',
  'NO_CONSENT',
  'WITHDRAWN',
  'MOVED',
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** Agreements, guidelines or plans that were not followed; what happened, never who. */
export const DEVIATION_CODES = [
  'NO_MEETING_IN_TIME',
  'PARTY_DECLINED',
  'PARTY_ABSENT',
  'CHILD_NOT_HEARD',
  'NO_PLAN',
  'PLAN_NOT_FOLLOWED',
  'NO_FOLLOW_UP',
  'NO_MANDATE',
  'UNILATERAL_REFUSAL',
  'SECRECY_BREACH',
] as const;
export type DeviationCode = (typeof DEVIATION_CODES)[number];
export const DEVIATION_OUTCOMES = ['REGISTERED', 'NOT_NEEDED'] as const;
export type DeviationOutcome = (typeof DEVIATION_OUTCOMES)[number];

/** What a deviation led to for the child, as far as it is known. */
export const CONSEQUENCES = ['LATER_HELP', 'LESS_HELP', 'TOLD_AGAIN', 'WORSE', 'NONE_SEEN', 'NOT_KNOWN'] as const;

/** Who does a measure that is neither the municipality's nor the region's: the law's "what others do". */
export const MEASURE_ACTORS = ['CHILD', 'GUARDIAN', 'RELATIVE', 'OTHER'] as const;
export type MeasureActor = (typeof MEASURE_ACTORS)[number];

/** Whether the child's own words stand in the plan; ASK_LATER and NO: they do not. */
export const OWN_WORDS_IN_PLAN = ['YES', 'NO', 'ASK_LATER'] as const;
export type OwnWordsInPlan = (typeof OWN_WORDS_IN_PLAN)[number];

/** The same, with why there are none: one question on the card. */
export const OWN_WORDS = [
  ...OWN_WORDS_IN_PLAN,
  'CHILD_DECLINED',
  'CHILD_TOO_YOUNG_TO_SAY',
  'CHILD_NOT_THERE',
] as const satisfies readonly (OwnWordsInPlan | GoalMissing)[];
export type OwnWords = (typeof OWN_WORDS)[number];

/** By when a goal shall be reached: when the plan is followed up, or further ahead. */
export const GOAL_TERMS = ['FOLLOW_UP', 'LATER'] as const;
export type GoalTerm = (typeof GOAL_TERMS)[number];

/** Who else is at a meeting than the parties and the child. */
export const ATTENDEES = ['CONVENER', ...GUARDIANS, 'RELATIVE', 'INTERPRETER'] as const;
export type AttendeeKind = (typeof ATTENDEES)[number];

/** What is said of those of them who are no party; never why. */
export const HERE = ['IN_ROOM', 'REMOTE', 'ABSENT'] as const satisfies readonly Attendance[];
export const INTERPRETER_HERE = ['NONE', ...HERE] as const;
/** How many relatives a meeting has room for on its card. */
export const RELATIVES = ['0', '1', '2', '3', '4', '5', '6'] as const;

/** What became of a measure. No text of its own. */
export type MeasureEventKind =
  | ('CREATED' | 'CHANGED' | 'NEW_DAY' | 'DONE' | 'REOPENED' | 'DROPPED')
  | ('BLOCKED' | 'RESUMED' | 'HANDED_OVER' | 'APPOINTED' | 'ACCEPTED');

/** What a state means stands in `measures.ts`. */
export const MEASURE_STATES = ['ONGOING', 'DONE'] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** What the follow-up decides about a measure of the version before. */
export const REVIEWS = ['ACCEPTED', 'SAME', 'NEW_DAY', 'CONTINUOUS', 'DONE', 'DROPPED'] as const;
export type Review = (typeof REVIEWS)[number];

/** From which day the three weeks are shown; all three are kept. */
export const CLOCK_STARTS = ['NEED_NOTICED', 'CONSENT_COMPLETE', 'INVITATION_SENT'] as const;
export type ClockStart = (typeof CLOCK_STARTS)[number];

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
  'LSS',
  'BVC',
  'FIRST_LINE',
  'ADULT_PSYCHIATRY',
  'DENTAL_CARE',
  'POLICE',
  'SIS',
  'HVB',
  'OTHER_REGION',
  'OTHER_AGENCY',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const PRINCIPALS = ['MUNICIPALITY', 'REGION', 'OTHER'] as const;
export type Principal = (typeof PRINCIPALS)[number];
/** Who can have the main responsibility for a plan. */
export const PLAN_PRINCIPALS = ['MUNICIPALITY', 'REGION'] as const satisfies readonly Principal[];

/** Whom to ring when it is urgent, the nearest first. */
export const ACUTE_NUMBERS = [
  'EMERGENCY',
  'SOCIAL_SERVICES',
  'NIGHT_DUTY',
  'BUP',
  'ADVICE',
  'EMERGENCY_ROOM',
  'ADULT_PSYCHIATRY',
  'BRIS',
] as const;
export type AcuteNumber = (typeof ACUTE_NUMBERS)[number];

/** Where staff read on: the handbook, the local routine, forms, the county's own register of deviations. */
export const LINKS = ['HANDBOOK', 'ROUTINE', 'FORMS', 'DEVIATIONS'] as const;
export type Link = (typeof LINKS)[number];

export const ANSWERS = ['NONE', 'ACCEPTED', 'TENTATIVE', 'DECLINED'] as const;
export type Answer = (typeof ANSWERS)[number];
/** What somebody can say on the telephone. */
export const PHONE_ANSWERS = ['ACCEPTED', 'TENTATIVE', 'DECLINED', 'STAND_IN'] as const;

/** What a party can be asked for when it says no. No text of its own. */
export const DECLINE_REASONS = [
  'ILL',
  'OTHER_MEETING',
  'NO_MANDATE',
  'NOT_OUR_TASK',
  'NOT_CURRENT',
  'TOO_SHORT_NOTICE',
  'OTHER',
] as const;
/** NOT_GIVEN: pressed in Outlook, which asks for none. */
export type DeclineReason = (typeof DECLINE_REASONS)[number] | 'NOT_GIVEN';

/** How long a meeting can be. */
export const MEETING_MINUTES = ['30', '45', '60', '90'] as const;

export const MOVE_REASONS = ['FAMILY', 'PARTY', 'PREMISES', 'INTERPRETER', 'SAFETY', 'CONSENT', 'CHILD_ILL'] as const;
export type MoveReason = (typeof MOVE_REASONS)[number];
export const MOVE_ASKED_BY = ['FAMILY', 'PARTY', 'US'] as const;
export type MoveAskedBy = (typeof MOVE_ASKED_BY)[number];

export const ATTENDANCE = ['IN_ROOM', 'REMOTE', 'STAND_IN', 'SENT_WORD', 'ABSENT'] as const;
export type Attendance = (typeof ATTENDANCE)[number];

export const LATE_REASONS = [
  'WAITING_CONSENT',
  'FAMILY_WISH',
  'HOLIDAY',
  'PARTY_CANNOT',
  'ILLNESS',
  'CHILD_ILL',
  'OFFERED_NOT_REACHED',
  'OTHER',
] as const;
export type LateReason = (typeof LATE_REASONS)[number];

export const GOAL_MISSING = ['CHILD_DECLINED', 'CHILD_TOO_YOUNG_TO_SAY', 'CHILD_NOT_THERE'] as const;
export type GoalMissing = (typeof GOAL_MISSING)[number];

export const CASE_STATUSES = ['PREPARING', 'INVITED', 'MEETING', 'PLAN_ACTIVE', 'STOPPED', 'CLOSED'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];
/** Neither stopped nor closed. */
const IS_GOING_ON: Record<CaseStatus, boolean> = {
  PREPARING: true,
  INVITED: true,
  MEETING: true,
  PLAN_ACTIVE: true,
  STOPPED: false,
  CLOSED: false,
};
export const GOES_ON = CASE_STATUSES.filter((status) => IS_GOING_ON[status]);

/** NOT_HELD: its time came and it did not happen. */
export const MEETING_STATUSES = [
  'DRAFT',
  'SENDING',
  'NOT_SENT',
  'FAILED',
  'SENT',
  'HELD',
  'NOT_HELD',
  'CANCELLED',
] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

/** Where people meet: in a room, there and from afar, or all from afar. */
export const MEETING_HOWS = ['IN_ROOM', 'HYBRID', 'ONLINE'] as const;
export type MeetingHow = (typeof MEETING_HOWS)[number];

/** Why a meeting did not happen. Never who. */
export const NOT_HELD_REASONS = ['FAMILY', 'PARTY', 'CONVENER', 'INTERPRETER', 'PLACE', 'OTHER'] as const;
export type NotHeldReason = (typeof NOT_HELD_REASONS)[number];

/** Who is handed a plan. */
export const RECIPIENTS = [...GUARDIANS, 'CHILD', 'UNIT'] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** At home nobody has it in Teams. */
export const HANDED_ON_PAPER = ['PAPER', 'SECURE_POST'] as const;
export type HandedOnPaper = (typeof HANDED_ON_PAPER)[number];
export const HANDED_HOWS = ['TEAMS', ...HANDED_ON_PAPER] as const;
export type HandedHow = (typeof HANDED_HOWS)[number];

/** How it went when the child was told what was decided. */
export const CHILD_UNDERSTOOD = ['SEEMED_TO', 'AGAIN', 'NOT_POSSIBLE'] as const;
export type ChildUnderstood = (typeof CHILD_UNDERSTOOD)[number];

export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What stands in a chat or channel: cards, lists, and lines of one sentence. */
export const POSTING_KINDS = ['CASE', 'MEASURE', 'HELP', 'CASES', 'LINE', 'PROPOSE'] as const;
export type PostingKind = (typeof POSTING_KINDS)[number];
