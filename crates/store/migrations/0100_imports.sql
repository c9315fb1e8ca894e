-- Deliveries of the dealer management system: what came, what became of each row, and what it takes to undo it.

CREATE TABLE imports (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    source TEXT NOT NULL,               -- which system delivers: half of every import key
    mode TEXT NOT NULL CHECK (mode IN ('full', 'daily')),
    dry_run BOOLEAN NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'reading', 'held', 'merging', 'done', 'failed', 'undone')),
    started_by TEXT NOT NULL,           -- staff:<id>, operator:<id>, system
    files TEXT NOT NULL,                -- JSON of store::imports::SourceFile
    accepted TEXT NOT NULL,             -- doubts somebody waved through, comma separated
    doubts TEXT NOT NULL,               -- JSON: why it is held
    counts TEXT NOT NULL,               -- JSON of store::imports::Counts by kind
    cursor_step BIGINT NOT NULL,        -- how far the merge is: step, and line within it
    cursor_line BIGINT NOT NULL,
    failure TEXT,                       -- key and values of the message, as JSON
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,            -- last sign of life
    finished_at BIGINT,
    undone_at BIGINT,
    undone_by TEXT,
    kept TEXT,                          -- JSON of store::imports::Kept: what undo left as people made it since
    PRIMARY KEY (company_id, id)
) {{clustered}};
CREATE INDEX imports_newest ON imports (company_id, created_at);

-- One line of a file that was rejected, or a value of it that was left out; the error file is this table.
CREATE TABLE import_remarks (
    company_id UUID NOT NULL REFERENCES companies (id),
    import_id UUID NOT NULL,
    kind TEXT NOT NULL,
    line BIGINT NOT NULL,
    column_name TEXT NOT NULL,          -- empty: the whole line
    reason TEXT NOT NULL,
    value TEXT NOT NULL,
    rejected BOOLEAN NOT NULL,
    PRIMARY KEY (company_id, import_id, kind, line, column_name, reason),
    FOREIGN KEY (company_id, import_id) REFERENCES imports (company_id, id)
) {{clustered}};

-- One field of one thing that an import changed: what the dry run shows, and what undo puts back.
CREATE TABLE import_changes (
    company_id UUID NOT NULL REFERENCES companies (id),
    import_id UUID NOT NULL,
    kind TEXT NOT NULL,
    entity_id UUID NOT NULL,
    field TEXT NOT NULL,
    line BIGINT NOT NULL,               -- 0: follows from a row that is missing
    old_value TEXT,
    new_value TEXT,
    PRIMARY KEY (company_id, import_id, kind, entity_id, field),
    FOREIGN KEY (company_id, import_id) REFERENCES imports (company_id, id)
) {{clustered}};

-- Answers that a file brought into the consent ledger, so that the same row twice is one answer.
CREATE TABLE imported_consents (
    company_id UUID NOT NULL REFERENCES companies (id),
    customer_id UUID NOT NULL,
    row_hash BIGINT NOT NULL,
    event_id UUID NOT NULL,
    import_id UUID NOT NULL,
    PRIMARY KEY (company_id, customer_id, row_hash),
    FOREIGN KEY (company_id, customer_id) REFERENCES customers (company_id, id)
) {{clustered}};
CREATE INDEX imported_consents_of ON imported_consents (company_id, import_id);

-- Which header of the company's files is which column; comes before the known words.
CREATE TABLE import_mappings (
    company_id UUID NOT NULL REFERENCES companies (id),
    source TEXT NOT NULL,
    mapping TEXT NOT NULL,              -- JSON of intake::Mapping
    updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL,
    PRIMARY KEY (company_id, source)
) {{clustered}};

-- The father's name, by which Russian customers are addressed.
ALTER TABLE customers ADD COLUMN patronymic TEXT;
-- Contact points an import brought, so that it can be undone.
ALTER TABLE contact_points ADD COLUMN created_import UUID;
ALTER TABLE vehicle_holdings ADD COLUMN created_import UUID;
CREATE INDEX vehicles_vin ON vehicles (company_id, vin) WHERE vin IS NOT NULL;
