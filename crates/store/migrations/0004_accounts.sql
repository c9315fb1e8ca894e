-- Customers' logins, the ways in, and the links that open something.

CREATE TABLE accounts (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    customer_id UUID NOT NULL,
    email TEXT NOT NULL,
    email_folded TEXT NOT NULL,
    password_hash TEXT,
    language TEXT,
    state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'closed')),
    created_at BIGINT NOT NULL,
    activated_at BIGINT,
    closed_at BIGINT,
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, customer_id) REFERENCES customers (company_id, id)
) {{clustered}};
CREATE UNIQUE INDEX accounts_email ON accounts (company_id, email_folded) WHERE state = 'active';
CREATE UNIQUE INDEX accounts_customer ON accounts (company_id, customer_id) WHERE state <> 'closed';

CREATE TABLE account_sessions (
    company_id UUID NOT NULL REFERENCES companies (id),
    token_hash {{bytes}} NOT NULL,
    account_id UUID NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    stay_signed_in BOOLEAN NOT NULL,
    fresh_at BIGINT NOT NULL,
    ip TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    PRIMARY KEY (company_id, token_hash),
    FOREIGN KEY (company_id, account_id) REFERENCES accounts (company_id, id)
) {{clustered}};
CREATE INDEX account_sessions_of ON account_sessions (company_id, account_id);

-- Single-use and scoped links; only the SHA-256 of the token is kept (SEC-ACT-4).
CREATE TABLE links (
    company_id UUID NOT NULL REFERENCES companies (id),
    token_hash {{bytes}} NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('set_password', 'reset_password', 'confirm_email', 'undo_email', 'preferences', 'unsubscribe', 'personal')),
    customer_id UUID NOT NULL,
    account_id UUID,
    message_id UUID,                    -- the message that carried it
    scope TEXT NOT NULL,                -- JSON: what the link opens
    uses BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    revoked_at BIGINT,
    PRIMARY KEY (company_id, token_hash),
    FOREIGN KEY (company_id, customer_id) REFERENCES customers (company_id, id)
) {{clustered}};
CREATE INDEX links_token ON links (token_hash);
CREATE INDEX links_customer ON links (company_id, customer_id, purpose);

-- What somebody typed on the activation screen: the page only writes this row; a job looks it up (SEC-ACT-2).
CREATE TABLE activation_attempts (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    customer_number TEXT NOT NULL,
    email TEXT NOT NULL,
    plate TEXT NOT NULL,
    language TEXT NOT NULL,
    ip TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    handled_at BIGINT,
    outcome TEXT CHECK (outcome IN ('link_sent', 'no_match', 'other_address', 'already_active', 'limited')),
    PRIMARY KEY (company_id, id)
) {{clustered}};

-- «Vraag dan hier uw account aan» (F29–F31).
CREATE TABLE account_requests (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    street TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city TEXT NOT NULL,
    plate TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,             -- the end of the second working day
    status TEXT NOT NULL CHECK (status IN ('open', 'invited', 'declined')),
    customer_id UUID,
    handled_by TEXT,
    handled_at BIGINT,
    note TEXT,
    PRIMARY KEY (company_id, id)
) {{clustered}};
CREATE INDEX account_requests_open ON account_requests (company_id, due_at) WHERE status = 'open';
