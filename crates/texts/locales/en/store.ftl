# What the store says when it cannot keep or find something.
store-not-found = This entry is not there
store-not-found-hint = It may have been deleted. Go back to the list; deleted entries can be brought back there for 30 days.
store-deleted = This entry was deleted
store-deleted-hint = Bring it back from the list of deleted entries, then change it.
store-stale = Somebody else changed this entry meanwhile
store-stale-hint = Compare both versions and choose what stays. Nothing that you typed is lost.
store-in-use = { $count ->
    [one] This entry is used by { $count } other
   *[other] This entry is used by { $count } others
 }
store-in-use-hint = First change or delete the entries that point to it.
store-faults = Cannot be saved: { $kind } has fields to correct
store-faults-hint = Correct the fields that are named and save again.
store-no-target = The field "{ $field }" points to an entry that is not there
store-no-target-hint = Choose an entry of the list, or make it first.
store-slug-taken = The address "{ $slug }" is taken
store-slug-taken-hint = Choose another address.
store-too-late = It was deleted more than { $days } days ago
store-too-late-hint = Restore it from a backup or enter it anew; its former content is in the history of changes.
store-no-engine = This address of a database is not understood
store-no-engine-hint = Give sqlite://FILE or postgres://USER@HOST/DATABASE.
store-newer = The data were written by a newer program
store-newer-hint = Run the newer program, or restore the backup made before the update into an empty place.
store-unreachable = The database does not answer
store-unreachable-hint = Check its address and whether the server runs; for a file, whether the folder exists and can be written.
store-files-unreachable = The store with the files does not answer
store-files-unreachable-hint = Try again in a moment. Pages go on without it; if it stays so, tell whoever runs the portal: the address and the keys of the store are in the environment of the program.
store-no-space = The disk is full
store-no-space-hint = Free some space where the data lie. Nothing that was saved is lost; then save again.
store-read-only = The data can be read but not written
store-read-only-hint = Check the permissions of the data folder and whether the disk is read-only.
store-busy = The database is busy
store-busy-hint = Try again in a moment.
store-upload-empty = The file is empty
store-upload-empty-hint = Choose a file with something in it.
store-upload-damaged = The file is damaged: it begins as { $type } and is not whole
store-upload-damaged-hint = Open it on your computer, save it again, and send it once more.
store-upload-macros = The file holds macros, and such files are not taken
store-upload-macros-hint = Save it without macros, for example as XLSX or DOCX.
store-upload-type = Files of this kind are not taken
store-upload-type-hint = Send PDF, DOCX, XLSX, ODS, CSV, JSON, or a picture as PNG, JPEG or WebP.
