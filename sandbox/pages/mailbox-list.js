import { element, fill } from './element.js';
import { texts } from './texts.js';

const words = texts.mailboxes;

/** Everybody's mailbox by organisation and unit; on a narrow page one field to choose from. */
export function renderMailboxes(place, mailboxes, chosen, choose) {
  const organisations = groups(mailboxes, 'organisation');
  fill(
    place,
    element(
      'select',
      { 'aria-label': words.choose, onchange: ({ currentTarget }) => choose(currentTarget.value) },
      organisations.map(([label, rows]) =>
        element(
          'optgroup',
          { label },
          rows.map((row) => option(row, chosen)),
        ),
      ),
    ),
    element(
      'div',
      { class: 'tree' },
      organisations.map(([organisation, rows]) => [
        element('h2', {}, organisation),
        groups(rows, 'unit').map(([unit, inUnit]) =>
          element(
            'section',
            {},
            element('h3', {}, unit),
            inUnit.map((row) => entry(row, chosen, choose)),
          ),
        ),
      ]),
    ),
  );
}

function option({ id, name, role, waiting }, chosen) {
  const text = `${name}, ${role ?? words.functional}${waiting > 0 ? ` (${words.waiting(waiting)})` : ''}`;
  return element('option', { value: id, selected: id === chosen }, text);
}

function entry({ id, name, role, mail, waiting }, chosen, choose) {
  return element(
    'button',
    { type: 'button', onclick: () => choose(id), 'aria-current': id === chosen && 'true', 'data-mailbox': mail },
    element('span', { class: 'name' }, role ? name : words.functional),
    role && element('span', { class: 'role' }, role),
    waiting > 0 && element('span', { class: 'waiting' }, words.waiting(waiting)),
  );
}

function groups(rows, by) {
  const found = new Map();
  for (const row of rows) found.set(row[by], [...(found.get(row[by]) ?? []), row]);
  return [...found];
}
