/** Every page of a case as somebody sees it, in each part of the process: for what must hold on all of them. */
import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuid } from 'uuid';
import type { View } from '../../bot/act.ts';
import { pages } from '../../bot/pages.ts';
import { buildCard } from '../../cards/frame.ts';
import { type Voice, voiceOf } from '../../cards/texts/say.ts';
import {
  CASE_STATUSES,
  type CaseStatus,
  type Language,
  MEETING_STATUSES,
  type PostingKind,
  type Signer,
} from '../../domain/codes.ts';
import { isYouth } from '../../domain/consent.ts';
import type { PageName } from '../../domain/names.ts';
import type { Card } from '../../domain/ports.ts';
import { newPosting } from '../../domain/posting.ts';
import type { CaseRow } from '../../domain/rows/case.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import { newGoal, newMeasure, newNeed, newOpenPoint, newPlan } from '../../domain/rows/plan.ts';
import { newPlanRecipient } from '../../domain/rows/plan-recipient.ts';
import type { Posting } from '../../domain/rows/posting.ts';
import type { Register, Settings } from '../../domain/rows/register.ts';
import { parseRegister } from '../../prisma/register-file.ts';
import { SettingsSchema } from '../../prisma/settings.ts';
import { textsOf } from '../cards/walk-card.ts';
import { caseFile, caseRow, consentRow, meetingRow, participantRow, talkRow } from './case-rows.ts';

export const NOW = Temporal.Instant.from('2027-03-01T09:00:00Z');
const TODAY = Temporal.PlainDate.from('2027-03-01');

export function registerWith(settings: Partial<Settings> = {}): Register {
  const parsed = parseRegister(readFileSync('sandbox/register.json', 'utf8'));
  if ('faults' in parsed) throw new Error(parsed.faults[0]);
  return { ...parsed.register, settings: { ...SettingsSchema.parse({}), ...settings } };
}

const CONVENER = 'aaaaaaaa-0000-4000-8000-000000000001';
/** Lena, at BUP: she has a copy of the plan. */
const RECIPIENT = 'bbbbbbbb-0000-4000-8000-000000000008';
const UNITS = ['elevhalsan', 'individ-och-familj', 'bup-dalsland'];

/** A case with something in every table. */
export function fullFile(row: Partial<CaseRow>, signers: Signer[]): CaseFile {
  const own = caseRow({
    convenerId: CONVENER,
    unitId: 'elevhalsan',
    siblingCode: 'P4T-9WD',
    siblingId: uuid(),
    ...row,
  });
  const meeting = meetingRow(own.id, {
    startAt: Temporal.Instant.from('2027-04-20T11:00:00Z'),
    endAt: Temporal.Instant.from('2027-04-20T12:00:00Z'),
    placeId: 'stadshuset-dalbo',
    familyAgreed: false,
    proposalsState: 'FOUND',
    proposals: [],
  });
  const plan = newPlan({
    id: uuid(),
    caseId: own.id,
    meetingId: meeting.id,
    version: 1,
    childGoalMissing: 'CHILD_DECLINED',
    principal: 'REGION',
    ownerUnitId: 'elevhalsan',
    childTellerRole: 'CONVENER',
    childTellByOn: TODAY.add({ days: 51 }),
    childPage: 'Du får en lugn plats.',
    followUpOn: TODAY.add({ days: 90 }),
  });
  const ofPlan = { planId: plan.id, ordinal: 1 };
  const need = newNeed({ id: uuid(), ...ofPlan, text: 'Orka mer.' });
  return caseFile(own, {
    talks: [talkRow(own.id, { with: 'CHILD', participation: 'PART' })],
    consents: signers.map((givenBy) =>
      consentRow(own.id, { givenBy, parties: UNITS, scopes: ['MEETING', 'PREPARE', 'PLAN_COPY', 'BETWEEN_MEETINGS'] }),
    ),
    meetings: [meeting],
    participants: ['individ-och-familj', 'bup-dalsland'].map((unitId) =>
      participantRow(meeting.id, { unitId, mail: `${unitId}@mottagning.example` }),
    ),
    plans: [plan],
    planRecipients: [
      newPlanRecipient({
        id: uuid(),
        caseId: own.id,
        planId: plan.id,
        to: 'UNIT',
        unitId: 'bup-dalsland',
        personId: RECIPIENT,
        how: 'TEAMS',
        whole: true,
        givenOn: TODAY,
      }),
    ],
    needs: [need],
    openPoints: [newOpenPoint({ id: uuid(), ...ofPlan, text: 'Skjutsen.', unitId: 'elevhalsan' })],
    goals: [newGoal({ id: uuid(), ...ofPlan, text: 'Sova.', needId: need.id })],
    measures: [
      newMeasure({
        id: uuid(),
        ...ofPlan,
        what: 'Prata.',
        unitId: 'elevhalsan',
        personId: CONVENER,
        dueOn: TODAY.add({ days: 60 }),
      }),
    ],
  });
}

