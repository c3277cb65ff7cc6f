import { element } from './element.js';
import { texts } from './texts.js';

/* global FullCalendar */

/** A week in Swedish time with the sandbox's date as today. Times come as wall-clock time and are shown as they come. */
export function createCalendar(place) {
  let now = new Date().toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).replace(' ', 'T');
  const narrow = window.matchMedia('(max-width: 700px)');
  const calendar = new FullCalendar.Calendar(place, {
    locale: 'sv',
    timeZone: 'Europe/Stockholm',
    now: () => now,
    initialView: narrow.matches ? 'timeGridThreeDay' : 'timeGridWeek',
    views: { timeGridThreeDay: { type: 'timeGrid', duration: { days: 3 } } },
    headerToolbar: { left: 'title', right: 'today prev,next' },
    firstDay: 1,
    weekNumbers: true,
    weekends: false,
    allDaySlot: false,
    nowIndicator: true,
    height: 'auto',
    slotMinTime: '07:00',
    slotMaxTime: '18:00',
    slotDuration: '00:30',
    slotLabelFormat: { hour: '2-digit', minute: '2-digit' },
    slotLabelContent: ({ text }) => text.replace(':', '.'),
    dayHeaderFormat: { weekday: 'short', day: 'numeric', month: 'numeric' },
    eventContent: ({ event }) => ({ domNodes: face(event) }),
  });
  narrow.addEventListener('change', () => calendar.changeView(narrow.matches ? 'timeGridThreeDay' : 'timeGridWeek'));
  calendar.render();

  return {
    show(events, clock) {
      now = clock;
      // Today is drawn once: it must be told when the clock has moved.
      calendar.setOption('now', clock);
      calendar.batchRendering(() => {
        calendar.setOption('weekends', [clock, ...events.map((event) => event.start)].some(isWeekend));
        calendar.removeAllEvents();
        for (const event of events) calendar.addEvent(asCalendarEvent(event));
      });
    },
    goTo: (date) => calendar.gotoDate(date),
  };
}

function asCalendarEvent(event) {
  const state = event.filler
    ? 'filler'
    : event.cancelled
      ? 'cancelled'
      : event.isOrganizer
        ? 'organizer'
        : event.answer.toLowerCase();
  const title = event.cancelled ? `${texts.calendar.cancelled}: ${event.subject}` : event.subject;
  return { id: event.id, title, start: event.start, end: event.end, classNames: [`is-${state}`], extendedProps: event };
}

function face({ title, startStr, endStr, extendedProps: { filler, cancelled, isOrganizer, answer, place } }) {
  const clock = (text) => text.slice(11, 16).replace(':', '.');
  const state = isOrganizer ? texts.calendar.organizer : texts.calendar.states[answer];
  return [
    element('p', { class: 'title' }, title),
    !filler && !cancelled && element('p', { class: 'state' }, state),
    element('p', {}, `${clock(startStr)}–${clock(endStr)}`),
    place && element('p', {}, place),
  ].filter(Boolean);
}

function isWeekend(local) {
  return [0, 6].includes(new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay());
}
