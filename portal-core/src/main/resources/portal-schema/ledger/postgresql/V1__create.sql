-- What a receiver of events has had. Names are compared and sorted by their bytes, whatever the database's own collation is.

CREATE TABLE IF NOT EXISTS portal_schema (
    block varchar(50) PRIMARY KEY,
    version integer NOT NULL,
    pending integer);

CREATE TABLE portal_ledger (
    tenant varchar(100) COLLATE "C" NOT NULL,
    name varchar(100) COLLATE "C" NOT NULL,
    lane varchar(401) COLLATE "C" NOT NULL,
    sequence bigint NOT NULL,
    event uuid NOT NULL,
    latest bigint NOT NULL,
    PRIMARY KEY (tenant, name, lane));

INSERT INTO portal_schema (block, version) VALUES ('ledger', 1);
