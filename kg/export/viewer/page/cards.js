// What is known of the selection? One card for an entity, one for a fact, one for all facts between two
// entities, one for a path, and one for when nothing is selected.

const cards = (() => {
  const heading = (...content) => h('h2', { class: 'title', tabindex: -1 }, ...content);
  const counted = (title, items) => h('h3', null, title, h('span', { class: 'count' }, number(items.length)));
  const section = (title, items, render, count = 12) =>
    (items.length ? [counted(title, items), shortList(items, render, count)] : null);
  const passing = (facts) => facts.filter((f) => filtering.passes(model.facts[f]));
  const byWeight = (a, b) => {
    const [one, other] = [model.facts[a], model.facts[b]];
    return wordy(one) - wordy(other) ||
      STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status) ||
      other.claims.length - one.claims.length || other.belief - one.belief || a - b;
  };

  /** What is said of two things comes before what is said of a thing and a phrase. */
  const wordy = (fact) => Number(fact.object < 0 || model.entities[fact.object].isWords);

  // ---- an entity ---------------------------------------------------------------------------------

  function entity(index) {
    const it = model.entities[index];
    const facts = passing(it.facts).sort(byWeight);
    const { own, here, rest } = sorted(index, facts);
    const name = shortName(it.name);
    const hidden = it.facts.length - facts.length;
    const block = (f) => factBlock(f, index);
    const subject = (f) => model.facts[f].subject === index;
    const object = (f) => !subject(f) && model.facts[f].object === index;
    return [
      div('head', typeIcon(it.type), heading(bdi(it.name))),
      h('p', { class: 'kind' }, kindOf(it)),
      it.aliases.length ? h('p', { class: 'chips' }, h('span', null, say('alsoWritten')), it.aliases.map(chip)) : null,
      actions(index),
      hidden ? note(say('hiddenCount', { n: hidden })) : null,
      facts.length || it.said.length ? null : note(say('noFacts')),
      own.length ? div('timeline', section(say(it.type === 'Post' ? 'holders' : 'posts'), own.sort(byDate), (f) => career(f, index))) : null,
      section(say('postsHere', { name }), here.sort(byDate), postHere),
      section(say('does', { name }), rest.filter(subject), block),
      section(say('done', { name }), rest.filter(object), block),
      section(say('involved'), rest.filter((f) => !subject(f) && !object(f)), block),
      section(say('says', { name }), passing(it.said).filter((f) => !rest.includes(f)).sort(byWeight), block),
      section(say('inWords', { name }), wordsBy(index), spoken, 5),
      identity(it),
    ];
  }

  /** Words that somebody says, and the way to where they stand. */
  function spoken({ article, start, end, verbatim }) {
    const around = model.articles[article].facts.flatMap((f) => model.facts[f].claims)
      .find((c) => model.claims[c].article === article && model.claims[c].start <= start && end <= model.claims[c].end);
    const { publisher, published } = model.articles[article];
    return div('evidence', h('blockquote', { dir: 'auto', class: verbatim ? 'verbatim' : null }, slice(article, start, end)),
      div('source', bdi(publisher), published ? `, ${published}` : null, ' · ',
        linkButton(say('readInContext'), () => openArticle(article, around ?? -1))));
  }

  /** Under which name the graph knows it, where else it is known, and why its names are taken for one. */
  function identity(it) {
    return h('details', { class: 'identity' }, h('summary', null, say('identity')),
      it.reasons.length ? [h('p', null, say('whyOne')), h('ul', null, it.reasons.map((reason) => h('li', null, bdi(reason))))] : null,
      elsewhere(it),
      h('p', { class: 'source' }, h('code', null, model.meta.base + it.id)));
  }

  /** What something is, in a line or two: its kind, and the posts it holds. */
  function gist(index) {
    const it = model.entities[index];
    const held = sorted(index, passing(it.facts)).own.filter((f) => model.facts[f].subject === index).sort(byDate).slice(0, 2);
    return [h('p', { class: 'kind' }, kindOf(it)), held.map((f) => h('p', null, postOf(model.facts[f], index), badges(model.facts[f])))];
  }

  /** Sort facts into own posts (or holders of a post), posts that others hold here, and the rest. */
  function sorted(index, facts) {
    const post = (f) => isPost(model.facts[f]);
    const mine = (f) => [model.facts[f].subject, model.facts[f].object].includes(index);
    const elsewhereHeld = passing(model.entities[index].posts.flatMap((p) => model.entities[p].facts)).filter(post);
    const own = facts.filter((f) => post(f) && mine(f));
    const here = [...new Set([...facts.filter((f) => post(f) && !mine(f)), ...elsewhereHeld])];
    return { own, here, rest: facts.filter((f) => !own.includes(f) && !here.includes(f)) };
  }

  const chip = (alias) => h('span', { class: 'chip' }, bdi(alias));
  const note = (...content) => h('p', { class: 'note' }, ...content);
  const kindOf = (it) => [
    it.unnamed ? say('unnamedSourceOne') : it.type,
    it.of >= 0 ? [` ${say('of')} `, entityLink(it.of)] : null,
    it.isWords && !it.unnamed ? ` · ${say('phrase')}` : null,
    it.mentions ? ` · ${say('mentionedIn', { m: number(it.mentions), d: number(it.articles) })}` : null,
  ];
  const shortName = (name) => (name.length > 28 ? `${name.slice(0, 26)}…` : name);
  // Held now before held once, the latest first; where no date is told, the day of the article stands for it.
  const STANDINGS = ['current', 'acting', 'designate', 'nominee', 'former'];
  const rankOf = (f) => STANDINGS.indexOf(model.facts[f].post);
  const lastDay = (f) => model.facts[f].since || model.facts[f].until || table.published(model.facts[f]);
  const byDate = (a, b) => rankOf(a) - rankOf(b) || lastDay(b).localeCompare(lastDay(a)) || a - b;

  function elsewhere(it) {
    const short = (address) => address.replace(/^https?:\/\/(www\.)?/, '');
    const links = it.same.map((address) => outsideLink(address, short(address))).filter(Boolean);
    return links.length ? h('p', { class: 'source' }, say('elsewhere'), ' ', links.map((link) => [link, ' '])) : null;
  }

  /** A post as a line of a career: what, of what, how, from when to when, on whose word. */
  function career(f, about) {
    const fact = model.facts[f];
    return div(`career ${fact.status} ${fact.post}`,
      div('when', whenOf(fact) || say('saidOn', { date: table.published(fact) || '?' })),
      div('words', postOf(fact, about), badges(fact), goTo(f)),
      fact.claims.length ? evidence(fact.claims[0]) : null,
      fact.claims.length > 1 ? div('source', allEvidence(fact)) : null);
  }

  /** A post and what it is of; or, about a post, who holds it. */
  function postOf(fact, about) {
    const other = fact.subject === about ? fact.object : fact.subject;
    const of = fact.subject === about && other >= 0 ? model.entities[other].of : -1;
    const organisation = of >= 0 ? of : (fact.others.find(([, role]) => role === 'of') || [-1])[0];
    return [
      other >= 0 ? entityLink(other) : bdi(fact.value || nameOf(fact.subject)),
      organisation >= 0 && organisation !== about ? [` ${say('of')} `, entityLink(organisation)] : null,
    ];
  }

  /** Who holds which post of this organisation, or for this person. */
  function postHere(f) {
    const fact = model.facts[f];
    const when = whenOf(fact);
    const post = fact.object >= 0 ? entityLink(fact.object) : bdi(fact.value);
    return div(`fact ${fact.status}`,
      div('words', entityLink(fact.subject), ', ', post, badges(fact), goTo(f)),
      when ? div('source', when) : null);
  }

  function actions(index) {
    const path = combobox(say('pathTo'), (other) => {
      const found = paths.find(index, other);
      if (!found) { announce(say('noPath'), true); return; }
      openPath(found);
      stage.frame();
    }, 'path-list');
    const hidden = filtering.hiddenNeighbours(index).length;
    const add = () => { expand(index); stage.frame(); };
    const toDepth = (depth) => () => { history_.go({ depth }); stage.fit(); };
    return div('actions',
      hidden ? button(say('expand', { n: hidden }), add) : null,
      button(say(state.depth ? 'showAll' : 'onlyNeighbours'), toDepth(state.depth ? 0 : 1),
        { 'aria-pressed': String(state.depth > 0) }),
      state.depth ? button(say('widen'), toDepth(state.depth + 1)) : null,
      path.box);
  }

  // ---- a fact, a pair, a path ----------------------------------------------------------------------

  function fact(index) {
    const it = model.facts[index];
    const when = whenOf(it);
    const several = it.publishers !== 1;
    return [
      backButton(),
      div(`fact whole ${it.status}`, heading(wordsOf(it)), div('all-badges', badge(it.polarity), badge(it.stance),
        it.conflicts.length ? badge('conflict') : null, isPost(it) ? badge('post', it.post) : null)),
      note(
        when ? `${when} · ` : null,
        several ? say('publishersCount', { n: it.publishers }) : say('publisherCount'),
        several ? `, ${say('independent', { n: it.independent })}` : null,
        ` · ${say('belief')} ${Math.round(it.belief * 100)}%`),
      section(say('evidence'), it.claims, evidence, 10),
      section(say('contradictions'), it.conflicts, (f) => factBlock(f)),
    ];
  }

  const between = (a, b) => passing(model.entities[a].facts).filter((f) => joins(model.facts[f], a, b)).sort(byWeight);

  function pair([a, b]) {
    return [
      backButton(),
      heading(say('between', { a: nameOf(a), b: nameOf(b) })),
      h('p', null, entityLink(a), ' · ', entityLink(b)),
      section(say('evidence'), between(a, b), (f) => factBlock(f), 20) || note(say('noFacts')),
    ];
  }

  function path(steps) {
    const last = steps[steps.length - 1];
    return [
      backButton(),
      heading(say('pathFromTo', { a: nameOf(steps[0]), b: nameOf(last) })),
      note(steps.length === 2 ? say('step') : say('steps', { n: steps.length - 1 })),
      steps.slice(1).map((to, i) => {
        const facts = between(steps[i], to).sort((a, b) => rankOfStatus(a) - rankOfStatus(b));
        if (facts.length) return facts.slice(0, 2).map((f) => factBlock(f));
        return div('fact', div('words', entityLink(steps[i]), ` ${say('posted')} `, entityLink(to)));
      }),
    ];
  }

  const rankOfStatus = (f) => STATUSES.indexOf(model.facts[f].status);
  const backButton = () => button(['← ', say('back')], () => history.back(), { class: 'back' });

  // ---- nothing selected ----------------------------------------------------------------------------

  function overview() {
    const facts = visible.passing.map((it) => it.index);
    const weight = (index) => model.entities[index].facts.length;
    const connected = model.entities.filter((it) => !it.isWords && it.degree).map((it) => it.index)
      .sort((a, b) => weight(b) - weight(a) || a - b).slice(0, 8);
    const day = (index) => model.articles[index].published;
    const recent = model.articles.map((a) => a.index).sort((a, b) => day(b).localeCompare(day(a)) || a - b);
    const circles = model.communities.map((_, at) => at).slice(0, 8);
    return [
      heading(model.meta.title),
      h('p', { class: 'kind' }, say('summary', {
        articles: number(model.articles.length), publishers: number(model.publishers.length), claims: number(model.claims.length),
      })),
      model.meta.out ? note(say('leftOut', { n: number(model.meta.out[0]), m: number(model.meta.out[1]) })) : null,
      section(say('mostConnected'), connected, entityRow),
      section(say('contradictions'), disputes(facts), dispute, 6),
      section(say('unnamedOnly'), facts.filter((f) => restsOnUnnamed(model.facts[f])).sort(byWeight), onUnnamed, 6),
      section(say('communities'), circles, communityRow, 6),
      section(say('articles'), recent, articleRow, 12),
    ];
  }

  function communityRow(at) {
    const dot = h('span', { class: 'dot', 'aria-hidden': 'true' });
    dot.style.background = communities.colourOf(at);
    const open = () => { openCommunity(at); stage.frame(); };
    return div('row', dot, linkButton(bdi(communities.nameOf(at)), open), h('span', { class: 'n' }, number(model.communities[at].length)));
  }

  /** Who belongs to a community, and what is said among them. */
  function community(at) {
    const members = model.communities[at];
    const inside = new Set(members);
    const among = visible.passing.filter((f) => model.links(f).some(([a, b]) => inside.has(a) && inside.has(b)));
    return [
      backButton(),
      heading(bdi(communities.nameOf(at))),
      h('p', { class: 'kind' }, say('communityOf', { n: number(members.length) })),
      section(say('members'), members, entityRow, 10),
      section(say('among'), among.map((f) => f.index).sort(byWeight), (f) => factBlock(f), 12),
    ];
  }

  function entityRow(index) {
    const { type, facts } = model.entities[index];
    const count = say(facts.length === 1 ? 'factCount' : 'factsCount', { n: number(facts.length) });
    return div('row', typeIcon(type), entityLink(index), h('span', { class: 'n' }, count));
  }

  function articleRow(index) {
    const { title, published } = model.articles[index];
    return div('row', linkButton(bdi(title), () => openArticle(index)), h('span', { class: 'n' }, published));
  }

  /** A fact and the unnamed people whose word it is. */
  function onUnnamed(f) {
    const fact = model.facts[f];
    const who = new Set(fact.claims.flatMap((c) => model.claims[c].sources.map((s) => s.name)));
    return div(`fact ${fact.status}`, div('words', wordsOf(fact), fact.polarity === 'negative' ? badge('negative') : null, goTo(f)),
      div('source', say('saysSo'), ' ', bdi([...who].join(', '))));
  }

  /** Pairs of facts that contradict each other, each pair once. */
  const disputes = (facts) => facts.flatMap((f) => model.facts[f].conflicts
    .filter((other) => f < other && filtering.passes(model.facts[other])).map((other) => [f, other]));
  const dispute = (both) => div('dispute', both.map(factLine));

  return { gist, entity, fact, pair, path, community, overview, backButton, heading, counted };
})();
