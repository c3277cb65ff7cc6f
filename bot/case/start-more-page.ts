import { startMore } from '../../cards/case/start-more.ts';
import { sayMonth } from '../../cards/texts/dates.ts';
import { say } from '../../cards/texts/say.ts';
import { monthsTo18 } from '../../domain/coming-of-age.ts';
import { isYouth } from '../../domain/consent.ts';
import { isFamilys } from '../../domain/initiative.ts';
import { caseOf, definePage } from '../act.ts';

export const startMorePage = definePage(startMore, (view) => {
  const { case: row } = caseOf(view);
  const { language, today } = view;
  const youth = isYouth(row, today);
  const months = row.ageBand === 'A15_17' && !youth ? monthsTo18(today) : [];
  return {
    data: {
      title: say(language, 'startMore.title', { code: row.code }),
      next: say(language, 'startMore.next'),
      askPlacement: !youth,
      askBoard: row.placement === 'LVU',
      askDecides: youth,
      askAskedOn: isFamilys(row.initiative),
      months: months.map((day) => ({ title: sayMonth(language, day), value: day.toString() })),
      hint: youth ? say(language, 'age.21') : months.length > 0 ? say(language, 'startMore.month') : null,
    },
    values: {
      needNoticedOn: row.needNoticedOn?.toString() ?? '',
      needsBoth: row.needsBoth ?? '',
      existingSip: row.existingSip ?? '',
      placement: row.placement ?? '',
      placedConsentBy: row.placedConsentBy ?? '',
      placedConfirmedOn: row.placedConfirmedOn?.toString() ?? '',
      decides: row.decides ?? '',
      initiative: row.initiative ?? '',
      familyAskedOn: row.familyAskedOn?.toString() ?? '',
      turns18: row.turns18On?.toString() ?? '',
    },
  };
});
