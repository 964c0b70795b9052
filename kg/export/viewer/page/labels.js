// Which names are written, and where? Each name in the first free of eight spots around its mark or not
// at all, the important ones first; so drawn names never overlap. Then, where there is room, what a line
// says, written along it.

const labels = (() => {
  const cross = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

  /** Boxes that are taken, in a grid. */
  function occupied() {
    const CELL = 80;
    const grid = new Map();
    const cells = (box, visit) => {
      for (let i = Math.floor(box[0] / CELL); i <= Math.floor(box[2] / CELL); i += 1) {
        for (let j = Math.floor(box[1] / CELL); j <= Math.floor(box[3] / CELL); j += 1) if (visit(i * 4096 + j)) return true;
      }
      return false;
    };
    return {
      add: (box) => cells(box, (cell) => { if (grid.has(cell)) grid.get(cell).push(box); else grid.set(cell, [box]); }),
      hits: (box) => cells(box, (cell) => (grid.get(cell) || []).some((b) => cross(box, b))),
      count(box) {
        const found = new Set();
        cells(box, (cell) => { for (const b of grid.get(cell) || []) if (cross(box, b)) found.add(b); });
        return found.size;
      },
    };
  }

  const widths = new Map();
  function widthOf(c, line, font) {
    const key = font + line;
    if (!widths.has(key)) { c.font = font; widths.set(key, c.measureText(line).width); }
    return widths.get(key);
  }

  /**
   * Paint names, most important first; returns the boxes drawn. `must` get a place even across a mark, never
   * across another name or the mark of another that must. When those are written, `between` is called
   * with what is taken, and may write something else.
   */
  function names(c, marked, { must, bold, frame, between = () => {} }) {
    const near = occupied();
    // Marks that have a name of their own and stay clear of others.
    const kept = occupied();
    const written = occupied();
    const drawn = [];
    for (const m of marked) {
      const box = [m.x - m.r * 0.9, m.y - m.r * 0.9, m.x + m.r * 0.9, m.y + m.r * 0.9];
      near.add(box);
      if (must.has(m.index)) kept.add(box);
    }
    let after = false;
    for (const m of marked) {
      if (!after && !must.has(m.index)) { after = true; between({ written, near, kept }); }
      const big = bold.has(m.index);
      const size = big ? 14 : 12;
      const font = `${big ? 650 : 500} ${size}px ${FONT}`;
      const lines_ = labelLines(nameOf(m.index));
      const w = Math.max(...lines_.map((line) => widthOf(c, line, font)));
      const high = (size + 2) * lines_.length;
      const near_ = around(m, w, high, 3);
      const all = must.has(m.index) ? [...near_, ...around(m, w, high, 9), ...around(m, w, high, 16)] : near_;
      const spots = all.filter(fits(m, w, high, frame));
      const box = ([x, y]) => [x - 3, y - 1, x + w + 3, y + high + 1];
      const spot = spots.find((s) => !near.hits(box(s)) && !written.hits(box(s))) ||
        (must.has(m.index) ? leastCovering(spots.filter((s) => !written.hits(box(s)) && !kept.hits(box(s))), near, box) : undefined);
      if (!spot) continue;
      written.add(box(spot));
      drawn.push({ index: m.index, box: box(spot) });
      lines_.forEach((line, i) => {
        const shift = spot[2] * (w - widthOf(c, line, font));
        haloText(c, line, spot[0] + shift, spot[1] + size * 0.86 + i * (size + 2), font, ink.text);
      });
    }
    return { drawn, written, near, kept };
  }

  /** Of spots that all lie across some mark, the one across the fewest. */
  function leastCovering(spots, near, box = (spot) => spot) {
    let best;
    let least = Infinity;
    for (const spot of spots) {
      const covered = near.count(box(spot));
      if (covered < least) { least = covered; best = spot; }
    }
    return best;
  }

  /** A name whose mark is in the window must not run out of it. */
  const fits = (m, w, high, [left, right, up, down]) => ([x, y]) => m.x < left || m.x > right || m.y < up || m.y > down ||
    (x > left && x + w < right && y > up && y + high < down);

  const SLANTS = [[0.7, 0.7], [0.35, 0.94]].flatMap(([a, b]) => [[a, b], [-a, b], [a, -b], [-a, -b]]);

  /** Spots around a mark, `gap` from it: [left, top, share of the free width before a shorter line]. */
  const around = ({ x, y, r }, w, high, gap) => [
    [x - w / 2, y + r + gap, 0.5], [x + r + gap + 2, y - high / 2, 0], [x - w / 2, y - r - high - gap, 0.5],
    [x - r - gap - 2 - w, y - high / 2, 1],
    ...SLANTS.map(([dx, dy]) => {
      const [ax, ay] = [x + dx * (r + gap - 3), y + dy * (r + gap - 3)];
      return [dx < 0 ? ax - w : ax, dy > 0 ? ay : ay - high, Number(dx < 0)];
    }),
  ];

  function haloText(c, string, x, y, font, colour) {
    c.font = font;
    c.lineJoin = 'round';
    c.lineWidth = 4;
    c.strokeStyle = ink.ground;
    c.strokeText(string, x, y);
    c.fillStyle = colour;
    c.fillText(string, x, y);
  }

  /** What a line says: its most believed relation, and how many more. */
  function wording(edge) {
    if (edge.status === 'of') return say('posted');
    const first = edge.facts.reduce((best, f) => (factOf(f).belief > factOf(best).belief ? f : best), edge.facts[0]);
    const more = edge.facts.length > 1 ? ` +${edge.facts.length - 1}` : '';
    return wordingOf(factOf(first)) + (edge.role ? ` (${edge.role})` : '') + more;
  }

  /** Write along the lines where there is room, never upside down. */
  function wordings(c, curves, view, { written, near }) {
    const font = `550 11.5px ${FONT}`;
    const scale = markScale(view);
    const drawn = [];
    for (const g of curves) {
      const string = wording(g.edge);
      const w = widthOf(c, string, font);
      if (w > g.length - (radiusOf(g.edge.from) + radiusOf(g.edge.to)) * scale - 4) continue;
      for (const t of [0.5, 0.62, 0.38, 0.7, 0.3]) {
        const [x, y] = lines.pointOn(g, t);
        const [x2, y2] = lines.pointOn(g, t + 0.02);
        let turn = Math.atan2(y2 - y, x2 - x);
        if (Math.abs(turn) > Math.PI / 2) turn += Math.PI;
        const half = [Math.abs(Math.cos(turn)) * w / 2 + 7, Math.abs(Math.sin(turn)) * w / 2 + 7];
        const box = [x - half[0], y - half[1], x + half[0], y + half[1]];
        if (written.hits(box) || near.hits(box)) continue;
        written.add(box);
        drawn.push({ edge: g.edge, box });
        c.save();
        c.translate(x, y);
        c.rotate(turn);
        haloText(c, string, -w / 2, g.edge.status === 'negative' && t === 0.5 ? -6 : 4, font, ink[g.edge.status]);
        c.restore();
        break;
      }
    }
    return drawn;
  }

  return { names, wordings, leastCovering, widthOf, haloText };
})();
