// How is the picture painted? Lines below, marks above them, names last, each name in the first free of
// eight spots around its mark or not at all; so drawn names never overlap. Pure painting: what to paint
// and from which camera is given.

const scene = (() => {
  // ---- lines -------------------------------------------------------------------------------------

  function curve(edge, view) {
    const from = places.of(edge.from);
    const to = places.of(edge.to);
    const [x1, y1, x2, y2] = [screenX(from, view), screenY(from, view), screenX(to, view), screenY(to, view)];
    const [dx, dy] = [x2 - x1, y2 - y1];
    const length = Math.hypot(dx, dy) || 1;
    const off = edge.bend * Math.min(46, length * 0.22);
    const mx = (x1 + x2) / 2 - dy / length * off;
    const my = (y1 + y2) / 2 + dx / length * off;
    const scale = markScale(view);
    return {
      x1, y1, mx, my, x2, y2, length, edge,
      start: Math.min(0.45, radiusOf(edge.from) * scale / length),
      end: 1 - Math.min(0.45, (radiusOf(edge.to) * scale * 1.1 + 5) / length),
    };
  }
  const pointOn = (g, t) => [
    (1 - t) * (1 - t) * g.x1 + 2 * t * (1 - t) * g.mx + t * t * g.x2,
    (1 - t) * (1 - t) * g.y1 + 2 * t * (1 - t) * g.my + t * t * g.y2,
  ];
  const inWindow = (g, width, height) =>
    Math.max(g.x1, g.mx, g.x2) > -30 && Math.min(g.x1, g.mx, g.x2) < width + 30 &&
    Math.max(g.y1, g.my, g.y2) > -30 && Math.min(g.y1, g.my, g.y2) < height + 30;

  const weight = (edge) => (edge.role || edge.status === 'of' ? 0 : Math.min(3, Math.ceil(Math.log2(1 + edge.facts.length))));

  /** Paint lines in as few strokes as there are kinds of line. */
  function lines(c, curves, strong) {
    const kinds = new Map();
    for (const g of curves) {
      const kind = `${g.edge.status} ${weight(g.edge)}`;
      if (!kinds.has(kind)) kinds.set(kind, []);
      kinds.get(kind).push(g);
    }
    for (const group of kinds.values()) {
      const { edge } = group[0];
      c.strokeStyle = c.fillStyle = ink[edge.status];
      c.globalAlpha = (strong ? 1 : 0.6) * (edge.status === 'of' ? 0.6 : 1);
      c.lineWidth = (strong ? 1.6 : 1) + 0.7 * Math.max(0, weight(edge) - 1);
      c.setLineDash(DASHES[edge.status]);
      c.beginPath();
      for (const g of group) traceLine(c, g);
      c.stroke();
      c.setLineDash([]);
      if (edge.status === 'of') continue;
      c.beginPath();
      for (const g of group) if (!edge.role) traceArrow(c, g, strong ? 8 : 6);
      c.fill();
      if (edge.status !== 'negative') continue;
      c.lineWidth = 1.8;
      c.beginPath();
      for (const g of group) traceCross(c, ...pointOn(g, 0.5));
      c.stroke();
    }
    c.globalAlpha = 1;
  }

  function traceLine(c, g) {
    const [ax, ay] = pointOn(g, g.start);
    c.moveTo(ax, ay);
    if (!g.edge.bend) { c.lineTo(...pointOn(g, g.end)); return; }
    for (let i = 1; i <= 10; i += 1) c.lineTo(...pointOn(g, g.start + (g.end - g.start) * i / 10));
  }

  function traceArrow(c, g, size) {
    const [zx, zy] = pointOn(g, g.end);
    const [wx, wy] = pointOn(g, g.end - 0.02);
    const turn = Math.atan2(zy - wy, zx - wx);
    c.moveTo(zx + Math.cos(turn) * 2, zy + Math.sin(turn) * 2);
    c.lineTo(zx - size * Math.cos(turn - 0.45), zy - size * Math.sin(turn - 0.45));
    c.lineTo(zx - size * Math.cos(turn + 0.45), zy - size * Math.sin(turn + 0.45));
    c.closePath();
  }

  // ---- marks -------------------------------------------------------------------------------------

  /** Paint marks in as few fills as there are types; returns the ones in the window. */
  function marks(c, indexes, view, width, height) {
    const scale = markScale(view);
    const inside = [];
    const kinds = new Map();
    for (const index of indexes) {
      const spot = places.of(index);
      const mark = { index, x: screenX(spot, view), y: screenY(spot, view), r: radiusOf(index) * scale };
      if (mark.x < -40 || mark.y < -40 || mark.x > width + 40 || mark.y > height + 40) continue;
      inside.push(mark);
      const { type } = model.entities[index];
      if (!kinds.has(type)) kinds.set(type, []);
      kinds.get(type).push(mark);
    }
    for (const [type, group] of kinds) {
      c.beginPath();
      for (const mark of group) traceShape(c, styleOf(type).shape, mark.x, mark.y, mark.r);
      c.fillStyle = colourOf(type);
      c.strokeStyle = ink.ground;
      c.lineWidth = 3;
      c.stroke();
      c.fill();
      for (const mark of group) if (mark.r > 6) drawGlyph(c, styleOf(type).glyph, mark.x, mark.y, mark.r);
    }
    return inside;
  }

  function ring(c, index, view) {
    const spot = places.of(index);
    c.beginPath();
    traceShape(c, styleOf(model.entities[index].type).shape, screenX(spot, view), screenY(spot, view), radiusOf(index) * markScale(view) + 4);
    c.lineWidth = 3;
    c.strokeStyle = ink.accent;
    c.stroke();
  }

  // ---- names -------------------------------------------------------------------------------------

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
   * Paint names, most important first; returns the boxes drawn. `must` get a place even across a mark,
   * never across another name.
   */
  function names(c, marked, { must, bold, frame }) {
    const near = occupied();
    const labels = occupied();
    const drawn = [];
    for (const m of marked) near.add([m.x - m.r * 0.8, m.y - m.r * 0.8, m.x + m.r * 0.8, m.y + m.r * 0.8]);
    for (const m of marked) {
      const big = bold.has(m.index);
      const size = big ? 14 : 12;
      const font = `${big ? 650 : 500} ${size}px ${FONT}`;
      const lines_ = labelLines(nameOf(m.index));
      const w = Math.max(...lines_.map((line) => widthOf(c, line, font)));
      const high = (size + 2) * lines_.length;
      const spots = around(m, w, high).filter(fits(m, w, frame));
      const box = ([x, y]) => [x - 3, y - 1, x + w + 3, y + high + 1];
      const spot = spots.find((s) => !near.hits(box(s)) && !labels.hits(box(s))) ||
        (must.has(m.index) ? leastCovering(spots.filter((s) => !labels.hits(box(s))), box, near) : undefined);
      if (!spot) continue;
      labels.add(box(spot));
      drawn.push({ index: m.index, box: box(spot) });
      lines_.forEach((line, i) => {
        const shift = spot[2] * (w - widthOf(c, line, font));
        haloText(c, line, spot[0] + shift, spot[1] + size * 0.86 + i * (size + 2), font, ink.text);
      });
    }
    return { drawn, labels, near };
  }

  /** Of spots that all lie across some mark, the one across the fewest. */
  function leastCovering(spots, box, near) {
    let best;
    let least = Infinity;
    for (const spot of spots) {
      const covered = near.count(box(spot));
      if (covered < least) { least = covered; best = spot; }
    }
    return best;
  }

  /** A name whose mark is in the window must not run out of it. */
  const fits = (m, w, [left, right]) => ([x]) => m.x < left || m.x > right || (x > left + 2 && x + w < right - 2);

  /** Eight spots around a mark: [left, top, share of the free width before a shorter line]. */
  const around = ({ x, y, r }, w, high) => [
    [x - w / 2, y + r + 3, 0.5], [x + r + 5, y - high / 2, 0], [x - w / 2, y - r - high - 3, 0.5],
    [x - r - 5 - w, y - high / 2, 1], [x + r * 0.7, y + r * 0.7, 0], [x - r * 0.7 - w, y + r * 0.7, 1],
    [x + r * 0.7, y - r * 0.7 - high, 0], [x - r * 0.7 - w, y - r * 0.7 - high, 1],
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
    const first = edge.facts.reduce((best, f) => (model.facts[f].belief > model.facts[best].belief ? f : best), edge.facts[0]);
    const more = edge.facts.length > 1 ? ` +${edge.facts.length - 1}` : '';
    return relationOf(model.facts[first]) + (edge.role ? ` (${edge.role})` : '') + more;
  }

  /** Write along the lines where there is room, never upside down. */
  function wordings(c, curves, view, { labels, near }) {
    const font = `550 11.5px ${FONT}`;
    const scale = markScale(view);
    const drawn = [];
    for (const g of curves) {
      const string = wording(g.edge);
      const w = widthOf(c, string, font);
      if (w > g.length - (radiusOf(g.edge.from) + radiusOf(g.edge.to)) * scale - 4) continue;
      for (const t of [0.5, 0.62, 0.38, 0.7, 0.3]) {
        const [x, y] = pointOn(g, t);
        const [x2, y2] = pointOn(g, t + 0.02);
        let turn = Math.atan2(y2 - y, x2 - x);
        if (Math.abs(turn) > Math.PI / 2) turn += Math.PI;
        const half = [Math.abs(Math.cos(turn)) * w / 2 + 7, Math.abs(Math.sin(turn)) * w / 2 + 7];
        const box = [x - half[0], y - half[1], x + half[0], y + half[1]];
        if (labels.hits(box) || near.hits(box)) continue;
        labels.add(box);
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

  // ---- the two layers ----------------------------------------------------------------------------

  const TOP_NAMES = 12;
  const WORDED_ZOOM = 1.7;

  /**
   * Paint the whole picture, its names on a canvas of their own (or the same). `frame` is the part of
   * it that is in the window, from left to right. Returns the names drawn.
   */
  function paint(c, onNames, view, width, height, frame = [0, width]) {
    c.fillStyle = ink.ground;
    c.fillRect(0, 0, width, height);
    if (onNames !== c) onNames.clearRect(0, 0, width, height);
    const curves = visible.edges.map((edge) => curve(edge, view)).filter((g) => inWindow(g, width, height));
    lines(c, curves, false);
    // Important marks lie above the rest: painted last.
    const marked = marks(c, [...visible.entities].reverse(), view, width, height).reverse();
    const must = new Set(visible.entities.slice(0, TOP_NAMES));
    const bold = new Set(visible.entities.slice(0, Math.min(TOP_NAMES, Math.ceil(visible.entities.length / 6))));
    const result = names(onNames, marked, { must, bold, frame });
    if (view.k > WORDED_ZOOM) wordings(onNames, curves, view, result);
    return result.drawn;
  }

  /** Paint what is in focus over a veil that fades the rest. Returns the names drawn. */
  function paintFocus(c, view, width, height, focus) {
    c.clearRect(0, 0, width, height);
    if (!focus) return [];
    c.globalAlpha = focus.soft ? 0.75 : 0.82;
    c.fillStyle = ink.ground;
    c.fillRect(0, 0, width, height);
    c.globalAlpha = 1;
    const curves = focus.edges.map((edge) => curve(edge, view)).filter((g) => inWindow(g, width, height));
    lines(c, curves, true);
    const indexes = [...focus.entities].filter((index) => places.of(index)).sort((a, b) => a - b);
    const marked = marks(c, [...indexes].reverse(), view, width, height).reverse();
    for (const index of focus.centre) if (places.of(index)) ring(c, index, view);
    marked.sort((a, b) => focus.centre.has(b.index) - focus.centre.has(a.index) || a.index - b.index);
    const result = names(c, marked, { must: focus.centre, bold: focus.centre, frame: [0, width] });
    wordings(c, curves, view, result);
    badges(c, focus.centre, view);
    return result.drawn;
  }

  /** "+12": how many neighbours are not in the picture. */
  function badges(c, centre, view) {
    for (const index of centre) {
      const more = filtering.hiddenNeighbours(index).length;
      if (!more || !places.of(index)) continue;
      const r = radiusOf(index) * markScale(view);
      const [x, y] = [screenX(places.of(index), view) + r * 0.8 + 8, screenY(places.of(index), view) - r * 0.8 - 4];
      const string = `+${more}`;
      const w = widthOf(c, string, `650 11px ${FONT}`) + 10;
      c.beginPath();
      c.roundRect(x - w / 2, y - 8, w, 16, 8);
      c.fillStyle = ink.accent;
      c.fill();
      c.fillStyle = ink.ground;
      c.font = `650 11px ${FONT}`;
      c.fillText(string, x - w / 2 + 5, y + 4);
    }
  }

  /** Bend straight lines that would run behind a third mark and seem to be joined to it. */
  function avoidStrangers() {
    if (visible.edges.length > 900) return;
    const spots = visible.entities.map((index) => ({ index, ...places.of(index), r: radiusOf(index) + 3 }));
    for (const edge of visible.edges) {
      if (edge.bend) continue;
      const [a, b] = [places.of(edge.from), places.of(edge.to)];
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const square = dx * dx + dy * dy || 1;
      for (const s of spots) {
        if (s.index === edge.from || s.index === edge.to) continue;
        const t = ((s.x - a.x) * dx + (s.y - a.y) * dy) / square;
        if (t < 0.08 || t > 0.92) continue;
        const side = ((s.x - a.x) * dy - (s.y - a.y) * dx) / Math.sqrt(square);
        if (Math.abs(side) < s.r) { edge.bend = side > 0 ? 0.8 : -0.8; break; }
      }
    }
  }

  return { paint, paintFocus, curve, pointOn, avoidStrangers };
})();
