//! The workbench through HTTP, on the demonstration.

mod certainty;
mod consistency;
mod decided;
mod decision;
mod diagnosis;
mod diagnosis_more;
mod diagnosis_peers;
mod drafts;
mod evidence;
mod languages;
mod meeting;
mod mine;
mod observations;
mod office;
mod registers;
