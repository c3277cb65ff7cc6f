import { deviation } from '../../cards/deviation/deviation.ts';
import { sayDay } from '../../cards/texts/dates.ts';
import { sayUnit } from '../../cards/texts/labels.ts';
import { say } from '../../cards/texts/say.ts';
import { CONSEQUENCES } from '../../domain/codes.ts';
import { openLinkOf } from '../../domain/print-links.ts';
import { caseOf, definePage } from '../act.ts';
import { deviationAt } from './deviation-at.ts';

/** What happened in fixed words, never in somebody's own. The link to the paper stands in the answer only. */
export const deviationPage = definePage(deviation, (view) => {
  const file = caseOf(view);
  const { language, register, publicUrl } = view;
  const one = deviationAt(view);
  const link = openLinkOf(file, view.viewer?.id, view.now);
  const [key, consequence = ''] = link?.about?.split('|') ?? [];
  const isOpen = link !== undefined && one !== null && `deviation:${key}` === view.posting.page;
  const on = one ? sayDay(language, one.on) : '';
  return {
    data: {
      title: say(language, 'dev.title', { code: file.case.code }),
      next: say(language, one ? `dev.${one.code}` : 'dev.gone'),
      about: one ? `${sayUnit(register, one.unitId)} · ${on}` : '',
      what: one ? say(language, `devWhat.${one.code}`, { on }) : say(language, 'dev.goneWhy'),
      incident: one?.code === 'SECRECY_BREACH' ? say(language, 'dev.incident') : null,
      consequences: CONSEQUENCES.map((value) => ({ title: say(language, `consequence.${value}`), value })),
      isThere: one !== null,
      url: isOpen ? `${publicUrl}/print/${link.id}/${link.token}` : '',
    },
    values: { consequence: isOpen ? consequence : '' },
  };
});