/**
 * The same case wherever the process can be: each status of it, each of its meeting, with nothing filled in and with
 * everything.
 */
export function statesOf(full: CaseFile): CaseFile[] {
  const at = (status: CaseStatus, more: Partial<CaseFile> = {}): CaseFile => ({
    ...full,
    ...more,
    case: { ...full.case, ...more.case, status },
  });
  const [meeting] = full.meetings;
  const [plan] = full.plans;
  if (!meeting || !plan) throw new Error('a full file has a meeting and a plan');
  const called = { ...meeting, familyAgreed: true, sentAt: NOW };
  return [
    caseFile(full.case),
    {
      ...full,
      case: { ...full.case, siblingCode: null, siblingId: null, needNoticedOn: null, ageBand: full.case.ageBand },
    },
    ...CASE_STATUSES.map((status) => at(status)),
    ...CASE_STATUSES.map((status) => at(status, { consents: [] })),
    ...MEETING_STATUSES.map((status) => at('INVITED', { meetings: [{ ...called, status }] })),
    at('PREPARING', { case: { ...full.case, safety: 'RESTRICTED' } }),
    at('MEETING', { meetings: [{ ...called, status: 'SENT' }], plans: [] }),
    at('PLAN_ACTIVE', {
      plans: [{ ...plan, childGoal: 'Sova.', lockedAt: NOW }],
      meetings: [{ ...called, status: 'HELD' }],
    }),
  ];
}

export const PAGE_NAMES = Object.keys(pages) as PageName[];

const KIND_OF_PAGE: Partial<Record<PageName, PostingKind>> = {
  measure: 'MEASURE',
  'measure-open': 'MEASURE',
  delivered: 'PLAN',
  'delivered-open': 'PLAN',
  'own-text': 'PLAN',
  'let-in': 'PLAN',
  cases: 'CASES',
};

export function viewOf(page: PageName, file: CaseFile, language: Language, register: Register): View {
  const kind = KIND_OF_PAGE[page] ?? 'CASE';
  const personId = kind === 'PLAN' ? RECIPIENT : CONVENER;
  const wanted = {
    kind,
    page,
    caseId: file.case.id,
    personId,
    measureId: file.measures[0]?.id ?? null,
  } as const;
  const posting = newPosting(uuid(), { ...wanted, tenantId: file.case.tenantId, language, createdAt: NOW })
    .set as Posting;
  const viewer = register.people.find(({ id }) => id === personId) ?? null;
  const own = { ...file, postings: [posting.kind === 'CASES' ? { ...posting, kind: 'CASE' as const } : posting] };
  const voice: Voice = voiceOf(language, isYouth(file.case, TODAY));
  return {
    posting,
    file: own,
    listed: { files: [own], total: 1 },
    viewer,
    register,
    language: voice,
    now: NOW,
    today: TODAY,
    typed: [],
    publicUrl: 'http://127.0.0.1',
  };
}

export function cardOf(page: PageName, view: View, notice?: string): Card {
  const { card, show } = pages[page];
  const { data, values } = show(view);
  return buildCard(card, data, {
    language: view.language,
    page,
    posting: 'p',
    turn: 't',
    notice,
    ...(values ? { values } : {}),
  });
}

const READ = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'tooltip', 'altText', 'speak', 'fallbackText'];

/** Every word that somebody can read or hear on a card. */
export const wordsOf = (card: Card): string[] =>
  textsOf(card).flatMap(({ field, text }) => (READ.includes(field) ? [text] : []));
