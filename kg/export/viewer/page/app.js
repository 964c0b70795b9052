// The whole page: puts the parts together, and redraws them when the state changes.

const live = h('div', { class: 'unseen', id: 'live', 'aria-live': 'polite' });
const toast = h('div', { class: 'toast', hidden: true });
let toastTimer = 0;

/** Tell the reader something: to a screen reader always, on the screen if it answers an action. */
function announce(message, onScreen = true) {
  live.textContent = message;
  if (!onScreen) return;
  toast.textContent = message;
  toast.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { toast.hidden = true; }, 2600);
}

const app = (() => {
  const details = h('aside', { id: 'right', 'aria-label': say('details') });
  const main = h('main', null);
  const showing = h('span', { class: 'showing', 'aria-live': 'polite' });
  const finder = combobox(say('search'), (index) => { revealEntity(index); focusTitle(); }, 'search-list');
  const viewButton = button(say('table'), () => go({ view: state.view === 'table' ? 'graph' : 'table' }));
  const startAgain = () => { go({ ...NOTHING, added: [], depth: 0 }); stage.fit(); };
  const restart = button(say('startAgain'), startAgain, { class: 'restart' });
  const keys = keysDialog();
  const empty = div('empty', h('p', null, say('noFacts')), button(say('resetFilters'), legend.reset));
  const counter = counting();
  const grouping = button(say('groups'), () => go({ grouped: !state.grouped }), { title: say('communities') });

  /** How many of the most important entities are shown at first. */
  function counting() {
    const most = Math.min(model.meta.cap, model.entities.filter((e) => !e.isWords && e.degree).length);
    const options = COUNTS.filter((count, i) => i === 0 || COUNTS[i - 1] < most);
    const choose = (count) => { go({ count: Number(count), added: [] }); stage.fit(); };
    const select = choice(say('howMany'), options.map((count) => [count, say('top', count)]), state.count, choose);
    const draw = () => {
      const now = filtering.first().length;
      select.value = String(state.count || options.find((count) => count >= now) || options[options.length - 1]);
    };
    return { box: options.length > 1 ? select : '', draw };
  }

  function panel() {
    if (state.article >= 0) return reader.view(state.article, state.claim);
    if (state.path) return cards.path(state.path);
    if (state.pair) return cards.pair(state.pair);
    if (state.community >= 0) return cards.community(state.community);
    if (state.fact >= 0) return cards.fact(state.fact);
    if (state.entity >= 0) return cards.entity(state.entity);
    return cards.overview();
  }

  let panelKey = '';
  function drawDetails() {
    peek.hide();
    const hadFocus = details.contains(document.activeElement);
    const key = JSON.stringify(Object.keys(NOTHING).map((name) => state[name]));
    const same = key === panelKey;
    const scroll = details.scrollTop;
    panelKey = key;
    details.replaceChildren(div('card', panel()));
    details.scrollTop = same ? scroll : 0;
    const lit = same ? null : details.querySelector('.text .lit');
    if (lit) details.scrollTop = lit.offsetTop - details.clientHeight / 3;
    // On a phone the page scrolls and not the card: whoever went down in a card is brought to the next one.
    if (!same && details.getBoundingClientRect().top < 0) details.scrollIntoView();
    if (lit && innerWidth <= 900) lit.scrollIntoView({ block: 'center' });
    if (hadFocus && !same) focusTitle();
  }
  const focusTitle = () => details.querySelector('.title')?.focus({ preventScroll: true });

  function draw() {
    filtering.update();
    places.fill();
    const { entities, facts } = visible;
    showing.replaceChildren(h('strong', null, say('showing', { n: entities.length, total: model.entities.length })),
      span('facts', ' · ', say('showingFacts', { n: facts.length, total: model.facts.length })));
    counter.draw();
    grouping.setAttribute('aria-pressed', String(state.grouped));
    restart.hidden = !state.added.length && !state.depth;
    viewButton.textContent = say(state.view === 'table' ? 'graph' : 'table');
    main.classList.toggle('as-table', state.view === 'table');
    empty.hidden = entities.length > 0;
    legend.draw();
    drawDetails();
    timeline.draw();
    table.draw();
    stage.redraw();
    const titled = state.article >= 0 ? model.articles[state.article].title : state.entity >= 0 ? nameOf(state.entity) : '';
    document.title = (titled ? `${titled} · ` : '') + model.meta.title;
  }

  function setTheme(theme) {
    document.documentElement.dataset.theme = theme;
    readInk();
  }

  function keysDialog() {
    const rows = [
      ['/', 'keySearch'], ['← ↑ → ↓', 'keyMove'], ['Enter', 'keyOpen'], ['e', 'keyExpand'],
      ['+ − 0', 'keyZoom'], ['⇧ ← ↑ → ↓', 'keyNudge'], ['g', 'keyGroups'], ['t', 'keyTable'], ['Esc', 'keyEscape'],
    ];
    const dialog = h('dialog', { 'aria-label': say('keysTitle') }, h('h2', null, say('keysTitle')),
      h('dl', null, rows.map(([key, text]) => [h('dt', null, h('kbd', null, key)), h('dd', null, say(text))])),
      button(say('close'), () => dialog.close()));
    return dialog;
  }

  function copyLink() {
    navigator.clipboard?.writeText(location.href).then(() => announce(say('linkCopied')), () => {});
  }

  function onKey(event) {
    const typing = /INPUT|SELECT|TEXTAREA/.test(event.target.tagName);
    if (event.key === '/' && !typing) { event.preventDefault(); finder.input.focus(); }
    if (event.key !== 'Escape' || keys.open) return;
    if (state.article >= 0) go({ article: -1, claim: -1 });
    else if (filtering.centre().length || state.depth) clearSelection();
  }

  function build() {
    const swap = () => { setTheme(ink.dark ? 'light' : 'dark'); draw(); };
    stage.element.append(empty);
    main.append(stage.element, table.element,
      div('foot', div('shown', showing, counter.box, restart),
        div('tools',
          button('+', () => stage.zoom(1.3), { 'aria-label': say('zoomIn') }),
          button('−', () => stage.zoom(1 / 1.3), { 'aria-label': say('zoomOut') }),
          button(say('fit'), () => stage.fit()),
          grouping)), toast, live);
    document.getElementById('app').append(
      h('header', null, h('h1', null, bdi(model.meta.title)), finder.box, h('span', { class: 'space' }), viewButton, saving.menu,
        button(say('copyLink'), copyLink, { class: 'copy' }),
        button('◐', swap, { 'aria-label': say('theme'), title: say('theme') }),
        button('?', () => keys.showModal(), { 'aria-label': say('help'), title: say('help') })),
      legend.element, main, timeline.element, details, keys, peek.element);
    addEventListener('keydown', onKey);
  }

  function start() {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => setTheme(dark.matches ? 'dark' : 'light');
    follow();
    dark.addEventListener('change', () => { follow(); draw(); });
    address.read();
    filtering.update();
    build();
    draw();
    stage.start();
    onChange = draw;
    setTimeout(search.load, 400);
  }

  return { start };
})();

app.start();

// For tests: what is where, which tests/viewer_probe.js asks of it.
window.kgparts = Object.freeze({
  ready: performance.now(), model, visible, camera, places, stage, lines, communities, screenX, screenY, markScale, radiusOf, nameOf,
});
