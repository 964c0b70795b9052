// What does the article say, and what was taken from it? The text with every mention marked and
// coloured by type, words that somebody is said to have said set off, and the chosen sentence lit up.

/** A small card beside a mention that the pointer or the keyboard is on. */
const peek = (() => {
  const element = h('div', { class: 'peek', hidden: true, role: 'tooltip' });
  return {
    element,
    show(index, beside) {
      element.replaceChildren(div('head', typeIcon(entityOf(index).type), h('strong', null, bdi(nameOf(index)))), div('gist', cards.gist(index)));
      element.hidden = false;
      const at = beside.getBoundingClientRect();
      element.style.left = `${Math.max(8, Math.min(innerWidth - element.offsetWidth - 8, at.left))}px`;
      const below = at.bottom + 6 + element.offsetHeight < innerHeight;
      element.style.top = `${below ? at.bottom + 6 : at.top - element.offsetHeight - 6}px`;
    },
    hide() { element.hidden = true; },
  };
})();

const reader = (() => {
  /** Cut a text at every boundary and render each piece once, with all that holds for it. */
  function pieces(text, offset, { mentions, said, lit, used }) {
    const inside = (span) => span && span[0] < offset + text.length && span[1] > offset;
    const spans = [...mentions, ...said, ...used, ...(lit ? [lit] : [])].filter(inside);
    const cuts = [...new Set([offset, offset + text.length, ...spans.flatMap(([a, b]) => [a, b])])]
      .filter((cut) => cut >= offset && cut <= offset + text.length).sort((a, b) => a - b);
    const covering = cover(mentions);
    const speaking = cover(said);
    const giving = cover(used);
    return cuts.slice(1).map((end, i) => {
      const start = cuts[i];
      const isLit = lit && lit[0] <= start && end <= lit[1];
      return piece(text.slice(start - offset, end - offset), covering(start), speaking(start), isLit, !giving(start));
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

  function piece(string, mention, speech, isLit, isSilent) {
    let node = h('span', null, string.split(/\n+/).map((line, i) => [i ? h('span', { class: 'paragraph' }) : null, line]));
    if (mention) {
      const it = entityOf(mention[2]);
      const open = () => revealEntity(mention[2]);
      const look = (event) => peek.show(mention[2], event.target);
      // No button: a button would not break over two lines as running text does.
      node = h('span', { role: 'link', tabindex: 0, class: 'mention', onclick: open, onmouseenter: look, onfocus: look,
        onmouseleave: peek.hide, onblur: peek.hide, onkeydown: (event) => { if (event.key === 'Enter') open(); } }, string);
      node.style.borderBottomColor = colourOf(it.type);
    }
    if (speech) {
      const title = speech[2] >= 0 ? say('saidBy', { name: nameOf(speech[2]) }) : say('said');
      node = h('span', { class: 'said', title }, node);
    }
    if (isLit) return span('lit', node);
    return isSilent ? span('silent', node) : node;
  }

  const SIGNS = [['silent', 'signSilent'], ['mention', 'signMention'], ['said', 'signSaid']];

  /** How a text is marked, told in the marks themselves. */
  const sign = ([look, key]) => {
    const [word, meaning] = say(key).split(':');
    return [span(look, word), `:${meaning} `];
  };

  function view(index, claimIndex) {
    const article = model.articles[index];
    const claim = claimIndex >= 0 && claimOf(claimIndex).article === index ? claimOf(claimIndex) : null;
    const { parts, mentions, said } = texts(index);
    const lit = claim && !claim.inTitle ? [claim.start, claim.end] : null;
    const used = evidenceOf(index);
    const gap = () => span('gap', ' […] ');
    const body = parts.map(([offset, text], i) => [i || offset ? gap() : null, pieces(text, offset, { mentions, said, lit, used })]);
    return [
      div('bar', cards.backButton(), button(say('close'), () => go({ article: -1, claim: -1 }))),
      cards.heading(h('span', { class: claim && claim.inTitle ? 'lit' : null }, bdi(article.title))),
      para('source', printedBy(article), original(article)),
      para('note', model.meta.text ? SIGNS.map(sign) : say('onlyEvidence')),
      h('div', { class: 'text', dir: 'auto' }, body),
      article.facts.length ? cards.counted(say('factsFromArticle'), article.facts) : null,
      shortList(article.facts, factLine, 40),
    ];
  }

  return { view };
})();
