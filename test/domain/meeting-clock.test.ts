import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { meetingClock } from '../../domain/meeting-clock.ts';
import type { Meeting } from '../../domain/rows/meeting.ts';
import { caseFile, caseRow, meetingRow } from '../support/case-rows.ts';

const at = (clock: string) => Temporal.Instant.from(`2027-03-01T${clock}:00+01:00`);
const row = caseRow();

function clockAt(now: string, over: Partial<Meeting> = {}) {
  const meeting = meetingRow(row.id, { startAt: at('13:00'), endAt: at('14:00'), childTo: '13:20', ...over });
  const { endsAt, childLeavesAt, isTimeFor } = meetingClock(caseFile(row, { meetings: [meeting] }), meeting, at(now));
  return { ends: endsAt?.equals(at('14:00')), leaves: childLeavesAt?.equals(at('13:20')) ?? false, isTimeFor };
}

describe('the clock of a meeting', () => {
  test('a sign comes three minutes before the child leaves and before the end, and stays', () => {
    expect(clockAt('13:16')).toEqual({ ends: true, leaves: true, isTimeFor: null });
    expect(clockAt('13:17').isTimeFor).toBe('CHILD');
    expect(clockAt('13:40').isTimeFor).toBe('CHILD');
    expect(clockAt('13:57').isTimeFor).toBe('END');
    expect(clockAt('14:30').isTimeFor).toBe('END');
  });

  test('a child that stays, or is not there, does not leave', () => {
    for (const childAttendance of ['WHOLE', 'LETTER', 'DRAWING', 'REPRESENTATIVE', 'NONE'] as const)
      expect(clockAt('13:40', { childAttendance })).toEqual({ ends: true, leaves: false, isTimeFor: null });
    expect(clockAt('13:40', { childAttendance: 'PART' }).isTimeFor).toBe('CHILD');
    expect(clockAt('13:40', { childTo: null }).isTimeFor).toBe(null);
    expect(clockAt('13:40', { childTo: '14:00' }).isTimeFor).toBe(null);
  });
});
