import { button, element, fill } from './element.js';
import { join } from './inbox.js';
import { send } from './talk.js';
import { texts } from './texts.js';

const words = texts.own;

/** Meetings that the mailbox's owner calls to: who stands there, and what they change of it past the program. */
export function renderOwnMeetings(place, mailboxId, meetings) {
  fill(
    place,
    meetings.length > 0 && [
      element('h2', {}, words.title),
      meetings.map((meeting) => element('article', { class: 'mail own' }, own(mailboxId, meeting))),
    ],
  );
}

const own = (mailboxId, meeting) => [
  element('h3', {}, meeting.subject),
  element('p', { class: 'when' }, meeting.when, element('br'), meeting.place ?? texts.inbox.noPlace),
  join(meeting),
  element(
    'ul',
    { class: 'attendees' },
    meeting.attendees.map(({ name, mail, answer, isRoom }) =>
      element(
        'li',
        {},
        `${name === mail ? name : `${name}, ${mail}`}: ${isRoom ? words.room : texts.calendar.states[answer]}`,
      ),
    ),
  ),
  element(
    'details',
    {},
    element('summary', {}, words.change),
    timeForm(mailboxId, meeting),
    addForm(mailboxId, meeting),
  ),
];

const change = (mailboxId, eventId, what) =>
  send(`/sandbox/mailboxes/${encodeURIComponent(mailboxId)}/changes`, { eventId, ...what });

const field = (label, input) => element('label', {}, label, input);
const local = (value) => element('input', { type: 'datetime-local', class: 'written', value: value.slice(0, 16) });

function timeForm(mailboxId, { id, start, end }) {
  const [from, to] = [local(start), local(end)];
  const move = () => change(mailboxId, id, { time: { start: `${from.value}:00`, end: `${to.value}:00` } });
  return element('div', { class: 'form' }, field(words.from, from), field(words.to, to), button(words.move, move));
}

function addForm(mailboxId, { id }) {
  const address = element('input', { type: 'email', class: 'written' });
  const add = (isRoom) => () => change(mailboxId, id, { add: { name: address.value, address: address.value, isRoom } });
  return element(
    'div',
    { class: 'form' },
    field(words.address, address),
    element('div', { class: 'buttons' }, button(words.addPerson, add(false)), button(words.addRoom, add(true))),
  );
}
