-- What a week's selection of a moment came to is counted from its proposals, and must not read those of all years.
CREATE INDEX proposals_first_week ON proposals (company_id, first_week, moment);
