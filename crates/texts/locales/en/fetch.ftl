# miedza fetch.
fetch-progress = Local Data Bank: variable { $variable }, { $number } of { $total }
fetch-kept = { $variable } ({ $label }): values: { $values }; new: { $new }; replaced others: { $revised }
fetch-failed = The Local Data Bank gives no values
fetch-hint = check the numbers of the variables, the units and the key
fetch-later-hint = ask the same again later; what came so far is not asked for anew
fetch-folder-hint = choose a folder that can be written: --cache, --data
fetch-labels = Labels of variables are not confirmed; no value was asked for
fetch-labels-hint = compare both names; if the service means the same variable, say --confirm-labels
fetch-labels-file = The file of confirmed labels, bdl-labels.csv, cannot be read
fetch-labels-file-hint = mend the line, or take the file away and confirm the labels anew
fetch-labels-not-written = The file of confirmed labels, bdl-labels.csv, cannot be written
fetch-unit = { $unit } is no county and no voivodeship of the Local Data Bank
fetch-unit-hint = write codes of counties (3217) or voivodeships (30), or an identifier of the bank with twelve digits
fetch-years = "{ $word }" are no years
fetch-years-hint = write 2023, 2015-2024 or several of them with commas
