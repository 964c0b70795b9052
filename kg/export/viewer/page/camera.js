// Which part of the picture is in the window? `k` is the zoom, `x` and `y` where (0, 0) of the layout
// stands in the window.

const camera = { k: 1, x: 0, y: 0 };

const ZOOM_MIN = 0.08;
const ZOOM_MAX = 5;

const screenX = (spot, view = camera) => spot.x * view.k + view.x;
const screenY = (spot, view = camera) => spot.y * view.k + view.y;
// Marks grow slower than distances, so that zooming in really separates them.
const markScale = (view = camera) => Math.min(1.35, Math.max(0.42, view.k ** 0.6));

/** The camera that shows these entities, all of them, in a window of this size. */
function cameraFor(indexes, width, height) {
  if (!indexes.length) return { ...camera };
  const spots = indexes.map(places.of);
  const [left, right] = [Math.min(...spots.map((s) => s.x)), Math.max(...spots.map((s) => s.x))];
  const [top, bottom] = [Math.min(...spots.map((s) => s.y)), Math.max(...spots.map((s) => s.y))];
  // Room for names at the sides, and for those below the lowest marks.
  const room = { x: Math.min(110, width * 0.25), y: Math.min(92, height * 0.25) };
  const k = Math.max(ZOOM_MIN, Math.min(1.3, (width - room.x) / (right - left + 1), (height - room.y) / (bottom - top + 1)));
  return { k, x: width / 2 - k * (left + right) / 2, y: (height - room.y * 0.2) / 2 - k * (top + bottom) / 2 };
}

/** The camera after zooming by `factor` around a point of the window. */
function zoomed(factor, x, y) {
  const k = Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, camera.k * factor));
  const grown = k / camera.k;
  return { k, x: x - (x - camera.x) * grown, y: y - (y - camera.y) * grown };
}
