import type { Content } from 'pdfmake/interfaces.js';
import { aboutWhat, howLong, scopeQuestions } from './consent-form.ts';
import { dense, field, fields, lead, plain, tight, title, together } from './layout.ts';
import { BLANK, brisLine, callerInText } from './numbers.ts';
import type { Paper } from './paper.ts';
import { fill, type Texts, textsFor } from './texts/texts.ts';

/** What a child may not know by its name says what it is too. */
function unitsFor({ units }: Paper, { childConsent: child }: Texts): string[] {
  const plainly: Partial<Record<string, string>> = {
    SOCIAL_SERVICES: child['kind.SOCIAL_SERVICES'],
    LSS: child['kind.LSS'],
  };
  return units.map(({ name, kind }) => fill(plainly[kind] ?? '{unit}', { unit: name }));
}

/**
 * The form of a child that signs too: of its own kind, that no guardian reads on the way to their own line. It asks the
 * same, so that it counts as much: parties, topics, what they may do, and how long. What a no leads to is said as it is
 * for this child: where it is heard and others decide, none of what a signer's no does.
 */
export function childConsent(paper: Paper): Content[] {
  const texts = textsFor(paper);
  const { childConsent: child, consentForm: form, common } = texts;
  const { unsigned, topicsHint, ifNo, back } = child[paper.formCounts];
  const signs = paper.formCounts === 'SIGNS';
  return [
    title(child.title),
    lead(child.lead),
    dense([...child.lines, unsigned]),
    together(
      tight(child.knowTitle),
      dense([
        ...child.know.map((line) => fill(line, { back, whom: callerInText(paper) ?? BLANK })),
        common.childExceptions,
        ...brisLine(paper),
      ]),
    ),
    ...aboutWhat(texts, {
      parties: child.partiesTitle,
      hint: form.partiesHint,
      units: unitsFor(paper, texts),
      other: child.other,
      topics: child.topicsTitle,
      topicsHint,
    }),
    // On the page that is signed.
    together(
      scopeQuestions(
        texts,
        (scope) => (signs ? (scope === 'MEETING' ? ifNo : form[`ifNot.${scope}`]) : null),
        ...(signs ? [] : [plain(ifNo)]),
      ),
      howLong(paper, texts),
      fields(common.signature, common.date),
      field(child.print),
      field(child.kept),
      plain(child.keep),
    ),
  ];
}
