-- The ledger, what follows from it, and what the law needs beside it.

CREATE TABLE consent_wordings (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    sha256 {{bytes}} NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, key, language, version)
) {{clustered}};

-- Append-only; chained per company over salted commitments, so that erasing body and salt leaves a verifiable chain.
CREATE TABLE consent_events (
    company_id UUID NOT NULL REFERENCES companies (id),
    seq BIGINT NOT NULL,
    id UUID NOT NULL,
    customer_id UUID NOT NULL,
    recorded_at BIGINT NOT NULL,
    body TEXT,                          -- canonical JSON of domain::consent's event; none once erased
    salt {{bytes}},
    commitment {{bytes}} NOT NULL,
    prev_hash {{bytes}} NOT NULL,
    hash {{bytes}} NOT NULL,
    PRIMARY KEY (company_id, seq),
    FOREIGN KEY (company_id, customer_id) REFERENCES customers (company_id, id)
) {{clustered}};
CREATE INDEX consent_events_customer ON consent_events (company_id, customer_id, seq);
CREATE INDEX consent_events_period ON consent_events (company_id, recorded_at);

-- The state that follows from the ledger, kept in the transaction that appends to it. A yes for one purpose on one channel
-- belongs to a contact point and a legal entity; every other line to the customer (both ids are then the nil UUID). '*'
-- stands for every purpose or channel.
CREATE TABLE permissions (
    company_id UUID NOT NULL REFERENCES companies (id),
    customer_id UUID NOT NULL,
    purpose TEXT NOT NULL,
    channel TEXT NOT NULL,
    contact_point_id UUID NOT NULL,
    legal_entity_id UUID NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('yes', 'no')),
    event_id UUID NOT NULL,
    since BIGINT NOT NULL,
    set_by TEXT NOT NULL,
    basis TEXT,
    confirmed BOOLEAN NOT NULL,
    partner_list BIGINT,
    PRIMARY KEY (company_id, customer_id, purpose, channel, contact_point_id, legal_entity_id),
    FOREIGN KEY (company_id, customer_id) REFERENCES customers (company_id, id)
) {{clustered}};

-- The notice a legal entity gives when it collects an address: part of the proof of a soft opt-in (CON-05).
CREATE TABLE collection_notices (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    legal_entity_id UUID NOT NULL,
    wording_id UUID NOT NULL,
    opt_out_offered BOOLEAN NOT NULL,
    from_on DATE NOT NULL,
    until_on DATE,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, legal_entity_id) REFERENCES legal_entities (company_id, id),
    FOREIGN KEY (company_id, wording_id) REFERENCES consent_wordings (company_id, id)
) {{clustered}};

-- Addresses that must not be written to, by keyed hash, so that they outlive erasure and re-import (MAIL-24).
CREATE TABLE suppressions (
    company_id UUID NOT NULL REFERENCES companies (id),
    value_hash {{bytes}} NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('hard_bounce', 'invalid', 'complaint', 'stop', 'objection')),
    since BIGINT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (company_id, value_hash, kind)
) {{clustered}};
