/** Free times in words: of calendars that cannot be seen nothing is claimed. */
import { Temporal } from 'temporal-polyfill';
import type { Proposal } from '../../domain/rows/meeting.ts';
import type { Register } from '../../domain/rows/register.ts';
import { sayMeetingTimeShort } from './dates.ts';
import { sayUnitKind } from './labels.ts';
import { say, type Voice } from './say.ts';

/** "Elevhälsa, BUP": whose calendars are taken then. */
export const sayBusy = (language: Voice, register: Register, { busyUnits }: Pick<Proposal, 'busyUnits'>): string =>
  [...new Set(busyUnits.map((unit) => sayUnitKind(language, register, unit)))].join(', ');

/** "tis 3 mars 13.00–14.00 · 3 av 3 i kommunen kan · 2 svarar själva": never "alla kan". */
export function sayProposal(language: Voice, register: Register, proposal: Proposal): string {
  const [startAt, endAt] = [proposal.startAt, proposal.endAt].map((at) => Temporal.Instant.from(at)) as [
    Temporal.Instant,
    Temporal.Instant,
  ];
  return say(language, 'time.slot', {
    time: sayMeetingTimeShort(language, startAt, endAt),
    free: proposal.free,
    seen: proposal.seen,
    busy: sayBusy(language, register, proposal) || 'none',
    unseen: proposal.unseen,
  });
}
