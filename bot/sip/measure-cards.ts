/** The measures of a plan that is locked, as cards in the channel of the unit that called. */

import type { TextKey } from '../../cards/texts/say.ts';
import { hasScope } from '../../domain/consent.ts';
import { measuresOf } from '../../domain/current.ts';
import { channelOfUnit } from '../../domain/in-register.ts';
import { isOngoing, isPromised } from '../../domain/measures.ts';
import { newPosting, wantAgain } from '../../domain/posting.ts';
import type { CaseFile, Change } from '../../domain/rows/case-file.ts';
import type { Measure, Plan } from '../../domain/rows/plan.ts';
import type { ChannelRow } from '../../domain/rows/register.ts';
import type { Context } from '../act.ts';

/** What stands in the channel goes on with the same measure in this version. */
const movedCards = ({ postings }: CaseFile, measures: readonly Measure[]): Change[] =>
  measures.flatMap(({ id, previousId }) =>
    postings
      .filter(({ kind, measureId }) => kind === 'MEASURE' && previousId !== null && measureId === previousId)
      .map((posting) => wantAgain(posting, { measureId: id })),
  );

/**
 * Neutral cards in the convening unit's channel for what is new; what the family or somebody outside does is nobody's
 * in a channel. That they are sent follows from their rows (`domain/what-follows.ts`).
 */
function newCards(
  { register, newId, now }: Context,
  file: CaseFile,
  measures: readonly Measure[],
  channel: ChannelRow,
): Change[] {
  const stands = (measure: Measure) =>
    file.postings.some(({ measureId }) => measureId !== null && measureId === measure.previousId);
  return measures
    .filter((measure) => isOngoing(measure) && isPromised(measure) && !stands(measure))
    .map((measure) =>
      newPosting(newId(), {
        kind: 'MEASURE',
        page: 'measure',
        caseId: file.case.id,
        measureId: measure.id,
        tenantId: channel.tenantId,
        language: register.settings.defaultLanguage,
        conversationId: channel.conversationId,
        serviceUrl: channel.serviceUrl,
        createdAt: now,
      }),
    );
}

/** New ones only where the consent covers the time between the meetings; `notice` says where they stand. */
export function measureCards(context: Context, file: CaseFile, plan: Plan): { cards: Change[]; notice: TextKey } {
  const measures = measuresOf(file, plan);
  const channel = channelOfUnit(context.register, file.case.unitId);
  const moved = movedCards(file, measures);
  if (!hasScope(file, 'BETWEEN_MEETINGS', context.today)) return { cards: moved, notice: 'sip.lockedQuiet' };
  if (!channel) return { cards: moved, notice: 'sip.lockedNoChannel' };
  return { cards: [...moved, ...newCards(context, file, measures, channel)], notice: 'sip.locked' };
}
