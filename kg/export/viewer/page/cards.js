// What is known of the selection? One card for an entity, one for a fact, one for all facts between two
// entities, one for a path, and one for when nothing is selected.

const cards = (() => {
  const heading = (...content) => h('h2', { class: 'title', tabindex: -1 }, ...content);
  const section = (title, items, render, count = 12) =>
    (items.length ? [h('h3', null, title, h('span', { class: 'count' }, number(items.length))), shortList(items, render, count)] : null);
  const passing = (facts) => facts.filter((f) => filtering.passes(model.facts[f]));
  const byWeight = (a, b) => {
    const [one, other] = [model.facts[a], model.facts[b]];
    return wordy(one) - wordy(other) || STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status) || other.claims.length - one.claims.length || other.belief - one.belief || a - b;
  };

  /** What is said of two things comes before what is said of a thing and a phrase. */
  const wordy = (fact) => Number(fact.object < 0 || model.entities[fact.object].isWords);

  // ---- an entity ---------------------------------------------------------------------------------

  function entity(index) {
    const it = model.entities[index];
    const facts = passing(it.facts).sort(byWeight);
    const own = new Set(facts.filter((f) => isPost(model.facts[f]) && [model.facts[f].subject, model.facts[f].object].includes(index)));
    const here = new Set([...facts.filter((f) => isPost(model.facts[f]) && !own.has(f)),
      ...passing(it.posts.flatMap((post) => model.entities[post].facts)).filter((f) => isPost(model.facts[f]))]);
    const rest = facts.filter((f) => !own.has(f) && !here.has(f));
    const hidden = it.facts.length - facts.length;
    const short = shortName(it.name);
    return [
      h('div', { class: 'head' }, typeIcon(it.type), heading(bdi(it.name))),
      h('p', { class: 'kind' }, it.unnamed ? say('unnamedSource') : it.type, it.of >= 0 ? [` ${say('of')} `, entityLink(it.of)] : null,
        it.isWords && !it.unnamed ? ` · ${say('phrase')}` : null,
        it.mentions ? ` · ${say('mentionedIn', { m: number(it.mentions), d: number(it.articles) })}` : null),
      it.aliases.length ? h('p', { class: 'chips' }, h('span', null, say('alsoWritten')), it.aliases.map((alias) => h('span', { class: 'chip' }, bdi(alias)))) : null,
      elsewhere(it),
      actions(index),
      hidden ? h('p', { class: 'note' }, say('hiddenCount', { n: hidden })) : null,
      facts.length || it.said.length ? null : h('p', { class: 'note' }, say('noFacts')),
      section(it.type === 'Post' ? say('holders') : say('posts'), [...own].sort(byDate), (f) => career(f, index)),
      section(say('postsHere', { name: short }), [...here].sort(byDate), postHere),
      section(say('does', { name: short }), rest.filter((f) => model.facts[f].subject === index), (f) => factBlock(f, index)),
      section(say('done', { name: short }), rest.filter((f) => model.facts[f].subject !== index && model.facts[f].object === index), (f) => factBlock(f, index)),
      section(say('involved'), rest.filter((f) => model.facts[f].subject !== index && model.facts[f].object !== index), (f) => factBlock(f, index)),
      section(say('says', { name: short }), passing(it.said).filter((f) => !rest.includes(f)).sort(byWeight), (f) => factBlock(f, index)),
    ];
  }

  const shortName = (name) => (name.length > 28 ? `${name.slice(0, 26)}…` : name);
  const byDate = (a, b) => model.facts[b].since.localeCompare(model.facts[a].since) || a - b;

  function elsewhere(it) {
    const links = it.same.map((address) => outsideLink(address, address.replace(/^https?:\/\/(www\.)?/, ''))).filter(Boolean);
    return links.length ? h('p', { class: 'source' }, say('elsewhere'), ' ', links.map((link) => [link, ' '])) : null;
  }

  /** A post as a line of a career: what, of what, how, from when to when, on whose word. */
  function career(f, about) {
    const fact = model.facts[f];
    const other = fact.subject === about ? fact.object : fact.subject;
    const of = fact.subject === about && other >= 0 ? model.entities[other].of : -1;
    const organisation = of >= 0 ? of : (fact.others.find(([, role]) => role === 'of') || [-1])[0];
    const when = whenOf(fact);
    return h('div', { class: `career fact ${fact.status}` },
      h('div', { class: 'words' }, other >= 0 ? entityLink(other) : bdi(fact.value || nameOf(fact.subject)),
        organisation >= 0 && organisation !== about ? [` ${say('of')} `, entityLink(organisation)] : null, badges(fact)),
      when ? h('div', { class: 'source' }, when) : null,
      fact.claims.length ? evidence(fact.claims[0]) : null,
      fact.claims.length > 1 ? h('div', { class: 'source' }, linkButton(say('moreEvidence', { n: fact.claims.length }), () => openFact(f))) : null);
  }

  /** Who holds which post of this organisation, or for this person. */
  function postHere(f) {
    const fact = model.facts[f];
    return h('div', { class: `fact ${fact.status}` }, h('div', { class: 'words' }, entityLink(fact.subject), ', ',
      fact.object >= 0 ? entityLink(fact.object) : bdi(fact.value), badges(fact), goTo(f)), whenOf(fact) ? h('div', { class: 'source' }, whenOf(fact)) : null);
  }

  function actions(index) {
    const path = combobox(say('pathTo'), (other) => {
      const found = paths.find(index, other);
      if (found) { openPath(found); stage.frame(); } else announce(say('noPath'), true);
    }, 'path-list');
    const hidden = filtering.hiddenNeighbours(index).length;
    const depth = (n) => () => { history_.go({ depth: n }); stage.fit(); };
    return h('div', { class: 'actions' },
      hidden ? h('button', { type: 'button', onclick: () => { expand(index); stage.frame(); } }, say('expand', { n: hidden })) : null,
      h('button', { type: 'button', 'aria-pressed': String(state.depth > 0), onclick: depth(state.depth ? 0 : 1) }, say(state.depth ? 'showAll' : 'onlyNeighbours')),
      state.depth ? h('button', { type: 'button', onclick: depth(state.depth + 1) }, say('widen')) : null,
      path.box);
  }

  // ---- a fact, a pair, a path ----------------------------------------------------------------------

  function fact(index) {
    const it = model.facts[index];
    const when = whenOf(it);
    return [
      backButton(),
      h('div', { class: `fact whole ${it.status}` }, heading(wordsOf(it)), h('div', { class: 'all-badges' }, badge(it.polarity), badge(it.stance), it.conflicts.length ? badge('conflict') : null, isPost(it) ? badge('post', it.post) : null)),
      h('p', { class: 'note' }, when ? `${when} · ` : null, it.publishers === 1 ? say('publisherCount') : say('publishersCount', { n: it.publishers }),
        it.publishers > 1 ? `, ${say('independent', { n: it.independent })}` : null,
        ` · ${say('belief')} ${Math.round(it.belief * 100)}%`),
      section(say('evidence'), it.claims, evidence, 10),
      section(say('contradictions'), it.conflicts, (f) => factBlock(f)),
    ];
  }

  function pair([a, b]) {
    const facts = passing(model.entities[a].facts).filter((f) => model.links(model.facts[f]).some(([x, y]) => (x === a && y === b) || (x === b && y === a)));
    return [
      backButton(),
      heading(say('between', { a: nameOf(a), b: nameOf(b) })),
      h('p', null, entityLink(a), ' · ', entityLink(b)),
      section(say('evidence'), facts.sort(byWeight), (f) => factBlock(f), 20) || h('p', { class: 'note' }, say('noFacts')),
    ];
  }

  function path(steps) {
    const between = (a, b) => passing(model.entities[a].facts).filter((f) => model.links(model.facts[f]).some(([x, y]) => (x === a && y === b) || (x === b && y === a))).sort(byWeight);
    return [
      backButton(),
      heading(say('pathFromTo', { a: nameOf(steps[0]), b: nameOf(steps[steps.length - 1]) })),
      h('p', { class: 'note' }, steps.length === 2 ? say('step') : say('steps', { n: steps.length - 1 })),
      steps.slice(1).map((to, i) => {
        const from = steps[i];
        const facts = between(from, to);
        return facts.length ? facts.slice(0, 2).map((f) => factBlock(f))
          : h('div', { class: 'fact' }, h('div', { class: 'words' }, entityLink(from), ` ${say('posted')} `, entityLink(to)));
      }),
    ];
  }

  const backButton = () => h('button', { type: 'button', class: 'back', onclick: () => history.back() }, '← ', say('back'));

  // ---- nothing selected ----------------------------------------------------------------------------

  function overview() {
    const facts = visible.passing.map((it) => it.index);
    const connected = model.entities.filter((it) => !it.isWords && it.degree).map((it) => it.index)
      .sort((a, b) => model.entities[b].facts.length - model.entities[a].facts.length || a - b).slice(0, 8);
    const recent = model.articles.map((a) => a.index).sort((a, b) => model.articles[b].published.localeCompare(model.articles[a].published) || a - b);
    return [
      heading(model.meta.title),
      h('p', { class: 'kind' }, say('summary', { articles: number(model.articles.length), publishers: number(model.publishers.length), claims: number(model.claims.length) })),
      section(say('mostConnected'), connected, entityRow),
      section(say('contradictions'), disputes(facts), dispute, 6),
      section(say('unnamedOnly'), facts.filter((f) => restsOnUnnamed(model.facts[f])).sort(byWeight), factLine, 6),
      section(say('articles'), recent, articleRow, 12),
    ];
  }

  const entityRow = (index) => h('div', { class: 'row' }, typeIcon(model.entities[index].type), entityLink(index),
    h('span', { class: 'n' }, say(model.entities[index].facts.length === 1 ? 'factCount' : 'factsCount', { n: number(model.entities[index].facts.length) })));

  const articleRow = (index) => h('div', { class: 'row' }, linkButton(bdi(model.articles[index].title), () => openArticle(index)), h('span', { class: 'n' }, model.articles[index].published));

  /** Pairs of facts that contradict each other, each pair once. */
  const disputes = (facts) => facts.flatMap((f) => model.facts[f].conflicts.filter((other) => f < other && filtering.passes(model.facts[other])).map((other) => [f, other]));
  const dispute = (both) => h('div', { class: 'dispute' }, both.map(factLine));

  return { entity, fact, pair, path, overview, backButton, heading };
})();
