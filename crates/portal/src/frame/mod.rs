//! What every page shares: the door with its right, the asker, the language, the layout, failures, files, kept pages.

pub mod address;
pub mod app;
pub mod asker;
pub mod assets;
pub mod attachment;
pub mod cards;
pub mod coming;
pub mod cookies;
pub(crate) mod desk;
pub mod door;
pub mod failure;
pub mod fresh;
pub mod judged;
pub mod keep;
pub mod land;
pub mod licence;
pub mod list;
pub mod marks;
pub mod member_map;
pub mod moments;
pub mod page;
pub mod parts;
pub mod rail;
pub mod signed_out;
pub mod supporters;
pub mod units;
pub mod visitor;

pub use address::Address;
pub use app::App;
pub use asker::Asker;
pub use door::{About, Doors, Form, Row};
pub use failure::{Answer, Told};
pub use page::Page;
