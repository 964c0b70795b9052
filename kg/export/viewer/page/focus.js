// What is lit up? Around one entity, on one line, or what is selected: the entities in its centre, the
// lines that belong to it, and the entities at their ends.

const focus = (() => {
  function around(index, soft = false) {
    const direct = edgesOf(index);
    // A post is only half a neighbour: show also who holds it, and what it is a post of.
    const posts = new Set([...endsOf(direct, [])].filter((other) => other !== index && model.entities[other].of >= 0));
    const beyond = [...posts].flatMap((post) => edgesOf(post).filter((edge) => edge.from === post || model.entities[post].of === index));
    const edges = [...new Set([...direct, ...beyond])];
    return { centre: new Set([index]), edges, entities: endsOf(edges, [index]), soft };
  }
  const edgesOf = (index) => visible.edgesOf.get(index) || [];
  const endsOf = (edges, more) => new Set([...more, ...edges.flatMap((edge) => [edge.from, edge.to])]);
  const withFacts = (facts) => visible.edges.filter((edge) => edge.facts.some((f) => facts.has(f)));

  function onSelection() {
    if (state.article >= 0) {
      const { facts } = model.articles[state.article];
      const edges = withFacts(new Set(facts));
      const subjects = facts.map((f) => model.facts[f].subject).filter((index) => visible.shown.has(index));
      return { centre: new Set(), edges, entities: endsOf(edges, subjects) };
    }
    if (state.community >= 0) {
      const members = new Set(model.communities[state.community].filter((index) => visible.shown.has(index)));
      const edges = visible.edges.filter((edge) => members.has(edge.from) && members.has(edge.to));
      return { centre: new Set(), edges, entities: members, community: state.community };
    }
    if (state.path) {
      const place = (index) => state.path.indexOf(index);
      const edges = visible.edges.filter(({ from, to }) =>
        place(from) >= 0 && place(to) >= 0 && Math.abs(place(from) - place(to)) === 1);
      return { centre: new Set(state.path), edges, entities: new Set(state.path) };
    }
    if (state.pair) {
      const edges = visible.edges.filter((edge) => state.pair.includes(edge.from) && state.pair.includes(edge.to));
      return { centre: new Set(state.pair), edges, entities: new Set(state.pair) };
    }
    if (state.fact >= 0) {
      const ends = factEnds(model.facts[state.fact]);
      const edges = withFacts(new Set([state.fact]));
      return { centre: new Set(ends), edges, entities: endsOf(edges, ends) };
    }
    return state.entity >= 0 ? around(state.entity) : null;
  }

  const onEdge = (edge) => ({ centre: new Set(), edges: [edge], entities: new Set([edge.from, edge.to]), soft: true });

  return { around, onEdge, onSelection };
})();
