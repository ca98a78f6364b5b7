# What a person is told when something cannot be done, and the next step.

failure-word-error = error
failure-word-cause = cause
failure-word-hint = hint
failure-word-note = note

failure-flows = the flows in { $file } cannot be used
failure-boundaries = the boundaries in { $file } cannot be used
failure-units = the figures of units in { $file } cannot be used
failure-criteria = the list of criteria in { $file } cannot be read
failure-neighbours = the pairs of neighbours in { $file } cannot be used
failure-partition = the partition in { $file } cannot be used
failure-not-found = { $file } is not there
failure-unknown-method = there is no method { $name }
failure-setting = the parameter { $setting } cannot be used
failure-suppressed = { $text } is no range of persons
failure-suppressed-twice = { $one } and { $other } contradict each other
failure-method = { $method } cannot be run with these parameters
failure-no-diagonal = { $method } needs those who live and work in the same unit, and the matrix has no such diagonal
failure-share = { $text } is no share of the population
failure-share-above-one = in { $file } the share of unit { $unit } is { $share }, more than all its inhabitants
failure-no-flows = { $file } holds no flow with a number of persons
failure-no-place-twice = { $code } is declared twice, with two treatments
failure-date = { $text } is no date
failure-no-place = { $text } does not say how a destination is treated
failure-exists = { $file } is there already
failure-map = the map cannot be drawn
failure-register = the register in { $file } cannot be read
failure-output = the results cannot be written to { $folder }
failure-report = the report cannot be made
failure-other-codes = { $file } has other codes than the flows: { $theirs } there, { $ours } in the flows; none of { $count } is the same
failure-no-figures = { $option } is missing
failure-no-common-units = the two partitions have no unit in common

hint-file = check the path
hint-columns = name the columns with --origin, --destination and --persons, by name or by number
hint-column = name the column as FILE:COLUMN, by name or by number
hint-persons = persons are numbers of 0 or more; give a count that is kept secret as an empty field, <10 or *, and it stays suppressed
hint-decimal = say with --decimal comma or --decimal point what parts whole numbers from decimals
hint-no-flows = give a table in which at least one flow counts persons
hint-duplicates = sum them with --sum-duplicates, or take one of the rows out
hint-register = give a register of units, the file TERC of TERYT or a list of Czech municipalities, as CSV or XLSX
hint-table = give a table: a CSV, gzipped CSV, XLSX, ODS or Parquet file
hint-rows = the table needs a row of column names and at least one row below it
hint-damaged = fetch or pack the file again
hint-bounds = the file unpacks to more than is allowed; unpack it yourself, or split it
hint-encoding = save the file in UTF-8
hint-codes = give a file with the codes of the same register as the flows
hint-methods = `miedza methods` lists the methods with their parameters
hint-setting = write it as --set NAME=VALUE; `miedza methods { $method }` lists the parameters
hint-range = choose other values; `miedza methods { $method }` tells what each means
hint-criteria = the table needs the columns indicator, comparison and threshold; `miedza methods criteria` tells what else can be set
hint-suppressed = write LOW-HIGH, for instance 1-9, or MARK=LOW-HIGH for flows with that mark
hint-sweep = write NAME=A,B,C or NAME=FIRST:LAST:STEP, each parameter once; `miedza methods { $method }` lists the parameters
hint-no-diagonal = give employed residents with --employed FILE[:COLUMN], or population with --population FILE[:COLUMN] and --employed-share X; without either, --method threshold --set denominator=out_commuters makes sense
hint-share = a number above 0 and at most 1, for instance 0.4, or a table as FILE[:COLUMN]
hint-date = write it as 2026-11-22
hint-no-place = write CODE=at_home or CODE=outside
hint-overwrite = choose another folder, or replace earlier results with --overwrite
hint-foreign = choose another folder; only files of an earlier run are replaced
hint-folder = choose a folder that you may write to
hint-crs = name the coordinate system with --boundary-crs EPSG:CODE
hint-boundary-code = name the property that holds the codes with --boundary-code NAME
hint-boundary-layer = name the layer with --boundary-layer NAME
hint-boundary-format = give polygons as GeoJSON, TopoJSON, GeoPackage, Shapefile, GML or a ZIP of one
hint-boundary-shape = mend the polygon in a GIS program, or take it out
hint-cores = name cores with --set cores=CODE,CODE, or lower core_min_jobs
hint-seats = give each unit its own seat
hint-too-many-units = choose a quality without distances, such as modularity, or delimit a part of the country
hint-figures = give the figures with --population or --working-age FILE[:COLUMN], and seats with --units FILE or boundaries
hint-report = this is a fault of the program; please tell us, with the command that you ran
hint-partition = give a table with the columns unit and area
hint-share-with-population = give both --population and --employed-share
hint-neighbours = give a table with the columns unit and neighbour
hint-option = `miedza delimit --help` lists what it can be

