// Where does an entity stand that the first view has no place for? As near as can be to those it is
// joined to, on the nearest free spot; what is already there never moves, so the picture stays known.

const places = (() => {
  const at = new Map(model.placed.map((index) => [index, { x: entityOf(index).x, y: entityOf(index).y }]));
  const CELL = 150;
  const grid = new Map();
  const key = (x, y) => `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;

  // Somewhat more room than layout.py keeps for a mark and its label: where much is added, all is seen from afar.
  const room = (index) => {
    const letters = labelLines(nameOf(index)).reduce((most, line) => Math.max(most, line.length), 0);
    const lines = nameOf(index).length > 16 ? 2 : 1;
    return { w: 1.2 * Math.max(2 * radiusOf(index), letters * 6.9) + 14, h: 1.3 * (2 * radiusOf(index) + lines * 15) + 14 };
  };
  const boxAt = (index, x, y) => { const { w, h: high } = room(index); return [x - w / 2, y - high / 2, x + w / 2, y + high / 2]; };
  const crosses = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

  function near(x, y) {
    const found = [];
    for (const dx of [-2, -1, 0, 1, 2]) for (const dy of [-1, 0, 1]) found.push(...(grid.get(key(x + dx * CELL, y + dy * CELL)) || []));
    return found;
  }

  function keep(index, spot) {
    at.set(index, spot);
    const cell = key(spot.x, spot.y);
    if (!grid.has(cell)) grid.set(cell, []);
    grid.get(cell).push(boxAt(index, spot.x, spot.y));
  }
  for (const [index, spot] of at) keep(index, spot);

  /** The middle of those already in the picture that it is joined to. */
  function wish(index) {
    const known = [...model.neighbours(index)].filter((other) => visible.shown.has(other) && at.has(other)).map((other) => at.get(other));
    if (!known.length) return { x: 0, y: 0, alone: true };
    const sum = known.reduce((total, spot) => ({ x: total.x + spot.x, y: total.y + spot.y }), { x: 0, y: 0 });
    return { x: sum.x / known.length, y: sum.y / known.length, alone: false };
  }

  function settle(index) {
    const { x, y, alone } = wish(index);
    const out = Math.atan2(y, x);
    for (let ring = alone ? 0 : 5; ; ring += 1) {
      const steps = Math.max(1, ring * 5);
      for (let step = 0; step < steps; step += 1) {
        const turn = out + (step % 2 ? -1 : 1) * Math.PI * Math.ceil(step / 2) * 2 / steps;
        const spot = { x: Math.round(x + ring * 14 * Math.cos(turn)), y: Math.round(y + ring * 11 * Math.sin(turn)) };
        const box = boxAt(index, spot.x, spot.y);
        if (!near(spot.x, spot.y).some((other) => crosses(box, other))) return keep(index, spot);
      }
    }
  }

  return {
    of: (index) => at.get(index),
    move: (index, x, y) => at.set(index, { x, y }),
    /** Find a place for everything in the picture that has none. */
    fill() { for (const index of visible.entities) if (!at.has(index)) settle(index); },
  };
})();
