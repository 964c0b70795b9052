// How are these two connected? The cheapest way over facts that pass the filters: each step costs one,
// more if it rests on what is only reported, hypothetical or said not to be so, or runs through words
// of one article or through somebody whom everybody is connected to.

const paths = (() => {
  const COST = { asserted: 0, of: 0, reported: 0.3, hypothetical: 1, negative: 4 };

  const toll = (entity) => {
    const { degree, isWords } = entityOf(entity);
    return 1 + 0.5 * Math.log(1 + degree) + (isWords ? 0.6 : 0);
  };

  /** Return the entities from one to the other, both included, or null. */
  function find(start, goal) {
    const cost = new Map([[start, 0]]);
    const before = new Map();
    const done = new Set();
    const queue = [[0, start]];
    while (queue.length && !done.has(goal)) {
      const [, entity] = queue.pop();
      if (done.has(entity)) continue;
      done.add(entity);
      for (const [other, status] of filtering.steps(entity)) {
        const total = cost.get(entity) + COST[status] + toll(other);
        if (total < (cost.get(other) ?? Infinity)) {
          cost.set(other, total);
          before.set(other, entity);
          enter(queue, [total, other]);
        }
      }
    }
    if (!before.has(goal)) return null;
    const path = [goal];
    while (path[0] !== start) path.unshift(before.get(path[0]));
    return path;
  }

  /** Put what is to be looked at next among the rest, the cheapest last. */
  function enter(queue, item) {
    let [low, high] = [0, queue.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (queue[middle][0] > item[0]) low = middle + 1; else high = middle;
    }
    queue.splice(low, 0, item);
  }

  return { find };
})();
