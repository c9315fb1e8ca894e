-- «I forgot my password»: the page only writes this row; a job looks the address up (F56, SEC-ACT-2).
CREATE TABLE reset_attempts (
    company_id UUID NOT NULL REFERENCES companies (id),
    id UUID NOT NULL,
    email TEXT NOT NULL,                -- forgotten once handled
    language TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    handled_at BIGINT,
    PRIMARY KEY (company_id, id)
) {{clustered}};
