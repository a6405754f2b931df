-- Whether every fill that the last slice made has been told.
ALTER TABLE replay ADD COLUMN executed boolean NOT NULL DEFAULT false;
