import { answers, guestInput } from '../../cards/meeting/answers.ts';
import { sayAnswer, sayRecipient, sayUnit } from '../../cards/texts/labels.ts';
import { say, type Voice } from '../../cards/texts/say.ts';
import { sayPhones } from '../../cards/texts/say-phone.ts';
import { declinedWithoutStandIn, noReasonYet, standInsFor } from '../../domain/answers.ts';
import { currentMeeting, participantsOf } from '../../domain/current.ts';
import { type Guest, guestsByHand, SOMEBODY_ELSE, UNCLEAR } from '../../domain/in-calendar.ts';
import type { Moment } from '../../domain/moment.ts';
import type { CaseFile } from '../../domain/rows/case-file.ts';
import type { Participant } from '../../domain/rows/participant.ts';
import { isAgreementConfirmed } from '../../domain/sources.ts';
import { caseOf, definePage, type View } from '../act.ts';

/** The card has no room for more. The rest come as these are placed; some that are placed can always be said anew. */
const MOST_GUESTS = 6;
const MOST_PLACED = 2;
const shownGuests = ({ file, register }: Pick<Moment, 'file' | 'register'>): Guest[] => {
  const meeting = currentMeeting(file);
  const guests = meeting ? guestsByHand(register, meeting) : [];
  const [unclear, placed] = [guests.filter(({ of }) => of === null), guests.filter(({ of }) => of !== null)];
  const shown = unclear.slice(0, MOST_GUESTS - Math.min(placed.length, MOST_PLACED));
  return [...shown, ...placed.slice(0, MOST_GUESTS - shown.length)];
};

/** Anybody may have written it. Its end says whose it is: the domain, or the last name of a path in the directory. */
function shown(address: string): string {
  const letters = [...address.replace(/\p{C}/gu, '')];
  return letters.length > SHOWN_LETTERS ? `…${letters.slice(-SHOWN_LETTERS).join('')}` : letters.join('');
}
const SHOWN_LETTERS = 80;

/** What stands in the calendar may tell of anybody: it is for the one who presses. */
const sayGuest = (language: Voice, { mail, answer }: Guest): string =>
  say(language, 'answers.guestRow', {
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

/** What stands filled in: a no that came from the calendar, and whose reason is asked for. */
export const prefilled = (file: CaseFile): { who: string; answer: 'DECLINED' | '' } => ({
  who: about(file)?.id ?? '',
  answer: noReasonYet(file).length > 0 ? 'DECLINED' : '',
});

export const answersPage = definePage(answers, (view) => {
  const file = caseOf(view);
  const { language, register } = view;
  const people = participantsOf(file, currentMeeting(file));
  const guests = shownGuests({ file, register });
  const isCalled = (id: string | null) => id === SOMEBODY_ELSE || people.some((row) => row.id === id);
  const [asked] = noReasonYet(file);
  return {
    data: {
      title: say(language, 'answers.title', { code: file.case.code }),
      next: asked
        ? say(language, 'answers.nextReason', { unit: sayUnit(register, asked.unitId) })
        : say(language, guests.some(({ of }) => of === null) ? 'answers.nextPlace' : 'answers.next'),
      phones: sayPhones({ ...view, file }, 'answers.nextReason'),
      duty: say(language, isAgreementConfirmed(register.settings, view.today) ? 'answers.duty' : 'answers.asked'),
      rows: people.map((row) => sayRow(view, row)),
      guests: guests.map((guest, n) => ({
        input: guestInput(guest),
        label: say(language, 'answers.whose', { n: n + 1 }),
        address: sayGuest(language, guest),
      })),
      guestChoices: [
        { title: say(language, 'answers.unclear'), value: UNCLEAR },
        ...people.map((row) => ({ title: sayRecipient(language, register, row), value: row.id })),
        { title: say(language, 'answers.somebodyElse'), value: SOMEBODY_ELSE },
      ],
      partyChoices: people.map((row) => ({ title: sayRecipient(language, register, row), value: row.id })),
      standInChoices: standInsFor({ ...view, file }).map((one) => ({
        title: sayRecipient(language, register, one),
        value: one.mail,
      })),
    },
    values: {
      ...Object.fromEntries(guests.map((guest) => [guestInput(guest), isCalled(guest.of) ? guest.of : ''])),
      ...prefilled(file),
      reason: '',
      standIn: '',
    },
  };
});
