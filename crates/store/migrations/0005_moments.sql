-- Contact moments, what they say, whom they propose, and what became of it.

CREATE TABLE moments (
    company_id UUID NOT NULL REFERENCES companies (id),
    key TEXT NOT NULL,                  -- of the catalogue in domain::moments, or the company's own
    definition TEXT NOT NULL,           -- JSON of domain::moments::Definition as this company runs it
    enabled_at BIGINT,
    enabled_by TEXT,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (company_id, key)
) {{clustered}};

-- Immutable: a change of content is a new row. Approval pins one; a message keeps its id and hash.
CREATE TABLE content_versions (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    moment TEXT NOT NULL,
    version BIGINT NOT NULL,
    content TEXT NOT NULL,              -- JSON of domain::content::Content, all languages
    sha256 {{bytes}} NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, moment, version)
) {{clustered}};

-- One-off campaigns the company decides to run or not (F160).
CREATE TABLE action_contacts (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    moment TEXT NOT NULL,
    proposed_on DATE NOT NULL,
    selection TEXT NOT NULL,            -- JSON of the selection's editable parts
    status TEXT NOT NULL CHECK (status IN ('proposed', 'activated', 'declined')),
    decided_by TEXT,
    decided_at BIGINT,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, moment, proposed_on)
) {{clustered}};

CREATE TABLE selections (
    company_id UUID NOT NULL REFERENCES companies (id),
    moment TEXT NOT NULL,
    week TEXT NOT NULL,                 -- 2026-W48
    selected_at BIGINT NOT NULL,
    found BIGINT NOT NULL,
    proposed BIGINT NOT NULL,
    not_proposed TEXT NOT NULL,         -- JSON: reason code to count
    PRIMARY KEY (company_id, moment, week)
) {{clustered}};

CREATE TABLE proposals (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    moment TEXT NOT NULL,
    customer_id UUID NOT NULL,
    vehicle_id UUID NOT NULL,           -- the nil UUID where the moment is about no car
    occurrence TEXT NOT NULL,           -- what makes next year's reminder a new one, e.g. the due date
    week TEXT NOT NULL,
    action_contact_id UUID,
    due_on DATE,
    outcome TEXT NOT NULL CHECK (outcome IN ('send', 'call_list', 'call_locked', 'nothing')),
    channel TEXT,
    reason TEXT NOT NULL,               -- stable code: why this channel, or why none
    decision TEXT NOT NULL,             -- JSON of the gate's answers, all channels
    status TEXT NOT NULL CHECK (status IN ('proposed', 'approved', 'skipped', 'postponed', 'done', 'expired')),
    content_version_id UUID,            -- pinned by approval
    decided_by TEXT,
    decided_at BIGINT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, moment, customer_id, vehicle_id, occurrence),
    FOREIGN KEY (company_id, customer_id) REFERENCES customers (company_id, id)
) {{clustered}};
CREATE INDEX proposals_week ON proposals (company_id, week, moment, status);
CREATE INDEX proposals_customer ON proposals (company_id, customer_id, created_at);

-- The ledger of what was, or will be, handed to a channel. planned = sent + failed + suppressed + uncertain + pending.
CREATE TABLE messages (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    stream TEXT NOT NULL CHECK (stream IN ('marketing', 'service')),
    kind TEXT NOT NULL,                 -- the moment's key, or the service mail's
    proposal_id UUID,
    customer_id UUID,                   -- none for mail to staff and companies
    contact_point_id UUID,
    channel TEXT NOT NULL,
    content_version_id UUID,
    payload TEXT NOT NULL,              -- JSON: for service mail what it says, sealed fields never in clear
    message_id_header TEXT,             -- stored before sending, the same on every attempt (MAIL-10)
    status TEXT NOT NULL CHECK (status IN ('pending', 'handing_over', 'sent', 'failed', 'suppressed', 'uncertain')),
    reason TEXT,                        -- stable code for failed, suppressed, uncertain
    decision TEXT,                      -- JSON of the gate's answer when it was claimed
    decided_at BIGINT,
    attempts BIGINT NOT NULL,
    next_attempt_at BIGINT,
    content_sha256 {{bytes}},           -- of what was handed over
    created_at BIGINT NOT NULL,
    handed_over_at BIGINT,
    finished_at BIGINT,
    letter_batch_id UUID,
    PRIMARY KEY (company_id, id)
) {{clustered}};
CREATE INDEX messages_pending ON messages (company_id, channel, next_attempt_at) WHERE status IN ('pending', 'handing_over');
CREATE INDEX messages_customer ON messages (company_id, customer_id, created_at) WHERE customer_id IS NOT NULL;
CREATE UNIQUE INDEX messages_proposal ON messages (company_id, proposal_id) WHERE proposal_id IS NOT NULL;

CREATE TABLE letter_batches (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    letters BIGINT NOT NULL,
    object_key TEXT,                    -- of the print-ready PDF, once made
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    printed_at BIGINT,
    PRIMARY KEY (company_id, id)
) {{clustered}};

CREATE TABLE calls (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    proposal_id UUID NOT NULL,
    customer_id UUID NOT NULL,
    contact_point_id UUID,
    state TEXT NOT NULL CHECK (state IN ('open', 'locked', 'call_back', 'done')),
    lock_reason TEXT,                   -- why it must not be called
    reason TEXT NOT NULL,               -- why it is on the list
    assigned_to UUID,
    call_back_at BIGINT,
    outcome TEXT CHECK (outcome IN ('reached', 'appointment', 'no_answer', 'wrong_number', 'not_interested', 'no_more_calls')),
    objection_offered BOOLEAN,
    note TEXT,
    created_at BIGINT NOT NULL,
    closed_at BIGINT,
    closed_by TEXT,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, proposal_id),
    FOREIGN KEY (company_id, customer_id) REFERENCES customers (company_id, id)
) {{clustered}};
CREATE INDEX calls_open ON calls (company_id, state, call_back_at) WHERE state <> 'done';

CREATE TABLE call_attempts (
    company_id UUID NOT NULL REFERENCES companies (id),
    call_id UUID NOT NULL,
    at BIGINT NOT NULL,
    by_staff UUID NOT NULL,
    outcome TEXT NOT NULL,
    note TEXT,
    PRIMARY KEY (company_id, call_id, at),
    FOREIGN KEY (company_id, call_id) REFERENCES calls (company_id, id)
) {{clustered}};

-- The demo's mailbox: what the mail transport would have handed to a server.
CREATE TABLE mailbox (
    id UUID NOT NULL PRIMARY KEY,
    company_id UUID NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    raw {{bytes}} NOT NULL,
    received_at BIGINT NOT NULL
) {{clustered}};
