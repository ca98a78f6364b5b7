// The pattern of what is missing, as the sheet of the portal draws it.

/** Side of the pattern and width of its line, in pixels. */
const SIDE = 8;
const STROKE = 2;

/** A picture that MapLibre repeats. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Slanting lines on a ground; both colours are written `#rrggbb`. */
export function hatch(ground: string, line: string): Picture {
  const data = new Uint8Array(SIDE * SIDE * 4);
  for (let place = 0; place < SIDE * SIDE; place += 1) {
    const [x, y] = [place % SIDE, Math.floor(place / SIDE)];
    data.set(rgba((x + y) % SIDE < STROKE ? line : ground), place * 4);
  }
  return { width: SIDE, height: SIDE, data };
}

function rgba(colour: string): [number, number, number, number] {
  const number = Number.parseInt(colour.slice(1), 16) || 0;
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255, 255];
}
