//! Sheets of scores and of what follows: findings, challenges, planning documents.

use miedza_texts::key;

use super::Writer;
use crate::diagnosis::conclusions::kind_key;
use crate::diagnosis::{Challenge, Finding, PlanningDocument, Score};
use crate::xlsx::{CellValue, Sheet, Shown};

impl Writer<'_> {
    pub(super) fn scores(&self) -> Sheet {
        let row = |score: &Score| {
            vec![
                CellValue::from(&score.dimension),
                CellValue::from(&score.area),
                CellValue::from(score.value),
                CellValue::from(score.median),
                CellValue::from(score.rank),
                CellValue::from(score.ranked),
                CellValue::from(score.coverage),
            ]
        };
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_DIMENSION, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_MONITOR_AREA, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_SCORE, Shown::Decimals(2)),
            (key::DIAGNOSIS_REPORT_ROW_MEDIAN, Shown::Decimals(2)),
            (key::DIAGNOSIS_REPORT_COLUMN_PLACE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_RANKED, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_COVERAGE, Shown::PerCent(0)),
        ];
        self.sheet(key::DIAGNOSIS_REPORT_SHEET_SCORES, &heads, self.study.scores.iter().map(row).collect())
    }

    pub(super) fn findings(&self) -> Sheet {
        let row = |finding: &Finding| {
            let kind = self.word(kind_key(finding.kind));
            let evidence = finding.evidence.join(" ");
            let texts = [&finding.code, &finding.dimension, &kind, &finding.text, &evidence];
            texts.into_iter().map(CellValue::from).chain([self.numbers(&finding.sources)]).collect()
        };
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_NUMBER, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_DIMENSION, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_KIND, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_FINDING, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_EVIDENCE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_SOURCES, Shown::General),
        ];
        self.sheet(key::DIAGNOSIS_REPORT_FINDINGS, &heads, self.study.findings.iter().map(row).collect())
    }

    pub(super) fn challenges(&self) -> Sheet {
        let row = |challenge: &Challenge| {
            let findings = challenge.findings.join(", ");
            [&challenge.code, &challenge.text, &findings].map(CellValue::from).to_vec()
        };
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_NUMBER, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_CHALLENGE, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_FINDINGS, Shown::General),
        ];
        self.sheet(key::DIAGNOSIS_REPORT_CHALLENGES, &heads, self.study.challenges.iter().map(row).collect())
    }

    pub(super) fn planning(&self) -> Sheet {
        let row = |document: &PlanningDocument| {
            [&document.owner, &document.name, &document.adopted, &document.conclusion].map(CellValue::from).to_vec()
        };
        let heads = [
            (key::DIAGNOSIS_REPORT_COLUMN_OWNER, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_DOCUMENT, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_ADOPTED, Shown::General),
            (key::DIAGNOSIS_REPORT_COLUMN_CONCLUSION, Shown::General),
        ];
        let rows = self.study.planning_documents.iter().map(row).collect();
        self.sheet(key::DIAGNOSIS_REPORT_PLANNING, &heads, rows)
    }
}
