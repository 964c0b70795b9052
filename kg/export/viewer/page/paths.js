// How are these two connected? The cheapest way over facts that pass the filters: each step costs one,
// more if it rests on what is only reported, hypothetical or said not to be so, or runs through words
// of one article or through somebody whom everybody is connected to.

const paths = (() => {
  const COST = { asserted: 0, of: 0, reported: 0.3, hypothetical: 1, negative: 4 };

  function steps(entity) {
    const best = new Map();
    const offer = (other, cost) => {
      if (!best.has(other) || best.get(other) > cost) best.set(other, cost);
    };
    for (const f of model.entities[entity].facts) {
      const fact = model.facts[f];
      if (!filtering.passes(fact)) continue;
      for (const [one, other] of model.links(fact)) {
        if (one === entity) offer(other, COST[fact.status]);
        if (other === entity) offer(one, COST[fact.status]);
      }
    }
    const { of, posts } = model.entities[entity];
    for (const other of of >= 0 ? [of, ...posts] : posts) offer(other, COST.of);
    return best;
  }

  const toll = (entity) => {
    const { degree, isWords } = model.entities[entity];
    return 1 + 0.5 * Math.log(1 + degree) + (isWords ? 0.6 : 0);
  };

  /** Return the entities from one to the other, both included, or null. */
  function find(start, goal) {
    const cost = new Map([[start, 0]]);
    const before = new Map();
    const done = new Set();
    const queue = heap();
    queue.push(0, start);
    for (let entity = queue.pop(); entity !== undefined && entity !== goal; entity = queue.pop()) {
      if (done.has(entity)) continue;
      done.add(entity);
      for (const [other, extra] of steps(entity)) {
        const total = cost.get(entity) + extra + toll(other);
        if (total < (cost.get(other) ?? Infinity)) {
          cost.set(other, total);
          before.set(other, entity);
          queue.push(total, other);
        }
      }
    }
    if (!before.has(goal)) return null;
    const path = [goal];
    while (path[0] !== start) path.unshift(before.get(path[0]));
    return path;
  }

  /** A binary heap of values by cost. */
  function heap() {
    const items = [];
    const less = (i, j) => items[i][0] < items[j][0];
    const swap = (i, j) => { [items[i], items[j]] = [items[j], items[i]]; };
    return {
      push(cost, value) {
        items.push([cost, value]);
        for (let i = items.length - 1; i > 0 && less(i, (i - 1) >> 1); i = (i - 1) >> 1) swap(i, (i - 1) >> 1);
      },
      pop() {
        if (!items.length) return undefined;
        swap(0, items.length - 1);
        const [, value] = items.pop();
        for (let i = 0; ;) {
          let least = i;
          for (const child of [2 * i + 1, 2 * i + 2]) if (child < items.length && less(child, least)) least = child;
          if (least === i) return value;
          swap(i, least);
          i = least;
        }
      },
    };
  }

  return { find };
})();
