/** The tables of a case as the database has them, and how they are read. */
import type { CaseTables } from '../domain/rows/case-file.ts';
import { Prisma } from './generated/client.ts';
import type { Table } from './statements.ts';

/**
 * `through`: the row belongs to a meeting or a plan of the case. Rows come in the order of `orderBy`, else of their
 * ids.
 */
export type CaseTable = Table & { through?: 'Meeting' | 'Plan'; orderBy?: readonly string[]; only?: string };

export const TABLES = {
  case: { model: 'Case', columns: Prisma.CaseScalarFieldEnum },
  talk: { model: 'Talk', columns: Prisma.TalkScalarFieldEnum },
  consent: { model: 'Consent', columns: Prisma.ConsentScalarFieldEnum },
  withdrawal: { model: 'Withdrawal', columns: Prisma.WithdrawalScalarFieldEnum },
  meeting: { model: 'Meeting', columns: Prisma.MeetingScalarFieldEnum },
  participant: { model: 'Participant', columns: Prisma.ParticipantScalarFieldEnum, through: 'Meeting' },
  attendee: { model: 'Attendee', columns: Prisma.AttendeeScalarFieldEnum, through: 'Meeting', orderBy: ['who', 'n'] },
  meetingMove: { model: 'MeetingMove', columns: Prisma.MeetingMoveScalarFieldEnum },
  plan: { model: 'Plan', columns: Prisma.PlanScalarFieldEnum, orderBy: ['version'] },
  need: { model: 'Need', columns: Prisma.NeedScalarFieldEnum, through: 'Plan', orderBy: ['ordinal'] },
  goal: { model: 'Goal', columns: Prisma.GoalScalarFieldEnum, through: 'Plan', orderBy: ['ordinal'] },
  measure: { model: 'Measure', columns: Prisma.MeasureScalarFieldEnum, through: 'Plan', orderBy: ['ordinal'] },
  openPoint: { model: 'OpenPoint', columns: Prisma.OpenPointScalarFieldEnum, through: 'Plan', orderBy: ['ordinal'] },
  measureEvent: { model: 'MeasureEvent', columns: Prisma.MeasureEventScalarFieldEnum },
  planRecipient: { model: 'PlanRecipient', columns: Prisma.PlanRecipientScalarFieldEnum },
  member: { model: 'Member', columns: Prisma.MemberScalarFieldEnum, only: 't."removedAt" IS NULL' },
  printLink: { model: 'PrintLink', columns: Prisma.PrintLinkScalarFieldEnum },
  deviation: { model: 'Deviation', columns: Prisma.DeviationScalarFieldEnum },
  posting: { model: 'Posting', columns: Prisma.PostingScalarFieldEnum, orderBy: ['createdAt', 'id'] },
} as const satisfies Matching<CaseTables>;

/** Every row type with its model; where one has a field and the other no column, or the other way, it is named. */
export type Matching<Tables> = {
  [T in keyof Tables & string]: [Odd<Tables[T], Capitalize<T>>] extends [never]
    ? CaseTable & { model: Capitalize<T> }
    : { onOneSideOnly: Odd<Tables[T], Capitalize<T>> };
};
type Odd<Row, M> = Exclude<keyof Row, FieldOf<ColumnOf<M>>> | Exclude<FieldOf<ColumnOf<M>>, keyof Row>;
type ColumnOf<M> = M extends Prisma.ModelName ? keyof Prisma.TypeMap['model'][M]['payload']['scalars'] : never;
/** The text `x` stands in `xSealed`; a keyed hash is the store's own. */
type FieldOf<Column> = Column extends `${infer Field}Sealed` ? Field : Column extends 'mailKey' ? never : Column;
