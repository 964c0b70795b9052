// When was it published, or when did it happen? Bars of facts by day, week, month or year, stacked by
// status; dragging over them, or the two date fields, keeps the facts of that time. The switch says which
// of the two dates is meant.

const timeline = (() => {
  const canvas = h('canvas', { class: 'bars', 'aria-hidden': 'true' });
  const controls = h('div', { class: 'controls' });
  const element = h('section', { id: 'time', 'aria-label': say('dates') }, controls, canvas);
  const SIDE = 16;
  const UNITS = [['perDay', 1, 46], ['perWeek', 7, 400], ['perMonth', 30.4375, 2000], ['perYear', 365.25, Infinity]];

  let first = 0;
  let last = 0;
  let unit = UNITS[0];

  const width = () => canvas.clientWidth;
  const x = (day) => SIDE + (width() - 2 * SIDE) * (day - first) / (last + 1 - first);
  const dayAt = (px) => Math.round(first + (px - SIDE) / (width() - 2 * SIDE) * (last + 1 - first));

  function measure() {
    first = Infinity;
    last = -Infinity;
    let undated = 0;
    for (const fact of model.facts) {
      const days = filtering.daysOf(fact);
      if (!days.length) undated += 1;
      for (const [from, to] of days) { first = Math.min(first, from); last = Math.max(last, to); }
    }
    unit = UNITS.find(([, , most]) => last - first <= most) || UNITS[3];
    return undated;
  }

  function draw() {
    const undated = measure();
    const dated = last >= first;
    const single = dated && first === last;
    const kind = h('select', {
      'aria-label': say('dates'),
      onchange: (event) => history_.go({ dateKind: event.target.value, from: null, to: null }),
    }, ['published', 'event'].map((value) => h('option', { value, selected: value === state.dateKind }, say(value))));
    controls.replaceChildren(kind, ...(dated && !single ? [
      field(say('from'), state.from ?? first, set('from', first)), field(say('to'), state.to ?? last, set('to', last)),
      h('span', { class: 'per' }, say(unit[0])),
    ] : single ? [h('span', { class: 'per' }, isoDay(first))] : []),
    undated ? h('span', { class: 'per' }, say('undated', { n: number(undated) })) : '');
    element.classList.toggle('flat', !dated || single);
    bars();
  }

  const field = (label, value, onchange) => h('label', null, `${label} `, h('input', {
    type: 'date', value: isoDay(value), min: isoDay(first), max: isoDay(last), onchange,
    'aria-label': `${label} (${say(state.dateKind)})`,
  }));

  /** Return what a date field does: set one end of the brush, or free it at the edge of the data. */
  const set = (key, edge) => (event) => {
    const day = dayOf(event.target.value);
    history_.go({ [key]: Number.isFinite(day) && day !== edge ? day : null });
  };

  function bins() {
    const found = new Map();
    for (const fact of visible.passing.length || state.from !== null ? model.facts : []) {
      const days = filtering.daysOf(fact)[0];
      if (!days) continue;
      const bin = Math.floor((days[0] - first) / unit[1]);
      if (!found.has(bin)) found.set(bin, { asserted: 0, reported: 0, hypothetical: 0, negative: 0, total: 0 });
      found.get(bin)[fact.status] += 1;
      found.get(bin).total += 1;
    }
    return found;
  }

  function bars() {
    const [wide, high] = [canvas.clientWidth, canvas.clientHeight];
    if (!wide || last < first) return;
    canvas.width = wide * devicePixelRatio;
    canvas.height = high * devicePixelRatio;
    const c = canvas.getContext('2d');
    c.scale(devicePixelRatio, devicePixelRatio);
    const found = bins();
    const most = Math.max(1, ...[...found.values()].map((bin) => bin.total));
    for (const [bin, counts] of found) {
      const [from, to] = [first + bin * unit[1], first + (bin + 1) * unit[1]];
      const inside = to > (state.from ?? -Infinity) && from <= (state.to ?? Infinity);
      let y = high - 18;
      for (const status of STATUSES) {
        const part = counts[status] / most * (high - 24);
        c.globalAlpha = inside ? 0.9 : 0.25;
        c.fillStyle = ink[status];
        c.fillRect(x(from), y - part, Math.max(3, Math.min(36, x(to) - x(from) - 1.5, wide - SIDE - x(from))), part);
        y -= part;
      }
    }
    c.globalAlpha = 1;
    axis(c, wide, high);
    brush(c, high);
  }

  function axis(c, wide, high) {
    c.fillStyle = ink.line;
    c.fillRect(SIDE, high - 18, wide - 2 * SIDE, 1);
    c.fillStyle = ink.muted;
    c.font = `11px ${FONT}`;
    let free = 0;
    const years = last - first > 800;
    const start = new Date(first * DAY);
    for (let i = 0; i < 2000; i += 1) {
      const moment = Date.UTC(start.getUTCFullYear() + (years ? i : 0), years ? 0 : start.getUTCMonth() + i, 1);
      const day = moment / DAY;
      if (day > last) break;
      const label = axisLabel(new Date(moment), years, i === 0);
      const at = Math.max(SIDE, x(day));
      if (at < free || at + c.measureText(label).width > wide) continue;
      c.fillText(label, at, high - 5);
      free = at + c.measureText(label).width + 12;
    }
  }

  function axisLabel(date, years, withYear) {
    const year = String(date.getUTCFullYear());
    if (years) return year;
    const month = date.toLocaleDateString('en', { month: 'short', timeZone: 'UTC' });
    return withYear || date.getUTCMonth() === 0 ? `${month} ${year}` : month;
  }

  function brush(c, high) {
    if (state.from === null && state.to === null) return;
    c.fillStyle = ink.accent;
    for (const day of [state.from ?? first, (state.to ?? last) + 1]) c.fillRect(x(day) - 1, 0, 2, high - 18);
    c.globalAlpha = 0.1;
    c.fillRect(x(state.from ?? first), 0, x((state.to ?? last) + 1) - x(state.from ?? first), high - 18);
    c.globalAlpha = 1;
  }

  // Dragging selects from where it began to where it is; a click clears.
  let anchor = null;
  const clamp = (day) => Math.max(first, Math.min(last, day));
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    anchor = { px: event.offsetX, day: clamp(dayAt(event.offsetX)) };
  });
  canvas.addEventListener('pointermove', (event) => {
    if (!anchor || Math.abs(event.offsetX - anchor.px) < 4) return;
    const day = clamp(dayAt(event.offsetX));
    state.from = Math.min(day, anchor.day);
    state.to = Math.max(day, anchor.day);
    bars();
  });
  canvas.addEventListener('pointerup', (event) => {
    if (!anchor) return;
    const dragged = Math.abs(event.offsetX - anchor.px) >= 4;
    anchor = null;
    history_.go(dragged ? { from: state.from, to: state.to } : { from: null, to: null });
  });
  new ResizeObserver(bars).observe(canvas);

  return { element, draw };
})();
