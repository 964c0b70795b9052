// What tests and benchmarks ask of an open page: window.kgview, put together from what the page shows of itself.

Object.defineProperty(window, 'kgview', { get: () => window.kgparts && ((parts) => {
  const { model, visible, camera, places, stage, lines, communities, screenX, screenY, markScale, radiusOf, nameOf } = parts;
  const corner = () => { const box = stage.top.getBoundingClientRect(); return [box.left, box.top]; };
  const inWindow = ([x, y]) => { const [left, top] = corner(); return [left + x, top + y]; };
  return {
    ready: parts.ready,
    counts: () => ({
      shown: visible.entities.length, entities: model.entities.length,
      facts: visible.facts.length, allFacts: model.facts.length, edges: visible.edges.length,
    }),
    shown: () => visible.entities.map((index) => model.entities[index].id),
    resting: () => stage.isResting(),
    camera: () => ({ ...camera }),
    nameBoxes: () => stage.names().map(({ index, box }) => ({ name: nameOf(index), box: [...box] })),
    groupBoxes: () => stage.groups().map(({ at, box }) => ({ name: communities.nameOf(at), box: [...box] })),
    groups: () => model.communities.map((members) => members.filter((index) => visible.shown.has(index)).length),
    marks: () => visible.entities.map((index) => {
      const spot = places.of(index);
      return { name: nameOf(index), x: screenX(spot), y: screenY(spot), r: radiusOf(index) * markScale() };
    }),
    spot: (id) => ({ ...places.of(model.entityById.get(id)) }),
    entityAt(id) {
      const spot = places.of(model.entityById.get(id));
      return spot ? inWindow([screenX(spot), screenY(spot)]) : null;
    },
    edges: () => visible.edges.map((edge) => ({
      from: model.entities[edge.from].id, to: model.entities[edge.to].id, status: edge.status,
      facts: edge.facts.map((f) => model.facts[f].id), at: inWindow(lines.pointOn(lines.curve(edge, camera), 0.5)),
    })),
  };
})(window.kgparts) });
