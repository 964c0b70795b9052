// How is the picture painted? Lines below, marks above them, names last. Pure painting: what to paint and
// from which camera is given.

const scene = (() => {
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
      const { type } = entityOf(index);
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
    traceShape(c, styleOf(entityOf(index).type).shape, screenX(spot, view), screenY(spot, view), radiusOf(index) * markScale(view) + 4);
    c.lineWidth = 3;
    c.strokeStyle = ink.accent;
    c.stroke();
  }

  // ---- the two layers ----------------------------------------------------------------------------

  // As many names as there is room for must be written, one for each so many square pixels.
  const ROOM_FOR_NAME = 42000;
  const WORDED_ZOOM = 1.7;

  /** Paint the ground of communities; returns their outlines. */
  function grounds(c, view, wanted) {
    const found = communities.outlines(wanted, view);
    for (const { at, outline } of found) {
      c.beginPath();
      outline.forEach(([x, y], i) => (i ? c.lineTo(x, y) : c.moveTo(x, y)));
      c.closePath();
      c.fillStyle = c.strokeStyle = communities.colourOf(at);
      c.lineWidth = 1;
      c.globalAlpha = ink.dark ? 0.16 : 0.1;
      c.fill();
      c.globalAlpha = 0.45;
      c.stroke();
    }
    c.globalAlpha = 1;
    return found;
  }

  /** Name communities, the largest first, across as few marks as can be; returns the boxes of their names. */
  function nameGroups(c, outlines, frame, { written, near, kept }) {
    const boxes = [];
    for (const { at, outline } of outlines) {
      const free = communities.nameBoxes(c, at, outline, frame).filter((one) => !written.hits(one));
      const box = free.find((one) => !near.hits(one)) ||
        labels.leastCovering(free.filter((one) => !kept.hits(one)), near) || labels.leastCovering(free, near);
      if (!box) continue;
      written.add(box);
      boxes.push({ at, box });
      labels.haloText(c, communities.nameOf(at, frame[1] - frame[0]), box[0] + 3, box[3] - 3, communities.FONT_, communities.inkOf(at));
    }
    return boxes;
  }

  /**
   * Paint the whole picture, its names on a canvas of their own (or the same). `frame` is the part of
   * it that is in the window: left, right, top, bottom. Returns the names drawn, of entities and of groups.
   */
  function paint(c, onNames, view, width, height, frame = [0, width, 0, height]) {
    c.fillStyle = ink.ground;
    c.fillRect(0, 0, width, height);
    if (onNames !== c) onNames.clearRect(0, 0, width, height);
    const curves = lines.curves(visible.edges, view, width, height);
    const outlines = state.grouped ? grounds(c, view, null) : [];
    lines.paint(c, curves, false);
    // Important marks lie above the rest: painted last.
    const marked = marks(c, [...visible.entities].reverse(), view, width, height).reverse();
    const most = Math.min(12, Math.max(3, Math.floor((frame[1] - frame[0]) * height / ROOM_FOR_NAME)));
    const must = new Set(visible.entities.slice(0, most));
    const bold = new Set(visible.entities.slice(0, Math.min(most, Math.ceil(visible.entities.length / 6))));
    let groups = [];
    const between = (taken) => { groups = nameGroups(onNames, outlines, frame, taken); };
    const result = labels.names(onNames, marked, { must, bold, frame, between });
    if (view.k > WORDED_ZOOM) labels.wordings(onNames, curves, view, result);
    return { drawn: result.drawn, groups };
  }

  /** Paint what is in focus over a veil that fades the rest. Returns the names drawn. */
  function paintFocus(c, view, width, height, focus, alone = true) {
    if (alone) c.clearRect(0, 0, width, height);
    if (!focus) return [];
    c.globalAlpha = focus.soft ? 0.75 : 0.82;
    c.fillStyle = ink.ground;
    c.fillRect(0, 0, width, height);
    c.globalAlpha = 1;
    const curves = lines.curves(focus.edges, view, width, height);
    const outlines = focus.community === undefined ? [] : grounds(c, view, [focus.community]);
    lines.paint(c, curves, true);
    const indexes = [...focus.entities].filter((index) => places.of(index)).sort((a, b) => a - b);
    const marked = marks(c, [...indexes].reverse(), view, width, height).reverse();
    for (const index of focus.centre) if (places.of(index)) ring(c, index, view);
    marked.sort((a, b) => focus.centre.has(b.index) - focus.centre.has(a.index) || a.index - b.index);
    const result = labels.names(c, marked, { must: focus.centre, bold: focus.centre, frame: [0, width, 0, height] });
    nameGroups(c, outlines, [0, width, 0, height], result);
    labels.wordings(c, curves, view, result);
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
      const w = labels.widthOf(c, string, `650 11px ${FONT}`) + 10;
      c.beginPath();
      c.roundRect(x - w / 2, y - 8, w, 16, 8);
      c.fillStyle = ink.accent;
      c.fill();
      c.fillStyle = ink.ground;
      c.font = `650 11px ${FONT}`;
      c.fillText(string, x - w / 2 + 5, y + 4);
    }
  }

  return { paint, paintFocus };
})();
