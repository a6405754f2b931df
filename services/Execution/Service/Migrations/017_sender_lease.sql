-- Counts the holdings of the sender's lease: who finds its own number followed by the next knows that nobody sent in between.
CREATE SEQUENCE sender_lease;
