// What is in this file? Turns the short keys of the embedded data (see payload.py) into a model that
// the other modules read. Nothing here changes after loading, except that texts are parsed when the
// first one is needed.

const STANCES = ['asserted', 'reported', 'hypothetical'];
const POLARITIES = ['positive', 'negative'];
// How a line is drawn: by its stance, except that what is said not to be so is always negative.
const STATUSES = ['asserted', 'reported', 'hypothetical', 'negative'];

/** The text of a block of data, unpacked where it is packed; the block is emptied to save memory. */
async function unpacked(name) {
  const block = document.getElementById(name);
  const content = block.textContent;
  if (block.type !== 'application/gzip') return content;
  block.textContent = '';
  const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}
const [graphData, textData] = await Promise.all(['kg-graph', 'kg-texts'].map(unpacked));

const model = ((raw) => {
  const typeName = (type) => type.slice(type.lastIndexOf(':') + 1);

  const articles = raw.articles.map((a, index) => ({
    index, id: a.id, title: a.n || say('untitled'), url: a.u || '', published: a.d || '',
    publisher: a.p === undefined ? say('noPublisher') : raw.publishers[a.p], days: a.e || null, facts: [],
  }));

  const claims = raw.claims.map((c) => ({
    id: c.i, article: c.a, start: c.b, end: c.e, inTitle: !!c.h, marks: c.m || [], confidence: c.c, probable: !!c.y,
    sources: (c.w || []).map(([entity, name, cue, unnamed]) => ({ entity, name, cue, unnamed: !!unnamed })),
    qualifiers: c.q || [],
  }));

  const facts = raw.facts.map((f, index) => ({
    index, id: f.id, subject: f.s, object: f.o === undefined ? -1 : f.o, value: f.v || '',
    relation: f.r || 0, polarity: f.p ? 'negative' : 'positive', stance: STANCES[f.k || 0],
    status: f.p ? 'negative' : STANCES[f.k || 0], claims: f.c || [], publishers: f.w || 0,
    independent: f.g || 0, belief: f.b || 0, since: f.f || '', until: f.u || '', days: f.e || null,
    post: f.h || '', others: f.q || [], conflicts: f.z || [],
    confidence: (f.c || []).reduce((best, c) => Math.max(best, claims[c].confidence), 0),
  }));

  const entities = raw.entities.map((e, index) => ({
    index, id: e.id, name: e.n || '?', type: typeName(raw.types[e.t || 0]), classes: raw.classes[e.t || 0], aliases: e.a || [], same: e.s || [],
    reasons: e.w || [], isWords: !!e.l, unnamed: !!e.u, of: e.o === undefined ? -1 : e.o, mentions: e.m || 0, articles: e.d || 0,
    x: e.x === undefined ? null : e.x, y: e.y === undefined ? 0 : e.y, facts: [], said: [], posts: [], degree: 0, community: -1,
  }));
  raw.communities.forEach((members, at) => { for (const index of members) entities[index].community = at; });

  for (const fact of facts) {
    for (const index of new Set([fact.subject, fact.object, ...fact.others.map(([other]) => other)])) {
      if (index >= 0) entities[index].facts.push(fact.index);
    }
    for (const speaker of new Set(fact.claims.flatMap((c) => claims[c].sources.map((s) => s.entity)))) {
      if (speaker >= 0) entities[speaker].said.push(fact.index);
    }
    for (const article of new Set(fact.claims.map((c) => claims[c].article))) {
      if (article >= 0) articles[article].facts.push(fact.index);
    }
  }
  for (const entity of entities) if (entity.of >= 0) entities[entity.of].posts.push(entity.index);

  /** Every pair that a fact joins: [entity, entity, role]; role is '' for the object. */
  function links(fact) {
    const pairs = fact.object >= 0 && fact.object !== fact.subject ? [[fact.subject, fact.object, '']] : [];
    for (const [other, role] of fact.others) pairs.push([fact.subject, other, role]);
    return pairs;
  }

  const joined = entities.map(() => new Set());
  const join = (one, other) => joined[one].add(other) && joined[other].add(one);
  for (const fact of facts) for (const [one, other] of links(fact)) join(one, other);
  for (const entity of entities) if (entity.of >= 0) join(entity.index, entity.of);
  for (const entity of entities) entity.degree = joined[entity.index].size;

  const byId = (list) => new Map(list.map((item) => [item.id, item.index]));
  return {
    meta: raw.meta, entities, facts, claims, articles, links,
    relations: raw.relations.map((r) => ({ id: r.id, iri: r.u, label: r.n, lemma: r.l, kind: r.c })), communities: raw.communities,
    types: [...new Set(raw.types.map(typeName))],
    publishers: [...new Set(articles.map((a) => a.publisher))],
    neighbours: (index) => joined[index],
    entityById: byId(entities), factById: byId(facts), articleById: byId(articles),
    placed: entities.filter((e) => e.x !== null).map((e) => e.index),
  };
})(JSON.parse(graphData));

