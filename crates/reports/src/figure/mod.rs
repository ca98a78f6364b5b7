//! Drawings as SVG: from plain figures and outlines to one drawing that PDF, DOCX, HTML and a file of its own share.
//!
//! A drawing carries its title, its description for those who do not see it, its legend and its source. Nothing is told
//! by colour alone. Maps are as wide as a page; charts are narrower, see `chart`. The same input gives the same bytes.

mod association;
mod axis;
mod bars;
mod certainty_map;
mod chart;
mod colouring;
mod comparison;
mod comparison_legend;
mod furniture;
mod future;
mod grid;
mod labels;
mod line;
mod lines;
mod map;
mod page_map;
mod paint;
mod plate;
mod projection;
mod pyramid;
mod strip;
mod years;

pub use association::{Association, ClassMap, Palette};
pub use bars::{Bar, BarChart, BarOf};
pub use certainty_map::CertaintyMap;
pub use colouring::{COLOURS, colours};
pub use comparison::{ComparedArea, ComparedUnit, Comparison, Row, Side};
pub use future::{FutureChart, FutureYear};
pub(crate) use labels::width as text_width;
pub use line::{LineChart, YearFigures};
pub use lines::Line;
pub use map::{Map, MapArea, MapUnit, Standing};
pub use page_map::{Name, PageMap, Piece, Prominence};
pub use pyramid::{Pyramid, PyramidSide};
pub use strip::{Strip, StripChart};
