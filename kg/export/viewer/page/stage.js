// How does the picture answer to pointer and keys? Three canvases lie over each other. The lower two hold
// the whole picture and its names, a little larger than the window; while the camera moves they are only
// shifted and scaled by the browser, and painted sharp again when it rests. The upper one holds what is
// in focus over a veil, and hides the other names.

const stage = (() => {
  const base = h('canvas', { class: 'base', ...HIDDEN });
  const top = h('canvas', { class: 'top', tabindex: 0, role: 'application', 'aria-label': say('graphLabel'), 'aria-describedby': 'live' });
  const names = h('canvas', { class: 'base', ...HIDDEN });
  const element = div('stage', base, names, top);
  const REST = 120;
  const MARGIN = 0.2;

  let width = 0;
  let height = 0;
  // The camera that the lower canvas was painted with.
  let painted = null;
  let baseNames = [];
  let baseGroups = [];
  let topNames = [];
  // Nothing is painted on the upper canvas.
  let isClear = true;
  let hovered = -1;
  let hoveredEdge = null;
  // Where the arrow keys are.
  let cursor = -1;
  let restTimer = 0;
  let framePending = false;

  // ---- painting ----------------------------------------------------------------------------------

  function resize() {
    width = element.clientWidth;
    height = element.clientHeight;
    for (const [canvas, share] of [[base, 1 + 2 * MARGIN], [names, 1 + 2 * MARGIN], [top, 1]]) {
      canvas.width = Math.round(width * share * devicePixelRatio);
      canvas.height = Math.round(height * share * devicePixelRatio);
      canvas.style.width = `${width * share}px`;
      canvas.style.height = `${height * share}px`;
    }
    for (const canvas of [base, names]) {
      canvas.style.left = `${-width * MARGIN}px`;
      canvas.style.top = `${-height * MARGIN}px`;
    }
  }

  function context(canvas) {
    const c = canvas.getContext('2d');
    c.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    return c;
  }

  function paintBase() {
    if (!width) return;
    const shifted = { k: camera.k, x: camera.x + width * MARGIN, y: camera.y + height * MARGIN };
    const { drawn, groups } = scene.paint(context(base), context(names), shifted, width * (1 + 2 * MARGIN), height * (1 + 2 * MARGIN),
      [width, height].flatMap((size) => [size * MARGIN, size * (1 + MARGIN)]));
    const [left, up] = [width * MARGIN, height * MARGIN];
    const inWindow = ([a, b, c, d]) => [a - left, b - up, c - left, d - up];
    baseNames = drawn.map(({ index, box }) => ({ index, box: inWindow(box) }));
    baseGroups = groups.map(({ at, box }) => ({ at, box: inWindow(box) }));
    painted = { ...camera };
    base.style.transform = names.style.transform = '';
  }

  function paintTop() {
    const lit = focused();
    if (!lit && isClear) return;
    isClear = !lit;
    names.style.visibility = lit ? 'hidden' : 'visible';
    topNames = scene.paintFocus(context(top), camera, width, height, lit);
  }

  /** The camera moved: shift the picture now, paint it when it rests. */
  function moved() {
    if (painted) {
      const scale = camera.k / painted.k;
      const [left, up] = [width * MARGIN, height * MARGIN];
      const x = camera.x - painted.x * scale + left - left * scale;
      const y = camera.y - painted.y * scale + up - up * scale;
      base.style.transform = names.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    }
    soon();
    clearTimeout(restTimer);
    restTimer = setTimeout(paintBase, REST);
  }

  function soon() {
    if (framePending) return;
    framePending = true;
    requestAnimationFrame(() => { framePending = false; paintTop(); });
  }

  function redraw() {
    clearTimeout(restTimer);
    places.fill();
    lines.avoidStrangers();
    locate();
    paintBase();
    paintTop();
  }

  function focused() {
    if (hovered >= 0) return focus.around(hovered, true);
    if (cursor >= 0) return focus.around(cursor, true);
    return hoveredEdge ? focus.onEdge(hoveredEdge) : focus.onSelection();
  }

  // ---- picking -----------------------------------------------------------------------------------

  // Where marks (x, y, radius) and lines (x, y, x, y) are: as plain numbers, for they are looked through at
  // every move of the pointer.
  let spots = [];
  let ends = [];

  function locate() {
    spots = Float64Array.from(visible.entities.flatMap((index) => [places.of(index).x, places.of(index).y, radiusOf(index)]));
    ends = Float64Array.from(visible.edges.flatMap(({ from, to }) => [from, to].flatMap((end) => [places.of(end).x, places.of(end).y])));
  }

  function entityAt(x, y) {
    const [scale, px, py] = [markScale() / camera.k, (x - camera.x) / camera.k, (y - camera.y) / camera.k];
    let best = -1;
    let nearest = Infinity;
    for (let i = 0; i < spots.length; i += 3) {
      const distance = (spots[i] - px) ** 2 + (spots[i + 1] - py) ** 2;
      if (distance < nearest && distance < (spots[i + 2] * scale + 6 / camera.k) ** 2) { nearest = distance; best = i / 3; }
    }
    return best < 0 ? -1 : visible.entities[best];
  }

  function edgeAt(x, y) {
    const [px, py] = [(x - camera.x) / camera.k, (y - camera.y) / camera.k];
    let best = null;
    let nearest = 7;
    for (let i = 0; i < ends.length; i += 4) {
      const [dx, dy] = [ends[i + 2] - ends[i], ends[i + 3] - ends[i + 1]];
      const edge = visible.edges[i / 4];
      // Only a line that can bend as far as to here is looked at closely.
      const beside = ((px - ends[i]) * dy - (py - ends[i + 1]) * dx) ** 2 / (dx * dx + dy * dy);
      if (beside > ((8 + 23 * Math.abs(edge.bend)) / camera.k) ** 2 || edge.status === 'of') continue;
      const distance = distanceTo(lines.curve(edge, camera), x, y);
      if (distance < nearest) { nearest = distance; best = edge; }
    }
    return best;
  }

  /** How far a point is from a curve. */
  function distanceTo(g, x, y) {
    let least = Infinity;
    let from = lines.pointOn(g, 0);
    for (let i = 1; i <= 12; i += 1) {
      const to = lines.pointOn(g, i / 12);
      least = Math.min(least, distanceToSegment(x, y, ...from, ...to));
      from = to;
    }
    return least;
  }

  function distanceToSegment(px, py, ax, ay, bx, by) {
    const [dx, dy] = [bx - ax, by - ay];
    const t = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(px - ax - t * dx, py - ay - t * dy);
  }

  // ---- pointer -----------------------------------------------------------------------------------

  const pointers = new Map();
  let drag = null;

  const position = (event) => { const box = top.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };

  top.addEventListener('pointerdown', (event) => {
    const [x, y] = position(event);
    pointers.set(event.pointerId, [x, y]);
    top.setPointerCapture(event.pointerId);
    drag = { x, y, entity: entityAt(x, y), moved: pointers.size > 1, from: { ...camera }, fingers: fingers() };
  });

  top.addEventListener('pointermove', (event) => {
    const [x, y] = position(event);
    if (!drag) { hover(x, y); return; }
    pointers.set(event.pointerId, [x, y]);
    if (pointers.size > 1) pinch();
    else if (drag.moved || Math.hypot(x - drag.x, y - drag.y) > 4) dragTo(x, y);
  });

  function dragTo(x, y) {
    drag.moved = true;
    if (drag.entity >= 0) {
      // The lower canvas keeps the old place under the veil until the drag ends.
      places.move(drag.entity, (x - camera.x) / camera.k, (y - camera.y) / camera.k);
      hovered = drag.entity;
      soon();
    } else {
      Object.assign(camera, { x: drag.from.x + x - drag.x, y: drag.from.y + y - drag.y });
      moved();
    }
  }

  /** Where the middle of two fingers is, and how far they are apart. */
  function fingers() {
    const [a, b] = [...pointers.values()];
    return b && { x: (a[0] + b[0]) / 2, y: (a[1] + b[1]) / 2, apart: Math.hypot(a[0] - b[0], a[1] - b[1]) };
  }

  /** Two fingers zoom by how far they are apart, and take the picture along. */
  function pinch() {
    const now = fingers();
    const before = drag.fingers || now;
    Object.assign(camera, zoomed(now.apart / before.apart, before.x, before.y));
    Object.assign(camera, { x: camera.x + now.x - before.x, y: camera.y + now.y - before.y });
    Object.assign(drag, { fingers: now, moved: true });
    moved();
  }

  function release(event) {
    pointers.delete(event.pointerId);
    if (drag && !drag.moved && event.type === 'pointerup') click(drag.x, drag.y);
    if (drag && drag.moved && drag.entity >= 0) redraw();
    // Where a finger stays, it goes on from where it is.
    const [finger] = pointers.values();
    drag = finger ? { x: finger[0], y: finger[1], entity: -1, moved: true, from: { ...camera } } : null;
  }
  top.addEventListener('pointerup', release);
  top.addEventListener('pointercancel', release);
  top.addEventListener('pointerleave', () => { if (!drag) hover(-1e4, -1e4); });

  function hover(x, y) {
    const entity = entityAt(x, y);
    const edge = entity < 0 ? edgeAt(x, y) : null;
    top.style.cursor = entity >= 0 || edge ? 'pointer' : 'grab';
    if (entity === hovered && edge === hoveredEdge) return;
    hovered = entity;
    hoveredEdge = edge;
    cursor = -1;
    soon();
  }

  function click(x, y) {
    const entity = entityAt(x, y);
    const edge = entity < 0 ? edgeAt(x, y) : null;
    hovered = -1;
    hoveredEdge = null;
    if (entity >= 0) openEntity(entity);
    else if (edge) { if (edge.facts.length === 1) openFact(edge.facts[0]); else openPair([edge.from, edge.to]); }
    else if (filtering.centre().length || state.article >= 0) clearSelection();
  }

  top.addEventListener('dblclick', (event) => {
    const entity = entityAt(...position(event));
    if (entity >= 0) expand(entity);
  });

  top.addEventListener('wheel', (event) => {
    event.preventDefault();
    Object.assign(camera, zoomed(Math.exp(-event.deltaY * 0.0016), ...position(event)));
    moved();
  }, { passive: false });

  // ---- keys --------------------------------------------------------------------------------------

  const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  top.addEventListener('keydown', (event) => {
    const here = cursor >= 0 ? cursor : state.entity >= 0 ? state.entity : -1;
    if (DIRECTIONS[event.key]) { event.preventDefault(); if (event.shiftKey) nudge(cursor, DIRECTIONS[event.key]); else step(here, DIRECTIONS[event.key]); }
    else if (KEYS[event.key] && !event.ctrlKey && !event.metaKey) KEYS[event.key](here);
  });
  const KEYS = {
    Enter: (here) => { if (here >= 0) { cursor = -1; openEntity(here); } },
    e: (here) => { if (here >= 0) expand(here); },
    g: () => go({ grouped: !state.grouped }),
    t: () => go({ view: 'table' }),
    '+': () => zoom(1.3), '=': () => zoom(1.3), '-': () => zoom(1 / 1.3), 0: () => fit(),
  };
  top.addEventListener('blur', () => { cursor = -1; soon(); });

  /** Go from one entity to the joined one that lies most in this direction. */
  function step(here, [dx, dy]) {
    const nearby = here < 0 ? [] : [...focus.around(here).entities].filter((index) => index !== here);
    const from = here < 0 ? null : places.of(here);
    let best = here < 0 ? visible.entities[0] : -1;
    let least = Infinity;
    for (const index of nearby) {
      const to = places.of(index);
      const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
      const along = ((to.x - from.x) * dx + (to.y - from.y) * dy) / length;
      if (along > 0.35 && length / along < least) { least = length / along; best = index; }
    }
    if (best === undefined || best < 0) return;
    cursor = best;
    const { name, type, facts } = entityOf(best);
    announce(say('nodeSpoken', { name, type, n: facts.length }), false);
    bringIn(best);
    soon();
  }

  /** Move the mark that the arrow keys are on, or where they are on none, the whole picture. */
  function nudge(here, [dx, dy]) {
    const STEP = 40;
    if (here < 0) {
      Object.assign(camera, { x: camera.x - dx * STEP, y: camera.y - dy * STEP });
      moved();
      return;
    }
    const spot = places.of(here);
    places.move(here, spot.x + dx * STEP / camera.k / 4, spot.y + dy * STEP / camera.k / 4);
    redraw();
  }

  function bringIn(index) {
    const [x, y] = [screenX(places.of(index)), screenY(places.of(index))];
    const inside = x > 60 && y > 60 && x < width - 60 && y < height - 60;
    if (!inside) glide({ k: camera.k, x: camera.x + width / 2 - x, y: camera.y + height / 2 - y });
  }

  // ---- camera moves ------------------------------------------------------------------------------

  const still = matchMedia('(prefers-reduced-motion: reduce)');

  function glide(to) {
    if (still.matches) { Object.assign(camera, to); paintBase(); paintTop(); return; }
    const from = { ...camera };
    const start = performance.now();
    const frame = (now) => {
      const part = Math.min(1, (now - start) / 260);
      const eased = 1 - (1 - part) ** 3;
      for (const key of ['k', 'x', 'y']) camera[key] = from[key] + (to[key] - from[key]) * eased;
      moved();
      if (part < 1) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  const zoom = (factor) => { Object.assign(camera, zoomed(factor, width / 2, height / 2)); moved(); };
  const fit = (indexes = visible.entities) => glide(cameraFor(indexes, width, height));

  /** Frame what is selected, with its neighbours. */
  const frame = () => fit(subject());
  function subject() {
    const chosen = [...focus.onSelection()?.entities || []].filter((index) => places.of(index));
    return chosen.length ? chosen : visible.entities;
  }

  function onResize() {
    if (element.clientWidth === width && element.clientHeight === height) return;
    resize();
    fit();
    redraw();
  }

  function start() {
    resize();
    places.fill();
    Object.assign(camera, cameraFor(subject(), width, height));
    redraw();
    new ResizeObserver(onResize).observe(element);
  }

  return {
    element, top, start, redraw, zoom, fit, frame, focused,
    size: () => [width, height],
    names: () => (focused() ? topNames : baseNames), groups: () => baseGroups,
    isResting: () => !framePending && (!painted || (painted.k === camera.k && painted.x === camera.x && painted.y === camera.y)),
  };
})();
