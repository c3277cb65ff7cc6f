import type { Temporal } from 'temporal-polyfill';
import type {
  AgeBand,
  CaseStatus,
  ChildAble,
  ChildNoAnswer,
  ChildNoReason,
  CloseReason,
  Decides,
  DecidingRole,
  DifferReason,
  Guardian,
  GuardianOne,
  GuardianTwo,
  Hindrance,
  Initiative,
  Language,
  MemberRole,
  PlacedConsentBy,
  Placement,
  RequestRefusal,
  RestReason,
  Safety,
  SecondRole,
  VoiceKeeper,
  YesNoUnknown,
} from '../codes.ts';
import type { With } from './with.ts';

export type CaseRow = {
  id: string;
  code: string;
  tenantId: string;
  status: CaseStatus;
  convenerId: string;
  unitId: string;
  language: Language;
  ageBand: AgeBand | null;
  guardianOne: GuardianOne | null;
  guardianTwo: GuardianTwo | null;
  existingSip: YesNoUnknown | null;
  /** The child needs measures from both social services and health care (SoL 10:8, HSL 16:4). */
  needsBoth: YesNoUnknown | null;
  /** Who took the initiative, and when the family asked: for the figures only. */
  initiative: Initiative | null;
  familyAskedOn: Temporal.PlainDate | null;
  needNoticedOn: Temporal.PlainDate | null;
  safety: Safety | null;
  placement: Placement | null;
  placedConsentBy: PlacedConsentBy | null;
  placedConfirmedOn: Temporal.PlainDate | null;
  /** First day of the month of the 18th birthday; asked for at 15–17 only. */
  turns18On: Temporal.PlainDate | null;
  /** From 18: whether the young person can decide alone. */
  decides: Decides | null;
  /**
   * A guardian who cannot be reached and is not waited for, as a manager has checked: all of it or none. Of decisions
   * from before, the hindrance and that it was checked are null.
   */
  excusedGuardian: Guardian | null;
  excusedHindrance: Hindrance | null;
  excusedChecked: boolean | null;
  excusedRole: DecidingRole | null;
  excusedOn: Temporal.PlainDate | null;
  excusedRef: string | null;
  /**
   * Whether the child can decide with whom it is shared; null: nobody has judged it. By whom (the register's role, and
   * another one's), when and at which age. Never why.
   */
  childAble: ChildAble | null;
  childAbleRole: string | null;
  childAbleSecond: SecondRole | null;
  childAbleAt: Temporal.Instant | null;
  childAbleBand: AgeBand | null;
  /** What is done about the no of a child who is not able; TOLD: by whom and when, and another role. */
  childNoAnswer: ChildNoAnswer | null;
  childNoRole: VoiceKeeper | null;
  childNoOn: Temporal.PlainDate | null;
  childNoSecond: SecondRole | null;
  /** History: nothing writes it any more. */
  childNoReason: ChildNoReason | null;
  /** Why the case goes on although the talks differ. */
  differReason: DifferReason | null;
  /** Why it rests; null where it was stopped before that was kept. Never who. */
  restReason: RestReason | null;
  /** The young person's own form from before 18 was asked about, and stands. */
  ownFormAskedOn: Temporal.PlainDate | null;
  /** The family came back after a stop: the clocks start anew; the day of need stays, with the old run. */
  resumedOn: Temporal.PlainDate | null;
  /** The case was on paper only and is not any more, by a manager's decision. */
  liftedRole: DecidingRole | null;
  liftedOn: Temporal.PlainDate | null;
  liftedRef: string | null;
  /** The case of a brother or sister, with its own code; the meetings are put next to each other. */
  siblingId: string | null;
  siblingCode: string | null;
  /** A closed case that this one follows: it is never opened again. */
  previousCode: string | null;
  closedOn: Temporal.PlainDate | null;
  closeReason: CloseReason | null;
  /** Why the family's own request was refused. */
  requestRefusal: RequestRefusal | null;
  familyInformed: boolean | null;
  createdAt: Temporal.Instant;
  revision: number;
};

export const newCaseRow = (
  row: With<CaseRow, 'id' | 'code' | 'tenantId' | 'convenerId' | 'unitId' | 'language' | 'createdAt'>,
): CaseRow => ({
  status: 'PREPARING',
  ageBand: null,
  guardianOne: null,
  guardianTwo: null,
  existingSip: null,
  needsBoth: null,
  initiative: null,
  familyAskedOn: null,
  needNoticedOn: null,
  safety: null,
  placement: null,
  placedConsentBy: null,
  placedConfirmedOn: null,
  turns18On: null,
  decides: null,
  excusedGuardian: null,
  excusedHindrance: null,
  excusedChecked: null,
  excusedRole: null,
  excusedOn: null,
  excusedRef: null,
  childAble: null,
  childAbleRole: null,
  childAbleSecond: null,
  childAbleAt: null,
  childAbleBand: null,
  childNoAnswer: null,
  childNoRole: null,
  childNoOn: null,
  childNoSecond: null,
  childNoReason: null,
  differReason: null,
  restReason: null,
  ownFormAskedOn: null,
  resumedOn: null,
  liftedRole: null,
  liftedOn: null,
  liftedRef: null,
  siblingId: null,
  siblingCode: null,
  previousCode: null,
  closedOn: null,
  closeReason: null,
  requestRefusal: null,
  familyInformed: null,
  revision: 0,
  ...row,
});

/** Who works in a case beside its convener. */
export type Member = {
  id: string;
  caseId: string;
  personId: string;
  role: MemberRole;
  addedAt: Temporal.Instant;
  removedAt: Temporal.Instant | null;
};
