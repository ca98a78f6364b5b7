//! Keeps the demonstration in a store: as often as one likes, it is there once.
//!
//! A record whose id the store knows already stays as it is, also one that somebody changed or deleted.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use miedza_planning::record::Kind;
use miedza_store::{Question, Store, Write};

use super::content::{self, Item};
use super::{observed, own, territory};
use crate::failure::Failure;

/// What was loaded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// How many records are new, by kind.
    pub created: BTreeMap<Kind, usize>,
    /// How many were there already.
    pub kept: usize,
}

/// Loads the five partnerships with all that belongs to them, in one transaction, and before them the units that they name.
///
/// # Errors
/// [`Failure`] if the store cannot keep them.
pub async fn load(store: &Store) -> Result<Loaded, Failure> {
    let items = content::read().map_err(|error| Failure::fault(&error))?;
    let author = own::AUTHOR;
    own::mark(store).await?;
    territory::load(store, &author).await?;
    observed::load(store, &author).await?;
    let known = known(store, &items).await?;
    let new: Vec<Item> = items.into_iter().filter(|item| !known.contains(&item.id)).collect();
    for table in new.iter().filter_map(|item| item.table) {
        store.keep_upload(Bytes::from(table.whole())).await?;
    }
    let mut loaded = Loaded { kept: known.len(), ..Loaded::default() };
    for item in &new {
        *loaded.created.entry(item.draft.kind).or_default() += 1;
    }
    if !new.is_empty() {
        let writes = new.into_iter().map(|item| Write::Create { id: Some(item.id), draft: item.draft });
        store.save_all(writes.collect(), &author).await?;
    }
    Ok(loaded)
}

/// Ids that the store knows, of live and of deleted records.
async fn known(store: &Store, items: &[Item]) -> Result<BTreeSet<String>, Failure> {
    let mut ids: BTreeMap<Kind, Vec<String>> = BTreeMap::new();
    for item in items {
        ids.entry(item.draft.kind).or_default().push(item.id.clone());
    }
    let mut known = BTreeSet::new();
    for (kind, ids) in ids {
        let question = Question::of(kind).with_ids(ids);
        for question in [question.clone(), question.deleted()] {
            known.extend(store.records(&question).await?.into_iter().map(|record| record.id));
        }
    }
    Ok(known)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use miedza_planning::delimitation::{Rule, Verdict};
    use miedza_store::Author;
    use miedza_store::samples::Engines;

    use super::*;
    use crate::lab::Lab;

    fn total(loaded: &Loaded) -> usize {
        loaded.created.values().sum()
    }

    #[tokio::test]
    async fn the_demonstration_is_there_once_however_often_it_is_loaded() {
        for sample in Engines::all().await {
            let began = Instant::now();
            let first = load(&sample.store).await.expect("it loads");
            let took = began.elapsed();

            let revision = sample.store.revision().await.expect("a revision");

            let again = load(&sample.store).await.expect("it loads again");

            assert_eq!(sample.store.revision().await.expect("a revision"), revision);
            assert_eq!(again, Loaded { created: BTreeMap::new(), kept: total(&first) });
            assert_eq!(first.created.get(&Kind::Partnerships), Some(&5));
            assert!(took < Duration::from_secs(5), "{took:?}");
        }
    }

    #[tokio::test]
    async fn what_somebody_changed_or_deleted_stays_so() {
        let sample = Engines::sqlite().await;
        let author = Author::Program("test");
        load(&sample.store).await.expect("it loads");
        let news = sample.store.records(&Question::of(Kind::News)).await.expect("news").remove(0);

        sample.store.delete(Kind::News, &news.id, news.version, &author).await.expect("it is deleted");
        load(&sample.store).await.expect("it loads again");

        assert!(sample.store.record(Kind::News, &news.id).await.expect("an answer").is_none());
    }

    #[tokio::test]
    async fn computed_variants_come_out_again_from_the_flows() {
        let sample = Engines::sqlite().await;
        load(&sample.store).await.expect("it loads");
        let lab = Lab::new(sample.store.clone());
        let mut judged = Vec::new();

        for partnership in sample.store.records(&Question::of(Kind::Partnerships)).await.expect("partnerships") {
            for variant in lab.variants(&partnership).await.expect("variants") {
                let is_computed = variant.value("settings").is_some();
                let opened = lab.open(&partnership, variant, "2026-11-22".parse().expect("a day")).await.expect("it opens");
                let made_again = opened.desk.rules().into_iter().find(|finding| finding.rule == Rule::MadeAgain);
                let verdict = made_again.map(|finding| finding.verdict);
                judged.extend(is_computed.then_some(verdict));
            }
        }

        assert_eq!(judged, [Some(Verdict::Met); 3]);
    }

    #[tokio::test]
    async fn shares_of_the_adopted_area_are_those_of_the_whole_national_table() {
        let sample = Engines::sqlite().await;
        load(&sample.store).await.expect("it loads");
        let lab = Lab::new(sample.store.clone());
        // Counted in the full table of GUS: between the members, out of them, and into them.
        let counted = [
            ("aglomeracja-kalisko-ostrowska", 21, (24_225.0, 6_667.0, 3_753.0)),
            ("aglomeracja-walbrzyska", 28, (22_406.0, 14_343.0, 4_281.0)),
        ];

        for (slug, units, expected) in counted {
            let question = Question::of(Kind::Partnerships).with("slug", slug);
            let partnership = sample.store.records(&question).await.expect("an answer").remove(0);
            let variants = lab.variants(&partnership).await.expect("variants");
            let with_all = |variant: &miedza_planning::record::Record| {
                variant.list("units").len() == units && variant.text("state") != Some("draft")
            };
            let variant = variants.into_iter().rfind(with_all).expect("a variant of all members");
            let opened = lab.open(&partnership, variant, "2026-11-22".parse().expect("a day")).await.expect("it opens");

            let figures = opened.desk.figures();
            let found = (figures.commuters_inside, figures.leaving, figures.arriving);
            assert_eq!(found, (Some(expected.0), Some(expected.1), Some(expected.2)), "{slug}");
            assert_eq!(figures.without_flows, 0, "{slug}");
            if let Some(sosnie) = opened.desk.rows().0.into_iter().find(|row| row.name == "Sośnie") {
                assert_eq!(sosnie.share_to_area.map(|share| (share * 1000.0).round()), Some(244.0));
            }
        }
    }

    #[tokio::test]
    async fn each_file_can_be_downloaded_as_its_record_says() {
        let sample = Engines::sqlite().await;
        load(&sample.store).await.expect("it loads");

        let files = sample.store.records(&Question::of(Kind::Attachments)).await.expect("attachments");

        assert_eq!(files.len(), 2);
        for file in files {
            let kept = sample.store.upload_kept(file.text("sha256").expect("a hash")).await.expect("an answer").expect("a file");
            assert_eq!(i64::try_from(kept.bytes).ok(), file.number("bytes"));
            assert_eq!(Some(kept.media_type.as_str()), file.text("media_type"));
        }
    }
}
