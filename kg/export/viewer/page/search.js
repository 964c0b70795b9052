// Which entities have this name? Compares without accents and case; the beginning of a name counts
// more than the beginning of a word in it, and that more than the middle of a word. Among equals the
// more important entity comes first, and words of one article come last.

const search = (() => {
  const PLAIN = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', '’': "'" };
  const plain = (text) =>
    text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[øłđðßæœıþ’]/g, (c) => PLAIN[c]);

  let index = null;
  const load = () => (index ||= model.entities.map((e) => [e.name, ...e.aliases].map((name) => ' ' + plain(name))));

  const score = (name, query) => {
    const at = name.indexOf(' ' + query);
    if (at === 0) return name.length === query.length + 1 ? 4 : 3;
    if (at > 0) return 2;
    return name.includes(query) ? 1 : 0;
  };

  /** Return the entities (their places) that fit best, at most `count`. */
  function find(text, count = 10) {
    const query = plain(text.trim());
    if (!query) return [];
    const found = [];
    load().forEach((names, entity) => {
      let best = 0;
      for (const name of names) best = Math.max(best, score(name, query));
      if (best) found.push([best - (entityOf(entity).isWords ? 2.5 : 0), entity]);
    });
    return found.sort((a, b) => b[0] - a[0] || a[1] - b[1]).slice(0, count).map(([, entity]) => entity);
  }

  return { find, plain, load };
})();

/** A search field with suggestions (the ARIA combobox pattern); calls `choose` with an entity. */
function combobox(label, choose, id) {
  let options = [];
  let active = 0;
  const list = h('ul', { class: 'suggestions', role: 'listbox', id, hidden: true, 'aria-label': label });
  const input = h('input', {
    type: 'search', role: 'combobox', placeholder: label, autocomplete: 'off', spellcheck: 'false',
    'aria-label': label, 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': id,
    oninput: () => { options = search.find(input.value); active = 0; show(); },
    onblur: close,
    onkeydown: onKey,
  });

  function onKey(event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      active = (active + step + options.length) % Math.max(1, options.length);
      show();
    } else if (event.key === 'Enter' && options.length) {
      take(options[active]);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      input.value = '';
      close();
      input.blur();
    }
  }

  function take(entity) {
    input.value = '';
    close();
    choose(entity);
  }

  function close() {
    options = [];
    show();
  }

  function option(entity, i) {
    const { type, name, facts, of } = entityOf(entity);
    const onmousedown = (event) => { event.preventDefault(); take(entity); };
    return h('li', { role: 'option', id: `${id}-${i}`, 'aria-selected': String(i === active), onmousedown },
      typeIcon(type), bdi(name), of >= 0 ? h('small', { class: 'of' }, `${say('of')} `, bdi(nameOf(of))) : null, h('small', null, type, ' · ', number(facts.length)));
  }

  function show() {
    const nothing = input.value.trim() && !options.length;
    list.replaceChildren(...options.map(option));
    if (nothing && document.activeElement === input) list.append(h('li', { class: 'none' }, say('noMatch')));
    list.hidden = !list.childElementCount;
    input.setAttribute('aria-expanded', String(options.length > 0));
    if (options.length) input.setAttribute('aria-activedescendant', `${id}-${active}`);
    else input.removeAttribute('aria-activedescendant');
  }

  return { box: div('search', input, list), input };
}
