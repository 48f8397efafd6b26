-- What a receiver of events has had. Each statement can be run again.

CREATE TABLE IF NOT EXISTS portal_schema (
    block VARCHAR(50) PRIMARY KEY,
    version INTEGER NOT NULL,
    pending INTEGER);

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('ledger', 0, 1);

-- A commit is on its way to the disk when it returns; by default H2 keeps it in memory for half a second.
SET WRITE_DELAY 0;

CREATE TABLE IF NOT EXISTS portal_ledger (
    tenant VARCHAR(100) NOT NULL,
    name VARCHAR(100) NOT NULL,
    lane VARCHAR(401) NOT NULL,
    sequence BIGINT NOT NULL,
    event UUID NOT NULL,
    latest BIGINT NOT NULL,
    PRIMARY KEY (tenant, name, lane));

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('ledger', 1, NULL);
