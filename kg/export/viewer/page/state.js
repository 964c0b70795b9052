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

const address = (() => {
  const ids = (indexes) => indexes.map((i) => entityOf(i).id).join('~');
  const entities = (text) => (text || '').split('~').map((id) => model.entityById.get(id)).filter((i) => i !== undefined);
  const place = (map, id) => (map.has(id) ? map.get(id) : -1);

  function write() {
    const p = new URLSearchParams();
    const put = (key, value) => { if (value) p.set(key, value); };
    put('e', entityOf(state.entity)?.id);
    put('f', factOf(state.fact)?.id);
    put('l', state.pair && ids(state.pair));
    put('a', model.articles[state.article]?.id);
    put('c', state.claim >= 0 && String(state.claim));
    put('p', state.path && ids(state.path));
    put('g', state.community >= 0 && ids([model.communities[state.community][0]]));
    put('h', state.grouped && '1');
    put('k', state.count);
    put('x', ids(state.added));
    put('n', state.depth);
    put('v', state.view === 'table' && 'table');
    put('w', state.wholeTable && '1');
    for (const name of FILTERS) put(SHORT[name], [...state[name]].sort().join('~'));
    put('cf', state.confidence);
    put('d', state.dateKind === 'event' && 'event');
    put('d0', state.from !== null && isoDay(state.from));
    put('d1', state.to !== null && isoDay(state.to));
    return p.toString();
  }

  function read() {
    const p = new URLSearchParams(location.hash.slice(1));
    const day = (key) => { const value = dayOf(p.get(key) || ''); return Number.isFinite(value) ? value : null; };
    const pair = entities(p.get('l'));
    const path = entities(p.get('p'));
    const [leader] = entities(p.get('g'));
    Object.assign(state, {
      community: leader === undefined ? -1 : entityOf(leader).community, grouped: p.get('h') === '1',
      count: COUNTS.includes(Number(p.get('k'))) ? Number(p.get('k')) : 0,
      entity: place(model.entityById, p.get('e')), fact: place(model.factById, p.get('f')),
      article: place(model.articleById, p.get('a')), claim: p.has('c') && claimOf(p.get('c')) ? Number(p.get('c')) : -1,
      pair: pair.length === 2 ? pair : null, path: path.length > 1 ? path : null,
      added: entities(p.get('x')), depth: Math.min(4, Math.max(0, Number(p.get('n')) || 0)),
      view: p.get('v') === 'table' ? 'table' : 'graph', wholeTable: p.get('w') === '1',
      confidence: Math.min(1, Math.max(0, Number(p.get('cf')) || 0)),
      dateKind: p.get('d') === 'event' ? 'event' : 'published', from: day('d0'), to: day('d1'),
    });
    for (const name of FILTERS) state[name] = new Set(p.has(SHORT[name]) ? p.get(SHORT[name]).split('~') : []);
  }

  return { read, write };
})();

let onChange = () => {};
addEventListener('popstate', () => { address.read(); onChange(); });

/** Change the state, put it into the address and redraw. */
function go(changes) {
  Object.assign(state, changes);
  const hash = '#' + address.write();
  if (hash !== (location.hash || '#')) history.pushState(null, '', hash);
  onChange();
}

const NOTHING = { entity: -1, fact: -1, pair: null, article: -1, claim: -1, path: null, community: -1 };

const openEntity = (entity) => go({
  ...NOTHING, entity, depth: entity === state.entity ? state.depth : 0, added: withAdded([entity]),
});
const openFact = (fact) => go({ ...NOTHING, fact, depth: 0, added: withAdded([factOf(fact).subject]) });
const openPair = (pair) => go({ ...NOTHING, pair });
const openPath = (path) => go({ ...NOTHING, path, depth: 0, added: withAdded(path) });
const openArticle = (article, claim = -1) => go({ article, claim });
const openCommunity = (community) => go({
  ...NOTHING, community, depth: 0, added: withAdded(model.communities[community].slice(0, ADD_AT_ONCE)),
});
const clearSelection = () => go({ ...NOTHING, depth: 0 });

/** The entities added to the first view, with these too; what is already in it is not repeated. */
function withAdded(indexes) {
  const known = new Set(filtering.first());
  return [...new Set([...state.added, ...indexes])].filter((index) => !known.has(index));
}
