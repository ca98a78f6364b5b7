# Long work that goes on without anybody waiting.

job-begun = Begun.
job-reading = Reading the data.
job-running = The method is running.
job-drawing = The flows are drawn again and again.
job-keeping = Keeping the result.
job-unknown = This program knows no work of the kind { $kind }.
job-unknown-hint = Ask for the work again; it was asked for by another version of the program.