/** The texts, parsed when the first one is asked for. */
const texts = (() => {
  let loaded = null;
  return (article) => {
    loaded ||= JSON.parse(textData);
    const { t = [], m = [], q = [] } = loaded[article] || {};
    return { parts: t, mentions: m, said: q };
  };
})();

/** Where an article gave evidence: [start, end] of the quotes of its claims, in order. */
function evidenceOf(article) {
  const spans = model.claims.filter((c) => c.article === article && !c.inTitle).map((c) => [c.start, c.end]);
  const joined = [];
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    const last = joined[joined.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** What somebody says, verbatim first: {article, start, end, verbatim}. */
const wordsBy = (() => {
  let bySpeaker = null;
  return (entity) => {
    if (!bySpeaker) {
      bySpeaker = new Map();
      for (const { index } of model.articles) {
        for (const [start, end, speaker, verbatim] of texts(index).said) {
          if (!bySpeaker.has(speaker)) bySpeaker.set(speaker, []);
          bySpeaker.get(speaker).push({ article: index, start, end, verbatim: !!verbatim });
        }
      }
    }
    return [...bySpeaker.get(entity) || []].sort((a, b) => b.verbatim - a.verbatim);
  };
})();

/** Return a piece of an article (or '' where the file leaves it out). */
function slice(article, start, end, inTitle = false) {
  if (inTitle) return model.articles[article].title.slice(start, end);
  const part = texts(article).parts.find(([offset, text]) => offset <= start && end <= offset + text.length);
  return part ? part[1].slice(start - part[0], end - part[0]) : '';
}

const entityOf = (index) => model.entities[index];
const factOf = (index) => model.facts[index];
const claimOf = (index) => model.claims[index];
const nameOf = (index) => entityOf(index).name;
const relationOf = (fact) => model.relations[fact.relation].label;
const lemmaOf = (fact) => model.relations[fact.relation].lemma;
const verbClassOf = (fact) => model.relations[fact.relation].kind;

/** What a fact says, with its "not": a denied fact must never read like a plain one. */
function wordingOf(fact) {
  const label = relationOf(fact);
  if (fact.polarity === 'positive') return label;
  const [first, ...rest] = label.split(' ');
  return AUXILIARIES.has(first) ? [first, say('not'), ...rest].join(' ') : `${say('not')} ${label}`;
}
const AUXILIARIES = new Set(('am is are was were be been has have had do does did will would can could may might must ' +
  'shall should').split(' '));

/** Whose word a claim is: the article's own, an unnamed source's, or the name of who says so. */
function sourceOf(claim) {
  const [innermost] = claim.sources;
  if (!innermost) return 'ownVoice';
  return innermost.unnamed ? 'unnamedSource' : innermost.name;
}

const isPost = (fact) => fact.post !== '';

/** The article of a claim; a claim whose article is not in the file has none. */
const articleOf = (claim) => model.articles[claimOf(claim).article];

/** Tell whether a fact joins these two, whichever way. */
const joins = (fact, a, b) => model.links(fact).some(([x, y]) => (x === a && y === b) || (x === b && y === a));

/** Tell whether everybody who is said to say so is unnamed. */
function restsOnUnnamed(fact) {
  return fact.claims.length > 0 && fact.claims.every((c) => {
    const { sources } = claimOf(c);
    return sources.length > 0 && sources.every((source) => source.unnamed);
  });
}

// Days since 1970 and ISO dates.
const DAY = 864e5;
const isoDay = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const dayOf = (iso) => Math.floor(Date.parse(iso) / DAY);
