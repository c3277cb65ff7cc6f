import { Temporal } from 'temporal-polyfill';
import { answerEvent } from './answer-event.ts';
import { cancelEvent, deleteEvent } from './cancel-event.ts';
import { changeEvent, checkIfMatch } from './change-event.ts';
import { createEvent } from './create-event.ts';
import { AnswerBody, CancelBody, ChangedEventBody, camelCased, NewEventBody } from './event-body.ts';
import { selectFrom, toEventJson } from './event-json.ts';
import { expandedFrom, filterOf } from './extended-properties.ts';
import type { GraphFaults } from './faults.ts';
import type { AnswerAction } from './mailboxes.ts';
import type { Entry, Office } from './office.ts';
import { pageOf } from './paging.ts';
import { invalid } from './refusal.ts';
import type { GraphAnswer, GraphHandler, GraphRequest } from './request.ts';
import type { Route } from './routes.ts';

export function eventRoutes(office: Office, faults: GraphFaults): Route[] {
  const owner = ({ params }: GraphRequest) => office.getOwner(params.user ?? '');
  const entry = (request: GraphRequest) => office.getEntry(owner(request).id, request.params.event ?? '');
  const whole = (one: Entry, request: GraphRequest) => {
    const { timeZone } = request;
    const { findOwner } = office;
    return toEventJson(one, { ownMail: owner(request).mail, timeZone, findOwner, faults });
  };
  const show = (one: Entry, request: GraphRequest) => ({
    ...selectFrom(whole(one, request), request.query.get('$select')),
    ...expandedFrom(one, request.query.get('$expand')),
  });
  const listed = (entries: readonly Entry[], request: GraphRequest): GraphAnswer =>
    pageOf(entries, request, faults.pageSize ?? null, (one) => show(one, request));

  const create: GraphHandler = (request) => {
    const created = createEvent(office, owner(request), NewEventBody.parse(request.body), faults);
    const body = whole(created, request);
    return { status: 201, body: faults.lateLink ? { ...body, onlineMeeting: null } : body };
  };
  const list: GraphHandler = (request) => {
    const own = office.state.meetings.flatMap((meeting) => meeting.copies.map((copy) => ({ meeting, copy })));
    const isWanted = filterOf(request.query.get('$filter'));
    return listed(
      own.filter((one) => one.copy.mailboxId === owner(request).id && isWanted(one)),
      request,
    );
  };
  const view: GraphHandler = (request) => {
    const [from, to] = ['startDateTime', 'endDateTime'].map((name) => windowEdge(request, name));
    if (!from || !to)
      throw invalid(
        'This request requires a time window specified by startDateTime and endDateTime.',
        'ErrorInvalidParameter',
      );
    return listed(office.listEntries(owner(request), from, to), request);
  };
  const read: GraphHandler = (request) => ({ status: 200, body: show(entry(request), request) });
  const change: GraphHandler = (request) => {
    const found = entry(request);
    const given = ChangedEventBody.parse(request.body);
    checkIfMatch(found, request.header('if-match'));
    return { status: 200, body: whole(changeEvent(office, found, given, faults), request) };
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
