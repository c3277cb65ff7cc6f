import { answers } from '../../cards/meeting/answers.ts';
import { sayAnswer, sayRecipient, sayUnitKind } from '../../cards/texts/labels.ts';
import { say, type Voice } from '../../cards/texts/say.ts';
import { isAgreementConfirmed } from '../../domain/agreement.ts';
import { declinedWithoutStandIn, noReasonYet, standInsFor } from '../../domain/answers.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { type Guest, guestsToPlace, SOMEBODY_ELSE } from '../../domain/in-calendar.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import { caseOf, definePage, type View } from '../act.ts';

/** The card has no room for more; the rest come as these are placed. */
const MOST_GUESTS = 6;

/** Anybody may have written it. Its end says whose it is: the domain, or the last name of a path in the directory. */
function shown(address: string): string {
  const letters = [...address.replace(/\p{C}/gu, '')];
  return letters.length > SHOWN_LETTERS ? `…${letters.slice(-SHOWN_LETTERS).join('')}` : letters.join('');
}
const SHOWN_LETTERS = 80;

/** What stands in the calendar may tell of anybody: it is for the one who presses. */
const sayGuest = (language: Voice, { mail, answer }: Guest): string =>
  say(language, 'answers.row', {
    who: shown(mail) || say(language, 'answers.noAddress'),
    answer: say(language, `answer.${answer}`),
  });

function sayRow(view: View, row: Participant): string {
  const { language, register } = view;
  const said = { who: sayRecipient(language, register, row), answer: sayAnswer(language, row) };
  return row.answer === 'DECLINED' && row.declineReason
    ? say(language, 'answers.rowReason', { ...said, reason: say(language, `declineReason.${row.declineReason}`) })
    : say(language, 'answers.row', said);
}

/** Who most likely has just been on the telephone: somebody with a no. */
const about = (file: CaseFile): Participant | undefined => noReasonYet(file)[0] ?? declinedWithoutStandIn(file)[0];

export const answersPage = definePage(answers, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  const people = participantsOf(file, currentMeeting(file));
  const guests = guestsToPlace(register, currentMeeting(file)).slice(0, MOST_GUESTS);
  const [asked] = noReasonYet(file);
  return {
    data: {
      title: say(language, 'answers.title', { code: file.case.code }),
      next: asked
        ? say(language, 'answers.nextReason', { unit: sayUnitKind(language, register, asked.unitId) })
        : say(language, 'answers.next'),
      duty: say(language, isAgreementConfirmed(register.settings, view.today) ? 'answers.duty' : 'answers.asked'),
      rows: people.map((row) => sayRow(view, row)),
      fromChoices: guests.map((guest) => ({ title: sayGuest(language, guest), value: guest.id })),
      partyChoices: [
        ...people.map((row) => ({ title: sayRecipient(language, register, row), value: row.id })),
        ...(guests.length > 0 ? [{ title: say(language, 'answers.somebodyElse'), value: SOMEBODY_ELSE }] : []),
      ],
      standInChoices: standInsFor({ ...view, file }).map((one) => ({
        title: sayRecipient(language, register, one),
        value: one.mail,
      })),
    },
    values: { from: '', who: about(file)?.id ?? '', answer: asked ? 'DECLINED' : '', reason: '', standIn: '' },
  };
});
