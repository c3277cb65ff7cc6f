import type { Content } from 'pdfmake/interfaces.js';
import { dense, factOrLine, fields, labelled, onNewPage, plain, tight, title, together } from './layout.ts';
import { acuteNumbers, callerOf, withNumber } from './numbers.ts';
import type { Paper } from './paper.ts';
import { fill, type Texts, textsFor } from './texts/texts.ts';

const part = (label: string, text: string): Content => together(tight(label), plain(text));
const list = (label: string, lines: readonly string[]): Content => together(tight(label), dense(lines));

/** What must be known before anybody says yes: gone through together, and left with the family. */
function front(paper: Paper, { information: sheet, common }: Texts): Content[] {
  const { numbers } = paper;
  const say = (text: string) => fill(text, { word: paper.word, months: paper.longest });
  const complain = fill(sheet.complain, {
    patientBoard: withNumber(sheet.patientBoard, numbers.patientBoard),
    inspectorate: withNumber(sheet.inspectorate, numbers.inspectorate),
  });
  return [
    title(say(sheet.title)),
    plain(sheet.lead),
    list(sheet.whatTitle, [...sheet.what.map(say), ...(/västbus/i.test(paper.word) ? [sheet.vastbus] : [])]),
    part(sheet.aboutTitle, sheet.about),
    part(sheet.whoTitle, sheet.who),
    list(sheet.freeTitle, sheet.free.map(say)),
    list(sheet.secrecyTitle, [sheet.secrecy, common.exceptions, ...(paper.youth ? [] : [sheet.mustReport])]),
    part(sheet.complainTitle, complain),
    factOrLine(sheet.askTitle, callerOf(paper)),
  ];
}

/** What is told of whom the data are about (GDPR 13, 14). Consent is not why they are kept: it is about secrecy. */
function back(paper: Paper, { information: sheet }: Texts): Content[] {
  const { personalData } = paper;
  const { responsible, contact, officer } = personalData ?? {};
  return [
    onNewPage(sheet.dataTitle),
    responsible
      ? labelled(
          sheet.responsible,
          [responsible, contact, officer && `${sheet.officer}: ${officer}`].filter(Boolean).join('. '),
        )
      : fields(sheet.responsible, sheet.officer),
    ...sheet.data.map(([label = '', text = '']) => labelled(label, text)),
    labelled(sheet.acuteTitle, acuteNumbers(paper, null).join(' · ')),
  ];
}

export function information(paper: Paper): Content[] {
  const texts = textsFor(paper);
  return [...front(paper, texts), ...back(paper, texts)];
}
