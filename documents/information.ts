import type { Content } from 'pdfmake/interfaces.js';
import { whoMustAgree } from './consent-form.ts';
import { beside, dense, factOrLine, fields, labelled, onNewPage, plain, tight, title, together } from './layout.ts';
import { acuteNumbers, BLANK, callerOf, withNumber } from './numbers.ts';
import type { Paper } from './paper.ts';
import { fill, type Texts, textsFor } from './texts/texts.ts';

const part = (label: string, text: string): Content => together(tight(label), plain(text));
const list = (label: string, lines: readonly string[]): Content => together(tight(label), dense(lines));

/** A number a line. */
function whenUrgent(paper: Paper, title: string): Content {
  const lines = acuteNumbers(paper, null);
  const half = Math.ceil(lines.length / 2);
  return together(tight(title), beside(dense(lines.slice(0, half)), dense(lines.slice(half))));
}

/** What must be known before anybody says yes: gone through together, and left with the family. */
function front(paper: Paper, { information: sheet, common }: Texts): Content[] {
  const say = (text: string) => fill(text, { word: paper.word, months: paper.longest });
  const lawSays = [common.exceptions, ...(paper.youth ? [] : [sheet.mustReport])].join(' ');
  return [
    title(say(sheet.title)),
    plain(sheet.lead),
    list(sheet.whatTitle, [...sheet.what.map(say), ...(/västbus/i.test(paper.word) ? [sheet.vastbus] : [])]),
    part(sheet.aboutTitle, sheet.about),
    list(sheet.freeTitle, [...sheet.free.map(say), ...whoMustAgree(paper)]),
    list(sheet.secrecyTitle, [sheet.secrecy, lawSays]),
    factOrLine(sheet.askTitle, callerOf(paper)),
    whenUrgent(paper, sheet.acuteTitle),
  ];
}

/** Whom to turn to: a line each. */
function toTurnTo({ numbers }: Paper, { information: sheet }: Texts): Content {
  const { patientBoard, inspectorate } = numbers;
  return together(
    tight(sheet.complainTitle),
    plain(sheet.complain),
    dense([sheet.schools, withNumber(sheet.patientBoard, patientBoard), withNumber(sheet.inspectorate, inspectorate)]),
  );
}

/** What is told of whom the data are about (GDPR 13, 14). Consent is not why they are kept: it is about secrecy. */
function back(paper: Paper, texts: Texts): Content[] {
  const { personalData, code } = paper;
  const { information: sheet } = texts;
  const { responsible, contact, officer, outsideEu } = personalData ?? {};
  return [
    onNewPage(sheet.dataTitle),
    responsible
      ? labelled(
          sheet.responsible,
          [responsible, contact, officer && `${sheet.officer}: ${officer}`].filter(Boolean).join('. '),
        )
      : fields(sheet.responsible, sheet.officer),
    ...sheet.data.map(([label = '', text = '']) =>
      labelled(label, fill(text, { code, outsideEu: outsideEu ?? '' }).trim()),
    ),
    ...(outsideEu ? [] : [plain(`${sheet.outsideEu} ${BLANK}`)]),
    toTurnTo(paper, texts),
  ];
}

export function information(paper: Paper): Content[] {
  const texts = textsFor(paper);
  return [...front(paper, texts), ...back(paper, texts)];
}
