// How does a button open a list of commands? The ARIA menu button pattern: arrows move, Escape closes.

function menuButton(label, commands) {
  const items = commands.map(([word, run]) => h('button', {
    type: 'button', role: 'menuitem', tabindex: -1, onclick: () => { close(); run(); },
  }, word));
  const list = h('div', { class: 'menu-list', role: 'menu', hidden: true, 'aria-label': label }, items);
  const opener = button([label, h('span', HIDDEN, ' ▾')], () => (list.hidden ? open() : close()),
    { 'aria-haspopup': 'menu', 'aria-expanded': 'false' });

  function open() {
    list.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    items[0].focus();
  }

  function close() {
    if (list.hidden) return;
    list.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    opener.focus();
  }

  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = items.indexOf(document.activeElement);
    if (step) { event.preventDefault(); items[(at + step + items.length) % items.length].focus(); }
    if (event.key === 'Escape') { event.stopPropagation(); close(); }
  });
  const box = div('menu', opener, list);
  box.addEventListener('focusout', (event) => { if (!box.contains(event.relatedTarget)) { list.hidden = true; opener.setAttribute('aria-expanded', 'false'); } });
  return box;
}
