// The same facts as the picture, as a table: for reading, sorting and for those who cannot see the
// picture. The rows are also what is saved as CSV or JSON.

const table = (() => {
  const element = h('div', { class: 'table', hidden: true });
  const PAGE = 200;
  let sorted = { column: 'belief', down: true };
  let rows = PAGE;

  const published = (fact) => fact.claims.map((c) => articleOf(c)?.published || '').reduce((a, b) => (a > b ? a : b), '');
  const objectName = (fact) => (fact.object >= 0 ? nameOf(fact.object) : fact.value);
  const COLUMNS = [
    ['subject', (fact) => nameOf(fact.subject), (fact) => entityLink(fact.subject)],
    ['relation', wordingOf, (fact) => linkButton(wordingOf(fact), () => openFact(fact.index))],
    ['object', objectName, (fact) => (fact.object >= 0 ? entityLink(fact.object) : bdi(fact.value))],
    ['stance', (fact) => `${fact.stance} ${fact.polarity}`,
      (fact) => [say(fact.stance), fact.polarity === 'negative' ? [' ', badge('negative')] : null]],
    ['when', (fact) => fact.since || fact.until || timeOf(fact), whenOf],
    ['date', published, published],
    ['sources', (fact) => fact.publishers, (fact) => String(fact.publishers)],
    ['belief', (fact) => fact.belief, (fact) => `${Math.round(fact.belief * 100)}%`],
  ];

  /** The facts that the table holds, in its order. */
  function facts() {
    const key = COLUMNS.find(([name]) => name === sorted.column)[1];
    const compare = (a, b) => (typeof a === 'number' ? a - b : a.localeCompare(b, 'en'));
    const sign = sorted.down ? -1 : 1;
    return (state.wholeTable ? visible.passing : visible.facts).map((fact) => [key(fact), fact])
      .sort((a, b) => sign * compare(a[0], b[0]) || a[1].index - b[1].index).map(([, fact]) => fact);
  }

  function header([name]) {
    const here = sorted.column === name;
    return h('th', { scope: 'col', 'aria-sort': here ? (sorted.down ? 'descending' : 'ascending') : 'none' },
      button([say(name), h('span', HIDDEN, here ? (sorted.down ? ' ▾' : ' ▴') : '')], () => {
        sorted = { column: name, down: here ? !sorted.down : false };
        draw();
        element.querySelector(`[data-column="${name}"]`).focus();
      }, { class: 'sort', 'data-column': name }));
  }

  function draw() {
    element.hidden = state.view !== 'table';
    if (element.hidden) { rows = PAGE; return; }
    const all = facts();
    const scope = choice(say('scope'), [['shown', say('scopeShown')], ['all', say('scopeAll')]], state.wholeTable ? 'all' : 'shown',
      (value) => go({ wholeTable: value === 'all' }));
    const more = () => { rows += 4 * PAGE; draw(); };
    element.replaceChildren(
      div('bar', h('strong', null, several(all.length, 'factCount', 'factsCount')), scope),
      h('table', null,
        h('caption', { class: 'unseen' }, say('tableCaption')),
        h('thead', null, h('tr', null, COLUMNS.map(header))),
        h('tbody', null, all.slice(0, rows).map(line))),
      all.length > rows ? button(say('more', all.length - rows), more, { class: 'more' }) : '');
  }

  const line = (fact) => h('tr', { class: fact.status }, COLUMNS.map(([, , cell]) => h('td', null, cell(fact))));

  return { element, draw, facts, objectName, published };
})();
