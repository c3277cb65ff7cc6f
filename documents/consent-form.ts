import type { Content } from 'pdfmake/interfaces.js';
import { box, field, fields, heading, lead, plain, subtle, title, together, writingLines } from './layout.ts';
import type { Paper } from './paper.ts';
import { texts } from './texts/texts.ts';

/**
 * The paper that is the legal document. Parties are ticked one by one, there is no "all"; three of the scopes stand ticked in print and the
 * family strikes what they do not want.
 */
export function consentForm({ units, signers, youth }: Pick<Paper, 'units' | 'signers' | 'youth'>): Content[] {
  const form = texts.consentForm;
  const { common } = texts;
  return [
    title(form.title),
    lead(form.lead),
    heading(form.about),
    field(common.name),
    field(common.personnummer),
    heading(form.partiesTitle),
    subtle(form.partiesHint),
    ...units.map((unit) => box(unit)),
    box(form.other),
    heading(form.topicsTitle),
    ...form.topics.map((topic) => box(topic)),
    together(heading(form.excludedTitle), writingLines(2)),
    heading(form.scopesTitle),
    subtle(youth ? common.strokeYouth : common.stroke),
    ...form.scopes.map(([what, why, ticked]) => box(`${what}: ${why}`, ticked === true)),
    heading(form.validTitle),
    plain(form.valid),
    subtle(form.months),
    heading(form.backTitle),
    plain(form.back),
    box(form.informed),
    box(youth ? form.childYouth : form.child),
    box(form.interpreter),
    heading(form.signTitle),
    ...signers.map((signer) => fields(`${common.signature} (${signer})`, `${common.print}, ${common.date.toLowerCase()}`)),
    together(heading(form.keptTitle), field(form.kept[0] ?? ''), fields(form.kept[1] ?? '', form.kept[2] ?? '')),
  ];
}
