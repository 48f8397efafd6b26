-- What core keeps. Names are compared and sorted by their bytes, whatever the database's own collation is.

CREATE TABLE IF NOT EXISTS portal_schema (
    block varchar(50) PRIMARY KEY,
    version integer NOT NULL,
    pending integer);

CREATE TABLE portal_tenant_key (
    tenant varchar(100) COLLATE "C" NOT NULL,
    secret bytea NOT NULL,
    PRIMARY KEY (tenant));

INSERT INTO portal_schema (block, version) VALUES ('core', 1);
