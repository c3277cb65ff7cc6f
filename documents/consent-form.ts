import type { Content } from 'pdfmake/interfaces.js';
import { SCOPES, type Scope, TOPICS } from '../domain/codes.ts';
import {
  beside,
  box,
  boxWithLine,
  factOrLine,
  field,
  fields,
  plain,
  question,
  subtle,
  tight,
  title,
  together,
} from './layout.ts';
import { callerOf } from './numbers.ts';
import type { Paper } from './paper.ts';
import { fill, type Texts, textsFor } from './texts/texts.ts';

/** In two columns, read downwards. */
function boxes(labels: readonly string[]): Content {
  const half = Math.ceil(labels.length / 2);
  return beside(
    { stack: labels.slice(0, half).map((label) => box(label)) },
    { stack: labels.slice(half).map((label) => box(label)) },
  );
}

const NAMED_TOPICS = TOPICS.filter((topic) => topic !== 'OTHER');
type About = {
  parties: string;
  hint: string;
  units: readonly string[];
  other: string;
  topics: string;
  topicsHint: string;
};

/** What a consent is about, in the order that a card that copies it has too. Nothing stands ticked (GDPR 4). */
export const aboutWhat = ({ consentForm: form }: Texts, about: About): Content[] => [
  together(
    tight(about.parties),
    subtle(about.hint),
    ...(about.units.length > 0 ? [boxes(about.units)] : []),
    boxWithLine(about.other),
  ),
  together(
    tight(about.topics),
    subtle(about.topicsHint),
    boxes(NAMED_TOPICS.map((topic) => form[`topic.${topic}`])),
    boxWithLine(form['topic.OTHER']),
  ),
];

/** Four short questions. `ifNot`: what a no leads to; null where it leads to nothing by itself. */
export const scopeQuestions = (
  { consentForm: form, common }: Texts,
  ifNot: (scope: Scope) => string | null,
  ...below: Content[]
): Content =>
  together(
    tight(form.scopesTitle),
    ...below,
    ...SCOPES.map((scope) => question(form[`scope.${scope}`], ifNot(scope), [common.yes, common.no])),
  );

export const howLong = ({ longest }: Paper, { consentForm: form }: Texts): Content =>
  together(tight(form.validTitle), plain(form.valid), subtle(fill(form.months, { months: longest })));

/** That one yes is not enough: told before anybody signs. Whether this child signs too is on nobody's paper but its own. */
export const whoMustAgree = (paper: Paper): string[] => {
  const { common } = textsFor(paper);
  if (paper.youth) return [];
  return [...(paper.signers.length > 1 ? [common.bothMust] : []), common.childToo];
};

/** What the one who takes the form in fills in: no part of what is signed. */
const taken = (paper: Paper, { consentForm: form }: Texts): Content =>
  together(
    tight(form.keptTitle),
    box(form.informed),
    ...(paper.youth ? [] : [box(form.child)]),
    box(form.interpreter),
    field(form.kept[0] ?? ''),
    fields(form.kept[1] ?? '', form.kept[2] ?? ''),
  );

/**
 * The paper that is the legal document, one for each who signs: what one guardian leaves out is not for the other to
 * read (two records, never crossed). Parties are ticked one by one, there is no "all". `signer` null: filled in by hand.
 */
export const consentForm =
  (signer: string | null) =>
  (paper: Paper): Content[] => {
    const texts = textsFor(paper);
    const { common, consentForm: form } = texts;
    return [
      title(form.title),
      plain(signer ? fill(form.own, { signer }) : form.ownBlank),
      plain(form.lead),
      plain([form.free, ...whoMustAgree(paper)].join(' ')),
      factOrLine(form.ring, callerOf(paper)),
      together(tight(form.about), fields(common.name, common.personnummer)),
      ...aboutWhat(texts, {
        parties: form.partiesTitle,
        hint: form.partiesHint,
        units: paper.units.map(({ name }) => name),
        other: form.other,
        topics: form.topicsTitle,
        topicsHint: form.topicsHint,
      }),
      scopeQuestions(texts, (scope) => form[`ifNot.${scope}`]),
      howLong(paper, texts),
      together(tight(form.backTitle), plain(`${form.back} ${common.exceptions}`)),
      together(fields(common.signature, common.date), field(common.print)),
      taken(paper, texts),
    ];
  };
