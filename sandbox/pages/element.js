/** Makes an element. Texts become text nodes, so nothing that comes from outside is ever read as HTML. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? '' : value);
  }
  fill(made, ...children);
  return made;
}

/** Replaces what an element holds. What is missing or false is left out, lists are laid flat. */
export function fill(place, ...children) {
  place.replaceChildren(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
}

export const button = (text, onclick, properties = {}) =>
  element('button', { type: 'button', onclick, ...properties }, text);
