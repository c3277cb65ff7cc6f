/** Cards that stand in a chat or channel: how they come to be, and how they are shown anew. */
import { isPaperOnly } from './gates.ts';
import { MEETING_PAGES } from './meeting-pages.ts';
import { nameIn, type PageRef } from './names.ts';
import type { CaseFile, Change } from './rows/case-file.ts';
import type { Posting } from './rows/posting.ts';

type Wanted = Pick<Posting, 'kind' | 'page' | 'tenantId' | 'language' | 'createdAt'> & Partial<Posting>;

/** The last part of a UUIDv7 is random: a turn that nobody can guess and that never comes back. */
export const turnOf = (id: string): string => id.slice(-12);

export const newPosting = (id: string, wanted: Wanted): Change & { in: 'posting' } => ({
  in: 'posting',
  id,
  set: {
    id,
    caseId: null,
    measureId: null,
    personId: null,
    turn: turnOf(id),
    line: null,
    notice: null,
    warned: null,
    backTo: null,
    conversationId: null,
    serviceUrl: null,
    activityId: null,
    wanted: 1,
    sent: 0,
    sentHash: null,
    sendingId: null,
    ...wanted,
  },
});

/** The channel that a card's thread is in; of a chat the chat itself. */
export const channelOf = (conversationId: string): string => conversationId.split(';messageid=')[0] ?? conversationId;

/** Where a card stands, and what was last sent there. */
const STANDING: readonly (keyof Posting)[] = [
  'conversationId',
  'serviceUrl',
  'activityId',
  'wanted',
  'sent',
  'sentHash',
  'sendingId',
];

/**
 * Something that the card shows, or its buttons carry, is another. That it was sent, or could not be, changes nothing
 * on it: were that a reason to send it, it would be sent for ever.
 */
export const changesLook = (change: Change): change is Change & { in: 'posting' } =>
  change.in === 'posting' && (Object.keys(change.set) as (keyof Posting)[]).some((field) => !STANDING.includes(field));

/** Shows the card again: where it stands, or as a new message when `anew`. */
export const wantAgain = (posting: Posting, set: Partial<Posting> = {}): Change => ({
  in: 'posting',
  id: posting.id,
  set: { wanted: posting.wanted + 1, ...set },
});

/** The case's cards that nobody is in the middle of something on. */
export const standingCards = ({ postings }: CaseFile): Posting[] =>
  postings.filter(({ kind, page }) => kind === 'CASE' && (page === 'case' || page === 'paper'));

/** The page a case's card shows when nobody is in the middle of something; on paper only, the paper page. */
export function homePage(file: CaseFile | null): 'help' | 'guide' | 'paper' | 'case' {
  if (file === null) return 'help';
  if (file.case.status !== 'PREPARING') return 'case';
  return isPaperOnly(file) ? 'paper' : 'guide';
}

const PREPARING_PAGES: readonly PageRef[] = ['guide', 'missing', 'check', 'paper'];

/**
 * A card that stands on a page of the meeting shows nothing of it any more once it has ended, also by a withdrawal. One
 * that stands on a page of the preparation goes on with the process when somebody else sends the kallelse, and
 * back with it.
 */
export const pageNow = (page: PageRef, file: CaseFile | null): PageRef => {
  if (!file) return page;
  if (MEETING_PAGES.includes(nameIn(page)) && file.case.status !== 'MEETING') return homePage(file);
  const home = homePage(file);
  if (page === 'case' || page === 'paper') return home;
  return PREPARING_PAGES.includes(page) && home !== 'guide' ? home : page;
};

/** Says, in the message where a card stood, that it stands further down now. */
export const lineWhereItStood = (
  id: string,
  card: Posting,
  code: string,
  createdAt: Posting['createdAt'],
): Change & { in: 'posting' } =>
  newPosting(id, {
    kind: 'LINE',
    page: 'line',
    line: { key: 'line.movedDown', values: { code } },
    tenantId: card.tenantId,
    language: card.language,
    conversationId: card.conversationId,
    serviceUrl: card.serviceUrl,
    activityId: card.activityId,
    createdAt,
  });

/**
 * The card comes as a new message at the bottom of its chat, so that Teams tells; where it stood a line says so, but
 * where somebody may be typing on it.
 */
export const bringDown = (
  card: Posting,
  code: string,
  { newId, now, isTypedOn = false }: { newId: () => string; now: Posting['createdAt']; isTypedOn?: boolean },
  set: Partial<Posting> = {},
): Change[] => [
  ...(card.activityId && !isTypedOn ? [lineWhereItStood(newId(), card, code, now)] : []),
  wantAgain(card, { activityId: null, sentHash: null, notice: null, ...set }),
];

/** The card becomes one neutral line: what it is about is not its person's any more. */
export const asLine = (card: Posting, key: string, code: string): Change =>
  wantAgain(card, { kind: 'LINE', page: 'line', notice: null, line: { key, values: { code } } });

/** Cards of a case that stand in somebody's own chat. */
export const isInOwnChat = ({ kind }: Pick<Posting, 'kind'>): boolean => kind === 'CASE' || kind === 'PLAN';
