import type { Content } from 'pdfmake/interfaces.js';
import { bullets, fact, field, heading, large, lead, plain, title } from './layout.ts';
import type { Paper } from './paper.ts';
import { fill, texts } from './texts/texts.ts';

const kindsOf = ({ called }: Paper): string[] => [...new Set(called.map(({ unit }) => unit))];

/** Told by word of mouth where there is a time and no place; a line by hand where neither is known. */
const placeOf = ({ when, place }: Paper, oral: string): string => place ?? (when ? oral : texts.familyInvitation.blank);

/** To the family it is always an invitation, never a summons. */
export const familyInvitation =
  (to: string) =>
  (paper: Paper): Content[] => {
    const words = texts.familyInvitation;
    return [
      title(fill(words.title, { word: paper.word })),
      plain(`${words.to} ${to}`),
      lead(paper.youth ? words.leadYouth : words.lead),
      fact(words.when, paper.when ?? words.blank),
      fact(words.where, placeOf(paper, paper.youth ? words.oralYouth : words.oral)),
      ...(paper.called.length > 0 ? [heading(words.who), bullets(kindsOf(paper))] : [field(words.who)]),
      bullets(paper.youth ? words.linesYouth : words.lines),
      fact(words.contact, `${paper.convener.role}, ${paper.convener.unit}, ${paper.convener.phone}`),
    ];
  };

/** The child's own: large, few words, and that going out is fine. */
export function childInvitation(paper: Paper): Content[] {
  const words = texts.childInvitation;
  return [
    title(words.title),
    large(words.lead),
    fact(words.when, paper.when ?? texts.familyInvitation.blank),
    fact(words.where, placeOf(paper, texts.familyInvitation.oral)),
    ...(paper.childPart ? [large(fill(words.part, paper.childPart))] : []),
    ...(paper.called.length > 0 ? [heading(words.who), bullets(kindsOf(paper))] : [field(words.who)]),
    field(words.meets),
    ...words.lines.map(large),
  ];
}

/** For a party, by hand or in a secure message: whom it is about is filled in by hand. */
export function partySummons(paper: Paper): Content[] {
  const words = texts.partySummons;
  const { role, unit, phone } = paper.convener;
  return [
    title(fill(words.title, { word: paper.word })),
    lead(fill(words.lead, { role, unit })),
    heading(words.about),
    field(texts.common.name),
    field(texts.common.personnummer),
    fact(words.when, paper.when ?? texts.familyInvitation.blank),
    fact(words.where, placeOf(paper, words.oral)),
    field(words.question),
    ...(paper.called.length > 0
      ? [heading(words.called), bullets(paper.called.map((one) => (one.role ? `${one.unit}, ${one.role}` : one.unit)))]
      : [field(words.called)]),
    plain(paper.consentTo ? fill(words.consent, { on: paper.consentTo }) : words.consentBlank),
    bullets(paper.youth ? words.linesYouth : words.lines),
    plain(fill(words.contact, { phone })),
  ];
}
