-- What core keeps. Each statement can be run again.

CREATE TABLE IF NOT EXISTS portal_schema (
    block VARCHAR(50) PRIMARY KEY,
    version INTEGER NOT NULL,
    pending INTEGER);

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('core', 0, 1);

-- A commit is on its way to the disk when it returns; by default H2 keeps it in memory for half a second.
SET WRITE_DELAY 0;

CREATE TABLE IF NOT EXISTS portal_tenant_key (
    tenant VARCHAR(100) NOT NULL,
    secret VARBINARY(10000) NOT NULL,
    PRIMARY KEY (tenant));

MERGE INTO portal_schema (block, version, pending) KEY (block) VALUES ('core', 1, NULL);
