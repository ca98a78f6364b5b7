// Names of units over the map: as many as find room, those that come first are served first. They are for the eye; the table
// beside the map has every name for everybody.

/** Something with a name and a place on the screen. */
export interface Named {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** A place that is taken on the screen. */
interface Room {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Height of a line of letters, and the mean width of a letter, in pixels. */
const LINE = 16;
const LETTER = 7;

function room({ name, x, y }: Named): Room {
  const half = (name.length * LETTER) / 2 + 2;
  return { left: x - half, top: y - LINE / 2, right: x + half, bottom: y + LINE / 2 };
}

function meet(one: Room, two: Room): boolean {
  return one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom;
}

/** Those of the names that lie whole within the frame and on no name before them. */
export function fitting(names: readonly Named[], width: number, height: number): Named[] {
  const taken: Room[] = [];
  return names.filter((named) => {
    const own = room(named);
    const isInside = own.left >= 0 && own.top >= 0 && own.right <= width && own.bottom <= height;
    if (!isInside || taken.some((other) => meet(own, other))) return false;
    taken.push(own);
    return true;
  });
}

/** Where the name of a unit stands, and the size of the land that it stands on. */
export interface Middle {
  readonly at: [number, number];
  readonly area: number;
}

/** The middle of the largest ring of a unit. */
export function middle(polygons: readonly (readonly (readonly [number, number])[])[][]): Middle {
  let best: Middle = { area: -1, at: [0, 0] };
  for (const [ring] of polygons) {
    const found = ring && centre(ring);
    if (found && found.area > best.area) best = found;
  }
  return best;
}

function centre(ring: readonly (readonly [number, number])[]): Middle {
  let [twice, x, y] = [0, 0, 0];
  const first = ring[0] ?? [0, 0];
  ring.forEach((corner, number) => {
    const next = ring[(number + 1) % ring.length] ?? first;
    // Near the first corner the products stay small and exact.
    const [ax, ay, bx, by] = [corner[0] - first[0], corner[1] - first[1], next[0] - first[0], next[1] - first[1]];
    const cross = ax * by - bx * ay;
    twice += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  });
  if (twice === 0) return { area: 0, at: [first[0], first[1]] };
  return { area: Math.abs(twice) / 2, at: [first[0] + x / (3 * twice), first[1] + y / (3 * twice)] };
}
