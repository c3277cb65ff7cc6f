import { createCalendar } from './calendar.js';
import { element, fill } from './element.js';
import { renderInbox } from './inbox.js';
import { renderMailboxes } from './mailbox-list.js';
import { renderOwnMeetings } from './own-meetings.js';
import { renderStrip } from './strip.js';
import { follow, get } from './talk.js';
import { texts } from './texts.js';

const place = (id) => document.getElementById(id);
const calendar = createCalendar(place('week'));

let chosen = new URLSearchParams(window.location.search).get('mailbox');
/** What the calendar was last taken to, so that a refresh does not turn the page somebody has leafed to. */
let shownFor = '';

place('made-up').textContent = texts.madeUp;
follow(refresh);

async function refresh() {
  const state = await get('/sandbox/state');
  const current =
    state.mailboxes.find(({ id }) => id === chosen) ??
    state.mailboxes.find(({ waiting }) => waiting > 0) ??
    state.mailboxes[0];
  chosen = current.id;
  const { events, own, messages } = await get(`/sandbox/mailboxes/${encodeURIComponent(chosen)}`);

  renderStrip(place('strip'), state, 'outlook');
  ifChanged('mailboxes', [chosen, state.mailboxes], () =>
    renderMailboxes(place('mailboxes'), state.mailboxes, chosen, choose),
  );
  renderOwner(current);
  ifChanged('own', [chosen, own], () => renderOwnMeetings(place('own'), chosen, own));
  ifChanged('inbox', [chosen, messages], () => renderInbox(place('mails'), current, messages, calendar.goTo));
  ifChanged('week', [events, state.clock.local.slice(0, 15)], () => calendar.show(events, state.clock.local));
  goToWhatMatters(messages, state.clock.local);
}

/** The week of the meeting that waits for an answer, else this week; anew when somebody else is chosen or the day has changed. */
function goToWhatMatters(messages, now) {
  const waiting = messages.find(({ canAnswer, answer }) => canAnswer && answer === 'NONE');
  const wanted = `${chosen} ${now.slice(0, 10)} ${waiting?.id ?? ''}`;
  if (wanted === shownFor) return;
  const sameDay = shownFor.startsWith(`${chosen} ${now.slice(0, 10)} `);
  shownFor = wanted;
  // Somebody has just answered: stay where the meeting is.
  if (!waiting && sameDay) return;
  calendar.goTo(waiting?.start ?? now);
}

function choose(id) {
  chosen = id;
  window.history.replaceState(null, '', `/?mailbox=${encodeURIComponent(id)}`);
  refresh();
}

function renderOwner({ name, role, unit, mail }) {
  fill(
    place('owner'),
    element('h1', {}, name),
    element('p', {}, [role ?? texts.mailboxes.functional, role && unit, mail].filter(Boolean).join(' · ')),
  );
  document.title = `${name} – ${texts.outlook}`;
}

const shown = new Map();
function ifChanged(what, data, render) {
  const text = JSON.stringify(data);
  if (shown.get(what) === text) return;
  shown.set(what, text);
  render();
}
