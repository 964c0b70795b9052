// What do the signs mean, and which are switched on? The legend is the filter: every row shows a sign,
// what it stands for, how many there are, and a box to switch it off; "only" switches off the others.

const legend = (() => {
  const element = h('aside', { id: 'left', 'aria-label': say('filters') });
  let relationQuery = '';
  // The classes of verbs whose relations are listed.
  const unfolded = new Set();

  const count = (keys) => {
    const counts = new Map();
    for (const key of keys) counts.set(key, (counts.get(key) || 0) + 1);
    return counts;
  };
  // Counts of the whole graph: they do not jump about while the reader filters.
  const totals = {
    types: count(model.entities.filter((e) => e.facts.length).map((e) => e.type)),
    stances: count(model.facts.map((f) => f.stance)),
    polarities: count(model.facts.map((f) => f.polarity)),
    publishers: count(model.facts.flatMap((f) => [...new Set(f.claims.map((c) => articleOf(c)?.publisher))].filter(Boolean))),
    sources: count(model.facts.flatMap((f) => [...new Set(f.claims.map((c) => sourceOf(claimOf(c))))])),
    classes: count(model.facts.map(verbClassOf)),
    relations: count(model.facts.map(lemmaOf)),
  };
  const classOf = new Map(model.facts.map((f) => [lemmaOf(f), verbClassOf(f)]));

  const toggle = (filter, key, off) => {
    const next = new Set(state[filter]);
    if (off) next.add(key); else next.delete(key);
    go({ [filter]: next });
  };

  function row(filter, key, label, sign) {
    const others = [...totals[filter].keys()].filter((other) => other !== key);
    const alone = !state[filter].has(key) && others.length > 0 && others.every((other) => state[filter].has(other));
    const box = h('input', {
      type: 'checkbox', checked: !state[filter].has(key), 'data-key': `${filter}:${key}`,
      onchange: (event) => toggle(filter, key, !event.target.checked),
    });
    const word = say(alone ? 'all' : 'only');
    const keepOnly = () => go({ [filter]: new Set(alone ? [] : others) });
    return div('row',
      filter === 'classes' ? sign : null,
      h('label', null, box, filter === 'classes' ? null : sign, h('span', { class: 'name', title: label }, bdi(label))),
      button(word, keepOnly, { class: 'only', 'aria-label': `${word} ${label}` }),
      span('n', number(totals[filter].get(key) || 0)));
  }

  // Types of mere words come last, however many they are.
  const wordTypes = new Set(model.types.filter((type) => model.entities.every((e) => e.type !== type || e.isWords)));
  const late = (key) => Number(wordTypes.has(key));
  const byCount = (filter) => [...totals[filter]]
    .sort((a, b) => late(a[0]) - late(b[0]) || b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);

  /** Relations by class of verb, each class to be unfolded; or those that a query finds. */
  function relationRows() {
    const query = search.plain(relationQuery.trim());
    const lemmas = byCount('relations');
    const rows = (found, most) => shortList(found, (lemma) => row('relations', lemma, lemma), most);
    if (query) return rows(lemmas.filter((lemma) => search.plain(lemma).includes(query)), 20);
    return div('classes', CLASSES.filter((name) => totals.classes.has(name)).map((name) => {
      const open = unfolded.has(name);
      const fold = () => { if (open) unfolded.delete(name); else unfolded.add(name); draw(); };
      const label = say(`class_${name}`);
      return [
        row('classes', name, label, button(open ? '▾' : '▸', fold, {
          class: 'fold', 'aria-expanded': String(open), 'aria-label': say('relationsOf', { name: label }), 'data-key': `fold:${name}`,
        })),
        open ? div('members', rows(lemmas.filter((lemma) => classOf.get(lemma) === name), 12)) : null,
      ];
    }));
  }
  const CLASSES = ['posts', 'ties', 'says', 'thinks', 'wants', 'is', 'does'];
  const SPOKEN = ['ownVoice', 'unnamedSource'];

  /** Whose word it is: the articles' own, anybody unnamed, then those who are named. */
  const sourceRows = () => [
    ...SPOKEN.filter((key) => totals.sources.has(key)),
    ...byCount('sources').filter((key) => !SPOKEN.includes(key)),
  ];
  const sourceRow = (key) => row('sources', key, SPOKEN.includes(key) ? say(key) : key);

  function draw() {
    const focused = document.activeElement?.dataset?.key;
    const scroll = element.scrollTop;
    const wasOpen = element.querySelector('details')?.open;
    const list = h('div', null, relationRows());
    const find = h('input', {
      type: 'search', class: 'find', placeholder: say('findRelation'), 'aria-label': say('findRelation'),
      value: relationQuery, 'data-key': 'find-relation',
      oninput: (event) => { relationQuery = event.target.value; list.replaceChildren(relationRows()); },
    });
    const filtered = FILTERS.some((name) => state[name].size) || state.confidence ||
      state.from !== null || state.to !== null;
    const content = [
      div('bar', h3(say('types')), filtered ? button(say('resetFilters'), reset, { class: 'link reset' }) : null), byCount('types').map((type) => row('types', type, type, typeIcon(type))),
      h3(say('stance')), STANCES.map((stance) => row('stances', stance, say(stance), lineIcon(stance))),
      h3(say('polarity')),
      row('polarities', 'positive', say('positive'), h('span', { class: 'line' })),
      row('polarities', 'negative', say('negative'), lineIcon('negative')),
      totals.sources.size > 1 ? [h3(say('whoSays')), shortList(sourceRows(), sourceRow, 5)] : null,
      totals.publishers.size > 1 ? [h3(say('publishers')),
        shortList(byCount('publishers'), (name) => row('publishers', name, name), 6)] : null,
      h3(say('relations')), totals.relations.size > 10 ? find : null, list,
      confidence(),
    ];
    element.replaceChildren(h('details', { open: wasOpen ?? innerWidth > 900 }, h('summary', null, say('filters')), content));
    element.scrollTop = scroll;
    if (focused) element.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  function confidence() {
    const title = h3(say('confidence', Math.round(state.confidence * 100)));
    return [title, h('input', {
      type: 'range', min: 0, max: 1, step: 0.05, value: state.confidence, 'aria-label': title.textContent, 'data-key': 'confidence',
      onchange: (event) => go({ confidence: Number(event.target.value) }),
      oninput: (event) => { title.textContent = say('confidence', Math.round(event.target.value * 100)); },
    })];
  }

  function reset() {
    const cleared = Object.fromEntries(FILTERS.map((name) => [name, new Set()]));
    go({ ...cleared, confidence: 0, from: null, to: null });
  }

  return { element, draw, reset };
})();
