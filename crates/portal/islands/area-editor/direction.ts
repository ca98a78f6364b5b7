// From one place on the map to the next with the arrow keys: pure, so that it can be tested by hand.

/** A place on the drawing. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** An arrow key. */
export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** Whether a key is an arrow. */
export function isArrow(key: string): key is Arrow {
  return key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight';
}

/** How far a place lies in the direction of an arrow, and how far beside it. */
function along(arrow: Arrow, from: Place, to: Place): { ahead: number; beside: number } {
  const [east, south] = [to.x - from.x, to.y - from.y];
  switch (arrow) {
    case 'ArrowUp':
      return { ahead: -south, beside: Math.abs(east) };
    case 'ArrowDown':
      return { ahead: south, beside: Math.abs(east) };
    case 'ArrowLeft':
      return { ahead: -east, beside: Math.abs(south) };
    case 'ArrowRight':
      return { ahead: east, beside: Math.abs(south) };
  }
}

/**
 * The place that an arrow leads to: the nearest one ahead, what lies beside the way counting twice.
 * Gives its position in the list, or -1 if nothing lies ahead.
 */
export function next(arrow: Arrow, from: Place, places: readonly Place[]): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  places.forEach((place, position) => {
    const { ahead, beside } = along(arrow, from, place);
    // What lies more to the side than ahead belongs to another arrow.
    if (ahead <= 0 || beside > ahead * 2) return;
    const distance = ahead + beside * 2;
    if (distance < least) {
      least = distance;
      best = position;
    }
  });
  return best;
}
