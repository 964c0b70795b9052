// What is the reader looking at? One value, kept in the address after '#', so that a link opens the
// same view and Back undoes. Filters hold what is switched off.

const SHORT = { types: 'ty', stances: 'st', polarities: 'po', publishers: 'pu', sources: 'so', classes: 'vc', relations: 're' };
const FILTERS = Object.keys(SHORT);

const state = {
  entity: -1, fact: -1, pair: null, article: -1, claim: -1, path: null, community: -1,
  added: [], depth: 0, view: 'graph', wholeTable: false, count: 0, grouped: false,
  ...Object.fromEntries(FILTERS.map((name) => [name, new Set()])),
  confidence: 0, dateKind: 'published', from: null, to: null,
};

// How many of the most important entities are shown at first.
const COUNTS = [25, 50, 100, 200, 300];

const history_ = (() => {
  const listeners = [];
  const ids = (indexes) => indexes.map((i) => model.entities[i].id).join('~');
  const entities = (text) => (text || '').split('~').map((id) => model.entityById.get(id)).filter((i) => i !== undefined);
  const place = (map, id) => (map.has(id) ? map.get(id) : -1);

  function write() {
    const p = new URLSearchParams();
    if (state.entity >= 0) p.set('e', model.entities[state.entity].id);
    if (state.fact >= 0) p.set('f', model.facts[state.fact].id);
    if (state.pair) p.set('l', ids(state.pair));
    if (state.article >= 0) p.set('a', model.articles[state.article].id);
    if (state.claim >= 0) p.set('c', state.claim);
    if (state.path) p.set('p', ids(state.path));
    if (state.community >= 0) p.set('g', ids([model.communities[state.community][0]]));
    if (state.grouped) p.set('h', '1');
    if (state.count) p.set('k', state.count);
    if (state.added.length) p.set('x', ids(state.added));
    if (state.depth) p.set('n', state.depth);
    if (state.view === 'table') p.set('v', 'table');
    if (state.wholeTable) p.set('w', '1');
    for (const name of FILTERS) if (state[name].size) p.set(SHORT[name], [...state[name]].sort().join('~'));
    if (state.confidence) p.set('cf', state.confidence);
    if (state.dateKind !== 'published') p.set('d', state.dateKind);
    if (state.from !== null) p.set('d0', isoDay(state.from));
    if (state.to !== null) p.set('d1', isoDay(state.to));
    return p.toString();
  }

  function read() {
    const p = new URLSearchParams(location.hash.slice(1));
    const day = (key) => { const value = dayOf(p.get(key) || ''); return Number.isFinite(value) ? value : null; };
    const pair = entities(p.get('l'));
    const path = entities(p.get('p'));
    const [leader] = entities(p.get('g'));
    Object.assign(state, {
      community: leader === undefined ? -1 : model.entities[leader].community, grouped: p.get('h') === '1',
      count: COUNTS.includes(Number(p.get('k'))) ? Number(p.get('k')) : 0,
      entity: place(model.entityById, p.get('e')), fact: place(model.factById, p.get('f')),
      article: place(model.articleById, p.get('a')), claim: p.has('c') && model.claims[p.get('c')] ? Number(p.get('c')) : -1,
      pair: pair.length === 2 ? pair : null, path: path.length > 1 ? path : null,
      added: entities(p.get('x')), depth: Math.min(4, Math.max(0, Number(p.get('n')) || 0)),
      view: p.get('v') === 'table' ? 'table' : 'graph', wholeTable: p.get('w') === '1',
      confidence: Math.min(1, Math.max(0, Number(p.get('cf')) || 0)),
      dateKind: p.get('d') === 'event' ? 'event' : 'published', from: day('d0'), to: day('d1'),
    });
    for (const name of FILTERS) state[name] = new Set(p.has(SHORT[name]) ? p.get(SHORT[name]).split('~') : []);
  }

  const changed = () => listeners.forEach((listener) => listener());
  addEventListener('popstate', () => { read(); changed(); });

  return {
    read,
    onChange: (listener) => listeners.push(listener),
    /** Change the state, put it into the address and redraw; `replace` makes no step for Back. */
    go(changes, { replace = false } = {}) {
      Object.assign(state, changes);
      const address = '#' + write();
      if (address !== (location.hash || '#')) history[replace ? 'replaceState' : 'pushState'](null, '', address);
      changed();
    },
  };
})();

const NOTHING = { entity: -1, fact: -1, pair: null, article: -1, claim: -1, path: null, community: -1 };

const openEntity = (entity) => history_.go({
  ...NOTHING, entity, depth: entity === state.entity ? state.depth : 0, added: withAdded([entity]),
});
const openFact = (fact) => history_.go({ ...NOTHING, fact, depth: 0, added: withAdded([model.facts[fact].subject]) });
const openPair = (pair) => history_.go({ ...NOTHING, pair });
const openPath = (path) => history_.go({ ...NOTHING, path, depth: 0, added: withAdded(path) });
const openArticle = (article, claim = -1) => history_.go({ article, claim });
const openCommunity = (community) => history_.go({
  ...NOTHING, community, depth: 0, added: withAdded(model.communities[community].slice(0, ADD_AT_ONCE)),
});
const clearSelection = () => history_.go({ ...NOTHING, depth: 0 });

/** The entities added to the first view, with these too; what is already in it is not repeated. */
function withAdded(indexes) {
  const known = new Set(filtering.first());
  return [...new Set([...state.added, ...indexes])].filter((index) => !known.has(index));
}
