//! One suite for both engines: what is kept is read back, nothing is lost, nothing is changed behind the trail.

mod backup;
mod desk;
mod emptying;
mod held;
mod malformed;
mod observations;
mod opening;
mod records;
mod sample;
mod schema;
mod search;
mod speed;
mod survey_answers;
mod territory;
mod trail;
mod uploads;
mod work;
