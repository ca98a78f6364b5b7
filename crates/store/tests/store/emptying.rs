//! A store that is emptied begins anew on either engine, and what others keep in the same database stays.

use bytes::Bytes;
use miedza_planning::record::Kind;
use miedza_store::Question;
use miedza_store::samples::Engines;

use crate::sample::{author, theme};

#[tokio::test]
async fn an_emptied_store_is_as_new_and_tables_of_others_stay() {
    for sample in Engines::all().await {
        let store = &sample.store;
        sample.behind_its_back("CREATE TABLE of_others (id BIGINT)").await.expect("a table");
        store.create(theme("water", "Woda"), &author()).await.expect("kept");
        let upload = store.keep_upload(Bytes::from("a;b\n")).await.expect("kept");

        store.begin_anew().await.expect("emptied");

        assert_eq!(store.revision().await.expect("a revision"), 0);
        assert_eq!(store.count(&Question::of(Kind::Themes)).await.expect("a count"), 0);
        assert!(store.upload(&upload.sha256).await.expect("an answer").is_none());
        assert!(store.verify(&|_| ()).await.expect("a verdict").is_whole());
        store.create(theme("water", "Woda"), &author()).await.expect("kept again");
        assert!(sample.texts("SELECT 'none' FROM of_others").await.expect("the table is there").is_empty());
    }
}
