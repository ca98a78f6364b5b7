//! Drawings as SVG: from plain figures and outlines to one drawing that PDF, DOCX, HTML and a file of its own share.
//!
//! A drawing carries its title, its description for those who do not see it, its legend and its source. Nothing is told
//! by colour alone. The same input gives the same bytes.

mod certainty_map;
mod colouring;
mod comparison;
mod comparison_legend;
mod furniture;
mod grid;
mod labels;
mod lines;
mod map;
mod page_map;
mod paint;
mod projection;

pub use certainty_map::CertaintyMap;
pub use colouring::{COLOURS, colours};
pub use comparison::{ComparedArea, ComparedUnit, Comparison, Row, Side};
pub use lines::Line;
pub use map::{Map, MapArea, MapUnit, Standing};
pub use page_map::{Name, PageMap, Piece, Prominence};
