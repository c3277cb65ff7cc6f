import { print } from '../../cards/print.ts';
import { say } from '../../cards/texts/say.ts';
import { caseOf, definePage } from '../act.ts';
import { offersOf } from './offers.ts';

/** What can be printed now, and the link to what was chosen. Never in a message that stands: only in an answer. */
export const printPage = definePage(print, (view) => {
  const file = caseOf(view);
  const { language, today, viewer, publicUrl, now } = view;
  const link = file.printLinks.find(({ personId, usedAt }) => personId === viewer?.id && usedAt === null);
  const isOpen = link !== undefined && link.expiresAt.epochMilliseconds > now.epochMilliseconds;
  return {
    data: {
      title: say(language, 'print.title', { code: file.case.code }),
      next: say(language, isOpen ? 'print.nextOpen' : 'print.next'),
      made: isOpen ? say(language, 'print.made', { document: say(language, `document.${link.document}`) }) : null,
      url: isOpen ? `${publicUrl}/print/${link.id}/${link.token}` : '',
      rows: offersOf(file, today).map((name) => ({ label: say(language, `document.${name}`), verb: `print.${name}` })),
    },
  };
});
