-- What selecting, deciding and sending keep beside the moments.

-- The week somebody was proposed for first; `week` moves on when staff postpone.
ALTER TABLE proposals ADD COLUMN first_week TEXT NOT NULL DEFAULT '';
-- Until when it may still go out; after that the gate is not even asked. The check is CON-01: nothing has gone out as
-- marketing without a stored answer of the gate that was at most a minute old.
ALTER TABLE messages ADD COLUMN expires_at BIGINT CHECK (
    stream <> 'marketing' OR status <> 'sent'
    OR (decision IS NOT NULL AND handed_over_at IS NOT NULL AND handed_over_at - decided_at BETWEEN 0 AND 60000000));
-- The smaller number goes first.
ALTER TABLE messages ADD COLUMN priority BIGINT NOT NULL DEFAULT 0;

CREATE INDEX customers_last_invoice ON customers (company_id, last_invoice_on) WHERE last_invoice_on IS NOT NULL;
-- All that soft opt-in asks about purchases, without a look at the invoices themselves.
CREATE INDEX invoices_paid ON invoices (company_id, customer_id, category, legal_entity_id, invoiced_on)
    WHERE amount_cents > 0;
CREATE INDEX messages_claim ON messages (company_id, channel, priority, next_attempt_at, id)
    WHERE status = 'pending' AND stream = 'marketing';
CREATE INDEX messages_moment ON messages (company_id, kind, status);
CREATE INDEX messages_batch ON messages (company_id, letter_batch_id) WHERE letter_batch_id IS NOT NULL;

-- The circuit breaker of a company's marketing (MAIL-25).
CREATE TABLE marketing_brakes (
    company_id UUID NOT NULL REFERENCES companies (id),
    failures BIGINT NOT NULL,           -- refusals for good in a row that were not the recipient's fault
    paused_at BIGINT,
    reason TEXT,
    paused_by TEXT,
    PRIMARY KEY (company_id)
) {{clustered}};
