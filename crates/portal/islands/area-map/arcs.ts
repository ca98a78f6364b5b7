// Flows as curved lines, bent to the right of the direction of travel, so that there and back do not cover each other.

import type { FlowArc } from './contract';

export type Point = [number, number];

/** Corners of a line between two places in degrees. */
export function arc(from: Point, to: Point, bend = 0.18, steps = 16): Point[] {
  const shrink = Math.cos((((from[1] + to[1]) / 2) * Math.PI) / 180);
  const dx = (to[0] - from[0]) * shrink;
  const dy = to[1] - from[1];
  const x = (from[0] + to[0]) / 2 + (dy * bend) / shrink;
  const y = (from[1] + to[1]) / 2 - dx * bend;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const t = step / steps;
    const u = 1 - t;
    return [u * u * from[0] + 2 * u * t * x + t * t * to[0], u * u * from[1] + 2 * u * t * y + t * t * to[1]];
  });
}

/** Width of a line in pixels: its area goes with the persons. */
export function width(persons: number, most: number, widest = 10): number {
  if (most <= 0 || persons <= 0) return 1;
  return Math.max(1, widest * Math.sqrt(persons / most));
}

export interface Line {
  type: 'Feature';
  properties: { direction: 'out' | 'in'; width: number; persons: number };
  geometry: { type: 'LineString'; coordinates: Point[] };
}

/** All flows as features; the strongest is as wide as any line gets. */
export function lines(out: readonly FlowArc[], into: readonly FlowArc[]): Line[] {
  const most = Math.max(0, ...out.map((flow) => flow.persons), ...into.map((flow) => flow.persons));
  const line = (direction: 'out' | 'in') => (flow: FlowArc): Line => ({
    type: 'Feature',
    properties: { direction, width: width(flow.persons, most), persons: flow.persons },
    geometry: { type: 'LineString', coordinates: arc(flow.from, flow.to) },
  });
  return [...out.map(line('out')), ...into.map(line('in'))];
}
