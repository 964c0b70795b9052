// When was it published, or when did it happen? Bars of facts by day, week, month or year, stacked by
// status; dragging over them, or the two date fields, keeps the facts of that time. The switch says which
// of the two dates is meant.

const timeline = (() => {
  const canvas = h('canvas', { class: 'bars', ...HIDDEN });
  const controls = h('div', { class: 'controls' });
  const element = h('section', { id: 'time', 'aria-label': say('dates') }, controls, canvas);
  const SIDE = 16;
  const LABEL_WIDTH = 52;
  // So near to an end of the brush a drag takes hold of it.
  const GRIP = 8;
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
    const kind = choice(say('dates'), ['published', 'event'].map((value) => [value, say(value)]), state.dateKind,
      (dateKind) => go({ dateKind, from: null, to: null }));
    controls.replaceChildren(kind, ...(dated && !single ? [
      field(say('from'), state.from ?? first, set('from', first)), field(say('to'), state.to ?? last, set('to', last)),
      span('per', say(unit[0])),
    ] : single ? [span('per', isoDay(first))] : []),
    undated ? span('per', say('undated', undated)) : '');
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
    go({ [key]: Number.isFinite(day) && day !== edge ? day : null });
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
    const monthOf = (day) => { const date = new Date(day * DAY); return date.getUTCFullYear() * 12 + date.getUTCMonth(); };
    const [begin, end] = [monthOf(first), monthOf(last)];
    // Labels stand so many months apart, all equally.
    const wanted = (end - begin + 1) * LABEL_WIDTH / (wide - 2 * SIDE);
    const step = [1, 2, 3, 6].find((months) => months >= wanted) || 12 * Math.ceil(wanted / 12);
    let free = 0;
    let year = '';
    for (let month = begin - begin % step; month <= end; month += step) {
      const date = new Date(Date.UTC(0, Math.max(begin, month) - 12 * 1900));
      const at = Math.max(SIDE, x(date / DAY));
      const label = axisLabel(date, step, year);
      const w = c.measureText(label).width;
      if (at < free || at + w > wide) continue;
      c.fillText(label, at, high - 5);
      free = at + w + 6;
      year = date.getUTCFullYear();
    }
  }

  /** A month, with its year where that is a new one; or only a year. */
  function axisLabel(date, step, year) {
    const now = date.getUTCFullYear();
    if (step >= 12) return String(now);
    const month = date.toLocaleDateString('en', { month: 'short', timeZone: 'UTC' });
    return now === year ? month : `${month} ${now}`;
  }

  function brush(c, high) {
    if (state.from === null && state.to === null) return;
    c.fillStyle = ink.accent;
    for (const day of [state.from ?? first, (state.to ?? last) + 1]) {
      c.fillRect(x(day) - 1, 0, 2, high - 18);
      c.beginPath();
      c.arc(x(day), 6, 5, 0, 7);
      c.fill();
    }
    c.globalAlpha = 0.1;
    c.fillRect(x(state.from ?? first), 0, x((state.to ?? last) + 1) - x(state.from ?? first), high - 18);
    c.globalAlpha = 1;
  }

  // Dragging selects from where it began to where it is, or moves an end that is there; a click clears.
  let anchor = null;
  const clamp = (day) => Math.max(first, Math.min(last, day));
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    const [from, to] = [state.from ?? first, state.to ?? last];
    const brushed = state.from !== null || state.to !== null;
    const at = (day) => brushed && Math.abs(x(day) - event.offsetX) < GRIP;
    anchor = { px: event.offsetX, day: at(to + 1) ? from : at(from) ? to : clamp(dayAt(event.offsetX)) };
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
    go(dragged ? { from: state.from, to: state.to } : { from: null, to: null });
  });
  new ResizeObserver(bars).observe(canvas);

  return { element, draw };
})();
