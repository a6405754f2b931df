-- End of the last bar of the instrument whose fills are all in the book.
ALTER TABLE last_close ADD COLUMN executed_at timestamptz;
