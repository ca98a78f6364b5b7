// What the server answers to the map. The shapes are declared once, in crates/portal/src/territory/explore.rs; a test there
// fails when this file says something else.

/** What a feature says of its unit. */
export interface UnitProperties {
  code: string;
  name: string;
  /** The value in words, or that there is none. */
  told: string;
  /** The class, 0 for a missing value. */
  class: number;
}

/** One flow of a unit; its ends in degrees. */
export interface FlowArc {
  code: string;
  name: string;
  persons: number;
  from: [number, number];
  to: [number, number];
}

/** The flows of the unit that was asked for. */
export interface FlowsAnswer {
  unit: string;
  total_out: string;
  total_in: string;
  out: FlowArc[];
  into: FlowArc[];
}

/** The sentences that the island says; it has none of its own. */
export interface IslandWords {
  map: string;
  zoom_in: string;
  zoom_out: string;
  selected: string;
  flows: string;
  none: string;
}
