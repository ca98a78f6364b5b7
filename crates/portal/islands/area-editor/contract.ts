// What the server answers when the area editor asks for JSON. Made from crates/portal/src/delimitation/live.rs, whose test
// fails when this file says something else.

/** The page after a step: what is to be swapped in, what is to be said, where one is now. */
export interface Live {
  /** The inner HTML of the element with the attribute `data-live`. */
  fragment: string;
  /** What changed, in a sentence of the reader's language. */
  said: string;
  /** Address of the page. */
  address: string;
  /** Version of the variant, which the next form carries. */
  version: number;
}
