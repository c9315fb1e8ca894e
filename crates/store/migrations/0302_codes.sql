-- One-time codes by mail (F62). The page only writes this row; a job looks the address up and sends the code, so that asking
-- for an address nobody has looks the same (SEC-ACT-2).
CREATE TABLE one_time_codes (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('sign_in', 'step_up', 'activation')),
    browser_hash {{bytes}} NOT NULL,    -- SHA-256 of the token in the cookie of the browser that asked
    address_hash {{bytes}} NOT NULL,    -- keyed: what the limits per address count
    email TEXT NOT NULL,                -- forgotten once the code is used or over
    language TEXT NOT NULL,
    account_id UUID,                    -- whom it lets in; none: nobody, or nobody yet
    letter_id UUID,                     -- the activation letter that was shown before
    code_hash {{bytes}},                -- keyed; none: no code was sent
    tries BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    handled_at BIGINT,
    used_at BIGINT,
    PRIMARY KEY (company_id, id)
) {{clustered}};
CREATE UNIQUE INDEX one_time_codes_browser ON one_time_codes (company_id, browser_hash);
CREATE INDEX one_time_codes_address ON one_time_codes (company_id, address_hash, created_at);
CREATE INDEX one_time_codes_account ON one_time_codes (company_id, account_id, created_at) WHERE account_id IS NOT NULL;
CREATE INDEX one_time_codes_created ON one_time_codes (company_id, created_at);

-- Activation by a letter to the postal address on file, for customers without an e-mail address (SEC-ACT-3). The code itself is on
-- paper alone.
CREATE TABLE activation_letters (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    customer_id UUID NOT NULL,
    number_key TEXT NOT NULL,           -- the customer number as it is compared, printed beside the code
    code_hash {{bytes}} NOT NULL,       -- keyed
    tries BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    revoked_at BIGINT,
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, customer_id) REFERENCES customers (company_id, id)
) {{clustered}};
CREATE INDEX activation_letters_customer ON activation_letters (company_id, customer_id, created_at);
CREATE INDEX activation_letters_open ON activation_letters (company_id, number_key)
    WHERE used_at IS NULL AND revoked_at IS NULL;
