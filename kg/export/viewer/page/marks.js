// How does each type and each status look? A type is a colour, a shape and a glyph, so that it never
// rests on hue alone; a status is a line that survives a black-and-white printer. Colours keep 3:1 to
// the background in both themes.

const TYPES = {
  Person: { colour: ['#0072B2', '#2f95d1'], shape: 'circle', glyph: 'person' },
  Organization: { colour: ['#c65400', '#e07322'], shape: 'square', glyph: 'building' },
  Place: { colour: ['#00805d', '#12a67c'], shape: 'pin', glyph: 'dot' },
  Post: { colour: ['#85640a', '#b98d1d'], shape: 'shield', glyph: 'star' },
  Group: { colour: ['#5a48b0', '#8f7ff0'], shape: 'hexagon', glyph: 'people' },
  Event: { colour: ['#a03c8c', '#c76bb4'], shape: 'diamond', glyph: 'calendar' },
  Work: { colour: ['#4a6572', '#7f9dab'], shape: 'page', glyph: 'lines' },
  Law: { colour: ['#4a6572', '#7f9dab'], shape: 'page', glyph: '§' },
  Product: { colour: ['#7a5a3a', '#a98560'], shape: 'hexagon', glyph: '#' },
  Phrase: { colour: ['#757b83', '#8b929b'], shape: 'bubble', glyph: '“' },
};
const OTHER_TYPE = { colour: ['#757b83', '#8b929b'], shape: 'circle', glyph: '·' };
const ALIASES = { Organisation: 'Organization', Location: 'Place', Facility: 'Place', Document: 'Work' };
const styleOf = (type) => TYPES[ALIASES[type] || type] || OTHER_TYPE;

const DASHES = { asserted: [], reported: [7, 5], hypothetical: [1.5, 6], negative: [2, 4], of: [] };

// The colours of the theme, read from the style sheet whenever it changes.
const ink = {};
function readInk() {
  const css = getComputedStyle(document.documentElement);
  for (const name of ['ground', 'text', 'muted', 'line', 'accent', 'asserted', 'reported', 'hypothetical', 'negative']) {
    ink[name] = css.getPropertyValue(`--${name}`).trim();
  }
  ink.of = ink.muted;
  ink.dark = document.documentElement.dataset.theme === 'dark';
}
const colourOf = (type) => styleOf(type).colour[ink.dark ? 1 : 0];

/** Radius of an entity's mark at zoom 1: as `radius` in payload.py, smaller for mere words. */
const radiusOf = (index) => {
  const { degree, isWords } = entityOf(index);
  return isWords ? 7 : Math.min(27, Math.max(9, 7 + 2.6 * Math.sqrt(degree)));
};

/** A name in at most two lines, cut where it is too long for a picture. */
const labelLines = (() => {
  const known = new Map();
  return (name) => {
    if (!known.has(name)) known.set(name, wrap([...name].length > 44 ? [...name].slice(0, 42).join('') + '…' : name));
    return known.get(name);
  };
  function wrap(name) {
    if (name.length <= 16 || !name.includes(' ')) return [name];
    const words = name.split(' ');
    let best = [name];
    for (let i = 1; i < words.length; i += 1) {
      const lines = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
      if (best.length === 1 || Math.max(...lines.map((l) => l.length)) < Math.max(...best.map((l) => l.length))) best = lines;
    }
    return best;
  }
})();

const POLYGONS = {
  diamond: [[0, -1.15], [1.15, 0], [0, 1.15], [-1.15, 0]],
  hexagon: [[-0.55, 0.95], [0.55, 0.95], [1.1, 0], [0.55, -0.95], [-0.55, -0.95], [-1.1, 0]],
  shield: [[-0.85, -0.9], [0.85, -0.9], [0.85, 0.3], [0, 1.1], [-0.85, 0.3]],
  page: [[-0.75, -1], [0.35, -1], [0.8, -0.5], [0.8, 1], [-0.75, 1]],
};

/** Trace the outline of a shape; the caller fills or strokes it. */
function traceShape(c, shape, x, y, r) {
  const points = POLYGONS[shape];
  if (points) { points.forEach(([dx, dy], i) => (i ? c.lineTo(x + dx * r, y + dy * r) : c.moveTo(x + dx * r, y + dy * r))); c.closePath(); }
  else if (shape === 'circle') { c.moveTo(x + r, y); c.arc(x, y, r, 0, 7); }
  else if (shape === 'square') c.roundRect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8, r * 0.3);
  else if (shape === 'pin') { c.moveTo(x, y + r * 1.2); c.arc(x, y - r * 0.12, r * 0.94, Math.PI * 0.86, Math.PI * 0.14); c.closePath(); }
  else c.roundRect(x - r, y - r * 0.75, r * 2, r * 1.5, r * 0.75);
}

