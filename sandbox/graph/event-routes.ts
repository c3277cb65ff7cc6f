import { Temporal } from 'temporal-polyfill';
import { answerEvent } from './answer-event.ts';
import { cancelEvent, deleteEvent } from './cancel-event.ts';
import { changeEvent, checkIfMatch } from './change-event.ts';
import { createEvent } from './create-event.ts';
import { AnswerBody, CancelBody, ChangedEventBody, camelCased, NewEventBody } from './event-body.ts';
import { selectFrom, toEventJson } from './event-json.ts';
import type { AnswerAction, MailboxOwner } from './mailboxes.ts';
import type { Entry, Office } from './office.ts';
import { invalid } from './refusal.ts';
import type { GraphHandler, GraphRequest } from './request.ts';
import type { Route } from './routes.ts';

export function eventRoutes(office: Office): Route[] {
  const owner = ({ params }: GraphRequest) => office.getOwner(params.user ?? '');
  const entry = (request: GraphRequest) => office.getEntry(owner(request).id, request.params.event ?? '');
  const show = (one: Entry, to: MailboxOwner, { timeZone, query }: GraphRequest) =>
    selectFrom(toEventJson(one, to.mail, timeZone), query.get('$select'));

  const create: GraphHandler = (request) => {
    const created = createEvent(office, owner(request), NewEventBody.parse(request.body));
    return { status: 201, body: toEventJson(created, owner(request).mail, request.timeZone) };
  };
  const list: GraphHandler = (request) => {
    const own = office.state.meetings.flatMap((meeting) => meeting.copies.map((copy) => ({ meeting, copy })));
    const subject = subjectFilter(request);
    const wanted = own.filter(
      ({ copy, meeting }) => copy.mailboxId === owner(request).id && (subject === null || meeting.subject === subject),
    );
    const value = wanted.map((one) => show(one, owner(request), request));
    return { status: 200, body: { value } };
  };
  const view: GraphHandler = (request) => {
    const [from, to] = ['startDateTime', 'endDateTime'].map((name) => windowEdge(request, name));
    if (!from || !to)
      throw invalid(
        'This request requires a time window specified by startDateTime and endDateTime.',
        'ErrorInvalidParameter',
      );
    const value = office.listEntries(owner(request), from, to).map((one) => show(one, owner(request), request));
    return { status: 200, body: { value } };
  };
  const read: GraphHandler = (request) => ({ status: 200, body: show(entry(request), owner(request), request) });
  const change: GraphHandler = (request) => {
    const found = entry(request);
    const given = ChangedEventBody.parse(request.body);
    checkIfMatch(found, request.header('if-match'));
    return { status: 200, body: toEventJson(changeEvent(office, found, given), owner(request).mail, request.timeZone) };
  };
  const remove: GraphHandler = (request) => {
    const found = entry(request);
    checkIfMatch(found, request.header('if-match'));
    deleteEvent(office, found);
    return { status: 204 };
  };
  const cancel: GraphHandler = (request) => {
    cancelEvent(office, entry(request), CancelBody.parse(camelCased(request.body)).comment);
    return { status: 202 };
  };
  const answer = (action: AnswerAction): GraphHandler => {
    return (request) => {
      const { comment, sendResponse } = AnswerBody.parse(camelCased(request.body));
      answerEvent(office, entry(request), action, comment, sendResponse);
      return { status: 202 };
    };
  };

  return [
    ['post', '/users/:user/events', create],
    ['get', '/users/:user/events', list],
    ['get', '/users/:user/calendarView', view],
    ['get', '/users/:user/events/:event', read],
    ['patch', '/users/:user/events/:event', change],
    ['del', '/users/:user/events/:event', remove],
    ['post', '/users/:user/events/:event/cancel', cancel],
    ['post', '/users/:user/events/:event/accept', answer('accept')],
    ['post', '/users/:user/events/:event/tentativelyAccept', answer('tentativelyAccept')],
    ['post', '/users/:user/events/:event/decline', answer('decline')],
  ];
}

/** `subject eq '…'`, the one filter that is asked for; another one is refused rather than passed over. */
function subjectFilter({ query }: GraphRequest): string | null {
  const text = query.get('$filter');
  if (!text) return null;
  const subject = /^subject eq '((?:[^']|'')*)'$/.exec(text)?.[1];
  if (subject === undefined) throw invalid('Invalid filter clause.', 'BadRequest');
  return subject.replaceAll("''", "'");
}

/** An instant, in UTC when it does not say. */
function windowEdge({ query }: GraphRequest, name: string): Temporal.Instant | undefined {
  const text = query.get(name);
  if (!text) return undefined;
  try {
    return Temporal.Instant.from(/(Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`);
  } catch {
    throw invalid(`The value of ${name} is not a date and time.`, 'ErrorInvalidParameter');
  }
}
