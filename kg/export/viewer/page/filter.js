// What is in the picture? Facts that pass the filters, entities that are shown, and the lines between
// them: one line for all facts of one status that run the same way between the same two entities.

const visible = { entities: [], shown: new Set(), facts: [], passing: [], edges: [], edgesOf: new Map() };

const filtering = (() => {
  const on = (filter, value) => !state[filter].has(value);

  function daysOf(fact) {
    if (state.dateKind === 'event') return fact.days ? [fact.days] : [];
    return fact.claims.map((c) => articleOf(c)?.days).filter(Boolean);
  }

  const within = (days) => !!days && days[1] >= (state.from ?? -Infinity) && days[0] <= (state.to ?? Infinity);

  /** Tell whether one and the same piece of evidence has all that is asked of evidence. */
  function evidencePasses(fact) {
    const timed = state.from !== null || state.to !== null;
    if (timed && state.dateKind === 'event' && !within(fact.days)) return false;
    const dated = timed && state.dateKind === 'published';
    if (!fact.claims.length) return !dated && !state.publishers.size && !state.sources.size;
    return fact.claims.some((c) => {
      const article = articleOf(c);
      return on('publishers', article?.publisher) && on('sources', sourceOf(claimOf(c))) &&
        claimOf(c).confidence >= state.confidence && (!dated || within(article?.days));
    });
  }

  const passes = (fact) =>
    on('stances', fact.stance) && on('polarities', fact.polarity) &&
    on('classes', verbClassOf(fact)) && on('relations', lemmaOf(fact)) &&
    on('types', entityOf(fact.subject).type) &&
    (fact.object < 0 || on('types', entityOf(fact.object).type)) && evidencePasses(fact);

  // A phone has room for fewer. What may be shown first are things that something is said of.
  const FEW = 25;
  const usual = () => (innerWidth < 700 ? Math.min(FEW, model.placed.length) : model.placed.length);
  const firstOf = new Map();

  /** The entities that are shown before anything is searched or added, the most important first. */
  function first(count = state.count || usual()) {
    if (!firstOf.has(count)) {
      const placed = new Set(model.placed);
      const others = count > placed.size ? model.entities.filter((e) => !e.isWords && e.degree && !placed.has(e.index)) : [];
      firstOf.set(count, [...model.placed, ...others.map((e) => e.index)].slice(0, count));
    }
    return firstOf.get(count);
  }

  /** The selection, in whichever form. */
  function centre() {
    if (state.path) return state.path;
    if (state.community >= 0) return model.communities[state.community].slice(0, ADD_AT_ONCE);
    if (state.pair) return state.pair;
    if (state.entity >= 0) return [state.entity];
    if (state.fact >= 0) return factEnds(factOf(state.fact));
    return [];
  }

  /** The entities up to `depth` steps from the centre, nearest and most important first. */
  function around(starts, depth) {
    const found = new Set(starts);
    let edge = starts;
    for (let step = 0; step < depth && found.size < model.meta.cap; step += 1) {
      const next = new Set();
      for (const one of edge) for (const other of passingNeighbours(one)) if (!found.has(other)) next.add(other);
      edge = [...next].sort(byWorth);
      for (const other of edge) if (found.size < model.meta.cap) found.add(other);
    }
    return found;
  }

  const ok = new Set();
  /** Every step from an entity to another, over a fact that passes or between a post and what it is of: [entity, status]. */
  function* steps(entity) {
    const { facts, of, posts } = entityOf(entity);
    for (const f of facts) {
      if (!ok.has(f)) continue;
      for (const [one, other] of model.links(factOf(f))) {
        if (one === entity) yield [other, factOf(f).status];
        if (other === entity) yield [one, factOf(f).status];
      }
    }
    if (of >= 0) yield [of, 'of'];
    for (const post of posts) if (isSpokenOf(post)) yield [post, 'of'];
  }
  const passingNeighbours = (entity) =>
    [...new Set([...steps(entity)].map(([other]) => other))].filter((other) => on('types', entityOf(other).type));

  const isSpokenOf = (entity) => entityOf(entity).facts.some((f) => ok.has(f));

  /** Entities that may be added next: things before words, the important before the rest. */
  const byWorth = (a, b) => a - b;

  function update() {
    ok.clear();
    visible.passing = model.facts.filter(passes);
    for (const fact of visible.passing) ok.add(fact.index);
    const chosen = state.depth && centre().length
      ? around(centre(), state.depth)
      : new Set([...centre(), ...first(), ...state.added].slice(0, Math.max(model.meta.cap, model.placed.length)));
    visible.shown = new Set([...chosen].filter((index) => on('types', entityOf(index).type)));
    const drawn = new Set(centre());
    visible.edges = edges();
    visible.edgesOf = new Map();
    for (const edge of visible.edges) {
      for (const end of new Set([edge.from, edge.to])) {
        drawn.add(end);
        if (visible.edgesOf.has(end)) visible.edgesOf.get(end).push(edge);
        else visible.edgesOf.set(end, [edge]);
      }
    }
    // An entity all of whose facts are filtered away leaves the picture with them.
    visible.entities = [...visible.shown].filter((index) => drawn.has(index) || isSpokenOf(index)).sort(byWorth);
    visible.shown = new Set(visible.entities);
    visible.facts = visible.passing.filter((fact) => visible.shown.has(fact.subject) || visible.shown.has(fact.object));
  }

  function edges() {
    const found = new Map();
    const line = (from, to, status, role) => {
      const key = `${from} ${to} ${status} ${role ? 1 : 0}`;
      if (!found.has(key)) found.set(key, { from, to, status, role, facts: [], bend: 0 });
      return found.get(key);
    };
    for (const fact of visible.passing) {
      for (const [from, to, role] of model.links(fact)) {
        // A post in the picture already leads to what it is a post of.
        if (role === 'of' && isPost(fact) && visible.shown.has(fact.object)) continue;
        if (visible.shown.has(from) && visible.shown.has(to)) line(from, to, fact.status, role).facts.push(fact.index);
      }
    }
    for (const index of visible.shown) {
      const { of } = entityOf(index);
      if (of >= 0 && visible.shown.has(of) && isSpokenOf(index)) line(index, of, 'of', '');
    }
    const list = [...found.values()];
    fan(list);
    return list;
  }

  /** Bend lines between the same two entities apart. */
  function fan(list) {
    const pairs = new Map();
    for (const edge of list) {
      const key = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
      if (!pairs.has(key)) pairs.set(key, []);
      pairs.get(key).push(edge);
    }
    for (const group of pairs.values()) {
      group.forEach((edge, i) => { edge.bend = (i - (group.length - 1) / 2) * (edge.from < edge.to ? 1 : -1); });
    }
  }

  /** Neighbours of an entity that are not in the picture, best first. */
  const hiddenNeighbours = (entity) => passingNeighbours(entity).filter((other) => !visible.shown.has(other)).sort(byWorth);

  return { update, first, centre, hiddenNeighbours, steps, daysOf, passes: (fact) => ok.has(fact.index) };
})();

const factEnds = (fact) => [fact.subject, fact.object].filter((index) => index >= 0);

const ADD_AT_ONCE = 25;

/** Put the best hidden neighbours of an entity into the picture; returns how many. */
function expand(entity) {
  const room = model.meta.cap - visible.entities.length;
  const more = filtering.hiddenNeighbours(entity).slice(0, Math.max(0, Math.min(ADD_AT_ONCE, room)));
  if (more.length) go({ added: withAdded(more) });
  else announce(room > 0 ? say('nothingToAdd') : say('capReached', visible.entities.length));
  return more.length;
}
