import type { CaseFile, CaseTables } from '../domain/rows/case-file.ts';
import { Prisma } from './generated/client.ts';
import type { Table } from './statements.ts';

/** The tables of a case: their models, their columns, and where they stand in a CaseFile. */
export const TABLES = {
  case: { model: 'Case', columns: Prisma.CaseScalarFieldEnum, list: 'case' },
  talk: { model: 'Talk', columns: Prisma.TalkScalarFieldEnum, list: 'talks' },
  consent: { model: 'Consent', columns: Prisma.ConsentScalarFieldEnum, list: 'consents' },
  withdrawal: { model: 'Withdrawal', columns: Prisma.WithdrawalScalarFieldEnum, list: 'withdrawals' },
  meeting: { model: 'Meeting', columns: Prisma.MeetingScalarFieldEnum, list: 'meetings' },
  participant: { model: 'Participant', columns: Prisma.ParticipantScalarFieldEnum, list: 'participants' },
  meetingMove: { model: 'MeetingMove', columns: Prisma.MeetingMoveScalarFieldEnum, list: 'moves' },
  plan: { model: 'Plan', columns: Prisma.PlanScalarFieldEnum, list: 'plans' },
  goal: { model: 'Goal', columns: Prisma.GoalScalarFieldEnum, list: 'goals' },
  measure: { model: 'Measure', columns: Prisma.MeasureScalarFieldEnum, list: 'measures' },
  member: { model: 'Member', columns: Prisma.MemberScalarFieldEnum, list: 'members' },
  printLink: { model: 'PrintLink', columns: Prisma.PrintLinkScalarFieldEnum, list: 'printLinks' },
  deviation: { model: 'Deviation', columns: Prisma.DeviationScalarFieldEnum, list: 'deviations' },
  posting: { model: 'Posting', columns: Prisma.PostingScalarFieldEnum, list: 'postings' },
} as const satisfies Record<keyof CaseTables, Table & { list: keyof CaseFile }>;
