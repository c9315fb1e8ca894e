-- Noted right before a claimed message is handed over: of a process that is gone, only what it had begun is uncertain.
ALTER TABLE messages ADD COLUMN begun_at BIGINT;
