import { button, element, fill } from './element.js';
import { clockButtons, faultForm, renderStrip, restartButton } from './strip.js';
import { follow, get, send } from './talk.js';
import { texts } from './texts.js';

const place = (id) => document.getElementById(id);
place('made-up').textContent = texts.madeUp;
document.title = texts.sandbox;
follow(refresh);

async function refresh() {
  const state = await get('/sandbox/state');
  renderStrip(place('strip'), state, 'sandbox');
  // Somebody is setting the clock: leave it alone.
  if (document.activeElement?.type === 'datetime-local') return;
  fill(
    place('controls'),
    section(texts.clock.title, texts.clock.help, clockControls(state.clock)),
    section(texts.faults.title, texts.faults.help, faultForm(state.faults)),
    section(texts.actor.title, texts.actor.help, actorForm(state), state.playgroundUrl && windowButton(state)),
    section(texts.restart.title, texts.restart.help, restartButton()),
  );
}

function section(title, help, ...children) {
  return element(
    'section',
    { class: 'panel' },
    element('h2', {}, title),
    element('p', { class: 'help' }, help),
    ...children,
  );
}

function clockControls({ day, time, week, local }) {
  const input = element('input', { type: 'datetime-local', value: local.slice(0, 16), 'aria-label': texts.clock.goTo });
  const go = () => {
    input.blur();
    return send('/sandbox/clock', { local: input.value });
  };
  return element(
    'div',
    {},
    element('p', { class: 'now' }, `${day} ${time} (${week})`),
    clockButtons(),
    element(
      'p',
      { class: 'go-to' },
      element('label', {}, `${texts.clock.goTo} `, input),
      ' ',
      button(texts.clock.go, go),
    ),
  );
}

function actorForm({ people, actor }) {
  return element(
    'form',
    { class: 'actors' },
    people.map(({ id, name, role, unit }) =>
      element(
        'label',
        {},
        element('input', {
          type: 'radio',
          name: 'actor',
          value: id,
          checked: id === actor,
          onchange: () => send('/sandbox/actor', { id }),
        }),
        element('span', {}, element('strong', {}, name), element('br'), `${role}, ${unit}`),
      ),
    ),
  );
}

/** Their own Teams: the tab is opened at once, since a browser lets nothing open one later. */
function windowButton({ people, actor }) {
  const { id, name } = people.find((one) => one.id === actor);
  const open = async () => {
    const tab = window.open('', `teams-${id}`);
    const opened = await send('/sandbox/teams', { id });
    if (opened) tab.location = opened.url;
    else tab.close();
  };
  return button(texts.actor.window(name), open);
}
