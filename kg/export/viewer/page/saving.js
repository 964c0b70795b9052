// How does what is shown leave the page? As a picture on white with its legend and a source line, as it
// may be printed; as CSV, JSON or Turtle. Nothing is sent anywhere: the browser saves what it holds.

const saving = (() => {
  function save(name, blob) {
    const link = h('a', { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 2000);
  }

  // A cell that begins like this would be run as a formula by a spreadsheet.
  const FORMULA = /^[=+\-@\t\r]/;
  const cell = (value) => {
    const string = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
    return /[",\n\r]/.test(string) ? `"${string.replaceAll('"', '""')}"` : string;
  };

  /** One record for each piece of evidence of each fact shown. */
  function records() {
    return table.facts().flatMap((fact) => (fact.claims.length ? fact.claims : [-1]).map((c) => {
      const claim = claimOf(c);
      const article = claim && model.articles[claim.article];
      return {
        subject: nameOf(fact.subject), predicate: relationOf(fact), object: table.objectName(fact),
        polarity: fact.polarity, stance: fact.stance,
        since: fact.since, until: fact.until, belief: fact.belief, publishers: fact.publishers,
        quote: claim ? slice(claim.article, claim.start, claim.end, claim.inTitle) : '',
        attribution: claim ? claim.sources.map((source) => source.name).join(' < ') : '',
        article: article?.title || '', publisher: article?.publisher || '',
        published: article?.published || '', url: article?.url || '',
        statement: fact.id,
      };
    }));
  }

  const KINDS = {
    csv() {
      const rows = records();
      const keys = Object.keys(rows[0] || { subject: '' });
      const lines = [keys, ...rows.map((row) => keys.map((key) => row[key]))].map((row) => row.map(cell).join(','));
      save('facts.csv', new Blob(['\ufeff', lines.join('\r\n'), '\r\n'], { type: 'text/csv' }));
    },
    json() { save('facts.json', new Blob([JSON.stringify(records(), null, 1), '\n'], { type: 'application/json' })); },
    turtle() { save('facts.ttl', new Blob([turtle.write(table.facts())], { type: 'text/turtle' })); },
    png() {
      const [width, height] = sheetSize();
      const canvas = h('canvas', { width: width * 2, height: height * 2 });
      const c = canvas.getContext('2d');
      c.scale(2, 2);
      picture(c);
      canvas.toBlob((blob) => save('graph.png', blob));
    },
    svg() {
      const c = svgCanvas(...sheetSize());
      picture(c);
      save('graph.svg', new Blob([String(c)], { type: 'image/svg+xml' }));
    },
  };

  const FOOT = 84;
  const sheetSize = () => { const [width, height] = stage.size(); return [width, height + FOOT]; };

  /** Paint what is on the screen in the colours of paper, with the legend and where it comes from. */
  function picture(c) {
    const [width, height] = stage.size();
    const before = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = 'light';
    readInk();
    ink.ground = '#ffffff';
    const focused = stage.focused();
    const unseen = h('canvas').getContext('2d');
    scene.paint(c, focused ? unseen : c, camera, width, height);
    if (focused) scene.paintFocus(c, camera, width, height, focused, false);
    c.fillStyle = '#ffffff';
    c.fillRect(0, height, width, FOOT);
    drawLegend(c, height + 18, width);
    c.fillStyle = ink.muted;
    c.font = `12px ${FONT}`;
    c.fillText(sourceLine(), 14, height + FOOT - 10);
    document.documentElement.dataset.theme = before;
    readInk();
  }

  const sourceLine = () => say('sourceLine', {
    title: model.meta.title, n: visible.entities.length, total: model.entities.length,
  });

  /** Draw the signs in use, over two rows if need be. */
  function drawLegend(c, y, width) {
    let x = 14;
    c.font = `12px ${FONT}`;
    const types = [...new Set(visible.entities.map((index) => entityOf(index).type))].sort();
    for (const sign of [...types, ...STATUSES]) {
      const isLine = STATUSES.includes(sign);
      const label = isLine ? say(sign) : sign;
      const wide = (isLine ? 38 : 24) + c.measureText(label).width + 16;
      if (x + wide > width) { x = 14; y += 24; }
      if (isLine) drawStatus(c, sign, x, y);
      else drawType(c, sign, x + 10, y);
      c.font = `12px ${FONT}`;
      c.fillStyle = ink.text;
      c.fillText(label, x + (isLine ? 38 : 24), y + 4);
      x += wide;
    }
  }

  const menu = menuButton(say('export'), [['png', 'exportPng'], ['svg', 'exportSvg'], ['csv', 'exportCsv'], ['json', 'exportJson'],
    ['turtle', 'exportTurtle']].map(([kind, key]) => [say(key), KINDS[kind]]));

  return { menu, records };
})();
