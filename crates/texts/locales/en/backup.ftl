# miedza backup, restore, verify.
backup-told = Backup made: { $file }. { $rows } rows, { $uploads ->
    [one] { $uploads } upload
   *[other] { $uploads } uploads
 }, { $changes } changes in the trail
backup-restored = Restored from { $file }, as it was at { $moment }: { $rows } rows, { $uploads ->
    [one] { $uploads } upload
   *[other] { $uploads } uploads
 }, { $changes } changes in the trail; every hash is equal
backup-verified = { $file } is whole, made at { $moment }: { $rows } rows, { $uploads ->
    [one] { $uploads } upload
   *[other] { $uploads } uploads
 }, { $changes } changes in the trail
backup-note-lost = lost before the backup was made, so not in it: { $examples }
backup-reading = Reading and summing up every byte
backup-table = Table { $table }
backup-uploads = Uploads: { $done } of { $of }
backup-trail = Checking the trail of changes
backup-none = This file is no backup of Miedza, or its end is missing
backup-none-hint = Check that the whole file was copied, or take another backup.
backup-no-file = { $file } is no file
backup-no-file-hint = Name the file of the backup itself, such as backup.miedza. What is kept here is checked with "miedza verify --store".
backup-damaged = The backup is damaged: { $what }
backup-damaged-hint = Copy it again from where it was made, or take an older backup. Nothing was restored from it.
backup-newer = The backup was made by a newer program
backup-newer-hint = Run at least the version that made it.
backup-not-empty = A backup is restored only into an empty place; there is already: { $what }
backup-not-empty-hint = Give a new folder with --data or an empty database with --database. What is there stays as it is.
backup-other-form = The place was prepared by a newer program than the one that made the backup
backup-other-form-hint = Restore into a folder or database where no portal has run yet; the data are brought up to date after that.
backup-unfinished = A restore was begun here and not finished
backup-unfinished-hint = Run the same restore again, or give another place.
backup-store-whole = Everything is whole: { $records } records, { $uploads } uploads, { $changes } changes in the trail
backup-store-damaged = What is kept here is damaged
backup-store-damaged-hint = Keep these data as they are, and restore the newest backup that passes "miedza verify FILE" into an empty place.
backup-found-trail = the trail of changes does not fit from entry { $number } on
backup-found-database = the database says: { $words }
backup-found-record = an entry among { $kind } cannot be read
backup-found-upload = the upload { $hash } is missing or changed
backup-found-guard = the guard of the trail { $guard } is missing in the database
backup-found-changed = { $kind } { $id } is not as the newest entry of the trail about it says
backup-found-version = { $kind } { $id } has version { $kept }, the newest entry of the trail about it version { $told }
backup-found-no-line = { $kind } { $id } is not in the trail
backup-found-no-row = { $kind } { $id } is gone, and the trail does not say so
backup-found-gap = { $kind } { $id } has a version without an entry in the trail
backup-found-more = and { $count } more that do not fit the trail
backup-nothing = There is nothing to back up or check at { $place }
backup-nothing-hint = Check --data or --database, or the variables MIEDZA_DATA and MIEDZA_DATABASE.
