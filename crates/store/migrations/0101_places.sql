-- Where the documents of a delivery may lie, as JSON: files and folders.
ALTER TABLE imports ADD COLUMN places TEXT NOT NULL DEFAULT '[]';
