/**
 * Each kallelse of a meeting is a transaction of its own in the calendar: repeated it finds its event, and its event
 * can be told from later ones.
 */
import type { CaseFile } from './rows/case-file.ts';
import type { Meeting } from './rows/meeting.ts';

export const transactionOf = ({ id, call }: Pick<Meeting, 'id' | 'call'>): string => `${id}-${call}`;

/**
 * Those that count no more: of a cancelled meeting all, of others the calls before the present one. Never one that is
 * still to come, nor any of a meeting that nobody was called to.
 */
export const deadTransactions = ({ meetings }: Pick<CaseFile, 'meetings'>): string[] =>
  meetings.flatMap(({ id, call, status, transactionId }) => {
    const dead = transactionId === null ? 0 : status === 'CANCELLED' ? call : call - 1;
    return Array.from({ length: dead }, (_, before) => transactionOf({ id, call: before + 1 }));
  });
