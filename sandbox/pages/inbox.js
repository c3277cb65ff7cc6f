import { button, element, fill } from './element.js';
import { send } from './talk.js';
import { texts } from './texts.js';

/** The mails of one mailbox, newest first. `show` takes the calendar to a meeting. */
export function renderInbox(place, { id, mail: own, aliases = [] }, messages, show) {
  const addresses = [own, ...aliases];
  fill(
    place,
    element('h2', {}, texts.inbox.title),
    messages.length === 0
      ? element('p', { class: 'empty' }, texts.inbox.empty)
      : element(
          'ol',
          { class: 'messages' },
          messages.map((message) => element('li', {}, mail(id, addresses, message, show))),
        ),
  );
}

function mail(mailboxId, addresses, message, show) {
  const { kind, from, at, subject, body, when, place, superseded, said } = message;
  const { inbox } = texts;
  const label = kind === 'ANSWER' ? `${inbox.kinds.ANSWER}: ${inbox.said[said].toLowerCase()}` : inbox.kinds[kind];
  return element(
    'article',
    { class: `mail ${kind.toLowerCase()}`, 'data-superseded': superseded, 'data-answer': message.answer },
    element('header', {}, element('span', { class: 'from' }, from), element('time', {}, at)),
    element('p', { class: 'kind' }, label),
    element('h3', {}, subject),
    superseded
      ? element('p', { class: 'note' }, inbox.superseded)
      : [
          element('p', { class: 'when' }, when, element('br'), place ?? inbox.noPlace),
          kind !== 'CANCELLATION' && button(inbox.show, () => show(message.start), { class: 'link' }),
          body && element('p', { class: 'body' }, body),
          join(message),
          message.canAnswer && answers(mailboxId, addresses, message),
        ],
  );
}

/** The address leads nowhere: all here is made up. */
export const join = ({ joinUrl }) =>
  joinUrl &&
  element(
    'p',
    { class: 'join' },
    element('a', { href: joinUrl, rel: 'noreferrer', target: '_blank' }, texts.inbox.join),
  );

function answers(mailboxId, addresses, { eventId, answer }) {
  const { inbox } = texts;
  const from = element(
    'select',
    { class: 'written' },
    addresses.map((address) => element('option', { value: address }, address)),
  );
  const codes = { accept: 'ACCEPTED', tentativelyAccept: 'TENTATIVE', decline: 'DECLINED' };
  const press =
    (action) =>
    async ({ currentTarget }) => {
      for (const one of currentTarget.parentElement.children) one.disabled = true;
      const other = from.value === addresses[0] ? {} : { from: from.value };
      await send(`/sandbox/mailboxes/${encodeURIComponent(mailboxId)}/answers`, { eventId, action, ...other });
    };
  return [
    answer !== 'NONE' && element('p', { class: 'given' }, inbox.given[answer]),
    addresses.length > 1 && element('label', { class: 'from-address' }, inbox.answerFrom, from),
    element(
      'div',
      { class: 'buttons' },
      Object.entries(inbox.answers).map(([action, text]) =>
        button(text, press(action), { class: action, 'aria-pressed': String(codes[action] === answer) }),
      ),
    ),
  ];
}