/** Draw the white sign inside a mark. */
function drawGlyph(c, glyph, x, y, r) {
  c.save();
  c.fillStyle = c.strokeStyle = '#fff';
  c.lineWidth = Math.max(1, r * 0.14);
  c.lineCap = 'round';
  c.beginPath();
  (GLYPHS[glyph] || letterGlyph(glyph))(c, x, y, r);
  c.restore();
}

const GLYPHS = {
  person(c, x, y, r) { head(c, x, y, r, 1); },
  people(c, x, y, r) { head(c, x - r * 0.36, y, r, 0.72); head(c, x + r * 0.36, y, r, 0.72); },
  building(c, x, y, r) {
    c.strokeRect(x - r * 0.42, y - r * 0.5, r * 0.84, r);
    for (const dx of [-0.2, 0.2]) for (const dy of [-0.28, 0.04]) c.fillRect(x + dx * r - r * 0.08, y + dy * r - r * 0.08, r * 0.17, r * 0.17);
    c.fillRect(x - r * 0.1, y + r * 0.22, r * 0.2, r * 0.3);
  },
  dot(c, x, y, r) { c.arc(x, y - r * 0.12, r * 0.33, 0, 7); c.fill(); },
  calendar(c, x, y, r) {
    c.rect(x - r * 0.45, y - r * 0.38, r * 0.9, r * 0.82);
    c.moveTo(x - r * 0.45, y - r * 0.08);
    c.lineTo(x + r * 0.45, y - r * 0.08);
    c.stroke();
  },
  lines(c, x, y, r) {
    for (const dy of [-0.25, 0.12, 0.5]) { c.moveTo(x - r * 0.4, y + dy * r); c.lineTo(x + r * 0.42, y + dy * r); }
    c.stroke();
  },
  star(c, x, y, r) {
    for (let i = 0; i < 10; i += 1) {
      const reach = r * (i % 2 ? 0.24 : 0.56);
      c.lineTo(x + reach * Math.sin(Math.PI * i / 5), y - r * 0.08 - reach * Math.cos(Math.PI * i / 5));
    }
    c.fill();
  },
};
function head(c, x, y, r, size) {
  c.beginPath();
  c.arc(x, y - r * 0.28 * size, r * 0.27 * size, 0, 7);
  c.fill();
  c.beginPath();
  c.arc(x, y + r * 0.62 * size, r * 0.52 * size, Math.PI * 1.12, Math.PI * 1.88);
  c.closePath();
  c.fill();
}
const letterGlyph = (letter) => (c, x, y, r) => {
  c.font = `700 ${r * 1.15}px ${FONT}`;
  c.textAlign = 'center';
  c.textBaseline = 'middle';
  c.fillText(letter, x, y + r * (letter === '“' ? 0.32 : 0.06));
};
const FONT = 'system-ui, "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif';

/** A mark as a small picture for lists and legends. */
function typeIcon(type) {
  const canvas = h('canvas', { class: 'icon', width: 40, height: 40, ...HIDDEN });
  const c = canvas.getContext('2d');
  c.scale(2, 2);
  drawType(c, type, 10, 10);
  return canvas;
}
function drawType(c, type, x, y) {
  c.beginPath();
  traceShape(c, styleOf(type).shape, x, y, 7.4);
  c.fillStyle = colourOf(type);
  c.fill();
  drawGlyph(c, styleOf(type).glyph, x, y, 7.4);
}

/** A line of a status as a small picture. */
function lineIcon(status) {
  const canvas = h('canvas', { class: 'line', width: 64, height: 24, ...HIDDEN });
  const c = canvas.getContext('2d');
  c.scale(2, 2);
  drawStatus(c, status, 0, 6);
  return canvas;
}
function drawStatus(c, status, x, y) {
  c.strokeStyle = ink[status];
  c.lineWidth = 2;
  c.setLineDash(DASHES[status]);
  c.beginPath();
  c.moveTo(x, y);
  c.lineTo(x + 32, y);
  c.stroke();
  c.setLineDash([]);
  if (status !== 'negative') return;
  c.beginPath();
  traceCross(c, x + 16, y);
  c.stroke();
}
function traceCross(c, x, y) {
  c.moveTo(x - 4, y - 4); c.lineTo(x + 4, y + 4);
  c.moveTo(x + 4, y - 4); c.lineTo(x - 4, y + 4);
}
