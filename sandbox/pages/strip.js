import { button, element, fill } from './element.js';
import { send } from './talk.js';
import { texts } from './texts.js';

/** The strip on top of every page: where one is, the sandbox's date, faults, start over. */
export function renderStrip(place, { clock, faults, playgroundUrl }, page) {
  const opened = place.querySelector('details')?.open === true;
  fill(
    place,
    element(
      'nav',
      { class: 'places' },
      element('a', { href: '/', 'aria-current': page === 'outlook' && 'page' }, texts.toOutlook),
      element('a', { href: '/sandbox', 'aria-current': page === 'sandbox' && 'page' }, texts.toSandbox),
      playgroundUrl && element('a', { href: playgroundUrl, target: 'teams' }, texts.toTeams),
    ),
    element(
      'div',
      { class: 'clock' },
      element('p', { id: 'now' }, element('strong', {}, clock.day), ` ${clock.time} · ${clock.week}`),
      page === 'outlook' && clockButtons(),
    ),
    page === 'outlook' &&
      element(
        'details',
        { class: 'menu', open: opened },
        element('summary', {}, `${texts.faults.title}: ${summary(faults)}`),
        element('div', { class: 'sheet' }, faultForm(faults)),
      ),
    page === 'outlook' && restartButton(),
  );
}

export function clockButtons() {
  const move = (days) => () => send('/sandbox/clock', { days });
  return element('span', { class: 'buttons' }, button(texts.clock.day, move(1)), button(texts.clock.week, move(7)));
}

export function faultForm(faults) {
  const { faults: words } = texts;
  const change = (body) => () => send('/sandbox/faults', body);
  const box = (name) =>
    element(
      'label',
      {},
      element('input', {
        type: 'checkbox',
        checked: faults[name] === true,
        onchange: change({ [name]: !faults[name] }),
      }),
      words[name],
    );
  const choice = ([value, text]) =>
    element(
      'label',
      {},
      element('input', {
        type: 'radio',
        name: 'graph',
        checked: (faults.graph ?? null) === value,
        onchange: change({ graph: value }),
      }),
      text,
    );
  return element(
    'form',
    { class: 'faults' },
    element('fieldset', {}, element('legend', {}, words.graph), words.graphChoices.map(choice)),
    box('loseNotifications'),
    box('failAfterDoing'),
  );
}

export function restartButton() {
  return button(
    texts.restart.button,
    async ({ currentTarget }) => {
      if (!window.confirm(texts.restart.question)) return;
      currentTarget.disabled = true;
      currentTarget.textContent = texts.restart.working;
      await send('/sandbox/restart-over');
      window.location.reload();
    },
    { class: 'quiet' },
  );
}

function summary({ graph, loseNotifications, failAfterDoing }) {
  const count = [graph, loseNotifications, failAfterDoing].filter(Boolean).length;
  return count === 0 ? texts.faults.none : texts.faults.some(count);
}
