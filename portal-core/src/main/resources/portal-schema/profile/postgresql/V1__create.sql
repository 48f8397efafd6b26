-- What the profile keeps. Names are compared and sorted by their bytes, whatever the database's own collation is.

CREATE TABLE IF NOT EXISTS portal_schema (
    block varchar(50) PRIMARY KEY,
    version integer NOT NULL,
    pending integer);

CREATE TABLE portal_profile (
    tenant varchar(100) COLLATE "C" NOT NULL,
    customer varchar(100) COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    changed_at timestamp(6) with time zone NOT NULL,
    sealed bytea NOT NULL,
    key_id uuid,
    PRIMARY KEY (tenant, customer));

CREATE TABLE portal_profile_change (
    tenant varchar(100) COLLATE "C" NOT NULL,
    customer varchar(100) COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    made_at timestamp(6) with time zone NOT NULL,
    made_by varchar(20) COLLATE "C" NOT NULL,
    sealed bytea NOT NULL,
    key_id uuid,
    PRIMARY KEY (tenant, customer, version));

INSERT INTO portal_schema (block, version) VALUES ('profile', 1);
