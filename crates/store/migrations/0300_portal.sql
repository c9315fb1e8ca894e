-- What the customer's own pages keep beside the accounts.

-- Opened by the button behind a personal link (F51): it shows what the link's scope names and nothing more.
CREATE TABLE link_sessions (
    company_id UUID NOT NULL REFERENCES companies (id),
    token_hash {{bytes}} NOT NULL,
    link_hash {{bytes}} NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (company_id, token_hash),
    FOREIGN KEY (company_id, link_hash) REFERENCES links (company_id, token_hash)
) {{clustered}};

-- What a customer asks the company to correct because only the register or the DMS can know it (F77).
CREATE TABLE correction_requests (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    customer_id UUID NOT NULL,
    vehicle_id UUID NOT NULL,
    field TEXT NOT NULL,
    shown_value TEXT,                   -- what the page said when it was asked
    asked_value TEXT NOT NULL,
    note TEXT,
    asked_at BIGINT NOT NULL,
    noticed_at BIGINT,                  -- in the digest to the company
    settled_at BIGINT,
    settled_by TEXT,
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, customer_id) REFERENCES customers (company_id, id),
    FOREIGN KEY (company_id, vehicle_id) REFERENCES vehicles (company_id, id)
) {{clustered}};
CREATE INDEX correction_requests_open ON correction_requests (company_id, asked_at) WHERE settled_at IS NULL;
CREATE INDEX correction_requests_customer ON correction_requests (company_id, customer_id, asked_at);

CREATE INDEX activation_attempts_open ON activation_attempts (company_id, created_at) WHERE handled_at IS NULL;

-- What the office's match suggestions compare (F31).
ALTER TABLE account_requests ADD COLUMN house_number TEXT NOT NULL DEFAULT '';
ALTER TABLE account_requests ADD COLUMN email_folded TEXT NOT NULL DEFAULT '';
ALTER TABLE account_requests ADD COLUMN plate_folded TEXT NOT NULL DEFAULT '';
ALTER TABLE account_requests ADD COLUMN surname_folded TEXT NOT NULL DEFAULT '';
ALTER TABLE account_requests ADD COLUMN postcode_key TEXT NOT NULL DEFAULT '';
