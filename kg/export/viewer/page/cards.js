// What is known of the selection? One card for an entity, one for a fact, one for all facts between two
// entities, one for a path, and one for when nothing is selected.

const cards = (() => {
  const heading = (...content) => h('h2', { class: 'title', tabindex: -1 }, ...content);
  const counted = (title, items) => h3(title, span('count', number(items.length)));
  const section = (title, items, render, count = 12) =>
    (items.length ? [counted(title, items), shortList(items, render, count)] : null);
  const passing = (facts) => facts.filter((f) => filtering.passes(factOf(f)));
  const byWeight = (a, b) => {
    const [one, other] = [factOf(a), factOf(b)];
    return wordy(one) - wordy(other) ||
      STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status) ||
      other.claims.length - one.claims.length || other.belief - one.belief || a - b;
  };

  /** What is said of two things comes before what is said of a thing and a phrase. */
  const wordy = (fact) => Number(fact.object < 0 || entityOf(fact.object).isWords);

  // ---- an entity ---------------------------------------------------------------------------------

  function entity(index) {
    const it = entityOf(index);
    const facts = passing(it.facts).sort(byWeight);
    const { own, here, rest } = sorted(index, facts);
    const name = shortName(it.name);
    const hidden = it.facts.length - facts.length;
    const block = (f) => factBlock(f, index);
    const subject = (f) => factOf(f).subject === index;
    const object = (f) => !subject(f) && factOf(f).object === index;
    return [
      div('head', typeIcon(it.type), heading(bdi(it.name))),
      para('kind', kindOf(it)),
      it.aliases.length ? para('chips', h('span', null, say('alsoWritten')), it.aliases.map(chip)) : null,
      actions(index),
      hidden ? note(say('hiddenCount', hidden)) : null,
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
    const around = model.articles[article].facts.flatMap((f) => factOf(f).claims)
      .find((c) => claimOf(c).article === article && claimOf(c).start <= start && end <= claimOf(c).end);
    return div('evidence', h('blockquote', { dir: 'auto', class: verbatim ? 'verbatim' : null }, slice(article, start, end)),
      div('source', printedBy(model.articles[article]), ' · ',
        linkButton(say('readInContext'), () => openArticle(article, around ?? -1))));
  }

  /** Under which name the graph knows it, where else it is known, and why its names are taken for one. */
  function identity(it) {
    return h('details', { class: 'identity' }, h('summary', null, say('identity')),
      it.reasons.length ? [h('p', null, say('whyOne')), h('ul', null, it.reasons.map((reason) => h('li', null, bdi(reason))))] : null,
      elsewhere(it),
      para('source', h('code', null, model.meta.base + it.id)));
  }

  /** What something is, in a line or two: its kind, and the posts it holds. */
  function gist(index) {
    const it = entityOf(index);
    const held = sorted(index, passing(it.facts)).own.filter((f) => factOf(f).subject === index).sort(byDate).slice(0, 2);
    return [para('kind', kindOf(it)), held.map((f) => h('p', null, postOf(factOf(f), index), badges(factOf(f))))];
  }

  /** Sort facts into own posts (or holders of a post), posts that others hold here, and the rest. */
  function sorted(index, facts) {
    const post = (f) => isPost(factOf(f));
    const mine = (f) => [factOf(f).subject, factOf(f).object].includes(index);
    const elsewhereHeld = passing(entityOf(index).posts.flatMap((p) => entityOf(p).facts)).filter(post);
    const own = facts.filter((f) => post(f) && mine(f));
    const here = [...new Set([...facts.filter((f) => post(f) && !mine(f)), ...elsewhereHeld])];
    return { own, here, rest: facts.filter((f) => !own.includes(f) && !here.includes(f)) };
  }

  const chip = (alias) => span('chip', bdi(alias));
  const note = (...content) => para('note', ...content);
  const kindOf = (it) => [
    it.unnamed ? say('unnamedSourceOne') : it.type,
    it.of >= 0 ? [` ${say('of')} `, entityLink(it.of)] : null,
    it.isWords && !it.unnamed ? ` · ${say('phrase')}` : null,
    it.mentions ? ` · ${several(it.mentions, 'mention', 'mentions')} ${several(it.articles, 'inArticle', 'inArticles')}` : null,
  ];
  const shortName = (name) => (name.length > 28 ? `${name.slice(0, 26)}…` : name);
  // Held now before held once, the latest first; where no date is told, the day of the article stands for it.
  const STANDINGS = ['current', 'acting', 'designate', 'nominee', 'former'];
  const rankOf = (f) => STANDINGS.indexOf(factOf(f).post);
  const lastDay = (f) => factOf(f).since || factOf(f).until || table.published(factOf(f));
  const byDate = (a, b) => rankOf(a) - rankOf(b) || lastDay(b).localeCompare(lastDay(a)) || a - b;

  function elsewhere(it) {
    const short = (address) => address.replace(/^https?:\/\/(www\.)?/, '');
    const links = it.same.map((address) => outsideLink(address, short(address))).filter(Boolean);
    return links.length ? para('source', say('elsewhere'), ' ', links.map((link) => [link, ' '])) : null;
  }

  /** A post as a line of a career: what, of what, how, from when to when, on whose word. */
  function career(f, about) {
    const fact = factOf(f);
    return div(`career ${fact.status} ${fact.post}`,
      div('when', badge('post', fact.post), whenOf(fact) || say('saidOn', { date: table.published(fact) || '?' })),
      div('words', postOf(fact, about), badges(fact, false), goTo(f)),
      fact.claims.length ? evidence(fact.claims[0]) : null,
      fact.claims.length > 1 ? div('source', allEvidence(fact)) : null);
  }

  /** A post and what it is of; or, about a post, who holds it. */
  function postOf(fact, about) {
    const other = fact.subject === about ? fact.object : fact.subject;
    const of = fact.subject === about && other >= 0 ? entityOf(other).of : -1;
    const organisation = of >= 0 ? of : (fact.others.find(([, role]) => role === 'of') || [-1])[0];
    return [
      other >= 0 ? entityLink(other) : bdi(fact.value || nameOf(fact.subject)),
      organisation >= 0 && organisation !== about ? [` ${say('of')} `, entityLink(organisation)] : null,
    ];
  }

  /** Who holds which post of this organisation, or for this person. */
  function postHere(f) {
    const fact = factOf(f);
    const when = whenOf(fact);
    const post = fact.object >= 0 ? entityLink(fact.object) : bdi(fact.value);
    return div(`fact ${fact.status}`,
      div('words', entityLink(fact.subject), ', ', post, badges(fact), goTo(f)),
      when ? div('source', when) : null);
  }

  function actions(index) {
    const path = combobox(say('pathTo'), (other) => {
      const found = paths.find(index, other);
      if (!found) { announce(say('noPath')); return; }
      openPath(found);
      stage.frame();
    }, 'path-list');
    const hidden = filtering.hiddenNeighbours(index).length;
    const add = () => { expand(index); stage.frame(); };
    const toDepth = (depth) => () => { go({ depth }); stage.fit(); };
    return div('actions',
      hidden ? button(say('expand', hidden), add) : null,
      button(say(state.depth ? 'showAll' : 'onlyNeighbours'), toDepth(state.depth ? 0 : 1),
        { 'aria-pressed': String(state.depth > 0) }),
      state.depth ? button(say('widen'), toDepth(state.depth + 1)) : null,
      path.box);
  }

  // ---- a fact, a pair, a path ----------------------------------------------------------------------

  function fact(index) {
    const it = factOf(index);
    const when = whenOf(it);
    return [
      backButton(),
      div(`fact ${it.status}`, heading(wordsOf(it)), div('all-badges', badge(it.polarity), badge(it.stance),
        it.conflicts.length ? badge('conflict') : null, isPost(it) ? badge('post', it.post) : null)),
      note(
        when ? `${when} · ` : null,
        several(it.publishers, 'publisherCount', 'publishersCount'),
        it.publishers > 1 ? `, ${say('independent', it.independent)}` : null,
        ' · ', h('span', { title: say('beliefTitle') }, say('beliefOf', Math.round(it.belief * 100)))),
      section(say('evidence'), it.claims, evidence, 10),
      section(say('contradictions'), it.conflicts, (f) => factBlock(f)),
    ];
  }

  const between = (a, b) => passing(entityOf(a).facts).filter((f) => joins(factOf(f), a, b)).sort(byWeight);

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
      note(several(steps.length - 1, 'step', 'steps')),
      steps.slice(1).map((to, i) => {
        const facts = between(steps[i], to).sort((a, b) => rankOfStatus(a) - rankOfStatus(b));
        if (facts.length) return facts.slice(0, 2).map((f) => factBlock(f));
        return div('fact', div('words', entityLink(steps[i]), ` ${say('posted')} `, entityLink(to)));
      }),
    ];
  }

  const rankOfStatus = (f) => STATUSES.indexOf(factOf(f).status);
  const backButton = () => button(['← ', say('back')], () => history.back(), { class: 'back' });

  // ---- nothing selected ----------------------------------------------------------------------------

  function overview() {
    const facts = visible.passing.map((it) => it.index);
    const weight = (index) => entityOf(index).facts.length;
    const connected = model.entities.filter((it) => !it.isWords && it.degree).map((it) => it.index)
      .sort((a, b) => weight(b) - weight(a) || a - b).slice(0, 8);
    const day = (index) => model.articles[index].published;
    const recent = model.articles.map((a) => a.index).sort((a, b) => day(b).localeCompare(day(a)) || a - b);
    const circles = model.communities.map((_, at) => at).slice(0, 8);
    return [
      heading(model.meta.title),
      para('kind', [several(model.articles.length, 'article', 'articleCount'),
        several(model.publishers.length, 'publisherCount', 'publishersCount'),
        period(recent)].filter(Boolean).flatMap((part, i) => [i ? ' · ' : null, span('whole', part)])),
      note(say('hint')),
      model.meta.out ? note(say('leftOut', { n: model.meta.out[0], m: model.meta.out[1] })) : null,
      connected.length ? [h3(say('mostConnected')), connected.map(entityRow)] : null,
      section(say('contradictions'), disputes(facts), dispute, 6),
      section(say('unnamedOnly'), facts.filter((f) => restsOnUnnamed(factOf(f))).sort(byWeight), onUnnamed, 6),
      section(say('communities'), circles, communityRow, 6),
      section(say('articles'), recent, articleRow, 12),
    ];
  }

  /** From when to when the articles were published. */
  function period(recent) {
    const days = recent.map((index) => model.articles[index].published).filter(Boolean);
    return spanOf(days[days.length - 1], days[0]);
  }

  function communityRow(at) {
    const dot = h('span', { class: 'dot', ...HIDDEN });
    dot.style.background = communities.colourOf(at);
    const open = () => { openCommunity(at); stage.frame(); };
    return div('row', dot, linkButton(bdi(communities.nameOf(at)), open), span('n', number(model.communities[at].length)));
  }

  /** Who belongs to a community, and what is said among them. */
  function community(at) {
    const members = model.communities[at];
    const inside = new Set(members);
    const among = visible.passing.filter((f) => model.links(f).some(([a, b]) => inside.has(a) && inside.has(b)));
    return [
      backButton(),
      heading(bdi(communities.nameOf(at))),
      para('kind', say('communityOf', members.length)),
      section(say('members'), members, entityRow, 10),
      section(say('among'), among.map((f) => f.index).sort(byWeight), (f) => factBlock(f), 12),
    ];
  }

  function entityRow(index) {
    const { type, facts } = entityOf(index);
    return div('row', typeIcon(type), entityLink(index), span('n', several(facts.length, 'factCount', 'factsCount')));
  }

  function articleRow(index) {
    const { title, published } = model.articles[index];
    return div('row', linkButton(bdi(title), () => openArticle(index)), span('n', published));
  }

  /** A fact and the unnamed people whose word it is. */
  function onUnnamed(f) {
    const fact = factOf(f);
    const who = new Set(fact.claims.flatMap((c) => claimOf(c).sources.map((s) => s.name)));
    return div(`fact ${fact.status}`, div('words', wordsOf(fact), fact.polarity === 'negative' ? [' ', badge('negative')] : null, goTo(f)),
      div('source', say('saysSo'), ' ', bdi([...who].join(', '))));
  }

  /** Pairs of facts that contradict each other, each pair once. */
  const disputes = (facts) => facts.flatMap((f) => factOf(f).conflicts
    .filter((other) => f < other && filtering.passes(factOf(other))).map((other) => [f, other]));
  const dispute = (both) => div('dispute', both.map(factLine));

  return { gist, entity, fact, pair, path, community, overview, backButton, heading, counted };
})();
