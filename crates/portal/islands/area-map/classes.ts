// Colours of classes as the sheet of the portal has them; the page draws its legend in the same ones.

/** A match expression for MapLibre: the class of a feature to its colour; what has no class is clear, its pattern shows. */
export function colours(classes: readonly string[]): unknown[] {
  const pairs = classes.flatMap((colour, position) => [position + 1, colour]);
  return ['match', ['get', 'class'], ...pairs, 'rgba(0,0,0,0)'];
}

/** Frame around all corners: west, south, east, north; undefined if there are none. */
export function frame(corners: Iterable<readonly [number, number]>): [number, number, number, number] | undefined {
  let found: [number, number, number, number] | undefined;
  for (const [x, y] of corners) {
    found = found
      ? [Math.min(found[0], x), Math.min(found[1], y), Math.max(found[2], x), Math.max(found[3], y)]
      : [x, y, x, y];
  }
  return found;
}
