// What is shown, as RDF 1.1 Turtle: the same statements, claims, articles and entities as in graph.ttl,
// with the same IRIs, and of each only what this page knows.

const turtle = (() => {
  const PREFIXES = {
    kg: 'https://newskg.example/ontology#', org: 'http://www.w3.org/ns/org#', prov: 'http://www.w3.org/ns/prov#',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    schema: 'https://schema.org/', skos: 'http://www.w3.org/2004/02/skos/core#', xsd: 'http://www.w3.org/2001/XMLSchema#',
  };
  const escaped = (char) => ({ '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' })[char] ||
    '\\u' + char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const text = (value) => `"${value.toWellFormed().replace(/["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/g, escaped)}"`;
  const percent = (char) => '%' + char.charCodeAt(0).toString(16).toUpperCase();
  const node = (id) => `<${model.meta.base}${id.toWellFormed().split('/').map((part) => encodeURIComponent(part).replace(/[!'()*]/g, percent)).join('/')}>`;
  const word = (value) => 'kg:' + value[0].toUpperCase() + value.slice(1);
  const number_ = (value) => { const digits = value.toFixed(4).replace(/0+$/, ''); return digits.endsWith('.') ? digits + '0' : digits; };
  const block = (subject, rows) => `${subject} ${rows.filter(Boolean).map((row) => row.join(' ')).join(' ;\n    ')} .\n`;

  const TIMES = [[/^\d{4}-\d\d-\d\d$/, 'date'], [/^\d{4}-\d\d$/, 'gYearMonth'], [/^\d{4}$/, 'gYear']];
  function when(value) {
    const type = TIMES.find(([form]) => form.test(value));
    return type && !value.startsWith('0000') && Number.isFinite(Date.parse(value)) ? `"${value}"^^xsd:${type[1]}` : text(value);
  }

  /** How many characters, as RDF counts them, stand before a place; or null where the text is left out. */
  function characters(claim, place) {
    const before = slice(claim.article, 0, place, claim.inTitle);
    return place && !before ? null : [...before].length;
  }

  const object = (fact) => (fact.object >= 0 ? node(entityOf(fact.object).id) : text(fact.value));
  const hasObject = (fact) => fact.object >= 0 || fact.value !== '';
  const relation = (fact) => `<${model.relations[fact.relation].iri}>`;
  const said = (fact) => [
    ['rdf:subject', node(entityOf(fact.subject).id)], ['rdf:predicate', relation(fact)],
    hasObject(fact) && ['rdf:object', object(fact)],
    ['kg:polarity', word(fact.polarity)], ['kg:stance', word(fact.stance)], isPost(fact) && ['kg:status', word(fact.post)],
  ];

  /** A plain triple follows from what is said to be so, and of posts while they are held. */
  const isPlain = (fact) => hasObject(fact) && fact.polarity === 'positive' &&
    (model.meta.strict ? fact.stance === 'asserted' : fact.stance !== 'hypothetical') && (!isPost(fact) || ['current', 'acting'].includes(fact.post));

  function claimBlock(fact, c) {
    const claim = claimOf(c);
    const sources = new Set(claim.sources.filter((s) => s.entity >= 0).map((s) => node(entityOf(s.entity).id)));
    const words = slice(claim.article, claim.start, claim.end, claim.inTitle);
    const [start, end] = [characters(claim, claim.start), characters(claim, claim.end)];
    return block(node(claim.id), [
      ['a', 'kg:Claim, rdf:Statement'], ...said(fact), ['kg:certainty', claim.probable ? 'kg:Probable' : 'kg:Certain'],
      ...[...sources].map((source) => ['prov:wasAttributedTo', source]),
      articleOf(c) && ['prov:wasQuotedFrom', node(articleOf(c).id)], words && ['kg:quote', text(words)],
      start !== null && ['kg:start', start], end !== null && ['kg:end', end], claim.inTitle && ['kg:field', '"title"'],
    ]);
  }

  const statementBlock = (fact) => block(node(fact.id), [
    ['a', 'kg:Statement'], ...said(fact), fact.since && ['kg:since', when(fact.since)], fact.until && ['kg:until', when(fact.until)],
    ...fact.claims.map((c) => ['kg:supportedBy', node(claimOf(c).id)]),
    ...fact.conflicts.map((f) => ['kg:conflictsWith', node(factOf(f).id)]),
  ]) + (isPlain(fact) ? `${node(entityOf(fact.subject).id)} ${relation(fact)} ${object(fact)} .\n` : '');

  const entityBlock = (it) => block(node(it.id), [
    ['a', [...it.classes.map((iri) => `<${iri}>`), ...(it.unnamed ? ['kg:AnonymousSource', 'prov:Agent'] : [])].join(', ')],
    ['rdfs:label', text(it.name)], ...it.aliases.map((alias) => ['skos:altLabel', text(alias)]),
    it.of >= 0 && ['org:postIn', node(entityOf(it.of).id)],
  ]);

  const articleBlock = (it) => block(node(it.id), [
    ['a', 'schema:NewsArticle'], ['schema:headline', text(it.title)],
    it.published && ['schema:datePublished', when(it.published)],
  ]);

  /** Write these facts, and whatever they speak of. */
  function write(facts) {
    const claims = [...new Set(facts.flatMap((fact) => fact.claims))];
    const things = new Set(facts.flatMap((fact) => [...factEnds(fact), ...fact.claims.flatMap((c) => claimOf(c).sources.map((s) => s.entity))]));
    const printed = new Set(claims.map((c) => articleOf(c)).filter(Boolean));
    return [
      Object.entries(PREFIXES).map(([name, iri]) => `@prefix ${name}: <${iri}> .\n`).join(''),
      ...[...printed].map(articleBlock),
      ...[...things].filter((index) => index >= 0).sort((a, b) => a - b).map((index) => entityBlock(entityOf(index))),
      ...facts.flatMap((fact) => [statementBlock(fact), ...fact.claims.map((c) => claimBlock(fact, c))]),
    ].join('\n');
  }

  return { write };
})();
