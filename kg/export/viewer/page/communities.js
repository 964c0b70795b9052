// Who belongs together? Communities are found when the file is made (communities.py); here they get a
// name, a colour and, around those of their members that are in the picture, an outline.

const communities = (() => {
  const FONT_ = `600 11px ${FONT}`;
  const HUES = [205, 28, 150, 275, 340, 48, 180, 0, 95, 240];
  const NAMED_AFTER = 2;
  // A window so narrow has room for the name of one only.
  const NARROW = 500;
  const MEMBERS_MIN = 3;
  const AIR = 13;

  const colourOf = (at) => `hsl(${HUES[at % HUES.length]} 60% ${ink.dark ? 62 : 42}%)`;
  const inkOf = (at) => `hsl(${HUES[at % HUES.length]} 55% ${ink.dark ? 76 : 30}%)`;
  const nameOf_ = (at, width = Infinity) => model.communities[at].slice(0, width < NARROW ? 1 : NAMED_AFTER).map((index) => labelLines(nameOf(index)).join(' ')).join(', ');

  /** The members of each wanted community (null: all) that are in the picture, where there are enough. */
  function present(wanted) {
    const members = new Map();
    for (const index of visible.entities) {
      const at = entityOf(index).community;
      if (at < 0 || (wanted && !wanted.includes(at))) continue;
      if (!members.has(at)) members.set(at, []);
      members.get(at).push(index);
    }
    return [...members].filter(([, found]) => found.length >= MEMBERS_MIN);
  }

  /** A smooth line around points on circles around the members. */
  function outlines(wanted, view) {
    return present(wanted).map(([at, members]) => {
      const points = members.flatMap((index) => {
        const spot = places.of(index);
        const reach = radiusOf(index) * markScale(view) + AIR;
        return Array.from({ length: 16 }, (_, i) => [
          screenX(spot, view) + reach * Math.cos(i * Math.PI / 8), screenY(spot, view) + reach * Math.sin(i * Math.PI / 8)]);
      });
      return { at, outline: hull(points), size: members.length };
    }).sort((a, b) => b.size - a.size);
  }

  /** The convex hull of points (Andrew's monotone chain). */
  function hull(points) {
    const sorted = points.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const turn = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
    const half = (list) => {
      const chain = [];
      for (const point of list) {
        while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
        chain.push(point);
      }
      return chain.slice(0, -1);
    };
    return [...half(sorted), ...half([...sorted].reverse())];
  }

  /** Where the name of a community can go: along its outline, outside it, from the top downwards, and then further out. */
  function nameBoxes(c, at, outline, [left, right, up, down]) {
    const w = labels.widthOf(c, nameOf_(at, right - left), FONT_);
    const ys = outline.map(([, y]) => y);
    const middle = (Math.min(...ys) + Math.max(...ys)) / 2;
    const along = [...outline].sort((a, b) => Math.abs(b[1] - middle) - Math.abs(a[1] - middle) || a[1] - b[1]);
    return [0, 15, 30].flatMap((out) => along.map(([x, y]) => {
      const from = Math.max(left + 4, Math.min(right - w - 8, x - w / 2));
      const wish = y < middle ? y - 15 - out : y + 1 + out;
      const top = y < up || y > down ? wish : Math.max(up, Math.min(down - 14, wish));
      return [from - 3, top, from + w + 3, top + 14];
    }));
  }

  return { FONT_, colourOf, nameOf: nameOf_, inkOf, outlines, nameBoxes };
})();
