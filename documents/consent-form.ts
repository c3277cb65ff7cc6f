import type { Content } from 'pdfmake/interfaces.js';
import {
  beside,
  box,
  bullets,
  field,
  fields,
  heading,
  lead,
  plain,
  subtle,
  title,
  together,
  writingLines,
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

/**
 * The paper that is the legal document, one for each who signs: what one guardian excludes is not for the other to read
 * (two records, never crossed). Parties are ticked one by one, there is no "all"; three of the scopes stand ticked in
 * print and are struck where they are not wanted. `signer` null: filled in by hand.
 */
export const consentForm =
  (signer: string | null) =>
  (paper: Paper): Content[] => {
    const { units, youth } = paper;
    const texts = textsFor(paper);
    const { common, consentForm: form } = texts;
    return [
      title(form.title),
      plain(signer ? fill(form.own, { signer }) : form.ownBlank),
      lead(form.lead),
      together(heading(form.about), fields(common.name, common.personnummer)),
      together(
        heading(form.partiesTitle),
        subtle(form.partiesHint),
        ...units.map((unit) => box(unit)),
        box(form.other),
      ),
      together(heading(form.topicsTitle), boxes(form.topics)),
      together(heading(form.excludedTitle), writingLines(2)),
      together(
        heading(form.scopesTitle),
        subtle(common.stroke),
        ...form.scopes.map(([what, why, ticked]) => box(`${what}: ${why}`, ticked === true)),
      ),
      together(heading(form.validTitle), plain(form.valid), subtle(form.months)),
      together(heading(form.backTitle), plain(form.back)),
      together(box(form.informed), ...(youth ? [] : [box(form.child)]), box(form.interpreter)),
      signature(texts),
      together(heading(form.keptTitle), field(form.kept[0] ?? ''), fields(form.kept[1] ?? '', form.kept[2] ?? '')),
    ];
  };

/**
 * The form of a child that signs too: of its own kind, that no guardian reads on the way to their own line. What it
 * ticks counts as everybody's: parties, topics, what they may do, and how long. Nothing stands ticked.
 */
export function childConsent(paper: Pick<Paper, 'units' | 'youth' | 'language'>): Content[] {
  const texts = textsFor(paper);
  const { childConsent: child, consentForm: form } = texts;
  return [
    title(child.title),
    lead(child.lead),
    bullets(child.lines),
    together(heading(child.partiesTitle), boxes([...paper.units, form.other])),
    together(heading(form.topicsTitle), boxes(form.topics)),
    together(heading(form.scopesTitle), ...form.scopes.map(([what, why]) => box(`${what}: ${why}`))),
    together(plain(form.valid), signature(texts), subtle(child.keep)),
  ];
}
