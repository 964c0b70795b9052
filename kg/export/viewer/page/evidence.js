// What stands behind a fact? The wording of a fact, its badges, and each piece of evidence: the quote
// with both things marked, who says so, where it was published, and the way into the article.

/** An entity as a button that opens it. */
const entityLink = (index) => linkButton(bdi(nameOf(index)), () => revealEntity(index), { title: entityOf(index).type });

/** Open an entity from a list: it joins the picture and the camera frames it. */
function revealEntity(index) {
  openEntity(index);
  stage.frame();
}

/** Open a fact from a list, and frame it. */
function revealFact(index) {
  openFact(index);
  stage.frame();
}

function badge(kind, label = say(kind)) {
  return span(`badge ${kind}`, kind === 'negative' ? '✕ ' : null, label);
}

/** The badges of a fact: stance where it is not plainly asserted, polarity where negative, and more. */
function badges(fact, withPost = true) {
  return [
    fact.polarity === 'negative' ? badge('negative') : null,
    fact.stance === 'asserted' ? null : badge(fact.stance),
    fact.conflicts.length ? badge('conflict') : null,
    withPost && isPost(fact) ? badge('post', fact.post) : null,
  ].filter(Boolean).map((sign) => [' ', sign]);
}

/** A fact as a sentence; what it is about (`about`) is not a link, for one is there already. */
function wordsOf(fact, about = -1) {
  const name = (index) => (index === about ? bdi(nameOf(index)) : entityLink(index));
  const object = fact.object >= 0 ? name(fact.object) : fact.value ? bdi(fact.value) : null;
  return [name(fact.subject), ' ', span('relation', wordingOf(fact)), object ? ' ' : null, object];
}

/** The first time that the evidence gives, as precise as it is there: a month stays a month. */
function timeOf(fact) {
  return fact.claims
    .flatMap((c) => claimOf(c).qualifiers.filter(([role]) => role === 'time'))
    .map((time) => time[2]).find(Boolean) || '';
}

function whenOf(fact) {
  const told = `${fact.since || '..'}/${fact.until || '..'}`;
  const [since, until] = (fact.since || fact.until ? told : timeOf(fact)).split('/');
  if (since === '..') return say('until', { date: until });
  if (until === '..') return say('since', { date: since });
  return spanOf(since, until || since);
}

function spanOf(since, until) {
  return since === until ? until : say('sinceUntil', { since, until });
}

/** The quote of a claim, with its subject and object marked. */
function quote(claim) {
  const piece = (start, end) => slice(claim.article, start, end, claim.inTitle);
  const block = h('blockquote', { dir: 'auto' });
  if (!piece(claim.start, claim.end)) {
    block.append(h('em', null, say('noEvidence')));
    return block;
  }
  let at = claim.start;
  for (const [start, end] of claim.marks) {
    block.append(piece(at, start), h('mark', null, piece(start, end)));
    at = end;
  }
  block.append(piece(at, claim.end));
  return block;
}

/** Who says so, from the innermost source outwards. */
function speakers(claim) {
  if (!claim.sources.length) return null;
  return claim.sources.map((source, i) => h(
    'div', { class: 'source' }, say(i ? 'viaSource' : 'saysSo'), ' ',
    source.entity >= 0 && !source.unnamed ? entityLink(source.entity) : bdi(source.name),
    source.unnamed ? badge('unnamed') : null,
    source.cue && source.cue !== say('saysSo') ? span('cue', ` (${source.cue})`) : null));
}

function qualifiers(claim) {
  const item = ([role, name, value]) => h('li', null, h('span', null, role), ' ', bdi(name),
    value && value !== name ? h('small', null, ` ${value}`) : null);
  return claim.qualifiers.length ? h('ul', { class: 'qualifiers' }, claim.qualifiers.map(item)) : null;
}

/** One piece of evidence, whole. */
function evidence(claimIndex) {
  const claim = claimOf(claimIndex);
  const article = articleOf(claimIndex);
  return div('evidence', quote(claim), qualifiers(claim), speakers(claim), article ? printed(claimIndex, claim, article) : null);
}

const printedBy = ({ publisher, published }) => [bdi(publisher), published ? `, ${published}` : null];
const original = ({ url }) => { const link = outsideLink(url, say('original')); return link && [' · ', link]; };

/** Who printed it, when, how sure, and the ways into the article. */
function printed(claimIndex, claim, article) {
  return div('source', printedBy(article),
    ` · ${say('confidenceOf', Math.round(claim.confidence * 100))}`,
    claim.probable ? ` · ${say('probable')}` : null,
    ' · ', linkButton(say('readInContext'), () => openArticle(claim.article, claimIndex)),
    original(article));
}

const allEvidence = (fact) => linkButton(say('moreEvidence', fact.claims.length), () => revealFact(fact.index));

/** A fact with its first piece of evidence, for lists. */
function factBlock(index, about = -1) {
  const fact = factOf(index);
  const when = whenOf(fact);
  const more = fact.claims.length > 1 && allEvidence(fact);
  const notes = [when, fact.publishers > 1 && say('publishersCount', fact.publishers), more].filter(Boolean);
  return h('div', { class: `fact ${fact.status}`, 'data-fact': fact.id },
    div('words', wordsOf(fact, about), badges(fact), goTo(index)),
    notes.length ? div('source', notes.flatMap((note, i) => [i ? ' · ' : null, note])) : null,
    fact.claims.length ? evidence(fact.claims[0]) : null);
}

/** A fact in one line, for lists of many. */
function factLine(index) {
  const fact = factOf(index);
  return div(`fact ${fact.status}`, div('words', wordsOf(fact), badges(fact), goTo(index)));
}

const goTo = (index) => linkButton('›', () => revealFact(index), { class: 'link go', 'aria-label': say('evidence') });
