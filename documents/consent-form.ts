import type { Content } from 'pdfmake/interfaces.js';
import { SCOPES, TOPICS } from '../domain/codes.ts';
import {
  beside,
  box,
  bullets,
  field,
  fields,
  lead,
  plain,
  question,
  subtle,
  tight,
  title,
  together,
} from './layout.ts';
import type { Paper } from './paper.ts';
import { fill, type Texts, textsFor } from './texts/texts.ts';

const signature = ({ common }: Texts): Content =>
  fields(common.signature, `${common.print}, ${common.date.toLowerCase()}`);

/** In two columns, read downwards. */
function boxes(labels: readonly string[]): Content {
  const half = Math.ceil(labels.length / 2);
  return beside(
    { stack: labels.slice(0, half).map((label) => box(label)) },
    { stack: labels.slice(half).map((label) => box(label)) },
  );
}

/** What a consent is about, in the order that a card that copies it has too. Nothing stands ticked (GDPR 4). */
const about = (paper: Paper, { consentForm: form }: Texts, title: { parties: string; topics: string }): Content[] => [
  together(
    tight(title.parties),
    subtle(form.partiesHint),
    ...(paper.units.length > 0 ? [boxes(paper.units)] : []),
    box(form.other),
  ),
  together(tight(title.topics), subtle(form.topicsHint), boxes(TOPICS.map((topic) => form[`topic.${topic}`]))),
];

/** Four short questions, each with what a no leads to. */
const scopes = ({ consentForm: form, common }: Texts): Content =>
  together(
    tight(form.scopesTitle),
    ...SCOPES.map((scope) => question(form[`scope.${scope}`], form[`ifNot.${scope}`], [common.yes, common.no])),
  );

const time = ({ longest }: Paper, { consentForm: form }: Texts): Content =>
  together(tight(form.validTitle), plain(form.valid), subtle(fill(form.months, { months: longest })));

/**
 * The paper that is the legal document, one for each who signs: what one guardian leaves out is not for the other to
 * read (two records, never crossed). Parties are ticked one by one, there is no "all". `signer` null: filled in by hand.
 */
export const consentForm =
  (signer: string | null) =>
  (paper: Paper): Content[] => {
    const { youth } = paper;
    const texts = textsFor(paper);
    const { common, consentForm: form } = texts;
    return [
      title(form.title),
      plain(signer ? fill(form.own, { signer }) : form.ownBlank),
      plain(form.lead),
      together(tight(form.about), fields(common.name, common.personnummer)),
      ...about(paper, texts, { parties: form.partiesTitle, topics: form.topicsTitle }),
      scopes(texts),
      time(paper, texts),
      together(tight(form.backTitle), plain(`${form.back} ${common.exceptions}`)),
      together(box(form.informed), ...(youth ? [] : [box(form.child)]), box(form.interpreter), signature(texts)),
      together(tight(form.keptTitle), field(form.kept[0] ?? ''), fields(form.kept[1] ?? '', form.kept[2] ?? '')),
    ];
  };

/**
 * The form of a child that signs too: of its own kind, that no guardian reads on the way to their own line. It asks the
 * same, so that it counts as much: parties, topics, what they may do, and how long. Nothing stands ticked.
 */
export function childConsent(paper: Paper): Content[] {
  const texts = textsFor(paper);
  const { childConsent: child, common } = texts;
  return [
    title(child.title),
    lead(child.lead),
    bullets(child.lines),
    ...about(paper, texts, { parties: child.partiesTitle, topics: child.topicsTitle }),
    // On the page that is signed.
    { ...(scopes(texts) as object), pageBreak: 'before' } as Content,
    time(paper, texts),
    plain(`${child.back} ${common.exceptions}`),
    together(signature(texts), subtle(child.keep)),
  ];
}
