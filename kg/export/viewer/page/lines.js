// How are the lines between entities drawn? As curves from mark to mark, in as few strokes as there are
// kinds of line; a line that would run behind a stranger's mark is bent around it.

const lines = (() => {
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
  /** The curves of lines that are in the window, or near. */
  const curves = (edges, view, width, height) => edges.map((edge) => curve(edge, view)).filter((g) =>
    Math.max(g.x1, g.mx, g.x2) > -30 && Math.min(g.x1, g.mx, g.x2) < width + 30 &&
    Math.max(g.y1, g.my, g.y2) > -30 && Math.min(g.y1, g.my, g.y2) < height + 30);

  const weight = (edge) => (edge.role || edge.status === 'of' ? 0 : Math.min(3, Math.ceil(Math.log2(1 + edge.facts.length))));

  // So many lines are a texture: no arrow or cross can be told from another, and they take most of the time.
  const TEXTURE = 1500;
  // A path of some hundred lines is painted several times faster than one of ten thousand.
  const AT_ONCE = 400;

  /** Paint lines in as few strokes as there are kinds of line. */
  function paint(c, found, strong) {
    const coarse = found.length > TEXTURE;
    const kinds = new Map();
    for (const g of found) {
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
      for (let i = 0; i < group.length; i += AT_ONCE) {
        c.beginPath();
        for (const g of group.slice(i, i + AT_ONCE)) traceLine(c, g);
        c.stroke();
      }
      c.setLineDash([]);
      if (coarse || edge.status === 'of') continue;
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

  return { curve, curves, pointOn, paint, avoidStrangers };
})();
