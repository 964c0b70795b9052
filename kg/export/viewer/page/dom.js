// How does text become elements, safely? Everything on the page is made by h(): strings become text
// nodes, never markup, and a link is made only of an http or https address.

const STRINGS = JSON.parse(document.getElementById('kg-strings').textContent);

/** Return a phrase of the user interface, its {gaps} filled; a number alone fills {n}. */
function say(key, gaps = {}) {
  const fill = (value) => (typeof value === 'number' ? number(value) : value);
  return STRINGS[key].replace(/\{(\w+)\}/g, (_, name) => fill(gaps[name] ?? gaps));
}

/** Make an element: h('a', {class: 'x', onclick: f}, 'text', child, [more children]). */
function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key === 'checked' || key === 'value') element[key] = value;
    else if (key === 'class') element.className = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  for (const child of children.flat(3)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

/** Isolate a name, so that one written from right to left does not turn the line around it. */
const bdi = (name) => h('bdi', null, name);

const div = (name, ...children) => h('div', { class: name }, ...children);
const span = (name, ...children) => h('span', { class: name }, ...children);
const h3 = (...children) => h('h3', null, ...children);
// Only for the eye.
const HIDDEN = { 'aria-hidden': 'true' };
const para = (name, ...children) => h('p', { class: name }, ...children);
const button = (label, onclick, more = {}) => h('button', { type: 'button', onclick, ...more }, label);

/** A list of which one is chosen: [value, word] each. */
const choice = (label, options, chosen, choose) => h('select', { 'aria-label': label, onchange: (event) => choose(event.target.value) },
  options.map(([value, word]) => h('option', { value, selected: value === chosen }, word)));

/** A button that looks like a link. */
const linkButton = (label, onclick, more = {}) => button(label, onclick, { class: 'link', ...more });

/** Return a link out of the page, or null where the address is none we trust. */
function outsideLink(address, label) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return h('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer' }, label);
}

/** Show the first `count` of many blocks, and the rest on demand. */
function shortList(items, render, count) {
  const box = h('div', null, items.slice(0, count).map(render));
  if (items.length <= count) return box;
  const show = () => more.replaceWith(shortList(items.slice(count), render, count * 4));
  const more = button(say('more', items.length - count), show, { class: 'more' });
  box.append(more);
  return box;
}

const number = (n) => n.toLocaleString('en');

/** "1 fact" or "12 facts": a phrase for one thing, or the one for several. */
const several = (n, one, more) => say(n === 1 ? one : more, n);
