-- The installation and its companies. Tables without company_id are the installation's own and are listed in src/schema.rs.
-- Markers: {{bytes}} is BLOB or BYTEA; {{clustered}} stores a SQLite table in the order of its primary key.

CREATE TABLE companies (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    own_domain TEXT UNIQUE,
    name TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('active', 'suspended', 'closed')),
    started_on DATE NOT NULL,
    time_zone TEXT NOT NULL,
    country TEXT NOT NULL,
    currency TEXT NOT NULL,
    default_language TEXT NOT NULL,
    languages TEXT NOT NULL,            -- comma separated, the default among them
    email TEXT NOT NULL,                -- shown to customers
    request_email TEXT NOT NULL,        -- where account requests and change notices go
    phone TEXT,
    website TEXT,
    privacy_url TEXT,
    look TEXT NOT NULL,                 -- JSON of domain::company::Look
    settings TEXT NOT NULL,             -- JSON of domain::company::Settings, only what differs from the defaults
    stricter TEXT NOT NULL,             -- JSON of domain::consent's company overlay
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
) {{clustered}};

CREATE TABLE legal_entities (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    name TEXT NOT NULL,
    country TEXT NOT NULL,
    registration_number TEXT,
    vat_number TEXT,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (company_id, id)
) {{clustered}};

CREATE TABLE locations (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    region TEXT,
    legal_entity_id UUID NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city TEXT NOT NULL,
    country TEXT NOT NULL,
    phone TEXT,
    email TEXT,
    time_zone TEXT,                     -- none: the company's
    opening_hours TEXT NOT NULL,        -- JSON of domain::company::OpeningHours
    position BIGINT NOT NULL,
    closed_at BIGINT,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, code),
    FOREIGN KEY (company_id, legal_entity_id) REFERENCES legal_entities (company_id, id)
) {{clustered}};

CREATE TABLE company_modules (
    company_id UUID NOT NULL REFERENCES companies (id),
    module TEXT NOT NULL,
    enabled_at BIGINT NOT NULL,
    enabled_by TEXT NOT NULL,
    PRIMARY KEY (company_id, module)
) {{clustered}};

CREATE TABLE company_texts (
    company_id UUID NOT NULL REFERENCES companies (id),
    language TEXT NOT NULL,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    updated_by TEXT NOT NULL,
    PRIMARY KEY (company_id, language, key)
) {{clustered}};

CREATE TABLE company_logos (
    company_id UUID NOT NULL REFERENCES companies (id),
    position BIGINT NOT NULL,
    object_key TEXT NOT NULL,
    media_type TEXT NOT NULL,
    alt TEXT NOT NULL,
    PRIMARY KEY (company_id, position)
) {{clustered}};

-- Days on which nobody works, beside the country's public holidays (for the working-day clock, F30).
CREATE TABLE company_closures (
    company_id UUID NOT NULL REFERENCES companies (id),
    closed_on DATE NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (company_id, closed_on)
) {{clustered}};

CREATE TABLE staff_users (
    id UUID NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    password_hash TEXT,
    totp_secret {{bytes}},              -- sealed with the installation's key
    totp_last_step BIGINT,
    disabled_at BIGINT,
    created_at BIGINT NOT NULL
) {{clustered}};

CREATE TABLE staff_memberships (
    company_id UUID NOT NULL REFERENCES companies (id),
    staff_id UUID NOT NULL REFERENCES staff_users (id),
    role TEXT NOT NULL CHECK (role IN ('owner', 'marketing', 'reception', 'sales', 'read_only', 'regional_manager')),
    regions TEXT NOT NULL,              -- JSON list; for regional managers
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (company_id, staff_id)
) {{clustered}};

CREATE TABLE staff_invitations (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    regions TEXT NOT NULL,
    token_hash {{bytes}} NOT NULL,
    invited_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_at BIGINT,
    withdrawn_at BIGINT,
    PRIMARY KEY (company_id, id)
) {{clustered}};
CREATE UNIQUE INDEX staff_invitations_token ON staff_invitations (company_id, token_hash);

CREATE TABLE staff_sessions (
    token_hash {{bytes}} NOT NULL PRIMARY KEY,
    staff_id UUID NOT NULL REFERENCES staff_users (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    second_factor_at BIGINT,            -- none: the password was right, the code is still to come
    fresh_at BIGINT NOT NULL,           -- last proof of identity (step-up)
    ip TEXT NOT NULL,
    user_agent TEXT NOT NULL
) {{clustered}};
CREATE INDEX staff_sessions_of ON staff_sessions (staff_id);

CREATE TABLE operators (
    id UUID NOT NULL PRIMARY KEY,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    totp_secret {{bytes}},
    totp_last_step BIGINT,
    created_at BIGINT NOT NULL
) {{clustered}};

CREATE TABLE operator_sessions (
    token_hash {{bytes}} NOT NULL PRIMARY KEY,
    operator_id UUID NOT NULL REFERENCES operators (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    second_factor_at BIGINT,
    fresh_at BIGINT NOT NULL,
    ip TEXT NOT NULL,
    user_agent TEXT NOT NULL
) {{clustered}};

-- Counted attempts behind the documented limits (SEC-RATE-1); the key is a keyed hash, never an address.
CREATE TABLE attempts (
    key_hash {{bytes}} NOT NULL,
    window_start BIGINT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (key_hash, window_start)
) {{clustered}};

-- Background work. company_id is the nil UUID for the installation's own jobs.
CREATE TABLE jobs (
    company_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    lane BIGINT NOT NULL,               -- 0 urgent, 1 service, 2 marketing, 3 bulk
    state TEXT NOT NULL CHECK (state IN ('ready', 'running', 'done', 'dead')),
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    locked_by TEXT,
    locked_until BIGINT,
    dedupe_key TEXT,
    last_error TEXT,
    created_at BIGINT NOT NULL,
    finished_at BIGINT,
    PRIMARY KEY (company_id, id)
) {{clustered}};
CREATE INDEX jobs_due ON jobs (lane, run_at) WHERE state = 'ready';
CREATE INDEX jobs_leased ON jobs (locked_until) WHERE state = 'running';
CREATE UNIQUE INDEX jobs_once ON jobs (company_id, kind, dedupe_key) WHERE dedupe_key IS NOT NULL AND state IN ('ready', 'running');

CREATE TABLE schedules (
    name TEXT NOT NULL PRIMARY KEY,
    next_at BIGINT NOT NULL
) {{clustered}};

-- What staff and operators did (SEC-AUD-1): append-only, chained per company.
CREATE TABLE audit_log (
    company_id UUID NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,                -- staff:<id>, operator:<id>, customer:<id>, system
    action TEXT NOT NULL,
    subject TEXT NOT NULL,              -- kind:<id>
    detail TEXT NOT NULL,               -- JSON, before and after, redacted
    prev_hash {{bytes}} NOT NULL,
    hash {{bytes}} NOT NULL,
    PRIMARY KEY (company_id, seq)
) {{clustered}};
CREATE INDEX audit_log_subject ON audit_log (company_id, subject, seq);