cause-empty = { $file } is empty
cause-no-rows = { $file } has no rows below its header
cause-truncated = { $file } ends too early, after row { $row }: the file is cut off
cause-ragged = { $file }, row { $row }: { $fields } fields where the header has { $expected }
cause-missing-column = { $file } lacks a column, it has { $columns }; name it with { $option }
cause-ambiguous-column = { $file } has several columns that fit: { $columns }; choose one with { $option }
cause-not-a-number = { $file }, row { $row }, column { $column }: { $value } is not a number
cause-negative = { $file }, row { $row }, column { $column }: { $value } is negative
cause-ambiguous-number = { $file }, row { $row }, column { $column }: { $value } may have a decimal comma or a comma between thousands
cause-duplicate-pair = { $file }: row { $row } repeats the flow from { $from } to { $to } of row { $first }
cause-duplicate-unit = { $file }: row { $row } repeats the unit { $unit } of row { $first }
failure-fault = a fault of the program
failure-records = the sheet { $file } cannot be read
hint-records = use a sheet that was downloaded from this list (CSV or XLSX); the headings with names in square brackets must stay
failure-unknown-row = row { $row } names the entry { $id }, which is not in this list
hint-unknown-row = remove the identifier from this row to make a new entry, or download the sheet again
hint-headings = head the columns in the first row of the file: origin, destination, persons
hint-one-decimal = write all numbers with the same decimal sign
hint-one-row = sum them in one row, or take one of the rows out
hint-import-layer = save the layer that is meant in a file of its own
hint-import-code = name the property that holds the codes with --code NAME
hint-import-crs = name the coordinate system with --crs EPSG:CODE
cause-not-readable = { $file } cannot be read
cause-too-large = { $file } unpacks to more than a table may be
cause-damaged = { $file } is damaged, after row { $row }
cause-not-text = { $file }, row { $row }: what stands there is no text
cause-row-too-long = { $file }, row { $row }: the row is too long, perhaps a quote is not closed
cause-no-sheet = { $file } has no sheet { $sheet }; its sheets are { $sheets }
cause-not-a-code = { $file }, row { $row }, column { $column }: no code of a unit
cause-mixed-decimals = { $file }, column { $column }: row { $comma } has a decimal comma and row { $point } a decimal point
cause-not-a-unit = { $file }, row { $row }, column { $column }: no unit of a register
cause-several-days = { $file }, row { $row } shows the state of { $second }, the rows above that of { $first }
cause-no-period = { $file } does not tell the day or year of the column { $column }
cause-other-period = { $file }, column { $column } speaks of { $found }, not of { $given }
cause-foreign-code = { $file } has the code { $unit }, which the register of the country cannot hold
cause-in-two-files = { $file } holds the unit { $unit }, which { $other } holds too
cause-code-systems = { $file } does not fit the units of { $other }: found { $matched } of { $units }; { $other } has codes such as { $other-example }, { $file } such as { $example }
cause-not-on-earth = { $file }, row { $row }: { $value } is no position in degrees
cause-not-a-table = there is no table in { $file }
cause-no-column = a column is missing in { $file }, which has { $columns }
cause-several-columns = several columns fit in { $file }: { $columns }
