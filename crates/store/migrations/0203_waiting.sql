-- What the work of a week looks up, so that it costs what is due and not what has ever been.

-- On SQLite notes about a claim are committed without waiting for the disk: they survive the end of the program, not that of
-- the machine. They count for as long as the machine has not been started anew; this names that time. None: nothing to doubt.
ALTER TABLE messages ADD COLUMN claimed_in TEXT;

-- Proposals that wait, however old; those of a week in the order staff see them.
CREATE INDEX proposals_waiting ON proposals (company_id, moment, status, week, COALESCE(due_on, '9999-12-31'), id, outcome, channel)
    WHERE status = 'proposed' OR status = 'postponed';
-- A page of a week in the same order, and what staff filter by.
CREATE INDEX proposals_page ON proposals (company_id, week, moment, COALESCE(due_on, '9999-12-31'), id, status, outcome, channel);
-- The counts of a week.
DROP INDEX proposals_week;
CREATE INDEX proposals_week ON proposals (company_id, week, moment, status, outcome, channel);
-- Those that moved on from the week they were selected for.
DROP INDEX proposals_first_week;
CREATE INDEX proposals_moved ON proposals (company_id, first_week, moment) WHERE week <> first_week;

-- Claims whose end is not recorded: few, among all the messages of years.
CREATE INDEX messages_claimed ON messages (company_id, decided_at) WHERE status = 'handing_over';
-- The equation over all messages, without a look at the messages themselves.
DROP INDEX messages_moment;
CREATE INDEX messages_moment ON messages (company_id, stream, kind, status);
