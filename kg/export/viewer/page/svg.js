// The picture as SVG: a stand-in for a canvas that writes down what is painted on it. It knows only what
// this page paints with.

function svgCanvas(width, height) {
  const out = [];
  const saved = [];
  let path = '';
  let turned = '';
  const round = (n) => Math.round(n * 100) / 100;
  const PLAIN = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  const escaped = (string) => string.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (c) => PLAIN[c]);
  const meter = h('canvas').getContext('2d');
  let dash = [];

  const attributes = (values) => Object.entries(values).map(([key, value]) => `${key}="${escaped(String(value))}"`).join(' ');
  const common = () => ({ ...(c.globalAlpha < 1 ? { opacity: round(c.globalAlpha) } : {}), ...(turned ? { transform: turned } : {}) });
  const stroke = () => ({ fill: 'none', stroke: c.strokeStyle, 'stroke-width': round(c.lineWidth), 'stroke-linejoin': 'round',
    ...(dash.length ? { 'stroke-dasharray': dash.join(' ') } : {}), ...common() });
  const draw = (d, look) => { if (d) out.push(`<path ${attributes({ d, ...look })}/>`); };
  const box = (x, y, w, high) => `M${round(x)} ${round(y)}h${round(w)}v${round(high)}h${round(-w)}z`;

  function arc(x, y, r, from, to) {
    const turn = Math.min(to - from + (to < from ? 2 * Math.PI : 0), 2 * Math.PI);
    const at = (angle) => `${round(x + r * Math.cos(angle))} ${round(y + r * Math.sin(angle))}`;
    // SVG draws no whole circle in one arc: two halves.
    const half = from + turn / 2;
    path += `${path && !path.endsWith('z') && turn < 6.28 ? 'L' : 'M'}${at(from)}` + [half, from + turn].map((to_) => `A${round(r)} ${round(r)} 0 0 1 ${at(to_)}`).join('');
  }

  function roundRect(x, y, w, high, r) {
    const bend = (dx, dy) => `a${round(r)} ${round(r)} 0 0 1 ${round(dx)} ${round(dy)}`;
    path += `M${round(x + r)} ${round(y)}h${round(w - 2 * r)}${bend(r, r)}v${round(high - 2 * r)}${bend(-r, r)}h${round(2 * r - w)}${bend(-r, -r)}v${round(2 * r - high)}${bend(r, -r)}z`;
  }

  function write(string, x, y, look) {
    const [, weight, size] = /^(?:(\d+) )?([\d.]+)px/.exec(c.font) || ['', 400, 12];
    const anchor = c.textAlign === 'center' ? { 'text-anchor': 'middle', 'dominant-baseline': 'central' } : {};
    out.push(`<text ${attributes({ x: round(x), y: round(y), 'font-size': size, 'font-weight': weight || 400, ...anchor, ...look })}>${escaped(string)}</text>`);
  }

  const KEPT = ['fillStyle', 'strokeStyle', 'lineWidth', 'font', 'textAlign', 'textBaseline', 'globalAlpha'];
  const c = {
    fillStyle: '#000', strokeStyle: '#000', lineWidth: 1, font: '', textAlign: 'start', globalAlpha: 1,
    beginPath() { path = ''; },
    moveTo(x, y) { path += `M${round(x)} ${round(y)}`; },
    lineTo(x, y) { path += `${path ? 'L' : 'M'}${round(x)} ${round(y)}`; },
    closePath() { if (path) path += 'z'; },
    rect(x, y, w, high) { path += box(x, y, w, high); },
    arc, roundRect,
    fill() { draw(path, { fill: c.fillStyle, ...common() }); },
    stroke() { draw(path, stroke()); },
    fillRect(x, y, w, high) { draw(box(x, y, w, high), { fill: c.fillStyle, ...common() }); },
    strokeRect(x, y, w, high) { draw(box(x, y, w, high), stroke()); },
    clearRect() {},
    setLineDash(lengths) { dash = lengths; },
    fillText(string, x, y) { write(string, x, y, { fill: c.fillStyle, ...common() }); },
    strokeText(string, x, y) { write(string, x, y, stroke()); },
    measureText(string) { meter.font = c.font; return meter.measureText(string); },
    save() { saved.push([turned, dash, KEPT.map((key) => c[key])]); },
    restore() { let values; [turned, dash, values] = saved.pop(); KEPT.forEach((key, i) => { c[key] = values[i]; }); },
    translate(x, y) { turned += `translate(${round(x)} ${round(y)})`; },
    rotate(angle) { turned += `rotate(${round(angle * 180 / Math.PI)})`; },
    toString: () => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${escaped(FONT)}">\n${out.join('\n')}\n</svg>\n`,
  };
  return c;
}
