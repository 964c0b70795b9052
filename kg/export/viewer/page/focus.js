// What is lit up? Around one entity, on one line, or what is selected: the entities in its centre, the
// lines that belong to it, and the entities at their ends.

const focus = (() => {
  function around(index, soft = false) {
    const direct = edgesOf(index);
    // A post is only half a neighbour: show also who holds it, and what it is a post of.
    const posts = new Set([...endsOf(direct, [])].filter((other) => other !== index && entityOf(other).of >= 0));
    const beyond = [...posts].flatMap((post) => edgesOf(post).filter((edge) => edge.from === post || entityOf(post).of === index));
    const edges = [...new Set([...direct, ...beyond])];
    return { ...lit([index], edges), soft };
  }
  const edgesOf = (index) => visible.edgesOf.get(index) || [];
  const endsOf = (edges, more) => new Set([...more, ...edges.flatMap((edge) => [edge.from, edge.to])]);
  const withFacts = (facts) => visible.edges.filter((edge) => edge.facts.some((f) => facts.has(f)));

  const among = (entities) => visible.edges.filter(({ from, to }) => entities.includes(from) && entities.includes(to));
  const lit = (centre, edges, entities = centre) => ({ centre: new Set(centre), edges, entities: endsOf(edges, entities) });

  function onSelection() {
    const shown = (index) => visible.shown.has(index);
    if (state.article >= 0) {
      const { facts } = model.articles[state.article];
      return lit([], withFacts(new Set(facts)), facts.map((f) => factOf(f).subject).filter(shown));
    }
    if (state.community >= 0) {
      const members = model.communities[state.community].filter(shown);
      return { ...lit([], among(members), members), community: state.community };
    }
    if (state.path) {
      const place = (index) => state.path.indexOf(index);
      return lit(state.path, among(state.path).filter(({ from, to }) => Math.abs(place(from) - place(to)) === 1));
    }
    if (state.pair) return lit(state.pair, among(state.pair));
    if (state.fact >= 0) return lit(factEnds(factOf(state.fact)), withFacts(new Set([state.fact])));
    return state.entity >= 0 ? around(state.entity) : null;
  }

  const onEdge = (edge) => ({ ...lit([], [edge]), soft: true });

  return { around, onEdge, onSelection };
})();
