//! The evidence of a diagnosis: surveys, conclusions from documents, findings, and what rests on findings.

mod diagnosis;
mod finding;
mod review;
mod survey;

pub use diagnosis::{Chapter, Diagnosis, DiagnosisComment, DiagnosisState, PeerRule};
pub use finding::{Challenge, Dimension, Finding, FindingKind, Problem, ProblemRole, Quadrant, SwotItem};
pub use review::{DocumentReview, Relevance};
pub use survey::{QuestionKind, Survey, SurveyQuestion, SurveyState, TargetGroup};
