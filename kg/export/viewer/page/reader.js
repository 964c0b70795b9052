// What does the article say, and what was taken from it? The text with every mention marked and
// coloured by type, words that somebody is said to have said set off, and the chosen sentence lit up.

const reader = (() => {
  /** Cut a text at every boundary and render each piece once, with all that holds for it. */
  function pieces(text, offset, { mentions, said, lit }) {
    const inside = (span) => span && span[0] < offset + text.length && span[1] > offset;
    const spans = [...mentions, ...said, ...(lit ? [lit] : [])].filter(inside);
    const cuts = [...new Set([offset, offset + text.length, ...spans.flatMap(([a, b]) => [a, b])])]
      .filter((cut) => cut >= offset && cut <= offset + text.length).sort((a, b) => a - b);
    const covering = cover(mentions);
    const speaking = cover(said);
    return cuts.slice(1).map((end, i) => {
      const start = cuts[i];
      const isLit = lit && lit[0] <= start && end <= lit[1];
      return piece(text.slice(start - offset, end - offset), covering(start), speaking(start), isLit);
    });
  }

  /** Return a function that tells which of the sorted spans covers a place, asked from left to right. */
  function cover(spans) {
    const sorted = [...spans].sort((a, b) => a[0] - b[0]);
    let i = 0;
    return (place) => {
      while (i < sorted.length && sorted[i][1] <= place) i += 1;
      return i < sorted.length && sorted[i][0] <= place ? sorted[i] : null;
    };
  }

  function piece(string, mention, speech, isLit) {
    let node = string;
    if (mention) {
      const it = model.entities[mention[2]];
      const open = () => revealEntity(mention[2]);
      // No button: a button would not break over two lines as running text does.
      node = h('span', { role: 'link', tabindex: 0, class: 'mention', title: `${it.name} (${it.type})`, onclick: open,
        onkeydown: (event) => { if (event.key === 'Enter') open(); } }, string);
      node.style.borderBottomColor = colourOf(it.type);
    }
    if (speech) {
      const title = speech[2] >= 0 ? say('saidBy', { name: nameOf(speech[2]) }) : say('said');
      node = h('span', { class: 'said', title }, node);
    }
    return isLit ? h('span', { class: 'lit' }, node) : node;
  }

  function view(index, claimIndex) {
    const article = model.articles[index];
    const claim = claimIndex >= 0 && model.claims[claimIndex].article === index ? model.claims[claimIndex] : null;
    const { parts, mentions, said } = texts(index);
    const lit = claim && !claim.inTitle ? [claim.start, claim.end] : null;
    const gap = () => h('span', { class: 'gap' }, ' […] ');
    const body = parts.map(([offset, text], i) => [i || offset ? gap() : null, pieces(text, offset, { mentions, said, lit })]);
    const original = outsideLink(article.url, say('original'));
    return [
      div('bar', cards.backButton(), button(say('close'), () => history_.go({ article: -1, claim: -1 }))),
      cards.heading(h('span', { class: claim && claim.inTitle ? 'lit' : null }, bdi(article.title))),
      h('p', { class: 'source' }, bdi(article.publisher), article.published ? `, ${article.published}` : null,
        original ? [' · ', original] : null),
      model.meta.text ? null : h('p', { class: 'note' }, say('onlyEvidence')),
      h('div', { class: 'text', dir: 'auto' }, body),
      article.facts.length ? cards.counted(say('factsFromArticle'), article.facts) : null,
      shortList(article.facts, factLine, 40),
    ];
  }

  return { view };
})();
