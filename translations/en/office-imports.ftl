# Imports from the dealer management system: the pages of the back office, and what is said about files and rows
office-nav-imports = Imports
office-imports-title = Imports
office-imports-lead = What came in from your dealer management system.
office-imports-new = Import files
office-imports-none-title = No imports yet
office-imports-none-text = Upload an export of your dealer management system. You see what would change before anything does.
office-imports-when = Begun
office-imports-who = By
office-imports-contents = Contents
office-imports-mode-full = Full export
office-imports-mode-daily = Daily export
office-imports-dry = Trial run
office-imports-state = Status
office-imports-state-waiting = Waiting
office-imports-state-reading = Reading
office-imports-state-held = Needs your decision
office-imports-state-merging = Taking over
office-imports-state-done = Done
office-imports-state-failed = Not imported
office-imports-state-undone = Taken back
office-imports-rows = Rows
office-imports-new-lead = One file of each kind: customers, vehicles, visits, invoices, locations, consents. With PDF invoices, put everything into one zip.
office-imports-files = Files
office-imports-files-hint = CSV or zip, as the system writes them. At most 2 GB together.
office-imports-full-hint = Everything the system has. Who is not in it is marked as missing.
office-imports-daily-hint = What changed since the last export.
office-imports-dry-label = Trial run: only show what would change
office-imports-upload = Upload and check
office-imports-note = Before anything is lost, the import stops and asks you.
office-imports-no-file = Choose at least one file.
office-imports-no-mode = Say whether this is a full or a daily export.
office-imports-too-many = At most { $max } files at a time. Put them into one zip.
office-imports-too-large = Together the files are larger than { $max } GB. Upload fewer at a time, or as a zip.
office-imports-twice = Two files are called “{ $name }”. Rename one.
office-imports-problem = { $name }: { $problem }
office-imports-busy = Another import is still running. Wait until it is done, then upload again.
office-imports-broken-off = The upload broke off. Try again.
office-imports-of = Import of { $when }
office-imports-progress = { $done } of { $of } lines
office-imports-refresh = Refresh
office-imports-continue = Go on with the import
office-imports-continue-lead = Nothing happened for a while. If it was interrupted, it goes on where it was.
office-imports-doubts = Shall the import go on?
office-imports-nothing-yet = Nothing was changed so far.
office-imports-dry-doubts = A real import would stop here and ask
office-imports-go-on = Import all the same
office-imports-stop = Stop the import
office-imports-counts = What came of the rows
office-imports-would = What would come of the rows
office-imports-kind = Kind
office-imports-created = New
office-imports-changed = Changed
office-imports-unchanged = Unchanged
office-imports-rejected = Rejected
office-imports-left-out = Values left out
office-imports-missing = No longer in the file
office-imports-remarks = What is wrong in the files
office-imports-remarks-first = The first { $count }. The error file has them all.
office-imports-download = Download error file
office-imports-no-remarks = Every row was taken as it was.
office-imports-changes = What would change
office-imports-changes-done = What changed
office-imports-changes-first = The first { $count } fields.
office-imports-field = Field
office-imports-before = Before
office-imports-after = After
office-imports-unknown-headers = Columns that were not used
office-imports-unknown-header = { $file }: “{ $header }”
office-imports-unknown-header-near = { $file }: “{ $header }” – do you mean “{ $near }”?
office-imports-undo = Take the import back
office-imports-undo-text = What it made is removed, what it changed is put back. What people changed since stays, and you see what that was.
office-imports-kept = Taken back
office-imports-kept-counts = { $restored ->
    [one] { $restored } field put back
   *[other] { $restored } fields put back
  }, { $removed ->
    [one] { $removed } record removed
   *[other] { $removed } records removed
  }.
office-imports-kept-refusals = { $count ->
    [one] { $count } refusal stays: a no is not taken back.
   *[other] { $count } refusals stay: a no is not taken back.
  }
office-imports-kept-fields = Stayed as people made it since
office-imports-kept-things = Stayed, because people work with it
office-imports-last = Last import
office-imports-last-rows = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
  }
office-imports-last-rejected = { $rejected ->
    [one] { $rejected } not taken
   *[other] { $rejected } not taken
  }
office-imports-last-none = None yet
office-columns-title = Columns
office-columns-lead = Carport knows the usual column names in four languages. Say here what the others are.
office-columns-none = Every column of your files was recognised so far.
office-columns-yours = From your files
office-columns-yours-hint = What is not chosen is not used.
office-columns-undecided = Not used
office-columns-left-out = Leave out for good
office-columns-near = Perhaps: { $near }
office-columns-new = Another name
office-columns-new-hint = For a column that an import did not show yet.
office-columns-header = Name in your file
office-columns-header-hint = As it stands in the first line.
office-columns-column = It is
office-columns-note = It counts from the next import.
office-columns-say = Say what they are
flash-import-columns = The columns are saved. They count from the next import.
flash-import-begun = The files are in. The import has begun.
flash-import-busy = Another import is still running. Decide once it is done.
flash-import-accepted = The import goes on.
flash-import-refused = The import was stopped. Nothing was changed.
flash-import-undone = The import was taken back.
flash-import-not-last = A later import builds on this one. Take that one back first.
flash-import-nothing-to-undo = There is nothing to take back.
flash-import-not-held = This was decided already.
audit-import-begun = Began an import
audit-import-accepted = Let an import go on
audit-import-refused = Stopped an import
audit-import-undone = Took an import back
audit-import-columns = Said which columns are which
