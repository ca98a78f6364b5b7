//! Emptying a store: only what the demonstration has made is ever emptied, and only when somebody asks for it.
//!
//! The tables of the program go and are made anew, on both engines alike: the trail itself refuses to lose lines. Tables of
//! other programs in the same database stay as they are.

use sea_orm::ConnectionTrait as _;

use crate::{Engine, Error, Store, migrations};

impl Store {
    /// Removes all that is kept and begins anew; killed in the middle, it leaves an empty database behind.
    ///
    /// # Errors
    /// What the engine or the place of the uploads says.
    pub async fn begin_anew(&self) -> Result<(), Error> {
        let uploads = self.uploads().await?;
        self.drop_own_tables().await?;
        migrations::run(self).await?;
        for upload in uploads {
            self.files().remove(&upload.sha256).await?;
        }
        Ok(())
    }

    pub(crate) async fn drop_own_tables(&self) -> Result<(), Error> {
        let tables: Vec<&str> = migrations::own_tables().collect();
        let tx = self.begin().await?;
        match self.engine() {
            Engine::Sqlite => {
                tx.execute_unprepared("PRAGMA defer_foreign_keys = ON").await?;
                for table in tables {
                    tx.execute_unprepared(&format!("DROP TABLE IF EXISTS {table}")).await?;
                }
            }
            Engine::Postgres => {
                tx.execute_unprepared(&format!("DROP TABLE IF EXISTS {} CASCADE", tables.join(", "))).await?;
                tx.execute_unprepared("DROP FUNCTION IF EXISTS the_trail_only_grows()").await?;
            }
        }
        Ok(tx.commit().await?)
    }
}
