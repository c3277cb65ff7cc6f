import { expect, test } from 'vitest';
import { deadTransactions, transactionOf } from '../../domain/transactions.ts';
import { meetingRow } from '../support/case-rows.ts';

test('of a cancelled meeting every call is dead; of another the ones before; never the present one', () => {
  const transactionId = 'the last call';
  const cancelled = meetingRow('c', { status: 'CANCELLED', call: 2, transactionId });
  const again = meetingRow('c', { status: 'DRAFT', call: 2, transactionId });
  const sent = meetingRow('c', { status: 'SENT', call: 1, transactionId });
  const never = meetingRow('c', { status: 'CANCELLED' });
  expect(deadTransactions({ meetings: [cancelled, again, sent, never] })).toEqual([
    `${cancelled.id}-1`,
    `${cancelled.id}-2`,
    `${again.id}-1`,
  ]);
  expect(deadTransactions({ meetings: [again] })).not.toContain(transactionOf(again));
});
