import { print } from '../../cards/print/print.ts';
import { say } from '../../cards/texts/say.ts';
import { currentMeeting } from '../../domain/current.ts';
import { isFromAfar } from '../../domain/from-afar.ts';
import { isPaperOnly } from '../../domain/gates.ts';
import { askedIn, offersByGroup } from '../../domain/papers.ts';
import { printedFrom } from '../../domain/print-from.ts';
import { openLinkOf } from '../../domain/print-links.ts';
import { caseOf, definePage } from '../act.ts';

/** What can be printed now, and the link to what was chosen. Never in a message that stands: only in an answer. */
export const printPage = definePage(print, (view) => {
  const file = caseOf(view);
  const { language, today, viewer, publicUrl, now } = view;
  const meeting = currentMeeting(file);
  const at = printedFrom(view.posting.page);
  const linkComes =
    file.case.status === 'PREPARING' && isFromAfar(meeting) && !meeting?.placeOral && !isPaperOnly(file);
  const link = openLinkOf(file, viewer?.id, now);
  return {
    data: {
      back: at ? (`${at.from}.open` as const) : ('guide.open' as const),
      title: say(language, 'print.title', { code: file.case.code }),
      next: say(language, link ? 'print.nextOpen' : 'print.next'),
      made: link ? say(language, 'print.made', { document: say(language, `document.${link.document}`) }) : null,
      later: linkComes ? say(language, 'print.linkLater') : null,
      url: link ? `${publicUrl}/print/${link.id}/${link.token}` : '',
      papers: offersByGroup(file, today).flatMap(({ group, names }) =>
        names
          .filter((name) => !at || name === at.paper)
          .map((name, n) => ({
            heading: n === 0 ? say(language, `paperGroup.${group}`) : null,
            label: say(language, `document.${name}`),
            verb: `print.${name}` as const,
          })),
      ),
    },
    // The language that was chosen stays chosen.
    values: { language: askedIn(link?.about ?? null).language },
  };
});
